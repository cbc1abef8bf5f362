"""Layers that are built where they are made: a step reads their variables, and may be the first one that is called."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph import values
from codemods.graph.branches import inner_blocks
from codemods.graph.program import BuilderUse, GraphProgram, LayerUse, Node, Stage
from codemods.graph.size import Shape
from codemods.graph.values import Kind, lateness, parts
from codemods.obstacles import obstacle
from codemods.plan.dtypes import dtype_of
from codemods.plan.queries import is_fetched, late_queries
from codemods.rule import Obstacle
from codemods.source.module import Module

_DETAIL = "the variables of a layer exist only after its first call"


@dataclass(frozen=True)
class EarlyLayers:
    """Call of a layer -> the shapes of its inputs by the names of the parameters, for those that are built early."""

    shapes: Mapping[ast.Call, Mapping[str, Shape]] = field(default_factory=dict)
    obstacles: tuple[Obstacle, ...] = ()


def early_layers(program: GraphProgram, module: Module, names: Names) -> EarlyLayers:
    """The layers whose variables are listed for more than their training."""
    layers = {each.call for node in program.nodes for each in node.layers}
    made = {each.call: (node, each) for node in program.nodes for each in node.layers if each.reuses is None}
    found: dict[ast.Call, Mapping[str, Shape]] = {}
    obstacles = []
    for node, query, sites in late_queries(program, layers):
        shapes = {site: _inputs(program, names, *made[site]) if site in made else None for site in sites}
        known = {site: each for site, each in shapes.items() if each is not None}
        if (_holds_variables(node) and is_fetched(program, node)) or len(known) != len(shapes):
            place = module.place(node.statement)
            obstacles.append(obstacle("collection-query", place, ast.unparse(query.call)[:60], _DETAIL))
        found |= known
    return EarlyLayers(found, tuple(obstacles))


def _holds_variables(node: Node) -> bool:
    return any(part.kind == Kind.VARIABLE for each in node.defines for part in parts(each.value))


def with_lists_outside(program: GraphProgram, early: EarlyLayers) -> GraphProgram:
    """Lists of variables that exist when they are asked for stay where they are."""
    if not early.shapes:
        return program
    late = {each.call for node in program.nodes for each in node.layers} - set(early.shapes)
    late |= {call for node in program.nodes for call in node.cells}
    nodes = tuple(replace(each, stage=Stage.STATE) if _only_lists(each, late) else each for each in program.nodes)
    return replace(program, nodes=nodes)


def _only_lists(node: Node, late: Set[ast.expr]) -> bool:
    match node.statement:
        case ast.Assign(targets=[ast.Name()], value=value) if not inner_blocks(node.block):
            return any(each.call is value and late.isdisjoint(each.sites) for each in node.queries)
        case _:
            return False


def _inputs(program: GraphProgram, names: Names, node: Node, layer: LayerUse) -> Mapping[str, Shape] | None:
    """What the layer can be built from; None if that is not known."""
    if inner_blocks(node.block):
        return None
    if layer.builder is None:
        row = table.layer(layer.api)
        shape = layer.shapes.get(row.call[0]) if row is not None else None
        plain = row is not None and not row.stateful and "data_format" not in layer.arguments
        return {row.call[0]: shape} if row is not None and plain and shape and shape[-1].is_known else None
    use = layer.builder
    tensors = [name for name, each in use.arguments.items() if lateness(each.value) in values.PER_RUN]
    if not _is_plain(use) or not all(_is_float(program, names, node, use, each) for each in tensors):
        return None
    shapes = {name: layer.shapes.get(name, ()) for name in tensors}
    return shapes if all(_is_whole(each) for each in shapes.values()) else None


def _is_whole(shape: Shape) -> bool:
    """Whether a tensor of the shape can be made: only the number of rows may be open."""
    return bool(shape) and all(each.is_known for each in shape[1:]) and (shape[0].is_known or shape[0].free)


def _is_plain(use: BuilderUse) -> bool:
    """Whether one call more does nothing but make the variables."""
    return all(_computes(node) for node in use.body.nodes)


def _computes(node: Node) -> bool:
    if isinstance(node.statement, ast.Assert):
        return False
    return not (node.random or node.effects or node.cell_runs) and all(map(_is_steady, node.layers))


def _is_steady(layer: LayerUse) -> bool:
    row = table.layer(layer.api)
    return _is_plain(layer.builder) if layer.builder is not None else row is not None and row.switch not in row.call


def _is_float(program: GraphProgram, names: Names, node: Node, use: BuilderUse, parameter: str) -> bool:
    """Whether an argument is one tensor of float32, under a name."""
    given = use.arguments[parameter]
    if not isinstance(given.expression, ast.Name) or given.value.kind not in (Kind.INPUT, Kind.TENSOR):
        return False
    read = [each.definition for each in node.uses if each.name == given.expression.id]
    return len(read) == 1 and read[0] is not None and dtype_of(program, names, read[0]) == "float32"
