"""The same programs written otherwise: a comment on every line, other line endings."""

from __future__ import annotations

import ast
import io
import re
import tokenize


def commented(source: bytes) -> bytes:
    """The program with a comment above every statement and one at the end of every line that can have one."""
    text = source.decode().replace("\r\n", "\n")
    starts, closed = _statement_lines(text), _lines_that_take_none(text)
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if number in starts and number - 1 not in closed:
            lines.append(f"{_indent(line)}# above line {number}")
        lines.append(f"{line}  # line {number}" if line.strip() and number not in closed else line)
    return "\n".join(lines).encode()


def with_windows_line_ends(source: bytes) -> bytes:
    """The program with a carriage return at the end of every line."""
    return source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _statement_lines(text: str) -> set[int]:
    """The first line of every statement, its decorators included."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            decorators = getattr(node, "decorator_list", [])
            found.add(min([node.lineno, *(each.lineno for each in decorators)]))
    return found


def _lines_that_take_none(text: str) -> set[int]:
    """Lines that end inside of a string, with a backslash, or with a comment already."""
    found = {number for number, line in enumerate(text.split("\n"), 1) if line.endswith("\\")}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING:
            found |= set(range(token.start[0], token.end[0]))
        elif token.type == tokenize.COMMENT:
            found.add(token.start[0])
    return found


def _indent(line: str) -> str:
    found = re.match(r"[ \t]*", line)
    return found.group() if found else ""
