"""`reuse_variables()`: from there on, and to the end of the scope, names mean what was made under them before."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.literals import truth
from codemods.graph.values import Kind


def asks_for_reuse(build: Evaluation, statement: ast.Expr | ast.If) -> bool:
    """Whether the statement is about reuse alone, and it is known whether it asks for it; then that is done."""
    match statement:
        case ast.Expr():
            taken: Sequence[ast.stmt] = [statement]
        case ast.If(test=test, body=body, orelse=orelse) if _only_asks(build, [*body, *orelse]):
            decided = truth(evaluate(build, test))
            if decided is None:
                return False
            taken = body if decided else orelse
        case _:
            return False
    owners = [owner for each in taken if (owner := _asked(build, each)) is not None]
    for owner in owners:
        build.scopes.reuse_variables(scope_number(build, owner))
    return bool(owners) or isinstance(statement, ast.If)


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
