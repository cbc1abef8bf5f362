"""Losses that go into the collection of the graph and have no name, `slim.losses.softmax_cross_entropy(logits, labels)`
in a line of its own, get one: the total loss that is asked for later can be written as their sum then."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import collects
from codemods.global_steps import names_taken
from codemods.plan.names import fresh
from codemods.rule import Edit, Obstacle
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.walk import walk

_ASKS = frozenset({"tf.losses.get_total_loss", "tf.losses.get_losses", "tf.get_collection"})
_OTHERS = frozenset({"add_loss", "get_losses", "get_total_loss", "get_regularization_loss",
                     "get_regularization_losses"})  # fmt: skip


def asks_for_losses(stuck: Sequence[Obstacle]) -> bool:
    """Whether what a collection of losses holds is in the way."""
    return any(each.id == "collection-query" and each.symbol in _ASKS for each in stuck)


def with_losses_named(module: Module) -> Module:
    """The module with names for such losses."""
    taken = names_taken(module)
    edits = []
    for statement in walk(module.tree):
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            api = table.canonical(Names.of(module).api_of(statement.value.func) or "")
            if collects(api) and api.rpartition(".")[2] not in _OTHERS:
                start, _ = module.span(statement)
                edits.append(Edit(start, start, f"{fresh('loss', taken)} = "))
    return rewritten(module, apply_edits(module.text, edits)) if edits else module
