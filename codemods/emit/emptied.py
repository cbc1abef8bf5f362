"""Branches of which nothing is left go whole, where a person would not write one; others keep a `pass`."""

from __future__ import annotations

import ast
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from codemods.emit.writer import GONE, Writer
from codemods.rule import Edit
from codemods.source.clauses import clause_lines, last_line
from codemods.source.comments import comments_within
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
                last = last_line(branches.writer.module, [statement], branches.writer.module.column(statement))
                _remove(branches, range(statement.lineno, last + 1), [statement])
        elif isinstance(statement, ast.If | ast.For | ast.While | ast.Try):
            _visit_parts(branches, statement)
        elif isinstance(statement, ast.With | ast.FunctionDef):
            _visit(branches, statement.body)


def _visit_parts(branches: _Branches, statement: ast.If | ast.For | ast.While | ast.Try) -> None:
    module = branches.writer.module
    handlers, last = (statement.handlers, statement.finalbody) if isinstance(statement, ast.Try) else ([], [])
    for part in (statement.orelse, last):
        lines = clause_lines(module, statement, part) if part and _all_bare(branches, part) else None
        if lines is None or not _remove(branches, lines, part):
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


def _remove(branches: _Branches, lines: range, part: Sequence[ast.stmt]) -> bool:
    """Take the lines of a part away, unless a comment would go with them."""
    module = branches.writer.module
    first, last = lines[0], lines[-1]
    if any(each.line not in branches.elsewhere for each in comments_within(module, first, last)):
        return False
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    branches.found.edits.append(Edit(module.line_starts[first - 1], end, f"{GONE}\n"))
    branches.found.gone.update(id(inner) for each in part for inner in with_bodies(each))
    branches.writer.rules.setdefault(first, "session-to-function")
    return True


def _turn(branches: _Branches, statement: ast.If) -> bool:
    """`if a: pass`, `else: ...` is `if not a: ...`, where that is as plain."""
    writer, module = branches.writer, branches.writer.module
    rest = statement.orelse
    if not rest or _all_bare(branches, rest) or not _all_bare(branches, statement.body):
        return False
    lines = clause_lines(module, statement, rest)
    line = lines[0] if lines is not None else None
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
