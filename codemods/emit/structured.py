"""Runs that fetch a nested structure or a dictionary: their step returns the same structure."""

from __future__ import annotations

import ast

from codemods.emit.shapes import shape_of
from codemods.emit.writer import Writer
from codemods.graph.values import Kind, lateness
from codemods.plan.plan import Step
from codemods.plan.steps import is_nested


def structure_of(writer: Writer, step: Step) -> ast.expr | None:
    """The structure that the step returns, where all of its runs fetch the same and use it as a whole."""
    structures = [found.site.structure for found in step.slices]
    first = structures[0]
    if not is_nested(first) or any(ast.unparse(each) != ast.unparse(first) for each in structures):
        return None
    for found in step.slices:
        shape = shape_of(writer.node(found.site.node).statement, found.site)
        values = [fetch.value for fetch in found.site.fetches]
        flat = all(value.items is None and value.element is None and lateness(value) != Kind.UPDATE for value in values)
        if shape.structure is not found.site.structure or shape.statement or not flat:
            return None
    return first
