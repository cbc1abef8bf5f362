"""What is known of a statement only when the whole scope has been read."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from codemods.graph.program import Node, RunSite, Stage, Use
from codemods.graph.values import Kind, lateness


def settled_random(nodes: Sequence[Node], runs: Sequence[RunSite], node: Node) -> Node:
    """A random tensor that only gives variables their initial values is drawn once, where it stands."""
    if node.stage != Stage.TENSOR or node.layers or not node.defines:
        return node
    own = {definition.id for definition in node.defines}
    if any(lateness(definition.value) != Kind.RANDOM for definition in node.defines):
        return node
    readers = [other for other in nodes if own & {use.definition for use in other.uses}]
    fetched = {use.definition for run in runs for fetch in run.fetches for use in fetch.uses}
    if readers and not own & fetched and all(reader.stage == Stage.STATE for reader in readers):
        return replace(node, stage=Stage.PYTHON)
    return node


def moved_functions(nodes: Sequence[Node], captured: Mapping[ast.AST, Mapping[Use, None]]) -> list[Node]:
    """A function that reads tensors of the graph by name has to move along with them."""
    moved = []
    for node in nodes:
        match node.statement:
            case ast.FunctionDef() as function if function in captured:
                moved.append(replace(node, stage=Stage.TENSOR, uses=tuple(captured[function])))
            case ast.Assign(value=ast.Lambda() as function) if function in captured:
                moved.append(replace(node, stage=Stage.TENSOR, uses=tuple(captured[function])))
            case _:
                moved.append(node)
    return moved
