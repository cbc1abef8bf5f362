"""The lines of an `else`, `elif` or `finally`: what has to go for the clause to go as a whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from codemods.source.comments import own_line_comments
from codemods.source.module import Module


def clause_lines(module: Module, owner: ast.stmt, part: Sequence[ast.stmt]) -> range | None:
    """From the header of a part of a statement to its last line, the comments that end it included; None where a
    comment above the header belongs to it, or where there is no statement without this part."""
    if part is getattr(owner, "finalbody", None) and not getattr(owner, "handlers", None):
        return None
    header = header_line(module, owner, part)
    if header is None or _has_comment_above(module, owner, header):
        return None
    return range(header, last_line(module, part, module.column(owner)) + 1)


def header_line(module: Module, owner: ast.stmt, part: Sequence[ast.stmt]) -> int | None:
    """The line of the `else`, `elif` or `finally` above a part of a statement."""
    word = "finally" if part is getattr(owner, "finalbody", None) else "else"
    line = part[0].lineno
    while not (re.match(rf"\s*{word}\s*:", module.line(line)) or _is_elif(module, part[0], line)):
        line -= 1
        if line <= owner.lineno:
            return None
    return line


def last_line(module: Module, part: Sequence[ast.stmt], column: int) -> int:
    """The last line of a part of a statement that stands in this column, the comments that end it included."""
    last = part[-1].end_lineno or part[-1].lineno
    own = own_line_comments(module)
    while (comment := own.get(last + 1)) is not None and comment.column > column:
        last += 1
    return last


def _is_elif(module: Module, statement: ast.stmt, line: int) -> bool:
    return isinstance(statement, ast.If) and line == statement.lineno and module.source(statement).startswith("elif")


def _has_comment_above(module: Module, owner: ast.stmt, header: int) -> bool:
    own, line, column = own_line_comments(module), header - 1, module.column(owner)
    while line > owner.lineno and (line in own or not module.line(line).strip()):
        if line in own and own[line].column <= column:
            return True
        line -= 1
    return False
