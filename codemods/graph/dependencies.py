"""`with tf.control_dependencies(...)`: what the statements inside wait for. Inside of a function they run in order."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from codemods.api.context import has_trait
from codemods.graph import values
from codemods.graph.around import AverageUse
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Definition, Node, Stage, Use
from codemods.graph.record import Record
from codemods.graph.values import Kind, Value, lateness, parts
from codemods.source.walk import walk

CONTROL = "tf.control_dependencies"
_KIND = "control-dependencies"
_WAITED_FOR = frozenset({Kind.CONSTANT, Kind.VARIABLE, Kind.RANDOM, Kind.INPUT, Kind.TENSOR, Kind.UPDATE})
_MADE = ("creations", "layers", "cells", "cell_runs", "inputs", "runs", "hoists")  # not under dependencies

_METHODS = frozenset({"minimize", "apply_gradients", "assign", "assign_add", "assign_sub", "apply"})


def is_dependencies(build: Evaluation, expression: ast.expr) -> bool:
    """Whether this is a `tf.control_dependencies(...)` of the scope itself, whose header can go."""
    match expression:
        case ast.Call(func=function, args=[_], keywords=[]) if not build.builders and not build.functions:
            driven = any(expression in walk(each) for each in build.drivers)
            return build.names.api_of(function) == CONTROL and not driven
        case _:
            return False


def enter_dependencies(build: Evaluation, call: ast.Call) -> None:
    """Statements inside wait for what is named."""
    outer, build.record = build.record, Record()
    value = evaluate(build, call.args[0])
    outer.obstacles += build.record.obstacles
    build.dependencies.append(build.record.uses)
    build.collections.awaited.append(tuple(build.record.averages))
    inline = bool(build.record.averages) and isinstance(call.args[0], ast.Call)
    build.record = outer
    waited = parts(value) if value.items is not None or value.element is not None else ()
    if not (inline or _is_named(call.args[0])) or not waited or not {each.kind for each in waited} <= _WAITED_FOR:
        build.note(_KIND, call, CONTROL, "what it waits for is not a list of operations that have names")


def leave_dependencies(build: Evaluation) -> None:
    """The end of the block."""
    build.dependencies.pop()
    build.collections.awaited.pop()


def _is_named(node: ast.expr) -> bool:
    match node:
        case ast.Name():
            return True
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return all(_is_named(each.value if isinstance(each, ast.Starred) else each) for each in elts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_named(left) and _is_named(right)
        case _:
            return False


def note_dependencies(build: Evaluation, statement: ast.stmt, record: Record, stage: Stage, value: Value) -> None:
    """A statement inside waits if it makes operations; whether it does must be certain."""
    after = {use: None for block in build.dependencies for use in block}
    awaited = {call: None for block in build.collections.awaited for call in block}
    around = [each for each in record.around if not isinstance(each, AverageUse)]
    made = bool(around) or record.state_in_function or any(getattr(record, each) for each in _MADE)
    expression = getattr(statement, "value", None)
    if not (after or awaited) or (isinstance(statement, ast.Assign) and isinstance(expression, ast.Name)):
        return  # another name for what was made outside waits for nothing
    if stage in (Stage.PYTHON, Stage.STATE) and not made and lateness(value) != Kind.CONSTANT:
        return
    operation = stage in (Stage.TENSOR, Stage.UPDATE) and _makes_operations(build, expression, value)
    operation |= stage == Stage.TENSOR and isinstance(statement, ast.AugAssign)
    if made or not operation or build.looped or (awaited and stage != Stage.UPDATE):
        first = ast.unparse(statement).splitlines()[0][:60]
        build.note(_KIND, statement, first, f"it stands under {CONTROL}, and may not wait for that as a whole")
        return
    record.after = after
    record.averages |= awaited


def _makes_operations(build: Evaluation, node: ast.expr | None, value: Value) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr=method)) if build.names.api_of(node.func) is None:
            return method in _METHODS and value.kind == Kind.UPDATE
        case ast.Call(func=function):
            return has_trait("operations", build.names.api_of(function))
        case ast.BinOp() | ast.UnaryOp(op=ast.USub()):
            return value.kind in values.PER_RUN and value.kind != Kind.UPDATE
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            each_value = value.items if value.items is not None else ()
            return len(each_value) == len(elts) > 0 and all(
                _makes_operations(build, each, part) for each, part in zip(elts, each_value, strict=True)
            )
        case ast.ListComp(elt=ast.Call() as call):
            return value.element is not None and _makes_operations(build, call, value.element)
        case _:
            return False


def settled_dependencies(nodes: Sequence[Node], definitions: Mapping[int, Definition]) -> list[Node]:
    """The statements, each waiting only for what has an effect: tensors are computed before what changes variables."""
    if not any(node.after for node in nodes):
        return list(nodes)
    return [
        replace(node, after=tuple(use for use in node.after if _has_effects(nodes, definitions, use))) for node in nodes
    ]


def _has_effects(nodes: Sequence[Node], definitions: Mapping[int, Definition], use: Use) -> bool:
    """Whether something that is named, or what it is computed from, does more than compute."""
    todo, seen = [use.definition], set[int]()
    while todo:
        each = todo.pop()
        if each is None or each in seen or each not in definitions:
            continue
        seen.add(each)
        node = nodes[definitions[each].node]
        made = node.layers or node.cell_runs or node.around
        if node.stage == Stage.UPDATE or node.random or node.happens or made:
            return True
        todo += [one.definition for one in (*node.uses, *node.after)]
    return False
