"""Comments, which trees leave out: where they are, and which of them belong to a statement."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from codemods.source.module import Module

_FILE_HEADER = re.compile(r"#!|#.*?coding[:=]")


@dataclass(frozen=True)
class Comment:
    """A comment: line from 1, column in characters from 0, text with its `#`; `own_line`: nothing stands before it."""

    line: int
    column: int
    text: str
    own_line: bool


@lru_cache(maxsize=32)
def comments(module: Module) -> tuple[Comment, ...]:
    """Every comment of a file in reading order."""
    return tuple(_comments(module)) if "#" in module.text else ()


def leading_block(module: Module, statement: ast.stmt) -> int:
    """The first line that belongs to a statement: its decorators and the comments directly above it, no blank between.

    Comments that stand deeper than the statement end the block before it; a shebang or coding line belongs to the file.
    """
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min((statement.lineno, *(decorator.lineno for decorator in decorators)))
    column = module.place(statement).column
    above = {comment.line: comment for comment in comments(module) if comment.own_line}
    while (comment := above.get(first - 1)) is not None and comment.column <= column:
        if comment.line <= 2 and _FILE_HEADER.match(comment.text):
            break
        first -= 1
    return first


def trailing_comment(module: Module, statement: ast.stmt) -> Comment | None:
    """The comment on the last line of a statement, behind it."""
    end = statement.end_lineno or statement.lineno
    return next((comment for comment in comments(module) if comment.line == end and not comment.own_line), None)


def comments_within(module: Module, first: int, last: int) -> tuple[Comment, ...]:
    """The comments on the lines from `first` to `last`, both included."""
    return tuple(comment for comment in comments(module) if first <= comment.line <= last)


def _comments(module: Module) -> Iterator[Comment]:
    lines = (module.line(number).rstrip("\r\n") + "\n" for number in range(1, len(module.line_starts) + 1))
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type == tokenize.COMMENT:
                line, column = token.start
                yield Comment(line, column, token.string, not token.line[:column].strip())
    except (tokenize.TokenError, SyntaxError):  # stricter in places than the parser, which accepted this text
        return
