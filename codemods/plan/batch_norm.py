"""Which batch normalizations follow their batches: the runs that reach their updates, and no other run, train them.

A Keras layer updates its averages whenever it computes with the batch. So a program whose updates are run is written
with these layers if every run that computes with the batch also runs the updates.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.api import table
from codemods.graph.batch_norm import is_in_place
from codemods.graph.program import GraphProgram, LayerUse, Node
from codemods.obstacles import obstacle
from codemods.plan.plan import Step
from codemods.rule import Obstacle
from codemods.source.module import Module

IMAGES = 4  # dimensions
CONTRIB = "tf.contrib.layers.batch_norm"  # which has the kernel of images for rows of numbers too
_FUSED_AXES = (-3, -1, 1, 3)
_KIND = "batch-norm-state"


def updated_layers(program: GraphProgram, steps: Iterable[Step]) -> frozenset[ast.Call]:
    """The calls that made the batch normalizations whose averages some step updates."""
    reached = {call for step in steps for call in _reached(program, step)}
    layers = (layer for node in program.nodes for layer in node.layers if layer.call in reached)
    return frozenset(layer.reuses or layer.call for layer in layers)


def batch_norm_obstacles(program: GraphProgram, module: Module, steps: Iterable[Step]) -> Iterator[Obstacle]:
    """Steps whose batch normalizations no Keras layer reproduces beside those of the other steps."""
    steps = tuple(steps)
    updated = updated_layers(program, steps)
    for step in steps if updated else ():
        reached = _reached(program, step)
        used = [each for each in _used(program, step) if (each[1].reuses or each[1].call) in updated]
        following: set[ast.Call] = set()
        for node, layer in used:
            owner, trains = layer.reuses or layer.call, _trains(program, step, node, layer)
            detail = _problem(layer, trains, layer.call in reached, owner in following)
            following |= {owner} if trains else set()
            if detail is not None:
                yield obstacle(_KIND, module.place(layer.call), layer.api, detail)
        for node, layer in used:
            if not _trains(program, step, node, layer) and (layer.reuses or layer.call) in following:
                yield obstacle(
                    _KIND, module.place(layer.call), layer.api, "one run reads its averages and updates them"
                )


def _problem(layer: LayerUse, trains: bool | None, reached: bool, again: bool) -> str | None:
    if trains is None:
        return "its switch is not known in every run"
    if reached and not _has_known_kernel(layer):
        return "its axis decides how the variance is averaged, and is not known"
    if trains and not reached:
        return "one run updates its averages, another computes with the batch and leaves them"
    return "one run updates its averages twice, in no order" if trains and again else None


def _has_known_kernel(layer: LayerUse) -> bool:
    """Whether images are normalized by the fused kernel for sure, or the inputs are none."""
    if "axis" not in layer.arguments or layer.rank not in (None, IMAGES):
        return True
    try:
        return ast.literal_eval(layer.arguments["axis"]) in _FUSED_AXES
    except ValueError:
        return False


def _reached(program: GraphProgram, step: Step) -> set[ast.Call]:
    """The batch normalizations whose averages a step updates; those that do so themselves update them as they train."""
    own = {each.call for node, each in _used(program, step) if is_in_place(each.arguments)
           and _trains(program, step, node, each) is not False}  # fmt: skip
    return own | {call for number in step.updates for call in program.nodes[number].averages}


def _used(program: GraphProgram, step: Step) -> list[tuple[Node, LayerUse]]:
    nodes = [program.nodes[number] for number in sorted({*step.nodes, *step.updates})]
    return [(node, layer) for node in nodes for layer in node.layers if is_batch_norm(layer)]


def is_batch_norm(layer: LayerUse) -> bool:
    """Whether a layer has averages that follow its batches."""
    row = table.layer(layer.api)
    return row is not None and row.stateful


def _trains(program: GraphProgram, step: Step, node: Node, layer: LayerUse) -> bool | None:
    """Whether a batch normalization computes with the batch in a step; None if that is not known."""
    row = table.layer(layer.api)
    assert row is not None
    match layer.arguments.get(row.switch):
        case None:
            return row.trains
        case ast.Constant(value=bool() as value):
            return value
        case ast.Name(id=name):
            read = [use.definition for use in node.uses if use.name == name and use.definition is not None]
            return step.switches.get(read[0]) if len(read) == 1 else None
        case _:
            return None
