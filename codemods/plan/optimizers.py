"""How each optimizer is written: the Keras class where it computes the same for the gradients at hand, else v1."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.api import table
from codemods.graph.around import SaverUse
from codemods.graph.program import GraphProgram, Node, OptimizerUse, Stage
from codemods.obstacles import obstacle
from codemods.plan.names import fresh, optimizer_name
from codemods.plan.plan import OptimizerPlan, Training
from codemods.rule import Obstacle, Optimizers
from codemods.source.module import Module

_UNNAMED = "the optimizer has no name of its own: bind it to one, and train with that"


def plan_optimizers(
    program: GraphProgram,
    trainings: Mapping[int, tuple[Training, ...]],
    wanted: Optimizers,
    taken: set[str],
) -> dict[ast.Call, OptimizerPlan]:
    """Construction call -> how it is written."""
    uses = [(node, use) for node in program.nodes for use in node.optimizers]
    kinds = {program.choices.group(use.call) for _, use in uses}
    names: dict[tuple[ast.Call, ...], str] = {}
    planned = {}
    for node, use in uses:
        group = program.choices.group(use.call)
        keras = wanted == Optimizers.KERAS and all(_is_exact(program, each, group, trainings) for _, each in uses)
        named = own_name(node, use)
        target = node.defines[0].name if node.defines else None
        name = named or names.get(group) or fresh(optimizer_name(target, len(kinds) == 1), taken)
        names[group] = name
        variable = None
        if use.rate is not None and not keras:
            variable = fresh(f"{program.definitions[use.rate].name}_variable", taken)
        fed = {key: fresh(f"{program.definitions[each].name}_variable", taken) for key, each in use.fed.items()}
        planned[use.call] = OptimizerPlan(use, name, keras, named is not None, node.id, use.rate, variable, fed)
    return planned


def _is_exact(
    program: GraphProgram,
    use: OptimizerUse,
    group: tuple[ast.Call, ...],
    trainings: Mapping[int, tuple[Training, ...]],
) -> bool:
    """Whether nothing speaks against the Keras class, if the optimizer is one of the group."""
    if use.call not in group:
        return True
    every = [each for found in trainings.values() for each in found]
    mine = [[each for each in every if each.minimize.optimizer is call] for call in group]
    return is_exact(program, use, max(mine, key=len), group)


def is_exact(program: GraphProgram, use: OptimizerUse, trainings: list[Training], group: tuple[ast.Call, ...]) -> bool:
    """Whether the Keras class takes the same steps: for this rate, these gradients and these variables.

    A Keras optimizer knows its variables from its first step, so one that trains several lists stays with v1.
    """
    row = table.optimizer(use.api)
    if row is None or row.keras is None or not row.exact_dense or len(trainings) > 1 or use.fed:
        return False
    if not use.python_rate or (not row.exact_changing_rate and _is_saved(program)):
        return False
    if use.rate is not None and not row.exact_changing_rate:
        return False
    if any(row.arguments.get(name) is None and name not in ("use_locking", "name") for name in use.arguments):
        return False
    applied = any(each.optimizer in group for node in program.nodes for each in node.applies)
    reached = {number for each in trainings for number in each.forward}
    sparse = any(node.sparse for node in program.nodes if node.id in reached or applied)
    return row.exact_sparse or not sparse


def _is_saved(program: GraphProgram) -> bool:
    """Whether the program saves all of its state: what Keras keeps for another rule has other values."""
    return any(isinstance(each, SaverUse) and each.chosen is None for node in program.nodes for each in node.around)


def own_name(node: Node, use: OptimizerUse) -> str | None:
    """The program's own name of the optimizer, where the statement is just its construction, or that of others."""
    match node.statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if use.call in _alternatives(value):
            return name
        case _:
            return None


def _alternatives(value: ast.expr) -> list[ast.expr]:
    """What a conditional expression may give."""
    if isinstance(value, ast.IfExp):
        return [*_alternatives(value.body), *_alternatives(value.orelse)]
    return [value]


def choice_obstacles(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Optimizers that are chosen by what can be written neither under one name nor amid the branches; those whose
    variables are saved; and those that have no name."""
    for node in program.nodes:
        for use in node.optimizers:
            if node.stage == Stage.STATE and own_name(node, use) is None:
                symbol = ast.unparse(use.call)[:60]
                yield obstacle("unsupported-statement", module.place(use.call), symbol, _UNNAMED)
    made = {use.call: own_name(node, use) for node in program.nodes for use in node.optimizers}
    saved = any(isinstance(each, SaverUse) for node in program.nodes for each in node.around)
    for group in dict.fromkeys(program.choices.groups.values()):
        if len(group) < 2:
            continue
        place = module.place(group[0])
        names = {made.get(call) for call in group}
        if len(names) > 1 or (None in names and not program.choices.unnamed.issuperset(group)):
            yield obstacle("graph-under-if", place, ast.unparse(group[0])[:60])
        if saved:
            yield obstacle("saver", place, "tf.train.Saver", "which optimizer it saves is known only when it runs")
