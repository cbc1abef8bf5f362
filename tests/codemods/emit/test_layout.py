"""Blank lines around functions that were written and where statements are gone."""

from __future__ import annotations

import pytest

from codemods.emit.layout import settle_blank_lines
from codemods.emit.writer import FUNCTION, GONE


def function(text: str, indent: str = "") -> str:
    return f"{indent}{FUNCTION}{text}{FUNCTION}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\n\n\n\nb = 2\n", "a = 1\n\n\n\nb = 2\n"),
        (f"a = 1\n{GONE}\nb = 2\n", "a = 1\nb = 2\n"),
        (f"a = 1\n\n{GONE}\nb = 2\n", "a = 1\n\nb = 2\n"),
        (f"a = 1\n{GONE}\n\nb = 2\n", "a = 1\n\nb = 2\n"),
        (f"a = 1\n\n{GONE}\n\n{GONE}\n\n\nb = 2\n", "a = 1\n\n\nb = 2\n"),
        ("a = 1\n" + function("def f():\n    pass") + "b = 2\n", "a = 1\n\n\ndef f():\n    pass\n\n\nb = 2\n"),
        ("a = 1\n\n" + function("def f(): pass") + "\n\n\n\nb\n", "a = 1\n\n\ndef f(): pass\n\n\nb\n"),
        (function("def f(): pass") + function("def g(): pass"), "def f(): pass\n\n\ndef g(): pass\n"),
        ("if a:\n    b\n" + function("def f(): pass", "    ") + "    c\n",
         "if a:\n    b\n\n    def f(): pass\n\n    c\n"),
        ("def m():\n" + function("def f(): pass", "    ") + "    c\n", "def m():\n    def f(): pass\n\n    c\n"),
    ],
)  # fmt: skip
def test_settled(text: str, expected: str) -> None:
    assert settle_blank_lines(text) == expected


def test_text_without_marks_is_left_alone() -> None:
    text = "\n\n\nimport a\n\n\n\n\nb = '''\n\n\n'''\n\n"
    assert settle_blank_lines(text) == text
