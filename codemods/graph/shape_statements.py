"""`y.set_shape([None, 3])` as a statement: from there on the name denotes the same tensor with what is known of it."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.sizes import sizes_of
from codemods.graph.values import Kind, Value


def sets_shape(statement: ast.stmt) -> bool:
    """Whether the statement is nothing else."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(), attr="set_shape"), args=[_], keywords=[])):
            return True
        case _:
            return False


def settled_shape(build: Evaluation, statement: ast.Expr) -> tuple[list[tuple[str, Value]], Value] | None:
    """The name and what it denotes; None where the statement is another one, or the tensor is not computed in a run."""
    call = statement.value
    if not sets_shape(statement) or build.functions or build.builders or build.looped:
        return None
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    name = call.func.value.id
    found, use = build.environment.look_up(name)
    plain = found is not None and found.items is None and found.element is None and found.api is None
    if found is None or not plain or use.definition is None or found.kind not in (Kind.TENSOR, Kind.RANDOM):
        return None
    owner, given = evaluate(build, call.func.value), evaluate(build, call.args[0])
    if values.lateness(given) != Kind.PYTHON:
        return None
    shape = owner.shape if owner.shape is not None or not build.sized else sizes_of(given)
    value = replace(owner, shape=shape)
    return [(name, value)], value
