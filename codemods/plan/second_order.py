"""What `tf.gradients` differentiates amid a tape: behind a nested `tf.function` the tape would lose sight of it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods.graph.program import GraphProgram, Node
from codemods.plan.order import taped_nodes
from codemods.plan.partition import Partition
from codemods.plan.plan import Group
from codemods.plan.slices import backward
from codemods.source.walk import walk


def differentiated_twice(program: GraphProgram, group: Group, parts: Partition) -> bool:
    """Whether gradients of the group's values are taken outside of it, and gradients of these again by a tape."""
    taped = taped_nodes(program, {number for step in parts.steps for number in (*step.nodes, *step.updates)})
    outside = (program.nodes[number] for number in taped - set(group.nodes))
    return any(set(group.nodes) & backward(program, node.uses, frozenset()) for node in _symbolic(outside))


def _symbolic(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        if any(isinstance(each, ast.Call) and _last_name(each.func) == "gradients" for each in walk(node.statement)):
            yield node


def _last_name(function: ast.expr) -> str | None:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return None
