"""Placeholders: where one stood, its shape and dtype stay as the specification of the parameter it became."""

from __future__ import annotations

import ast

from codemods.emit.writer import Writer
from codemods.graph.creations import text_of
from codemods.graph.program import Node

RULE = "placeholder-to-parameter"
_DTYPES = {"float": "float32", "double": "float64", "int": "int32"}


def edit_input(writer: Writer, node: Node) -> None:
    """`x = tf.placeholder(tf.float32, [None, 4])` becomes `x_spec = tf.TensorSpec([None, 4], tf.float32)`."""
    for given in node.inputs:
        statement = node.statement
        assert isinstance(statement, ast.Assign)
        if given.definition in writer.plan.switches:
            continue
        shape = writer.text(given.shape) if given.shape is not None else "None"
        dtype = _dtype(writer, given.dtype) if given.default is None else _dtype_of_default(writer, given.default)
        writer.replace(given.call, f"{writer.tf}.TensorSpec({shape}, {dtype})", RULE)
        writer.replace(statement.targets[0], writer.plan.specs[given.definition], RULE)


def _dtype(writer: Writer, dtype: ast.expr | None) -> str:
    literal = text_of(dtype)
    if literal is not None:
        return f"{writer.tf}.{_DTYPES.get(literal, literal)}"
    return writer.text(dtype) if dtype is not None else f"{writer.tf}.float32"


def _dtype_of_default(writer: Writer, default: ast.expr) -> str:
    value = default.value if isinstance(default, ast.Constant) else None
    name = "bool" if isinstance(value, bool) else "int32" if isinstance(value, int) else "float32"
    return f"{writer.tf}.{'string' if isinstance(value, str) else name}"
