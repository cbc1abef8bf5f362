"""`with` statements whose header goes and whose body moves out by one level."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import lru_cache

from codemods.emit.writer import GONE, Writer
from codemods.rule import Edit
from codemods.source.comments import comments_within, own_line_comments
from codemods.source.module import Module
from codemods.source.strings import continued_string_lines


def dedent_edits(writer: Writer, spans: Iterable[tuple[int, int]]) -> list[Edit]:
    """The edits that take the wrappers away, apart from lines inside of `spans`, which are written anew."""
    module = writer.module
    depth: dict[int, int] = {}
    strings: set[int] = set()
    for wrapper in writer.program.wrappers:
        lines = body_lines(writer, wrapper.statement)
        strings |= _string_lines(writer, lines)
        for line in lines:
            depth[line] = depth.get(line, 0) + _step(writer, wrapper.statement)
    taken = list(spans)
    edits = []
    for line, characters in sorted(depth.items()):
        start = module.line_starts[line - 1]
        text = module.line(line)
        room = len(text) - len(text.lstrip(" \t"))
        inside = any(first < start < last for first, last in taken)
        if line not in strings and not inside and text.strip():
            edits.append(Edit(start, start + min(characters, room), ""))
    return edits


def _string_lines(writer: Writer, lines: range) -> set[int]:
    """Which of the lines of a body begin inside of a string."""
    text = "".join(writer.module.line(line) for line in lines)
    return {lines.start + line for line in continued_string_lines(text)}


def depth_of(writer: Writer, line: int) -> int:
    """By how many characters a line moves out."""
    around = (each.statement for each in writer.program.wrappers if line in body_lines(writer, each.statement))
    return sum(_step(writer, statement) for statement in around)


def _step(writer: Writer, statement: ast.With) -> int:
    return writer.module.column(statement.body[0]) - writer.module.column(statement)


def body_lines(writer: Writer, statement: ast.With) -> range:
    """The lines of the body, the comments that end it included."""
    return _body_lines(writer.module, statement)


@lru_cache(maxsize=64)
def _body_lines(module: Module, statement: ast.With) -> range:
    first = header_end(statement) + 1
    last = statement.end_lineno or statement.lineno
    column = module.column(statement.body[0])
    own = own_line_comments(module)
    while (comment := own.get(last + 1)) is not None and comment.column >= column:
        last += 1
    return range(first, last + 1)


def header_end(statement: ast.With) -> int:
    """The last line of the header."""
    ends = [item.context_expr.end_lineno or statement.lineno for item in statement.items]
    ends += [item.optional_vars.end_lineno or 0 for item in statement.items if item.optional_vars is not None]
    last = max(ends)
    body = statement.body[0].lineno
    return last if last < body else body - 1


def header_edit(writer: Writer, statement: ast.With) -> Edit:
    """The edit that removes the header, leaving its comments."""
    module = writer.module
    first, last = statement.lineno, max(header_end(statement), statement.lineno)
    indent = module.line(first)[: module.column(statement)]
    drop = depth_of(writer, first)
    kept = [f"{indent[drop:]}{comment.text}\n" for comment in comments_within(module, first, last)]
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    return Edit(module.line_starts[first - 1], end, "".join(kept) or f"{GONE}\n")
