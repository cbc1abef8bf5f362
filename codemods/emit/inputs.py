"""Placeholders: where one stood, its shape and dtype stay as the specification of the parameter it became."""

from __future__ import annotations

import ast

from codemods.emit.around import ITERATOR_RULE as ELEMENT_RULE
from codemods.emit.writer import Writer
from codemods.graph.around import IteratorUse
from codemods.graph.creations import text_of
from codemods.graph.program import Input, Node
from codemods.source.walk import walk

RULE = "placeholder-to-parameter"
_DTYPES = {"float": "float32", "double": "float64", "int": "int32"}


def edit_input(writer: Writer, node: Node) -> None:
    """`x = tf.placeholder(tf.float32, [None, 4])` becomes `x_spec = tf.TensorSpec([None, 4], tf.float32)`."""
    if any(given.iterator is not None for given in node.inputs):
        _edit_element(writer, node)
        return
    for given in node.inputs:
        statement = node.statement
        assert isinstance(statement, ast.Assign)
        if given.definition in writer.plan.switches:
            continue
        shape = _shape(writer, given)
        dtype = dtype_text(writer, given.dtype) if given.default is None else _dtype_of_default(writer, given.default)
        writer.replace(given.call, f"{writer.tf}.TensorSpec({shape}, {dtype})", RULE)
        writer.replace(statement.targets[0], writer.plan.specs[given.definition], RULE)


def _edit_element(writer: Writer, node: Node) -> None:
    """`x, y = iterator.get_next()` becomes `x_spec, y_spec = iterator.element_spec`."""
    use = next(each for other in writer.program.nodes for each in other.around
               if isinstance(each, IteratorUse) and each.call is node.inputs[0].iterator)  # fmt: skip
    made = node.inputs[0].call
    assert isinstance(made.func, ast.Attribute) and isinstance(node.statement, ast.Assign)
    source = made.func.value if use.one_shot else use.dataset
    names = ", ".join(writer.plan.specs[each.id] for each in node.defines)
    writer.replace(made, f"{writer.text(source)}.element_spec", ELEMENT_RULE)
    writer.replace(node.statement.targets[0], names, ELEMENT_RULE)


def _shape(writer: Writer, given: Input) -> str:
    """What only optimizers read is one number, also where the placeholder did not say so."""
    text = writer.text(given.shape) if given.shape is not None else "None"
    return "[]" if text == "None" and _is_only_for_optimizers(writer, given.definition) else text


def _is_only_for_optimizers(writer: Writer, definition: int) -> bool:
    fetched = any(
        use.definition == definition for run in writer.program.runs for each in run.fetches for use in each.uses
    )
    nodes = [node for node in writer.program.nodes if any(use.definition == definition for use in node.uses)]
    return bool(nodes) and not fetched and all(_gives_to_optimizers(node, definition) for node in nodes)


def _gives_to_optimizers(node: Node, definition: int) -> bool:
    """Whether the only place of the statement that reads it is a parameter of an optimizer."""
    given = [each for use in node.optimizers for each in (use.rate, *use.fed.values()) if each == definition]
    name = next(use.name for use in node.uses if use.definition == definition)
    read = [each for each in walk(node.statement) if isinstance(each, ast.Name) and each.id == name]
    return 0 < len(given) == len(read)


def dtype_text(writer: Writer, dtype: ast.expr | None) -> str:
    """The dtype of a placeholder, as it is written."""
    literal = text_of(dtype)
    if literal is not None:
        return f"{writer.tf}.{_DTYPES.get(literal, literal)}"
    return writer.text(dtype) if dtype is not None else f"{writer.tf}.float32"


def _dtype_of_default(writer: Writer, default: ast.expr) -> str:
    if isinstance(default, ast.Name):
        return f"{default.id}.dtype"
    value = default.value if isinstance(default, ast.Constant) else None
    name = "bool" if isinstance(value, bool) else "int32" if isinstance(value, int) else "float32"
    return f"{writer.tf}.{'string' if isinstance(value, str) else name}"
