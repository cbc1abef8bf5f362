"""The name that a statement gives to what a call makes, and where names are read."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.graph.drivers import local_names
from codemods.graph.program import Node


def name_given(node: Node, call: ast.Call) -> str | None:
    """The name of `name = call(...)`; None if the statement is anything else."""
    match node.statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is call:
            return name
        case _:
            return None


def loads_of(tree: ast.AST, names: set[str]) -> Iterator[ast.Name]:
    """Where these names are read, outside of functions that have names of their own so called."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load) and child.id in names:
            yield child
        own = local_names(child) if isinstance(child, ast.FunctionDef) else set()
        yield from loads_of(child, names - own)
