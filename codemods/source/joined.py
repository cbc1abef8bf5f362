"""Several modules as one text, in the order in which Python runs them, and the way back.

A string of its own opens each file, and one stands for each statement that imports from another of these files.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

_OPENING = re.compile(r'^"%% file (.+)"\n', re.M)
_IMPORT = re.compile(r'\("%% import (\d+)"\n*\)')


class FilesMixedUp(ValueError):
    """A changed text cannot be divided into its files any more."""


@dataclass(frozen=True)
class Border:
    """The line that opens a file."""

    line: int
    path: str


def has_marks(text: str) -> bool:
    """Whether a file has text that would stand for something else in a joined one."""
    return '"%% file ' in text or '"%% import ' in text


def join(texts: Mapping[str, str]) -> str:
    """The files behind one another, each below the line that opens it."""
    return "".join(f'"%% file {path}"\n{_ended(text)}' for path, text in texts.items())


def import_mark(number: int, lines: int) -> str:
    """What stands for an import statement of so many lines."""
    return f'("%% import {number}"{chr(10) * (lines - 1)})'


def is_import_mark(statement: ast.stmt) -> bool:
    """Whether a statement stands for an import."""
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text.startswith("%% import ")
        case _:
            return False


def with_imports(text: str, statements: Mapping[int, str]) -> str:
    """A file with its import statements again."""
    found = _IMPORT.findall(text)
    if sorted(map(int, found)) != sorted(statements):
        raise FilesMixedUp("an import statement would not stay where it is")
    return _IMPORT.sub(lambda match: statements[int(match[1])], text)


def borders_of(text: str) -> tuple[Border, ...]:
    """Where the files of a joined text begin."""
    return tuple(Border(text.count("\n", 0, each.start()) + 1, each[1]) for each in _OPENING.finditer(text))


def place_in_file(borders: tuple[Border, ...], line: int) -> tuple[str, int]:
    """The file that holds a line of the joined text, and the number of the line there."""
    border = borders[max(bisect_right([each.line for each in borders], line) - 1, 0)]
    return border.path, max(line - border.line, 1)


def split(text: str, before: Mapping[str, str]) -> dict[str, str]:
    """The files of a changed text; `before`: what they were."""
    pieces = _OPENING.split(text)
    if pieces[0].strip() or pieces[1::2] != list(before):
        raise FilesMixedUp("the files cannot be told apart")
    return {path: _as_before(piece, before[path]) for path, piece in zip(pieces[1::2], pieces[2::2], strict=True)}


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"


def _as_before(text: str, before: str) -> str:
    """A file that begins and ends as it did: blank lines next to a border are no one's."""
    opened = text if before.startswith("\n") else text.lstrip("\n")
    return opened.rstrip("\n") + before[len(before.rstrip("\n")) :]
