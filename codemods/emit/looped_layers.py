"""Layers that every round of a loop made: a list of them, and the header of the loop that goes through it too."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.api import table
from codemods.emit.writer import Writer
from codemods.graph.program import LayerUse, Node
from codemods.rule import Edit
from codemods.source.loop_headers import zipped_header
from codemods.source.walk import walk

_WIDTH = 100


def list_lines(writer: Writer, made: Sequence[tuple[LayerUse, Sequence[str]]]) -> list[str]:
    """The lists of the layers of a loop, in the order in which it made them; each with the lines that make one."""
    names = [writer.plan.layers[layer.call] for layer, _ in made]
    header = _header(writer, [layer for layer, _ in made])
    if len(made) == 1:
        return _comprehension(writer, names[0], made[0][1], header)
    lines = [f"{', '.join(names)} = {', '.join('[]' for _ in names)}", f"{header}:"]
    for _, making in made:
        lines += [writer.indent + line for line in (*making[:-1], f"{making[-1]})")]
    return lines


def list_start(writer: Writer, node: Node, layer: LayerUse) -> str:
    """What stands before the making of a layer, where the loop makes several."""
    several = sum(each.loop is not None for each in node.layers) > 1
    return f"{writer.plan.layers[layer.call]}.append(" if several else ""


def _comprehension(writer: Writer, name: str, making: Sequence[str], header: str) -> list[str]:
    whole = f"{name} = [{making[0]} {header}]"
    if len(making) == 1 and len(whole) <= _WIDTH:
        return [whole]
    return [f"{name} = [", *(f"{writer.indent}{line}" for line in making), f"{writer.indent}{header}", "]"]


def _header(writer: Writer, layers: Sequence[LayerUse]) -> str:
    given = (part for layer in layers for each in _given(layer) for part in walk(each))
    read = {each.id for each in given if isinstance(each, ast.Name)}
    loop = layers[0].loop
    assert loop is not None
    target = writer.text(loop.target) if _names(loop.target) & read else "_"
    return f"for {target} in {writer.text(loop.iter)}"


def header_edits(writer: Writer, node: Node) -> Iterator[Edit]:
    """The header of a loop that goes through the lists of its layers, without names that only made these."""
    looped = [each for each in node.layers if each.loop is not None]
    if not looped or not isinstance(node.statement, ast.For):
        return
    loop = node.statement
    lists = {writer.plan.elements[each.call]: writer.plan.layers[each.call] for each in looped}
    gone = {part for each in looped for given in _given(each) for part in walk(given)}
    inside = (each for statement in loop.body for each in walk(statement) if each not in gone)
    read = {each.id for each in inside if isinstance(each, ast.Name)}
    start, end = writer.module.span(loop.target)[0], writer.module.span(loop.iter)[1]
    yield Edit(start, end, zipped_header(writer.module, loop, lists, read))


def _given(layer: LayerUse) -> list[ast.expr]:
    """What the layer is made from."""
    row = table.layer(layer.api)
    return [each for name, each in layer.arguments.items() if row is not None and name not in row.call]


def _names(target: ast.expr) -> set[str]:
    return {each.id for each in walk(target) if isinstance(each, ast.Name)}
