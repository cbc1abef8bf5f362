"""What evaluating one statement brings to light: the names it reads, the state it makes, the runs inside of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from codemods.graph.around import Around
from codemods.graph.program import (
    Apply,
    Assign,
    CellFeed,
    CellRun,
    Collected,
    Creation,
    Entry,
    Hoist,
    Input,
    LayerUse,
    Minimize,
    OptimizerUse,
    Query,
    RunSite,
    SizeRead,
    Use,
)
from codemods.rule import Obstacle


@dataclass
class Collections:
    """What the graph collects, by its key, and where it was put there first if nothing has asked for it. `awaited`:
    the batch normalizations whose updates the open tf.control_dependencies name."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    unread: dict[str, ast.Call] = field(default_factory=dict)
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
    fills: bool = False  # it puts something into a collection
    averages: dict[ast.Call, None] = field(default_factory=dict)
    filled: dict[str, None] = field(default_factory=dict)  # the lists that it puts tensors or variables into
    random: bool = False
    sparse: bool = False
    effects: bool = False
    state_in_function: bool = False
