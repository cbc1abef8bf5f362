"""Files and functions stay small enough to read, and say why they exist."""

from __future__ import annotations

import ast

import pytest

from tests.source_files import SourceFile, source_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 45
LONGEST_OPENING = 4
NO_NAMES = frozenset({"utils", "util", "common", "helpers", "helper", "misc"})
FILES = source_files("codemods", "migrate", "tests")


def ids(file: SourceFile) -> str:
    return file.path


def is_data(file: SourceFile) -> bool:
    """Programs that tests and the corpus use as input are not ours to shape."""
    examples = file.path.startswith(("tests/examples/", "tests/trees/"))
    return examples or (file.parts[0] == "tests" and "programs" in file.parts)


@pytest.mark.parametrize("file", [file for file in FILES if not is_data(file)], ids=ids)
def test_shape(file: SourceFile) -> None:
    assert len(file.text.splitlines()) <= LONGEST_FILE
    assert NO_NAMES.isdisjoint(file.parts)
    opening = ast.get_docstring(file.tree)
    assert opening, "the module says nothing about why it exists"
    assert len(opening.splitlines()) <= LONGEST_OPENING or file.path.startswith(("codemods/rules/", "tests/"))


@pytest.mark.parametrize("file", [file for file in FILES if not is_data(file)], ids=ids)
def test_functions_are_short(file: SourceFile) -> None:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("file", [file for file in FILES if not file.path.startswith("tests/")], ids=ids)
def test_no_mutable_state_at_module_level(file: SourceFile) -> None:
    for node in file.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Set | ast.ListComp | ast.SetComp):
            names = ", ".join(ast.unparse(target) for target in node.targets)
            assert names == "__all__", f"{file.path}: {names} is mutable"
