"""Replace, insert and remove whole statements of a text, wherever they stand, without losing a comment."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence

from codemods.rule import Edit
from codemods.source.clauses import clause_lines
from codemods.source.comments import comments, comments_within, leading_block
from codemods.source.module import Module
from codemods.source.walk import walk


def replace_statement(module: Module, statement: ast.stmt, lines: Sequence[str]) -> Edit:
    """Put other statements, one a line, in the place of one; comments inside of it move above them."""
    start, end = module.span(statement)
    inside = [comment.text for comment in comments(module) if start <= _at(module, comment.line, comment.column) < end]
    return Edit(start, end, _separator(module, start).join((*inside, *lines)))


def insert_before(module: Module, statement: ast.stmt, lines: Sequence[str]) -> Edit:
    """Put lines above a statement and the comments that belong to it; the statement must begin its line.

    Comments above the first statement of a file belong to the file.
    """
    first = statement.lineno if statement is module.tree.body[0] else leading_block(module, statement)
    point = module.line_starts[first - 1]
    return Edit(point, point, _whole_lines(module, statement, lines))


def insert_after(module: Module, statement: ast.stmt, lines: Sequence[str]) -> Edit:
    """Put lines below the line on which a statement ends."""
    last = _line_end(module, module.span(statement)[1])
    end = _newline_at(module, last)
    point = last + len(end)
    return Edit(point, point, ("" if end else module.newline) + _whole_lines(module, statement, lines))


def _whole_lines(module: Module, statement: ast.stmt, lines: Sequence[str]) -> str:
    indent = _indent(module, module.span(statement)[0])
    return "".join(f"{indent}{line}{module.newline}" if line else module.newline for line in lines)


def remove_statements(module: Module, statements: Collection[ast.stmt]) -> tuple[Edit, ...]:
    """Remove statements, with one edit for each; a comment behind one stays. A body that would be left empty keeps a
    `pass`."""
    emptied = {body[0] for _, body in _inner_bodies(module.tree) if all(each in statements for each in body)}
    ordered = sorted(statements, key=lambda each: (each.lineno, each.col_offset))
    return tuple(_removal(module, each, each in emptied) for each in ordered)


def remove_with_clauses(module: Module, statements: Collection[ast.stmt]) -> tuple[Edit, ...]:
    """Remove statements; an `else` or `finally` that would be left empty goes with them, if it has no comment."""
    edits, rest = [], set(statements)
    for owner, body in _inner_bodies(module.tree):
        lines = _clause(module, owner, body) if all(each in statements for each in body) else None
        if lines is not None:
            edits.append(_without_lines(module, lines))
            rest -= set(body)
    return (*edits, *remove_statements(module, rest))


def _clause(module: Module, owner: ast.AST, body: Sequence[ast.stmt]) -> range | None:
    """The lines of an `else` or `finally` without a comment."""
    if not isinstance(owner, ast.stmt) or body is getattr(owner, "body", None):
        return None
    lines = clause_lines(module, owner, body)
    return None if lines is None or comments_within(module, lines[0], lines[-1]) else lines


def _without_lines(module: Module, lines: range) -> Edit:
    last = lines[-1]
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    return Edit(module.line_starts[lines[0] - 1], end, "")


def stands_alone(module: Module, statement: ast.stmt) -> bool:
    """Is there no other statement on the lines of this one?"""
    start, end = module.span(statement)
    before = module.text[module.line_starts[module.line_of(start) - 1] : start]
    return not before.strip() and module.text[end : _line_end(module, end)].strip()[:1] in ("", "#")


def _removal(module: Module, statement: ast.stmt, must_stay: bool) -> Edit:
    start, end = module.span(statement)
    kept = [comment.text for comment in comments(module) if start <= _at(module, comment.line, comment.column) < end]
    if must_stay or not stands_alone(module, statement):
        return replace_statement(module, statement, ["pass"])
    behind = module.text[end : _line_end(module, end)].strip()
    if behind or kept:
        return Edit(start, _line_end(module, end), _separator(module, start).join((*kept, *filter(None, (behind,)))))
    first = module.line_starts[statement.lineno - 1]
    last = _line_end(module, end)
    return Edit(first, last + len(_newline_at(module, last)), "")


def _inner_bodies(tree: ast.Module) -> Iterator[tuple[ast.AST, list[ast.stmt]]]:
    for node in walk(tree):
        if node is not tree:
            for name in ("body", "orelse", "finalbody"):
                body = getattr(node, name, None)
                if isinstance(body, list) and body:
                    yield node, body


def _separator(module: Module, start: int) -> str:
    before = module.text[module.line_starts[module.line_of(start) - 1] : start]
    return module.newline + before if not before.strip() else "; "


def _indent(module: Module, start: int) -> str:
    line = module.text[module.line_starts[module.line_of(start) - 1] : start]
    return line[: len(line) - len(line.lstrip())]


def _line_end(module: Module, offset: int) -> int:
    line = module.line_of(offset)
    return module.line_starts[line - 1] + len(module.line(line).rstrip("\r\n"))


def _newline_at(module: Module, offset: int) -> str:
    rest = module.text[offset : offset + 2]
    return rest if rest == "\r\n" else rest[:1]


def _at(module: Module, line: int, column: int) -> int:
    return module.line_starts[line - 1] + column
