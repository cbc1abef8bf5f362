"""Indentation that mixes tabs and spaces, which Python 2 reads with a tab stop every eight columns, as one kind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_TAB = 8


def one_kind_of_indentation(text: str) -> Iterator[str]:
    """The text with tabs where it can be, and with spaces: the one that changes fewer lines first."""
    numbers = _statement_lines(text)
    lines = _split(text)
    candidates = [_with(lines, numbers, tabs) for tabs in (False, True)]
    candidates.sort(key=lambda candidate: sum(old != new for old, new in zip(lines, candidate, strict=True)))
    yield from ("".join(candidate) for candidate in candidates)


def _split(text: str) -> list[str]:
    lines = text.split("\n")
    return [*(line + "\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _with(lines: list[str], numbers: frozenset[int], tabs: bool) -> list[str]:
    return [_indented(line, tabs) if number in numbers else line for number, line in enumerate(lines, 1)]


def _indented(line: str, tabs: bool) -> str:
    body = line.lstrip(" \t")
    blank = line[: len(line) - len(body)]
    width = len(blank.expandtabs(_TAB))
    return ("\t" * (width // _TAB) + " " * (width % _TAB) if tabs else " " * width) + body


def _statement_lines(text: str) -> frozenset[int]:
    """The lines on which a statement begins or a comment stands: not those inside of brackets and strings."""
    tokenize: Any = import_module("fissix.pgen2.tokenize")
    found: set[int] = set()
    fresh = True
    plain = text.replace("\r\n", "\n")
    for kind, _, start, _, line in tokenize.generate_tokens(io.StringIO(plain).readline):
        if kind in (tokenize.INDENT, tokenize.DEDENT):
            continue
        if fresh or (kind == tokenize.COMMENT and not line[: start[1]].strip()):
            found.add(start[0])
        fresh = kind in (tokenize.NEWLINE, tokenize.NL) and (fresh or kind == tokenize.NEWLINE)
    return frozenset(found)
