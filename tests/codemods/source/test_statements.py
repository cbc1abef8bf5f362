"""Statements come and go as whole lines; bodies never become empty, comments never vanish."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest

from codemods.source.edits import apply_edits
from codemods.source.module import Module, parse_module
from codemods.source.statements import (
    insert_after,
    insert_before,
    remove_statements,
    remove_with_clauses,
    replace_statement,
)


def read(text: str) -> Module:
    module = parse_module("x.py", text.encode())
    assert isinstance(module, Module)
    return module


def imports(module: Module) -> list[ast.stmt]:
    return [node for node in ast.walk(module.tree) if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import a\nx = 1\n", "x = 1\n"),
        ("x = 1\nimport a", "x = 1\n"),
        ("import a\r\nx = 1\r\n", "x = 1\r\n"),
        ("import a  # why\nx = 1\n", "# why\nx = 1\n"),
        ("from a import (b,  # one\n  c)\nx = 1\n", "# one\nx = 1\n"),
        ("if x:\n    import a\n    import b\n", "if x:\n    pass\n"),
        ("if x:\n    import a\n    y\n", "if x:\n    y\n"),
        ("try:\n    import a\nexcept E:\n    import b\n", "try:\n    pass\nexcept E:\n    pass\n"),
        ("import a; x = 1\n", "pass; x = 1\n"),
        ("if x: import a\n", "if x: pass\n"),
    ],
)
def test_removal(before: str, after: str) -> None:
    module = read(before)
    assert apply_edits(before, remove_statements(module, imports(module))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if x:\n    y\nelse:\n    import a\n    import b\nz\n", "if x:\n    y\nz\n"),
        ("if x:\n    y\nelif z:\n    import a\nelse: import b\n", "if x:\n    y\nelif z:\n    pass\n"),
        ("try:\n    y\nexcept E:\n    z\nfinally :\n\n    import a\n", "try:\n    y\nexcept E:\n    z\n"),
        ("try:\n    y\nfinally:\n    import a\n", "try:\n    y\nfinally:\n    pass\n"),
        ("if x:\n    y\nelse:\n    # why\n    import a\n", "if x:\n    y\nelse:\n    # why\n    pass\n"),
        ("if x:\n    y\n# why\n\nelse:\n    import a\n", "if x:\n    y\n# why\n\nelse:\n    pass\n"),
        ("for x in z:\n    import a\nelse:\n    import b\n", "for x in z:\n    pass\n"),
    ],
)
def test_clauses_go_whole(before: str, after: str) -> None:
    module = read(before)
    assert apply_edits(before, remove_with_clauses(module, imports(module))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import a\n", "b\nc\n"),
        ("if x:\r\n    import a  # why\r\n", "if x:\r\n    b\r\n    c  # why\r\n"),
        ("if x: import a\n", "if x: b; c\n"),
        ("from a import (  # one\n  d)\n", "# one\nb\nc\n"),
    ],
)
def test_replacement(before: str, after: str) -> None:
    module = read(before)
    assert apply_edits(before, [replace_statement(module, imports(module)[0], ["b", "c"])]) == after


@pytest.mark.parametrize(
    ("insert", "before", "after"),
    [
        (insert_before, "x = 1\n# about\nimport a\n", "x = 1\nb\n\n# about\nimport a\n"),
        (insert_before, "# licence\nimport a\n", "# licence\nb\n\nimport a\n"),
        (insert_before, "if x:\n    y\n    import a\n", "if x:\n    y\n    b\n\n    import a\n"),
        (insert_after, "import a  # why\nx\n", "import a  # why\nb\n\nx\n"),
        (insert_after, "import a", "import a\nb\n\n"),
        (insert_after, "from a import (c,\r\n  d)\r\n", "from a import (c,\r\n  d)\r\nb\r\n\r\n"),
    ],
)
def test_insertion(insert: Callable[..., object], before: str, after: str) -> None:
    module = read(before)
    edit = (insert_before if insert is insert_before else insert_after)(module, imports(module)[0], ["b", ""])
    assert apply_edits(before, [edit]) == after


def test_insertion_after_a_removed_statement_is_kept() -> None:
    module = read("import a\nx\n")
    statement = imports(module)[0]
    edits = [insert_after(module, statement, ["b"]), *remove_statements(module, [statement])]
    assert apply_edits(module.text, edits) == "b\nx\n"
