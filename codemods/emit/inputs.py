"""Placeholders: where one stood, its shape and dtype stay as the specification of the parameter it became."""

from __future__ import annotations

import ast

from codemods.emit.around import ITERATOR_RULE as ELEMENT_RULE
from codemods.emit.writer import Writer
from codemods.graph.around import IteratorUse
from codemods.graph.creations import text_of
from codemods.graph.program import Node

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
        shape = writer.text(given.shape) if given.shape is not None else "None"
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


def dtype_text(writer: Writer, dtype: ast.expr | None) -> str:
    """The dtype of a placeholder, as it is written."""
    literal = text_of(dtype)
    if literal is not None:
        return f"{writer.tf}.{_DTYPES.get(literal, literal)}"
    return writer.text(dtype) if dtype is not None else f"{writer.tf}.float32"


def _dtype_of_default(writer: Writer, default: ast.expr) -> str:
    value = default.value if isinstance(default, ast.Constant) else None
    name = "bool" if isinstance(value, bool) else "int32" if isinstance(value, int) else "float32"
    return f"{writer.tf}.{'string' if isinstance(value, str) else name}"
