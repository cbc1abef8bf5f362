"""`y.set_shape([None, 3])` as a statement: from there on the name denotes the same tensor with what is known of it.
`assert len(y.get_shape()) == 2` says what the tensor is from there on, too: it is checked where the tensor is computed.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.sizes import sizes_of
from codemods.graph.values import Kind, Value


def sets_shape(statement: ast.stmt) -> bool:
    """Whether the statement is nothing else, or asserts what the shape is."""
    if isinstance(statement, ast.Assert):
        return _checked(statement) is not None
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(), attr="set_shape"), args=[_], keywords=[])):
            return True
        case _:
            return False


def _checked(statement: ast.Assert) -> ast.Name | None:
    """The name of the tensor of whose static shape the statement asserts what it is."""
    match statement:
        case ast.Assert(test=ast.Compare(left=left, ops=[ast.Eq() | ast.In()]), msg=ast.Constant() | None):
            return _of_shape(left)
        case _:
            return None


def _of_shape(node: ast.expr) -> ast.Name | None:
    """The tensor of which this is the static shape, its length, or a part of it: the same in TensorFlow 2."""
    match node:
        case ast.Call(func=ast.Name(id="len"), args=[shape], keywords=[]):
            return _owner(shape)
        case ast.Subscript(value=listed, slice=ast.Constant() | ast.UnaryOp() | ast.Slice()):
            return _listed(listed)
        case ast.Attribute(value=shape, attr="ndims"):
            return _owner(shape)
        case _:
            return _listed(node)


def _listed(node: ast.expr) -> ast.Name | None:
    match node:
        case ast.Call(func=ast.Attribute(value=shape, attr="as_list"), args=[], keywords=[]):
            return _owner(shape)
        case _:
            return None


def _owner(shape: ast.expr) -> ast.Name | None:
    match shape:
        case ast.Attribute(value=ast.Name() as name, attr="shape"):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name() as name, attr="get_shape"), args=[], keywords=[]):
            return name
        case _:
            return None


def settled_check(build: Evaluation, statement: ast.Assert) -> tuple[list[tuple[str, Value]], Value] | None:
    """The name and what it denotes; None where the statement asserts something else, or of what is fed by its name."""
    name = _checked(statement)
    if name is None or build.functions or build.looped:
        return None
    found, use = build.environment.look_up(name.id)
    plain = found is not None and found.items is None and found.element is None and found.api is None
    kinds = (Kind.TENSOR, Kind.RANDOM, Kind.INPUT) if build.builders else (Kind.TENSOR, Kind.RANDOM)
    if found is None or not plain or use.definition is None or found.kind not in kinds:
        return None
    assert isinstance(statement.test, ast.Compare)
    if values.lateness(evaluate(build, statement.test.comparators[0])) != Kind.PYTHON:
        return None
    value = evaluate(build, name)
    return [(name.id, value)], value


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
