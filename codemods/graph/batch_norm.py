"""Batch normalization whose moving averages stay as they were made: nothing in the program runs their updates."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from codemods.api.rows import LayerRow
from codemods.graph.evaluate import Evaluation

# what runs the updates that the graph collects, or may; and what lists the averages beside other variables
_RUNS_UPDATES = re.compile(
    r"UPDATE_OPS|update_ops|get_collection|create_train_op|optimize_loss|\.updates\b|slim\.learning|contrib\.training"
    r"|(global|all|model|moving_average)_variables\("
)


def is_never_updated(build: Evaluation, row: LayerRow, bound: Mapping[str, ast.expr]) -> bool:
    """Whether a batch normalization computes with the batch in every run, or in none, and its averages never change."""
    switch = bound.get(row.switch)
    literal = switch is None or (isinstance(switch, ast.Constant) and isinstance(switch.value, bool))
    return literal and "trainable" not in bound and _RUNS_UPDATES.search(build.module.text) is None
