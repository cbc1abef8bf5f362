"""Branches of which nothing is left go whole, where a person would not write one; others keep a `pass`."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from codemods.emit.writer import GONE, Writer
from codemods.rule import Edit
from codemods.source.comments import comments_within, own_line_comments
from codemods.source.module import Module
from codemods.source.walk import with_bodies

_ASKS = frozenset({"os.path.exists", "os.path.isfile", "os.path.isdir"})  # calls that only look
_OPPOSITE: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}


@dataclass(frozen=True)
class Emptied:
    """`edits` take away empty branches, and `tests` turn the condition of what is left; `gone`: the statements that
    go with a branch."""

    edits: list[Edit] = field(default_factory=list)
    tests: list[Edit] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Branches:
    """`bare`: the statements of which nothing stays; `elsewhere`: the lines whose comments moved with them."""

    writer: Writer
    bare: Set[int]
    elsewhere: Set[int]
    found: Emptied = field(default_factory=Emptied)


def empty_branches(writer: Writer, bare: Set[int], elsewhere: Set[int]) -> Emptied:
    """The branches that go whole. A comment that would be lost keeps its branch."""
    branches = _Branches(writer, bare, elsewhere)
    if bare:
        _visit(branches, writer.program.body.body)
    return branches.found


def _visit(branches: _Branches, body: Sequence[ast.stmt]) -> None:
    for statement in body:
        if isinstance(statement, ast.If) and _is_bare(branches, statement):
            if not _all_bare(branches, body):
                _remove(branches, statement.lineno, statement, [statement])
        elif isinstance(statement, ast.If | ast.For | ast.While | ast.Try):
            _visit_parts(branches, statement)
        elif isinstance(statement, ast.With | ast.FunctionDef):
            _visit(branches, statement.body)


def _visit_parts(branches: _Branches, statement: ast.If | ast.For | ast.While | ast.Try) -> None:
    handlers = statement.handlers if isinstance(statement, ast.Try) else []
    last = statement.finalbody if isinstance(statement, ast.Try) and handlers else []
    for part, word, before in ((statement.orelse, "else", statement.body), (last, "finally", None)):
        if part and _all_bare(branches, part):
            first = _header(branches, part, word, statement, before)
            if first is not None and _remove(branches, first, statement, part):
                continue
        _visit(branches, part)
    for each in handlers:
        _visit(branches, each.body)
    if not (isinstance(statement, ast.If) and _turn(branches, statement)):
        _visit(branches, statement.body)


def _all_bare(branches: _Branches, body: Sequence[ast.stmt]) -> bool:
    return all(_is_bare(branches, each) for each in body)


def _is_bare(branches: _Branches, statement: ast.stmt) -> bool:
    """Whether nothing would be left of a statement; of an `if`, whether nothing happens in it or in its condition."""
    if not isinstance(statement, ast.If):
        return id(statement) in branches.bare
    inside = (*statement.body, *statement.orelse)
    return _only_looks(branches, statement.test) and _all_bare(branches, inside)


def _only_looks(branches: _Branches, test: ast.expr) -> bool:
    """Whether an expression neither does anything nor can fail where the program got that far."""
    match test:
        case ast.Constant() | ast.Name():
            return True
        case ast.Attribute(value=value) | ast.UnaryOp(op=ast.Not(), operand=value):
            return _only_looks(branches, value)
        case ast.BoolOp(values=several):
            return all(_only_looks(branches, each) for each in several)
        case ast.Compare(left=left, comparators=others):
            return all(_only_looks(branches, each) for each in (left, *others))
        case ast.Call(func=function, args=[ast.Constant() | ast.Name() | ast.Attribute()], keywords=[]):
            return branches.writer.names.dotted_of(function) in _ASKS
        case _:
            return False


def _header(
    branches: _Branches, part: Sequence[ast.stmt], word: str, owner: ast.stmt, before: Sequence[ast.stmt] | None
) -> int | None:
    """The line of the `else` or `finally`; None where a comment above belongs to it."""
    module = branches.writer.module
    line = part[0].lineno
    while not (re.match(rf"\s*{word}\s*:", module.line(line)) or _is_elif(module, part[0], line)):
        line -= 1
        if line <= owner.lineno:
            return None
    end = before[-1].end_lineno or 0 if before else line - 1
    above = comments_within(module, end + 1, line - 1) if before else comments_within(module, line - 1, line - 1)
    return None if any(each.own_line and each.column <= module.column(owner) for each in above) else line


def _is_elif(module: Module, statement: ast.stmt, line: int) -> bool:
    return isinstance(statement, ast.If) and line == statement.lineno and module.source(statement).startswith("elif")


def _remove(branches: _Branches, first: int, owner: ast.stmt, part: Sequence[ast.stmt]) -> bool:
    """Take the lines of a part away, unless a comment would go with them."""
    module = branches.writer.module
    last = _last_line(branches, part, module.column(owner))
    if any(each.line not in branches.elsewhere for each in comments_within(module, first, last)):
        return False
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    branches.found.edits.append(Edit(module.line_starts[first - 1], end, f"{GONE}\n"))
    branches.found.gone.update(id(inner) for each in part for inner in with_bodies(each))
    branches.writer.rules.setdefault(first, "session-to-function")
    return True


def _last_line(branches: _Branches, part: Sequence[ast.stmt], column: int) -> int:
    """The last line of a part, the comments that end it included."""
    last = part[-1].end_lineno or part[-1].lineno
    own = own_line_comments(branches.writer.module)
    while (comment := own.get(last + 1)) is not None and comment.column > column:
        last += 1
    return last


def _turn(branches: _Branches, statement: ast.If) -> bool:
    """`if a: pass`, `else: ...` is `if not a: ...`, where that is as plain."""
    writer, module = branches.writer, branches.writer.module
    rest = statement.orelse
    if not rest or _all_bare(branches, rest) or not _all_bare(branches, statement.body):
        return False
    line = _header(branches, rest, "else", statement, statement.body)
    test = _opposite(writer, statement.test)
    if line is None or test is None or module.line(line).strip() != "else:":
        return False
    start, end = module.span(statement.test)
    first = (statement.test.end_lineno or 0) + 1
    if module.text[end : module.line_starts[first - 1]].strip() != ":":
        return False
    if any(each.line not in branches.elsewhere for each in comments_within(module, first, line)):
        return False
    below = next(number for number in range(line, rest[0].lineno) if module.line(number + 1).strip())
    branches.found.edits.append(Edit(module.line_starts[first - 1], module.line_starts[below], ""))
    branches.found.tests.append(Edit(start, end, test))
    branches.found.gone.update(id(inner) for each in statement.body for inner in with_bodies(each))
    return True


def _opposite(writer: Writer, test: ast.expr) -> str | None:
    """The text of the opposite of a condition; None where it would be harder to read."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript() as inner):
            return writer.text(inner)
        case ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript():
            return f"not {writer.text(test)}"
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in _OPPOSITE:
            return f"{writer.text(left)} {_OPPOSITE[type(operator)]} {writer.text(right)}"
        case _:
            return None
