"""What `tf.gradients` differentiates amid a tape: behind a nested `tf.function` the tape would lose sight of it."""

from __future__ import annotations

import ast
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.graph.program import GraphProgram
from codemods.plan.order import taped_nodes
from codemods.plan.partition import Partition
from codemods.plan.plan import Group
from codemods.plan.slices import backward
from codemods.source.walk import walk


def differentiated_twice(program: GraphProgram, names: Names, group: Group, parts: Partition) -> bool:
    """Whether gradients of the group's values are taken outside of it, and gradients of these again by a tape."""
    symbolic = _symbolic(names)
    if not symbolic:
        return False
    taped = taped_nodes(program, {number for step in parts.steps for number in (*step.nodes, *step.updates)})
    outside = (program.nodes[number] for number in taped - set(group.nodes))
    found = (node for node in outside if any(each in symbolic for each in walk(node.statement)))
    return any(set(group.nodes) & backward(program, node.uses, frozenset()) for node in found)


@lru_cache(maxsize=8)
def _symbolic(names: Names) -> frozenset[ast.AST]:
    """Every `tf.gradients` and `tf.hessians` of the module."""
    return frozenset(node for node, api in names.apis() if has_trait("symbolic_gradients", api))
