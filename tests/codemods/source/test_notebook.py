"""The sources of cells are found in the file, and only those that change are written."""

from __future__ import annotations

import codecs
import json

import pytest

from codemods.source.notebook import NotANotebook, read_notebook
from tests.notebook_files import code_cell, document, notebook, text_cell

PICTURE = {"data": {"image/png": "iVBORw0KGgo=\n", "text/plain": "<é>"}, "output_type": "display_data"}
CELLS = [text_cell("# Titel\nüber"), code_cell("import x\nprint('ä')", PICTURE), code_cell("x.y()\n"), code_cell("")]
DUMPS = {
    "jupyter": lambda value: json.dumps(value, indent=1, ensure_ascii=False) + "\n",
    "escaped": lambda value: json.dumps(value, indent=2, sort_keys=True),
    "compact": lambda value: json.dumps(value, separators=(",", ":")),
    "windows": lambda value: json.dumps(value, indent=4).replace("\n", "\r\n"),
    "tabs": lambda value: json.dumps(value, indent="\t", separators=(" , ", " : ")),
}


@pytest.mark.parametrize("form", DUMPS)
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_unchanged_sources_keep_every_byte(form: str, bom: bytes) -> None:
    data = bom + DUMPS[form](document(CELLS)).encode()
    found = read_notebook(data)
    assert [(cell.number, cell.source) for cell in found.cells] == [
        (2, "import x\nprint('ä')"),
        (3, "x.y()\n"),
        (4, ""),
    ]
    assert found.with_sources({}) == data
    assert found.with_sources({2: "import x\nprint('ä')"}) == data


@pytest.mark.parametrize("form", DUMPS)
def test_a_changed_source_has_the_form_of_the_file(form: str) -> None:
    data = DUMPS[form](document(CELLS)).encode()
    changed = [CELLS[0], code_cell("import ß\n\nprint('ä')", PICTURE), *CELLS[2:]]
    assert read_notebook(data).with_sources({2: "import ß\n\nprint('ä')"}) == DUMPS[form](document(changed)).encode()


def test_one_line_becomes_several_as_the_lines_of_other_cells_stand() -> None:
    data = notebook("a", "b\nc")
    assert read_notebook(data).with_sources({1: "a\nd\n"}) == notebook("a\nd\n", "b\nc")


def test_an_emptied_cell_stays() -> None:
    assert read_notebook(notebook("a\nb", "c")).with_sources({1: ""}) == notebook("", "c")


def test_a_source_that_is_one_string_stays_one() -> None:
    cell = code_cell("") | {"source": "a\nb"}
    data = json.dumps(document([cell]), indent=1).encode()
    assert json.loads(read_notebook(data).with_sources({1: "a\nc"}))["cells"][0]["source"] == "a\nc"


def test_lines_that_stay_keep_their_spelling() -> None:
    data = notebook("a('</b>')\nb()\n").replace(b"</b>", b"<\\/b>")
    new = read_notebook(data).with_sources({1: "a('</b>')\nc()\n"})
    assert new == data.replace(b"b()", b"c()")


def test_the_third_format_has_worksheets() -> None:
    cells = [{"cell_type": "code", "input": ["a"], "language": "python"}, {"cell_type": "markdown", "source": "x"}]
    data = json.dumps({"metadata": {}, "nbformat": 3, "worksheets": [{"cells": cells}]}, indent=1).encode()
    found = read_notebook(data)
    assert [(cell.number, cell.source) for cell in found.cells] == [(1, "a")]
    assert found.with_sources({1: "b"}) == data.replace(b'"a"', b'"b"')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff{}",
        b'{"cells": {}}',
        b'{"cells": [1]}',
        b'{"cells": [{"cell_type": "code", "source": 1}]}',
        b'{"cells": [], "metadata": {"kernelspec": {"language": "R"}}}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_notebook_in_python_is_refused(data: bytes) -> None:
    with pytest.raises(NotANotebook):
        read_notebook(data)
