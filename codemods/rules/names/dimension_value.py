"""What it does
    Drops `.value` behind a single dimension of a shape: `x.get_shape()[1].value`, `x.shape[-1].value`.

Why
    TensorFlow 1 had Dimension objects; TensorFlow 2 gives the number itself.

Example
    `size = x.get_shape()[1].value` becomes `size = x.get_shape()[1]`.

When it declines
    Behind a slice of a shape, which is a shape.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module
from codemods.source.walk import walk

RULE = "dimension-value"


def check(module: Module) -> Iterator[Finding]:
    """One finding for each such attribute."""
    if ".value" not in module.text:
        return
    found = [node for node in walk(module.tree) if isinstance(node, ast.Attribute) and _is_dimension(node)]
    for node in sorted(found, key=lambda each: (each.lineno, each.col_offset, each.end_col_offset or 0)):
        start, end = module.span(node)
        edit = Edit(module.span(node.value)[1], end, "")
        yield Finding(RULE, module.place(node), "a dimension is a number", Safety.SAFE, (edit,) if start < end else ())


def _is_dimension(node: ast.Attribute) -> bool:
    if node.attr != "value" or not isinstance(node.value, ast.Subscript) or isinstance(node.value.slice, ast.Slice):
        return False
    match node.value.value:
        case ast.Attribute(attr="shape") | ast.Call(func=ast.Attribute(attr="get_shape"), args=[], keywords=[]):
            return True
        case _:
            return False
