"""The object of a class that was a function of the program: how it is made, and how it is called."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from codemods.emit.sizes import size_text
from codemods.emit.writer import Writer
from codemods.graph.program import LayerUse, Node
from codemods.plan.plan import BuilderPlan
from codemods.rule import Edit


def plan_of(writer: Writer, layer: LayerUse) -> BuilderPlan:
    """The class that the function of this call became."""
    assert layer.builder is not None
    return writer.plan.builders[layer.builder.function]


def object_construction(writer: Writer, node: Node, layer: LayerUse) -> str:
    """The expression that makes the object: sizes of tensors come before the arguments that the function had."""
    plan = plan_of(writer, layer)
    sizes = {each.given[1]: each for each in node.sizes if each.given is not None and each.given[0] is layer.call}
    given = [size_text(writer, sizes[name]) for name in plan.constructor if name in sizes]
    return f"{plan.class_name}({', '.join([*given, *_arguments(writer, layer, plan.constructor, [])])})"


def object_arguments(writer: Writer, layer: LayerUse, edits: Sequence[Edit]) -> list[str]:
    """What the object is called with."""
    return _arguments(writer, layer, plan_of(writer, layer).called, edits)


def _arguments(writer: Writer, layer: LayerUse, wanted: Collection[str], edits: Sequence[Edit]) -> list[str]:
    assert layer.builder is not None
    names = [each for each in layer.builder.arguments if each not in layer.builder.sizes]
    given = [
        writer.text(argument, list(edits))
        for name, argument in zip(names, layer.call.args, strict=False)
        if name in wanted
    ]
    return given + [
        f"{keyword.arg}={writer.text(keyword.value, list(edits))}"
        for keyword in layer.call.keywords
        if keyword.arg in wanted
    ]


def object_names(writer: Writer) -> frozenset[str]:
    """The names of all objects of such classes."""
    return frozenset(
        writer.plan.layers[layer.call]
        for node in writer.program.nodes
        for layer in node.layers
        if layer.builder is not None
    )
