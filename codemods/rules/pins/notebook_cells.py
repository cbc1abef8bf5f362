"""Cells of a notebook that install packages or choose a version: `!pip install tensorflow==1.15`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from codemods.rule import Finding, Place
from codemods.rules.pins.commands import check_commands
from codemods.rules.pins.pin_file import PinFile
from codemods.source.edits import apply_edits
from codemods.source.magics import magics_in
from codemods.source.notebook import Cell, NotANotebook, read_notebook

_CHOSEN = re.compile(r"%tensorflow_version[ \t]+(?P<version>1\.x|1)\b")


def check_notebook(path: str, data: bytes) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The new bytes of a notebook, if it changes, and the findings by cell."""
    try:
        notebook = read_notebook(data)
    except NotANotebook:
        return None, ()
    sources: dict[int, str] = {}
    found: list[Finding] = []
    for cell in notebook.cells:
        findings = list(_check_cell(PinFile(path, cell.source))) if "tensorflow" in cell.source else []
        edits = [edit for finding in findings for edit in finding.edits]
        found += [replace(finding, place=_in_cell(finding.place, cell)) for finding in findings]
        sources |= {cell.number: apply_edits(cell.source, edits)} if edits else {}
    return (notebook.with_sources(sources) if sources else None), tuple(found)


def _check_cell(file: PinFile) -> Iterator[Finding]:
    for magic in magics_in(file.text):
        start, end = magic.start, magic.end
        yield from check_commands(file, start, end)
        chosen = _CHOSEN.match(file.text, start, end)
        if chosen is not None:
            yield file.replaced(*chosen.span("version"), "2.x", "TensorFlow 1 is not offered any more")


def _in_cell(place: Place, cell: Cell) -> Place:
    return replace(place, cell=cell.number, cell_line=place.line)
