"""`container[key] = value` and `object.attribute = value` among statements that build the graph."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Definition
from codemods.graph.values import Kind, Value, elements, lateness


def store(build: Evaluation, definitions: dict[int, Definition], target: ast.expr, value: Value) -> None:
    """`container[key] = value`: the container now holds it too."""
    if isinstance(target, ast.Tuple | ast.List):
        return
    if not isinstance(target, ast.Subscript | ast.Attribute):
        return
    owner = evaluate(build, target.value)
    late = lateness(value)
    if owner.kind == Kind.SESSION or late <= Kind.FUNCTION:
        return
    known = build.environment.definitions
    if isinstance(target.value, ast.Name) and late == Kind.VARIABLE and target.value.id in known:
        before = known[target.value.id]
        merged = values.join(elements(owner), value) if owner.items or owner.element else value
        held = replace(before, value=Value(Kind.PYTHON, element=merged, sequence="dict"))
        known[target.value.id] = definitions[before.id] = held
        return
    build.note("unsupported-statement", target, ast.unparse(target), "a tensor is stored in a container")
