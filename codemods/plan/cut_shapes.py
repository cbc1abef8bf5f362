"""Tensors that are fed amid the graph and whose shape is not known: what has to know it cannot follow in a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph.program import GraphProgram, LayerUse, Node
from codemods.graph.size import Shape
from codemods.graph.values import STRUCTURE
from codemods.obstacles import obstacle
from codemods.plan.plan import Slice
from codemods.plan.slices import is_input
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_COUNTING = frozenset({"tf.unstack", "tf.unpack"})  # without a number they count what the shape says
_DETAIL = "an intermediate tensor is fed whose shape is not known from the source, and a layer needs it"


def shape_obstacles(program: GraphProgram, module: Module, names: Names, slices: Sequence[Slice]) -> Iterator[Obstacle]:
    """The feeds that a layer, a recurrent network or `tf.unstack` would read without knowing its sizes."""
    for each in slices:
        for feed in each.site.feeds:
            fed, value = feed.definition, program.definitions[feed.definition].value
            if fed not in each.inputs or is_input(program, fed) or value.api == STRUCTURE or _is_known(value.shape):
                continue
            if any(_needs_sizes(names, node) for node in _readers(program, each, fed)):
                yield obstacle("dynamic-feed", module.place(each.site.call), feed.name, _DETAIL)


def _is_known(shape: Shape | None) -> bool:
    """Whether all but the size of the batch is known."""
    return shape is not None and all(each.is_known for each in shape[1:])


def _readers(program: GraphProgram, found: Slice, fed: int) -> Iterator[Node]:
    """The statements of the slice that depend on what is fed."""
    reached = {fed}
    for number in sorted(found.nodes):
        node = program.nodes[number]
        if any(use.definition in reached for use in node.uses):
            reached |= {each.id for each in node.defines}
            yield node


def _needs_sizes(names: Names, node: Node) -> bool:
    counts = any(
        isinstance(each, ast.Call) and not _is_numbered(each) and names.api_of(each.func) in _COUNTING
        for each in walk(node.statement)
    )
    return counts or bool(node.cell_runs) or any(map(_is_unsure, node.layers))


def _is_numbered(call: ast.Call) -> bool:
    return len(call.args) > 1 or any(each.arg == "num" for each in call.keywords)


def _is_unsure(layer: LayerUse) -> bool:
    """Whether a layer, or one inside of it, may not learn the sizes of its input."""
    if layer.builder is not None:
        return any(_is_unsure(inner) for node in layer.builder.body.nodes for inner in node.layers)
    row = table.layer(layer.api)
    return row is not None and bool(row.weights) and not _is_known(layer.shapes.get(row.call[0]))
