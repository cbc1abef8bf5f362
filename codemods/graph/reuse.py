"""`reuse_variables()`: from there on, and to the end of the scope, names mean what was made under them before."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.literals import truth
from codemods.graph.values import Kind, Value


def reuse_request(build: Evaluation, statement: ast.Expr | ast.If) -> bool | None:
    """Whether the statement asks for reuse; None if it is something else, or if that is not known."""
    match statement:
        case ast.Expr():
            return True if _asks(build, statement) else None
        case ast.If(test=test, body=body, orelse=orelse) if _only_asks(build, [*body, *orelse]):
            decided = truth(evaluate(build, test))
            if decided is None:
                return None
            return any(_asks(build, each) for each in (body if decided else orelse))
        case _:
            return None


def _only_asks(build: Evaluation, statements: Sequence[ast.stmt]) -> bool:
    """Whether these statements are about reuse alone: requests, and assertions that there is none."""
    requests = [each for each in statements if _asks(build, each)]
    return bool(requests) and all(each in requests or isinstance(each, ast.Pass | ast.Assert) for each in statements)


def _asks(build: Evaluation, statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="reuse_variables"), args=[], keywords=[])):
            return _is_scope(build, owner)
        case _:
            return False


def _is_scope(build: Evaluation, owner: ast.expr) -> bool:
    match owner:
        case ast.Call(func=function):
            return build.names.api_of(function) == "tf.get_variable_scope"
        case ast.Name(id=name):
            found: Value | None = build.environment.look_up(name)[0]
            return found is not None and found.kind == Kind.SESSION and found.api == "tf.variable_scope"
        case _:
            return False
