"""How each optimizer is written: the Keras class where it computes the same for the gradients at hand, else v1."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codemods.api import table
from codemods.graph.around import SaverUse
from codemods.graph.program import GraphProgram, Node, OptimizerUse
from codemods.plan.names import fresh, optimizer_name
from codemods.plan.plan import OptimizerPlan, Training
from codemods.rule import Optimizers


def plan_optimizers(
    program: GraphProgram,
    trainings: Mapping[int, tuple[Training, ...]],
    wanted: Optimizers,
    taken: set[str],
) -> dict[ast.Call, OptimizerPlan]:
    """Construction call -> how it is written."""
    uses = [(node, use) for node in program.nodes for use in node.optimizers]
    planned = {}
    for node, use in uses:
        mine = [each for group in trainings.values() for each in group if each.minimize.optimizer is use.call]
        keras = wanted == Optimizers.KERAS and is_exact(program, use, mine)
        named = _own_name(node, use)
        target = node.defines[0].name if node.defines else None
        name = named or fresh(optimizer_name(target, len(uses) == 1), taken)
        variable = None
        if use.rate is not None and not keras:
            variable = fresh(f"{program.definitions[use.rate].name}_variable", taken)
        fed = {key: fresh(f"{program.definitions[each].name}_variable", taken) for key, each in use.fed.items()}
        planned[use.call] = OptimizerPlan(use, name, keras, named is not None, node.id, use.rate, variable, fed)
    return planned


def is_exact(program: GraphProgram, use: OptimizerUse, trainings: list[Training]) -> bool:
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
    applied = any(each.optimizer is use.call for node in program.nodes for each in node.applies)
    reached = {number for each in trainings for number in each.forward}
    sparse = any(node.sparse for node in program.nodes if node.id in reached or applied)
    return row.exact_sparse or not sparse


def _is_saved(program: GraphProgram) -> bool:
    """Whether the program saves all of its state: what Keras keeps for another rule has other values."""
    return any(isinstance(each, SaverUse) and each.chosen is None for node in program.nodes for each in node.around)


def _own_name(node: Node, use: OptimizerUse) -> str | None:
    """The program's own name of the optimizer, where the statement is just its construction."""
    match node.statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is use.call:
            return name
        case _:
            return None
