"""What evaluating one statement brings to light: the names it reads, the state it makes, the runs inside of it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field

from codemods.graph.around import Around
from codemods.graph.program import (
    Apply,
    Assign,
    CellFeed,
    CellRun,
    Collected,
    Creation,
    Deferred,
    Entry,
    Hoist,
    Input,
    LayerUse,
    Minimize,
    Node,
    OptimizerUse,
    Query,
    RunSite,
    ScopeName,
    SizeRead,
    Use,
)
from codemods.rule import Obstacle

_JOINED = ("assigns", "queries", "layers", "cells", "cell_feeds", "cell_runs", "hoists", "sizes", "collected",
           "creations", "scope_names", "going")  # fmt: skip


@dataclass
class Collections:
    """What the graph collects, by its key, and where it was put there first if nothing has asked for it. `awaited`:
    the batch normalizations whose updates the open tf.control_dependencies name."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    unread: dict[str, ast.Call] = field(default_factory=dict)
    deferred: dict[ast.Expr, Deferred] = field(default_factory=dict)
    gone: dict[ast.Call, None] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    awaited: list[tuple[ast.Call, ...]] = field(default_factory=list)


@dataclass
class Record:
    """Filled while one statement is evaluated; the evaluator owns it."""

    uses: dict[Use, None] = field(default_factory=dict)
    inputs: list[Input] = field(default_factory=list)
    creations: list[Creation] = field(default_factory=list)
    layers: list[LayerUse] = field(default_factory=list)
    optimizers: list[OptimizerUse] = field(default_factory=list)
    minimizes: list[Minimize] = field(default_factory=list)
    gradients: list[Minimize] = field(default_factory=list)
    applies: list[Apply] = field(default_factory=list)
    assigns: list[Assign] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    cells: list[ast.Call] = field(default_factory=list)
    cell_feeds: list[CellFeed] = field(default_factory=list)
    cell_runs: list[CellRun] = field(default_factory=list)
    hoists: list[Hoist] = field(default_factory=list)
    runs: list[RunSite] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    around: list[Around] = field(default_factory=list)
    sizes: list[SizeRead] = field(default_factory=list)
    after: dict[Use, None] = field(default_factory=dict)
    collected: list[Collected] = field(default_factory=list)
    scope_names: list[ScopeName] = field(default_factory=list)
    defers: dict[str, None] = field(default_factory=dict)
    fills: bool = False  # it puts something into a collection
    averages: dict[ast.Call, None] = field(default_factory=dict)
    filled: dict[str, None] = field(default_factory=dict)  # the lists that it puts tensors or variables into
    happens: list[ast.Call] = field(default_factory=list)  # operations that do something beside computing
    going: list[ast.stmt] = field(default_factory=list)  # requests for reuse, and scopes
    random: bool = False
    sparse: bool = False
    effects: bool = False
    state_in_function: bool = False


def joined(nodes: Sequence[Node], uses: dict[Use, None]) -> Record:
    """What a loop or branch brings to light that is one statement. `uses`: the names that it reads."""
    record = Record(uses=uses, random=any(node.random for node in nodes), sparse=any(node.sparse for node in nodes))
    for kind in _JOINED:
        setattr(record, kind, [each for node in nodes for each in getattr(node, kind)])
    record.filled = {name: None for node in nodes for name in node.filled}
    record.defers = {key: None for node in nodes for key in node.defers}
    return record
