"""The names of an assignment target, each with its part of the value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from codemods.graph.values import Kind, Value, elements

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation


def bind_target(build: Evaluation, target: ast.expr, value: Value) -> None:
    """Bind the names of an assignment target in the innermost frame."""
    for name, part in unpack(target, value):
        build.environment.bind_local(name, part)


def unpack(target: ast.expr, value: Value) -> list[tuple[str, Value]]:
    """The names of an assignment target, each with its part of the value."""
    if isinstance(target, ast.Name):
        return [(target.id, value)]
    if isinstance(target, ast.Starred):
        return unpack(target.value, Value(Kind.PYTHON, element=elements(value), sequence="list"))
    if not isinstance(target, ast.Tuple | ast.List):
        return []
    known = value.items is not None and value.keys is None and len(value.items) == len(target.elts)
    items = value.items if known and value.items is not None else [elements(value)] * len(target.elts)
    return [pair for part, item in zip(target.elts, items, strict=True) for pair in unpack(part, item)]
