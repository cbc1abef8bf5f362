"""Python 2 text as Python 3 text: fissix, a maintained lib2to3, makes the changes; every other line keeps its bytes.

`to_python3` is for text that Python 3 cannot parse; `results_as_lists` for the text after it.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from codemods.rule import Edit
from codemods.source.indentation import one_kind_of_indentation
from codemods.source.module import line_starts
from codemods.source.walk import walk

SYNTAX = ("except", "exec", "ne", "numliterals", "paren", "print", "raise", "repr", "throw", "tuple_params")
# What gives a list in Python 2 and something else in Python 3, by the built-in that each fixer looks for.
_LISTS = {"dict": "", "filter": "filter", "map": "map", "xrange": "range", "zip": "zip", "metaclass": "",
          "nonzero": "", "methodattrs": "", "sys_exc": "", "itertools": ""}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One thing that was rewritten: where it stood in the old text, and the name of what rewrote it."""

    line: int
    fixer: str


@dataclass(frozen=True)
class Conversion:
    """The text afterwards; the text as it was if `problem` says why (in line `line`) it cannot be converted."""

    text: str
    changes: tuple[Change, ...] = ()
    problem: str | None = None
    line: int = 1


def to_python3(text: str) -> Conversion:
    """Rewrite the syntax of Python 2. The result parses as Python 3, or nothing was changed."""
    try:
        if not prints_into_file(_parse(text)):
            return Conversion(text)
        converted = _convert(text)
        return converted if isinstance(converted, Conversion) else Conversion(text)
    except SyntaxError as error:
        converted = _convert(text)
        if isinstance(converted, int):
            return Conversion(text, (), error.msg or "invalid syntax", max(converted, error.lineno or 1))
        return _with_indentation(text, converted)
    except (RecursionError, MemoryError, ValueError):
        return Conversion(text, (), "cannot be parsed")


def prints_into_file(tree: ast.Module) -> bool:
    """`print >>log, x` can be parsed as Python 3, where it always fails."""
    for node in walk(tree):
        if isinstance(node, ast.Expr):
            value = node.value.elts[0] if isinstance(node.value, ast.Tuple) and node.value.elts else node.value
            match value:
                case ast.BinOp(left=ast.Name(id="print"), op=ast.RShift()):
                    return True
    return False


def results_as_lists(text: str, bound: Collection[str]) -> Conversion:
    """Make `range`, `map`, `zip`, `dict.items` and their like give what they gave in Python 2, wherever it matters.

    `bound`: names that the program defines itself, and which are therefore not the built-in ones.
    """
    fixers = tuple(name for name, builtin in _LISTS.items() if builtin not in bound)
    found = _run(_lines_with_newlines(text), fixers)
    if isinstance(found, int):
        return Conversion(text, (), "the converter failed", found)
    converted = Conversion(_restored(text, found.text), found.changes)
    return converted if _is_python3(converted.text) else Conversion(text, (), "the converter failed")


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _convert(text: str) -> Conversion | int:
    found = _run(_lines_with_newlines(text), SYNTAX)
    return found if isinstance(found, int) else Conversion(_restored(text, found.text), found.changes)


def _run(text: str, fixers: Sequence[str]) -> Conversion | int:
    """The converter's own answer, for text whose lines end in line feeds; or the line that it cannot read."""
    from codemods.source.fixers import run_fixers

    found = run_fixers(text, tuple(fixers))
    if isinstance(found, int):
        return found
    return Conversion(found[0], tuple(Change(line, name) for line, name in found[1]))


def _with_indentation(text: str, converted: Conversion) -> Conversion:
    try:
        _parse(converted.text)
    except TabError as error:
        for candidate in one_kind_of_indentation(converted.text):
            if _is_python3(candidate):
                change = Change(error.lineno or 1, "tabs")
                return Conversion(candidate, tuple(sorted((*converted.changes, change), key=lambda each: each.line)))
        return _failure(text, error)
    except SyntaxError as error:
        return _failure(text, error)
    return converted


def _is_python3(text: str) -> bool:
    try:
        _parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def hunks(old: str, new: str) -> tuple[tuple[range, Edit], ...]:
    """The differences between two texts, line by line: the old lines, from 1, with the edit that replaces them."""
    before, after = _pieces(old), _pieces(new)
    starts = (*line_starts(old), len(old))
    found = []
    for kind, start, end, left, right in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            edit = Edit(starts[start], starts[end] if end < len(starts) else len(old), "".join(after[left:right]))
            found.append((range(start + 1, max(end, start + 1) + 1), edit))
    return tuple(found)


def old_lines(old: bytes, new: bytes) -> tuple[int, ...]:
    """For each line of a new text the line of the old text, from 1, that it is or that it came from."""
    before, after = old.splitlines(), new.splitlines()
    found: list[int] = []
    for _, start, end, left, right in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        found += (min(start + number, max(end - 1, start)) + 1 for number in range(right - left))
    return tuple(found)


def _failure(text: str, error: SyntaxError) -> Conversion:
    return Conversion(text, (), error.msg or "invalid syntax", error.lineno or 1)


def _pieces(text: str) -> list[str]:
    """The lines of a text with their ends, as Python counts lines."""
    starts = (*line_starts(text), len(text))
    return [text[start:end] for start, end in pairwise(starts) if end > start]


def _lines_with_newlines(text: str) -> str:
    return "".join(_plain(line) for line in _pieces(text))


def _plain(line: str) -> str:
    body = line.rstrip("\r\n")
    return body + "\n" if body != line else body


def _restored(old: str, new: str) -> str:
    """The new text with the line ends of the old; lines that did not change are those of the old text."""
    before, after = _pieces(old), _pieces(new)
    plain = [_plain(line) for line in before]
    ends = [line[len(line.rstrip("\r\n")) :] for line in before]
    common = max(set(ends) - {""}, key=ends.count, default="\n")
    result: list[str] = []
    for kind, start, end, left, right in SequenceMatcher(None, plain, after, autojunk=False).get_opcodes():
        if kind == "equal":
            result += before[start:end]
            continue
        for number, line in enumerate(after[left:right]):
            body = line.rstrip("\n")
            own = ends[start + number] if start + number < end else common
            result.append(body + (own or common) if body != line else body)
    return "".join(result)
