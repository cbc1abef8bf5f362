"""Layers that every round of a loop makes: a list of them is made before, and the loop goes through that list too."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

from codemods.api import table
from codemods.api.array_calls import is_quick
from codemods.graph.evaluate import Evaluation
from codemods.graph.program import LayerUse, Node
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.loop_headers import is_repeatable
from codemods.source.module import Module
from codemods.source.walk import walk

_LEAVING = (ast.Break, ast.Continue, ast.Return, ast.Yield, ast.YieldFrom, ast.NamedExpr, ast.FunctionDef, ast.Lambda)


def layers_in_loop(build: Evaluation, statement: ast.stmt, layers: Sequence[LayerUse]) -> list[LayerUse] | None:
    """The layers as those of the loop; None if they cannot be made before it."""
    if not layers:
        return []
    if (
        not isinstance(statement, ast.For)
        or build.builders
        or build.functions
        or not _is_plain(build.module, statement)
    ):
        return None
    targets = _stored([statement.target])
    inside = _stored(statement.body)
    if targets & inside or not all(_can_be_listed(build, each, inside) for each in layers):
        return None
    return [replace(each, loop=statement) for each in layers]


def _is_plain(module: Module, loop: ast.For) -> bool:
    """Whether every round is like the others, over what can be gone through again."""
    if loop.orelse or any(isinstance(each, _LEAVING) for each in walk(loop)):
        return False
    read = {each.id for each in walk(loop.iter) if isinstance(each, ast.Name)}
    return is_repeatable(module, loop.iter, loop) and not read & _stored(loop.body)


def _stored(trees: Sequence[ast.AST]) -> set[str]:
    nodes = (each for tree in trees for each in walk(tree))
    return {each.id for each in nodes if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}


def _can_be_listed(build: Evaluation, layer: LayerUse, inside: set[str]) -> bool:
    """Whether the layer is made from nothing that the loop binds, and its variables have no name of their own."""
    row = table.layer(layer.api)
    if row is None or row.stateful or layer.builder is not None or layer.reuses is not None or layer.loop is not None:
        return False
    if (layer.named and row.weights) or build.scopes.reuse:
        return False
    given = [each for name, each in layer.arguments.items() if name not in row.call]
    nodes = [each for one in given for each in walk(one)]
    read = {each.id for each in nodes if isinstance(each, ast.Name)}
    calls = (each for each in nodes if isinstance(each, ast.Call))
    return not read & inside and all(_only_makes(build, each) for each in calls)


def _only_makes(build: Evaluation, call: ast.Call) -> bool:
    return build.names.api_of(call.func) is not None or is_quick(build.names.function_of(call.func))


def asked_for(module: Module, nodes: Sequence[Node]) -> Iterator[Obstacle]:
    """How the variables of such layers are called is not known, so that lists of variables say too little."""
    if any(layer.loop is not None for node in nodes for layer in node.layers):
        for node in nodes:
            if node.queries:
                symbol = ast.unparse(node.queries[0].call)[:60]
                yield obstacle("collection-query", module.place(node.statement), symbol, "a loop makes layers")
