"""Comments, which trees leave out: where they are, and which of them belong to a statement."""

from __future__ import annotations

import ast
import re
import tokenize
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from codemods.source.module import Module
from codemods.source.walk import walk

_line = attrgetter("line")
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


@lru_cache(maxsize=32)
def own_line_comments(module: Module) -> Mapping[int, Comment]:
    """Line -> the comment that has it for itself."""
    return {comment.line: comment for comment in comments(module) if comment.own_line}


@lru_cache(maxsize=32)
def _trailing_comments(module: Module) -> Mapping[int, Comment]:
    return {comment.line: comment for comment in comments(module) if not comment.own_line}


def leading_block(module: Module, statement: ast.stmt) -> int:
    """The first line that belongs to a statement: its decorators and the comments directly above it, no blank between.

    Comments that stand deeper than the statement end the block before it; a shebang or coding line belongs to the file.
    """
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min((statement.lineno, *(decorator.lineno for decorator in decorators)))
    column = module.column(statement)
    above = own_line_comments(module)
    while (comment := above.get(first - 1)) is not None and comment.column <= column:
        if comment.line <= 2 and _FILE_HEADER.match(comment.text):
            break
        first -= 1
    return first


def trailing_comment(module: Module, statement: ast.stmt) -> Comment | None:
    """The comment on the last line of a statement, behind it."""
    end = statement.end_lineno or statement.lineno
    return _trailing_comments(module).get(end)


def comments_within(module: Module, first: int, last: int) -> tuple[Comment, ...]:
    """The comments on the lines from `first` to `last`, both included."""
    every = comments(module)
    return every[bisect_left(every, first, key=_line) : bisect_right(every, last, key=_line)]


def _comments(module: Module) -> Iterator[Comment]:
    """Where every string is one literal, what begins with `#` outside of strings is a comment; else tokens tell."""
    strings = _string_spans(module)
    if strings is None:
        yield from _tokenized(module)
        return
    position, string = module.text.find("#"), 0
    while position >= 0:
        while string < len(strings) and strings[string][1] <= position:
            string += 1
        if string < len(strings) and strings[string][0] <= position:
            position = module.text.find("#", strings[string][1])
            continue
        end = _LINE_END.search(module.text, position)
        stop = end.start() if end is not None else len(module.text)
        line = module.line_of(position)
        column = position - module.line_starts[line - 1]
        yield Comment(line, column, module.text[position:stop], not module.line(line)[:column].strip())
        position = module.text.find("#", stop)


_LINE_END = re.compile(r"[\r\n]")
_LITERAL = re.compile(r"(?i)[rbuf]{0,3}(?P<quote>\"\"\"|'''|\"|')")


def _string_spans(module: Module) -> list[tuple[int, int]] | None:
    """Where the strings are, in order; None if one of them may be several literals with comments between them."""
    spans = []
    nodes = walk(module.tree)
    inside = {id(part) for each in nodes if isinstance(each, ast.JoinedStr) for part in walk(each)[1:]}
    for node in nodes:
        literal = isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
        )
        if not literal or id(node) in inside or not isinstance(node, ast.expr):
            continue
        start, end = module.span(node)
        opening = _LITERAL.match(module.text, start)
        if opening is None or _may_be_several(module.text[opening.end() : end], opening["quote"]):
            return None
        spans.append((start, end))
    return sorted(spans)


def _may_be_several(rest: str, quote: str) -> bool:
    """Whether the text of a string, behind its opening quote, goes on over lines behind a closing quote."""
    return "\n" in rest and (len(quote) == 1 or quote in rest[: -len(quote)])


def _tokenized(module: Module) -> Iterator[Comment]:
    lines = (module.line(number).rstrip("\r\n") + "\n" for number in range(1, len(module.line_starts) + 1))
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type == tokenize.COMMENT:
                line, column = token.start
                yield Comment(line, column, token.string, not token.line[:column].strip())
    except (tokenize.TokenError, SyntaxError):  # stricter in places than the parser, which accepted this text
        return
