"""The line that builds a layer where it is made, because its variables are read before the layer is called."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.emit.builder_calls import object_arguments
from codemods.emit.sizes import one_size
from codemods.emit.writer import Writer
from codemods.graph.program import LayerUse
from codemods.graph.size import Shape
from codemods.rule import Edit


def early_lines(writer: Writer, layer: LayerUse) -> Iterator[str]:
    """`layer.build([None, 3])`; an object of a class is called once, with zeros."""
    shapes = writer.plan.early.get(layer.call)
    if shapes is None:
        return
    name = writer.plan.layers[layer.call]
    if layer.builder is None:
        yield f"{name}.build({_sizes(writer, next(iter(shapes.values())), 'None')})"
        return
    zeros = []
    for parameter, shape in shapes.items():
        given = layer.builder.arguments[parameter].expression
        assert given is not None
        start, end = writer.module.span(given)
        zeros.append(Edit(start, end, f"{writer.tf}.zeros({_sizes(writer, shape, '1')})"))
    yield f"{name}({', '.join(object_arguments(writer, layer, zeros))})  # makes its variables"


def _sizes(writer: Writer, shape: Shape, free: str) -> str:
    return f"[{', '.join(one_size(writer, each, {}) if each.is_known else free for each in shape)}]"
