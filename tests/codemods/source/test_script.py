"""A notebook as one script, line for line, and the way back."""

from __future__ import annotations

import ast

import pytest

from codemods.source.module import FileProblem, Module, parse_module
from codemods.source.notebook import NotANotebook
from codemods.source.script import CellsMixedUp, read_script, runnable
from tests.notebook_files import notebook, sources_of


def module(*sources: str) -> Module:
    found = parse_module("b.ipynb", notebook(*sources))
    assert isinstance(found, Module)
    return found


def test_cells_follow_one_another_and_lines_stay_lines() -> None:
    found = module("import a\n%cd x\nb", "", "%%html\n<b>", "\nc = !ls\nd\n")
    assert [line for line in found.text.split("\n") if line.startswith('"')] == ['"%% cell 1"', '"%% cell 4"']
    places = [str(found.place(each)) for each in found.tree.body if isinstance(each, ast.Expr | ast.Assign)]
    assert places[1:3] == ["b.ipynb, cell 1, line 2", "b.ipynb, cell 1, line 3"]
    assert places[-2:] == ["b.ipynb, cell 4, line 2", "b.ipynb, cell 4, line 3"]


def test_what_does_not_change_keeps_its_bytes() -> None:
    found = module("a = 1 \n\n", "\n\n  %cd x\n  b", "%%time\nc", "f(\r\n)\r\n")
    assert found.encode(found.text) == found.data


def test_changes_go_to_their_cell() -> None:
    found = module("a", "%%time\nb", "!ls {b}\nc", "d")
    text = found.text.replace("\nb\n", "\n\nB\n\n\n").replace("\nc\n", "\n")
    assert sources_of(found.encode(text)) == ["a", "%%time\n\nB", "!ls {b}", "d"]
    assert sources_of(found.encode("import z\n" + found.text))[0] == "import z\na"


def test_an_emptied_cell_stays_empty() -> None:
    found = module("a", "b\n", "# c")
    assert sources_of(found.encode(found.text.replace("\nb\n", "\n"))) == ["a", "", "# c"]


def test_the_first_line_of_a_timed_cell_stays_first() -> None:
    found = module("%%time\nb")
    assert sources_of(found.encode("import z\n" + found.text)) == ["%%time\nimport z\nb"]


def test_an_indented_cell_is_indented_again() -> None:
    found = module("  a\n  if b:\n\n    c")
    assert sources_of(found.encode(found.text.replace("a\n", "x\ny\n"))) == ["  x\n  y\n  if b:\n\n    c"]


@pytest.mark.parametrize(
    ("old", "new"),
    [('"%% cell 2"\n', ""), ("'2_0'", "'2_1'"), ("\nb\n", '\n"%% cell 3"\nb\n'), ("a\n)", "a\n)\nx")],
)
def test_what_would_tear_cells_or_magics_apart_is_refused(old: str, new: str) -> None:
    found = module("a", "b\n!ls", "%%timeit\na")
    assert old in found.text
    with pytest.raises(CellsMixedUp):
        found.encode(found.text.replace(old, new, 1))


def test_what_a_cell_displays() -> None:
    found = module("x = 1\nx", "f(x);", "f(x);  # c", "x  # c;", "if x:\n    x", "y\nx = 1", "x\n\n# end")
    shown = sorted((found.place(each).cell, found.place(each).cell_line) for each in found.shown)
    assert shown == [(1, 2), (4, 1), (7, 1)]


def test_a_file_that_is_no_notebook_displays_nothing() -> None:
    found = parse_module("b.py", b"x\n")
    assert isinstance(found, Module) and found.shown == frozenset() and str(found.at(1)) == "b.py:1:0"


def test_a_script_to_run_has_the_same_lines() -> None:
    script = read_script(
        notebook("from __future__ import division\n%cd x\nx = !ls", "%%time\n%time y = 1", "%timeit y")
    )
    text = runnable(script)
    assert text.count("\n") == script.text.count("\n")
    names: dict[str, object] = {}
    exec(compile(text, "b.ipynb", "exec"), names)
    assert names["x"] is None and names["y"] == 1


def test_a_problem_names_its_cell() -> None:
    found = parse_module("b.ipynb", notebook("a", "\nprint 'x'"))
    assert isinstance(found, FileProblem) and "cell 2, line 2" in found.reason and found.python_2


def test_text_that_stands_for_something_here_is_refused() -> None:
    with pytest.raises(NotANotebook):
        read_script(notebook('"%% cell 1"'))
