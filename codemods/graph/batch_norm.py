"""Batch normalization: what switches it, and who runs the updates of its moving averages."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import has_trait
from codemods.api.rows import LayerRow
from codemods.graph import values
from codemods.graph.evaluate import Evaluation
from codemods.graph.program import Entry, LayerUse, Term
from codemods.graph.values import Kind, Value, container
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

UPDATE_KEY = "tf.GraphKeys.UPDATE_OPS"
_KIND = "batch-norm-state"
_UPDATES = "update_ops"
_ASKS = "tf.get_collection"
_METHODS = frozenset({"get_collection", "get_collection_ref", "updates"})  # of a graph, and of a layer
_HARMLESS = frozenset({
    UPDATE_KEY, "tf.GraphKeys.TRAINABLE_VARIABLES", "tf.GraphKeys.REGULARIZATION_LOSSES", "tf.GraphKeys.LOSSES",
})  # fmt: skip


def is_understood(build: Evaluation, row: LayerRow, bound: Mapping[str, ast.expr]) -> bool:
    """Whether a batch normalization computes with the batch or not as literals say, and it is known who runs the
    updates of its averages: nobody, or for `tf.layers` whoever asks for all updates of the graph."""
    switch = bound.get(row.switch)
    known = switch is None or _is_literal(switch) or _is_fed(build, switch)
    if is_in_place(bound):  # in an object of a function, nobody could say how often one run updates them
        return known and "trainable" not in bound and (not build.builders or is_off(switch))
    return known and "trainable" not in bound and not _other_ways(build.module)


def is_off(switch: ast.expr | None) -> bool:
    """Whether the layer never computes with the batch."""
    return isinstance(switch, ast.Constant) and switch.value is False


def switch_of(layer: LayerUse) -> ast.expr | None:
    """What says whether a layer is trained."""
    row = table.layer(layer.api)
    return layer.arguments.get(row.switch) if row is not None else None


def is_in_place(bound: Mapping[str, ast.expr]) -> bool:
    """Whether a batch normalization of contrib updates its averages itself, whenever it computes with the batch."""
    match bound.get("updates_collections"):
        case ast.Constant(value=None):
            return True
        case _:
            return False


def _is_literal(switch: ast.expr | None) -> bool:
    return isinstance(switch, ast.Constant) and isinstance(switch.value, bool)


def _is_fed(build: Evaluation, switch: ast.expr | None) -> bool:
    """Whether the switch is a placeholder of the scope: a literal in each step, if every run feeds one."""
    if not isinstance(switch, ast.Name) or build.builders or build.functions:
        return False
    found = build.environment.look_up(switch.id)[0]
    return found is not None and found.kind == Kind.INPUT


@lru_cache(maxsize=8)
def _other_ways(module: Module) -> bool:
    """Whether the program may run the updates that the graph collects, or list the averages beside other variables,
    otherwise than by calls that ask for all updates of the graph."""
    asked = {node for node, api in Names.of(module).apis() if api == _ASKS and _is_harmless(module, node)}
    apis = {
        begin
        for node, api in Names.of(module).apis()
        if node not in asked
        for begin in accumulate(api.split("."), "{}.{}".format)
    }
    return any(has_trait("reaches_updates", api) for api in apis) or any(
        isinstance(each, ast.Attribute) and each.attr in _METHODS and each not in asked for each in walk(module.tree)
    )


def _is_harmless(module: Module, function: ast.AST) -> bool:
    match parents(module).get(function):
        case ast.Call(func=called, args=[key, *_]) if called is function:
            return Names.of(module).api_of(key) in _HARMLESS
        case _:
            return False


def note_updates(build: Evaluation, node: ast.Call, row: LayerRow, bound: Mapping[str, ast.expr]) -> None:
    """What a batch normalization adds to the updates of the graph: nothing if it never computes with the batch."""
    switch = bound.get(row.switch)
    trains = switch.value if isinstance(switch, ast.Constant) else row.trains if switch is None else True
    trains = trains and not is_in_place(bound)
    inside = build.builders or build.functions or build.looped
    problem = "a batch normalization stands in a function, a loop or a branch" if inside else ""
    if trains:
        entry = Entry(Term(layer=node), (values.UPDATE, values.UPDATE), problem)
        build.collections.entries.setdefault(_UPDATES, []).append(entry)


def updates_of(build: Evaluation, node: ast.Call, bound: Mapping[str, ast.expr]) -> Value:
    """All updates of the graph so far."""
    entries = build.collections.entries.get(_UPDATES, [])
    driven = any(node in walk(each) for each in build.drivers)
    problem = next((each.problem for each in entries if each.problem), "")
    if "scope" in bound:
        problem = "those of one scope are not told apart"
    if not entries:
        problem = "nothing that is understood was put into it so far"
    if build.functions or build.builders or build.looped or driven:
        problem = "it is read in a function, a loop or a branch"
    if problem:
        return build.note("collection-query", node, _ASKS, problem)
    build.record.averages |= {each.term.layer: None for each in entries if each.term.layer is not None}
    return container([value for each in entries for value in each.values], "list")
