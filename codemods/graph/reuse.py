"""`reuse_variables()`: from there on, and to the end of the scope, names mean what was made under them before."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.literals import truth
from codemods.graph.rounds import is_first_skipped, loop_around
from codemods.graph.values import Kind


def asks_for_reuse(build: Evaluation, statement: ast.Expr | ast.If) -> bool:
    """Whether the statement is about reuse alone, and it is known whether it asks for it; then that is done."""
    match statement:
        case ast.If(body=body, orelse=orelse):
            inside: Sequence[ast.stmt] = [*body, *orelse]
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="reuse_variables"))):
            inside = [statement]
        case _:
            return False
    if not _only_asks(build, inside):
        return False
    if _asks_later(build, statement, inside):
        return True
    taken = inside
    if isinstance(statement, ast.If):
        decided = truth(evaluate(build, statement.test))
        if decided is None:
            return False
        taken = statement.body if decided else statement.orelse
    for owner in _owners(build, taken):
        build.scopes.reuse_variables(scope_number(build, owner))
    return True


def _owners(build: Evaluation, statements: Sequence[ast.stmt]) -> list[ast.expr]:
    """The scopes that are asked for reuse."""
    return [owner for each in statements if (owner := _asked(build, each)) is not None]


def _asks_later(build: Evaluation, statement: ast.Expr | ast.If, inside: Sequence[ast.stmt]) -> bool:
    """Whether a loop asks for reuse in all rounds but the first: then that is done when the loop has been read."""
    loop = loop_around(build, statement)
    if loop is None or not is_first_skipped(build, statement, loop):
        return False
    numbers = [build.scopes.number(scope_number(build, each)) for each in _owners(build, inside)]
    build.scopes.later.setdefault(loop, []).extend(numbers)
    return True


def ask_after(build: Evaluation, loop: ast.stmt) -> None:
    """What later rounds of a loop have asked for holds behind it."""
    for number in build.scopes.later.pop(loop, ()):
        build.scopes.reuse_variables(number)


def _only_asks(build: Evaluation, statements: Sequence[ast.stmt]) -> bool:
    """Whether these statements are about reuse alone: requests, and assertions that there is none."""
    requests = [each for each in statements if _asks(build, each)]
    return bool(requests) and all(each in requests or isinstance(each, ast.Pass | ast.Assert) for each in statements)


def _asks(build: Evaluation, statement: ast.stmt) -> bool:
    return _asked(build, statement) is not None


def _asked(build: Evaluation, statement: ast.stmt) -> ast.expr | None:
    """The scope that is asked for reuse."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="reuse_variables"), args=[], keywords=[])):
            is_open = isinstance(owner, ast.Call) and build.names.api_of(owner.func) == "tf.get_variable_scope"
            return owner if is_open or scope_number(build, owner) is not None else None
        case _:
            return None


def scope_number(build: Evaluation, expression: ast.expr | None) -> int | None:
    """Which variable scope a name stands for that `as` gave it; None if it is something else."""
    found = build.environment.look_up(expression.id)[0] if isinstance(expression, ast.Name) else None
    scope = found is not None and found.kind == Kind.SESSION and found.api == "tf.variable_scope"
    return found.serial if found is not None and scope else None
