"""Batch normalization whose moving averages stay as they were made: nothing in the program runs their updates."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.api.rows import LayerRow
from codemods.graph.evaluate import Evaluation
from codemods.graph.values import Kind
from codemods.source.module import Module
from codemods.source.walk import walk

_METHODS = frozenset({"get_collection", "get_collection_ref", "updates"})  # of a graph, and of a layer


def is_never_updated(build: Evaluation, row: LayerRow, bound: Mapping[str, ast.expr]) -> bool:
    """Whether a batch normalization computes with the batch or not as literals say, and its averages never change."""
    switch = bound.get(row.switch)
    literal = switch is None or (isinstance(switch, ast.Constant) and isinstance(switch.value, bool))
    known = literal or _is_fed(build, row, switch)
    return known and "trainable" not in bound and not _reaches_updates(build.module)


def _is_fed(build: Evaluation, row: LayerRow, switch: ast.expr | None) -> bool:
    """Whether the switch is a placeholder of the scope: a literal in each step, if every run feeds one."""
    if not isinstance(switch, ast.Name) or row.switch != "training" or build.builders or build.functions:
        return False
    found = build.environment.look_up(switch.id)[0]
    return found is not None and found.kind == Kind.INPUT


@lru_cache(maxsize=8)
def _reaches_updates(module: Module) -> bool:
    """Whether the program may run the updates that the graph collects, or list the averages beside other variables."""
    apis = {begin for _, api in Names.of(module).apis() for begin in accumulate(api.split("."), "{}.{}".format)}
    return any(has_trait("reaches_updates", api) for api in apis) or any(
        isinstance(each, ast.Attribute) and each.attr in _METHODS for each in walk(module.tree)
    )
