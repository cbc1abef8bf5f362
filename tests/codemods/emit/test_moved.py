"""Lines of a statement that moves: relative to the margin, strings as they are."""

from __future__ import annotations

import pytest

from codemods.emit.moved import unindented
from codemods.emit.writer import VERBATIM


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("a = 1", 4, ["a = 1"]),
        ("a = f(\n        b)", 4, ["a = f(", "    b)"]),
        ("a = f(\n  b)", 4, ["a = f(", "b)"]),
        ("a = f(\r\n        b)", 4, ["a = f(", "    b)"]),
        ("a = '''x\n        y'''", 4, ["a = '''x", f"{VERBATIM}        y'''"]),
        ("a = f('''x\n    y''',\n      b)", 4, ["a = f('''x", f"{VERBATIM}    y''',", "  b)"]),
    ],
)
def test_unindented(text: str, column: int, expected: list[str]) -> None:
    assert unindented(text, column) == expected
