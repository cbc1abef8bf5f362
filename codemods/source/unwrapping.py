"""`with` statements that go: their headers vanish, and what they held moves out by one level."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from codemods.rule import Edit
from codemods.source.comments import comments_within, own_line_comments
from codemods.source.module import Module
from codemods.source.strings import continued_string_lines


def unwrapped(module: Module, statements: Sequence[ast.With]) -> list[Edit] | None:
    """The edits that take these statements away; None if one shares its lines with something else."""
    if any(not _has_own_lines(module, each) for each in statements):
        return None
    steps: dict[int, int] = {}
    fixed = continued_string_lines(module.text)
    headers = {line for each in statements for line in range(each.lineno, _header_end(each) + 1)}
    for each in statements:
        for line in _body_lines(module, each):
            steps[line] = steps.get(line, 0) + module.column(each.body[0]) - module.column(each)
    edits = list(_outward(module, {line: step for line, step in steps.items() if line not in headers}, fixed))
    return [*edits, *(_without_header(module, each, steps.get(each.lineno, 0)) for each in statements)]


def _has_own_lines(module: Module, statement: ast.With) -> bool:
    start = module.line(statement.lineno)[: module.column(statement)]
    return not start.strip() and _header_end(statement) < statement.body[0].lineno


def _header_end(statement: ast.With) -> int:
    """The last line of the header; comments between it and the body belong to the body."""
    return max(item.context_expr.end_lineno or statement.lineno for item in statement.items)


def _body_lines(module: Module, statement: ast.With) -> range:
    last, column = statement.end_lineno or statement.lineno, module.column(statement.body[0])
    own = own_line_comments(module)
    while (comment := own.get(last + 1)) is not None and comment.column >= column:
        last += 1
    return range(_header_end(statement) + 1, last + 1)


def _outward(module: Module, steps: Mapping[int, int], fixed: frozenset[int]) -> Iterator[Edit]:
    for line, step in sorted(steps.items()):
        text = module.line(line)
        room = len(text) - len(text.lstrip(" \t"))
        if line - 1 not in fixed and text.strip():
            yield Edit(module.line_starts[line - 1], module.line_starts[line - 1] + min(step, room), "")


def _without_header(module: Module, statement: ast.With, step: int) -> Edit:
    last = _header_end(statement)
    indent = module.line(statement.lineno)[: module.column(statement)][step:]
    kept = [f"{indent}{each.text}{module.newline}" for each in comments_within(module, statement.lineno, last)]
    return Edit(module.line_starts[statement.lineno - 1], module.line_starts[last], "".join(kept))
