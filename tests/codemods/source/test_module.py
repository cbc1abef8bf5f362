"""Reading files: every encoding and newline round-trips, spans are characters, bad files are described."""

from __future__ import annotations

import ast

import pytest

from codemods.source.module import FileProblem, Module, parse_module


def read(data: bytes) -> Module:
    module = parse_module("x.py", data)
    assert isinstance(module, Module)
    return module


def names(module: Module) -> list[ast.Name]:
    return [node for node in ast.walk(module.tree) if isinstance(node, ast.Name)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        b"a\n",
        b"a\r\nb\r\n",
        b"a\rb\r",
        b"a\r\nb\nc\r",
        b"\xef\xbb\xbfa = 1\n",
        "# -*- coding: latin-1 -*-\ns = '\xe9'; t = a\n".encode("latin-1"),
        "s = 'žluť'; a\n".encode(),
        b"\x0ca = 1\n\x0cb\n",
        b"if a:\n\tb\n\tc\n",
        "s = 'one\u2028two'\x0c; a\nb\n".encode(),
        "a\x85b\n".encode("latin-1").replace(b"\x85", b""),
    ],
)
def test_bytes_come_back_and_names_are_found(data: bytes) -> None:
    module = read(data)
    assert module.encode(module.text) == data
    assert all(module.source(node) == node.id for node in names(module))


def test_spans_and_places_count_characters() -> None:
    module = read("é = 'žž'; name\n".encode())
    name = names(module)[-1]
    assert module.span(name) == (10, 14)
    assert (module.place(name).file, module.place(name).line, module.place(name).column) == ("x.py", 1, 10)


def test_span_of_a_statement_over_lines_with_windows_newlines() -> None:
    module = read(b"x\r\nf(1,\r\n  2)\r\ny\r\n")
    assert module.newline == "\r\n"
    assert module.source(module.tree.body[1]) == "f(1,\r\n  2)"
    assert module.line_of(module.span(module.tree.body[2])[0]) == 4
    assert module.line(2) == "f(1,\r\n"


@pytest.mark.parametrize(
    ("text", "newline"), [("", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\nb\r\n", "\n"), ("a\rb", "\r")]
)
def test_newline_is_the_most_frequent(text: str, newline: str) -> None:
    assert read(text.encode()).newline == newline


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\0b", "null bytes"),
        (b"s = '\xff\xfe'", "cannot be decoded"),
        (b"# coding: nonsense\n", "cannot be decoded"),
        (b"# coding: rot13\n", "cannot be decoded"),
        (b"def f(:\n", "syntax error in line 1"),
        (b"print 'x'\n", "Python 2"),
        (b"try:\n  pass\nexcept A, e:\n  pass\n", "Python 2"),
        (b"x = 0777\n", "Python 2"),
        (b"if a <> b: pass\n", "Python 2"),
        (b"raise E, 'x'\n", "Python 2"),
        (b"(" * 100_000, "line 1"),
        (b"-" * 100_000 + b"1", "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_described_in_one_line(data: bytes, words: str) -> None:
    problem = parse_module("bad.py", data)
    assert isinstance(problem, FileProblem)
    assert words in problem.reason
    assert "\n" not in problem.reason
    assert problem.python_2 == ("Python 2" in words)


def test_escapes_that_python_warns_about_are_read_silently(recwarn: pytest.WarningsRecorder) -> None:
    read(b"pattern = '\\d'\n")
    assert not recwarn.list
