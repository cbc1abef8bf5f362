"""What the first round of a loop does not do: `if step > 0: scope.reuse_variables()`."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping

from codemods.graph import literals
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.values import Value
from codemods.source.tree import parents
from codemods.source.walk import walk


def loop_around(build: Evaluation, statement: ast.AST) -> ast.For | None:
    """The innermost loop around a place, within its function."""
    around: ast.AST | None = parents(build.module).get(statement)
    while around is not None and not isinstance(around, ast.For | ast.While | ast.FunctionDef | ast.ClassDef):
        around = parents(build.module).get(around)
    return around if isinstance(around, ast.For) else None


def is_first_skipped(build: Evaluation, statement: ast.stmt, loop: ast.For) -> bool:
    """Whether the first round of a loop is known to leave a statement out."""
    branches = list(_branches(build, statement, loop))
    return in_first_round(build, loop, lambda: any(_differs(build, *each) for each in branches))


def _differs(build: Evaluation, branch: ast.If, taken: bool) -> bool:
    return truth_of(build, branch.test) is (not taken)


def truth_of(build: Evaluation, test: ast.expr) -> bool | None:
    """Whether a condition holds; None if that is not known."""
    match test:
        case ast.Compare(left=left, ops=[ast.Gt() | ast.GtE() | ast.Lt() | ast.LtE() as order], comparators=[right]):
            first, second = (literals.known(evaluate(build, each)) for each in (left, right))
            if type(first) is not int or type(second) is not int:
                return None
            return _ORDERS[type(order)](first, second)
        case _:
            return literals.truth(evaluate(build, test))


_ORDERS: Mapping[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}


def _branches(build: Evaluation, statement: ast.stmt, loop: ast.For) -> Iterator[tuple[ast.If, bool]]:
    """The `if`s between a loop and a statement, the latter included; whether the statement is in their `else`."""
    inner: ast.AST = statement
    if isinstance(statement, ast.If):
        yield statement, True
    while inner is not loop:
        around = parents(build.module)[inner]
        if isinstance(around, ast.If):
            yield around, inner not in around.orelse
        inner = around


def in_first_round(build: Evaluation, loop: ast.For, ask: Callable[[], bool]) -> bool:
    """The answer to a question where the counter of the loop has its first value."""
    known = _first_value(loop)
    if known is None:
        return ask()
    name, number = known
    stored = [each for part in loop.body for each in walk(part) if isinstance(each, ast.Name) and each.id == name]
    if any(not isinstance(each.ctx, ast.Load) for each in stored):
        return ask()
    build.environment.frames.append({name: number})
    try:
        return ask()
    finally:
        build.environment.frames.pop()


def _first_value(loop: ast.For) -> tuple[str, Value] | None:
    """The counter of a loop, and its value in the first round."""
    match loop:
        case ast.For(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range" | "xrange"), args=[_], keywords=[]),
        ):
            return name, literals.value_of(0)
        case ast.For(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range" | "xrange"), args=[ast.Constant(value=int() as first), *_]),
        ):
            return name, literals.value_of(first)
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=name), *_]),
            iter=ast.Call(func=ast.Name(id="enumerate"), args=[_], keywords=[]),
        ):
            return name, literals.value_of(0)
        case _:
            return None
