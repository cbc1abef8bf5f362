"""Notebook files for tests, as Jupyter writes them."""

from __future__ import annotations

import json


def code_cell(source: str, *outputs: object) -> dict[str, object]:
    """A code cell that was run."""
    lines = source.splitlines(keepends=True)
    return {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [*outputs], "source": lines}


def text_cell(source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def document(cells: list[dict[str, object]]) -> dict[str, object]:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 2}


def notebook(*sources: str) -> bytes:
    """A notebook with these code cells."""
    return (json.dumps(document([code_cell(source) for source in sources]), indent=1) + "\n").encode()


def sources_of(data: bytes) -> list[str]:
    """The sources of all cells."""
    return ["".join(cell["source"]) for cell in json.loads(data)["cells"]]
