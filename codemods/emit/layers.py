"""Layers: the object that is made once, and the call that stands where the layer function stood."""

from __future__ import annotations

import ast

from codemods.api import table
from codemods.api.table import LayerRow
from codemods.emit.batch_norm import FUSED, is_fused
from codemods.emit.builder_calls import object_arguments, object_construction
from codemods.emit.early import early_lines
from codemods.emit.looped_layers import header_edits, list_lines, list_start
from codemods.emit.writer import Writer
from codemods.graph.creations import is_none
from codemods.graph.program import LayerUse, Node
from codemods.plan.dtypes import layer_dtype
from codemods.rule import Edit

_POSITIONAL = 2
_WIDTH = 100


def constructions(writer: Writer, node: Node) -> list[str]:
    """The lines that make the layers of the statement, in the order of the calls."""
    made = [layer for layer in node.layers if layer.reuses is None]
    looped = [(layer, _construction(writer, node, layer)) for layer in made if layer.loop is not None]
    if looped:
        return list_lines(writer, looped)
    return [line for layer in made for line in (*_construction(writer, node, layer), *early_lines(writer, layer))]


def _construction(writer: Writer, node: Node, layer: LayerUse) -> list[str]:
    start = f"{writer.plan.layers[layer.call]} = "
    if layer.loop is not None:
        start = list_start(writer, node, layer)
    if layer.builder is not None:
        return [f"{start}{object_construction(writer, node, layer)}"]
    row = table.layer(layer.api)
    assert row is not None
    positional, keywords = _arguments(writer, layer, row)
    keywords += [(name, _quoted(writer, text)) for name, text in row.fixed.items() if name not in _said(layer, row)]
    updated = layer.call in writer.plan.updated
    if row.stateful and not updated:
        keywords = [*(each for each in keywords if each[0] != "momentum"), ("momentum", "1.0")]
    if (layer.named or "/" in layer.name) and layer.loop is None:
        keywords.append(("name", _quoted(writer, repr(layer.name.replace("/", "_")))))
    dtype = layer_dtype(writer.program, writer.names, node, writer.plan.specs)
    if dtype is not None and row.weights:
        keywords.append(("dtype", dtype))
    arguments = [*positional, *(f"{name}={text}" for name, text in keywords)]
    made = FUSED if is_fused(writer, layer) else f"{writer.tf}.keras.layers.{row.keras}"
    return _spread(writer, f"{start}{made}(", arguments)


def _spread(writer: Writer, start: str, arguments: list[str]) -> list[str]:
    """A call in one line; a long one has one argument a line."""
    whole = f"{start}{', '.join(arguments)})"
    if len(whole) <= _WIDTH or "\n" in whole:
        return [whole]
    return [start, *(f"{writer.indent}{each}," for each in arguments), ")"]


def _quoted(writer: Writer, code: str) -> str:
    """Code with the quotes that the file prefers."""
    text = writer.module.text.replace('"""', "")
    return code if text.count("'") >= text.count('"') else code.replace("'", '"')


def _arguments(writer: Writer, layer: LayerUse, row: LayerRow) -> tuple[list[str], list[tuple[str, str]]]:
    positional: list[str] = []
    keywords: list[tuple[str, str]] = []
    order = [name for name in row.parameters if name not in row.call]
    for index, (name, expression) in enumerate(_constructor_arguments(layer, row)):
        target = row.arguments.get(name)
        if is_none(expression) and name in row.none:
            keywords.append(_pair(row.none[name]))
            continue
        if (
            target is None
            or (is_none(expression) and name != "activation")
            or _is_unread(writer, layer, name, expression)
        ):
            continue
        text = writer.text(expression)
        if name in layer.shared:
            text = f"{text}.clone()" if isinstance(expression, ast.Name | ast.Attribute) else f"({text}).clone()"
        in_place = expression in layer.call.args and index == len(positional) and order.index(name) == index
        if in_place and index < _POSITIONAL and not keywords and not row.keywords:
            positional.append(text)
        else:
            keywords.append((target, text))
    return positional, keywords


def _said(layer: LayerUse, row: LayerRow) -> set[str | None]:
    """The Keras parameters that the call says something about; None says that there is no activation."""
    return {
        row.arguments.get(name)
        for name, expression in layer.arguments.items()
        if not is_none(expression) or row.arguments.get(name) == "activation"
    }


def _pair(written: str) -> tuple[str, str]:
    name, _, text = written.partition("=")
    return name, text


def _is_unread(writer: Writer, layer: LayerUse, name: str, expression: ast.expr) -> bool:
    """Whether this is a regularizer of the scope around the layer, whose penalties nothing adds to a loss."""
    given = [*layer.call.args, *(each.value for each in layer.call.keywords)]
    if not name.endswith("_regularizer") or expression in given:
        return False
    asked = (term for node in writer.program.nodes for each in node.collected for term in each.terms)
    return all(term.layer is not layer.call for term in asked)


def _constructor_arguments(layer: LayerUse, row: LayerRow) -> list[tuple[str, ast.expr]]:
    return [(name, expression) for name, expression in layer.arguments.items() if name not in row.call]


def call_edits(writer: Writer, node: Node, extra: list[Edit]) -> list[Edit]:
    """The edits that turn each layer function into a call of its object; nested ones are done from the inside."""
    edits = list(extra)
    for layer in sorted(node.layers, key=lambda each: _size(writer, each.call)):
        start, end = writer.module.span(layer.call)
        name = writer.plan.elements.get(layer.call) or writer.plan.layers[layer.call]
        text = f"{name}({', '.join(_call_arguments(writer, layer, edits))})"
        edits = [edit for edit in edits if not (start <= edit.start and edit.end <= end)]
        edits.append(Edit(start, end, text))
    return [*edits, *header_edits(writer, node)]


def _size(writer: Writer, call: ast.Call) -> int:
    start, end = writer.module.span(call)
    return end - start


def _call_arguments(writer: Writer, layer: LayerUse, edits: list[Edit]) -> list[str]:
    if layer.builder is not None:
        return object_arguments(writer, layer, edits)
    row = table.layer(layer.api)
    assert row is not None
    given = []
    for index, name in enumerate(row.call):
        keyword = "training" if name == row.switch else name
        if name in layer.arguments:
            text = writer.text(layer.arguments[name], edits)
            given.append(text if index == 0 else f"{keyword}={text}")
        elif name == row.switch:
            given.append(f"training={row.trains}")
    return given
