"""Which steps are traced where they stand: those called again and again, and those that read what may yet change.

A call of a concrete function costs about half of what a call of a `tf.function` costs (TF 2.21, CPU). And the graph of
TensorFlow 1 held the values that its statements read when they were reached, not those of the first run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.emit.writer import Unwritable, Writer
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.program import RunSite, Use
from codemods.obstacles import obstacle
from codemods.plan.lasting import lasts
from codemods.plan.plan import Group, Step
from codemods.plan.training import has_weights
from codemods.source.walk import walk

_LOOPS = (ast.For, ast.AsyncFor, ast.While, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_REPEATING = (*_LOOPS, *_COMPREHENSIONS)


def concrete_lines(writer: Writer, step: Step, anchor: tuple[int, bool]) -> list[str]:
    """The line below a step that traces it at once, where everything that it reads exists by then."""
    wanted = any(is_repeated(writer, found.site) for found in step.slices) or _reads_changeable(writer, step)
    wanted = wanted or _makes_what_is_saved(writer, step)
    if not wanted or not _reads_what_exists(writer, step, anchor):
        return []
    return [f"{step.name} = {step.name}.get_concrete_function()"]


def _makes_what_is_saved(writer: Writer, step: Step) -> bool:
    """Whether variables that a saver holds come into being when the step is traced."""
    if not any(isinstance(each, SaverUse) for node in writer.program.nodes for each in node.around):
        return False
    return any(writer.node(number).layers or writer.node(number).minimizes for number in _moving(writer, step))


def check_saved(writer: Writer, traced: Sequence[tuple[Step, int]]) -> None:
    """Refuse savers of variables that do not exist where they save or restore; `traced`: steps that are traced where
    they stand, with the statements that they stand at."""
    nodes = writer.program.nodes
    savers = [each for node in nodes for each in node.around if isinstance(each, SaverUse)]
    calls = [node.id for node in nodes if any(isinstance(each, SaverCall) for each in node.around)]
    if not savers or not calls:
        return
    early = {number for step, anchor in traced if anchor <= calls[0] for number in _moving(writer, step)}
    called = {layer.reuses or layer.call for number in early for layer in writer.node(number).layers}
    made = [each for node in nodes for each in node.layers if each.reuses is None and has_weights(each)]
    old = {planned.use.call for planned in writer.plan.optimizers.values() if not planned.keras}
    late = [node.id for node in nodes if any(each.optimizer in old for each in node.minimizes)]
    if any(each.call not in called for each in made) or not set(late) <= early:
        detail = "its variables come into being only after it saves or restores"
        raise Unwritable(obstacle("saver", writer.module.place(savers[0].call), "tf.train.Saver", detail))


def is_repeated(writer: Writer, site: RunSite) -> bool:
    """Whether the run stands in a loop, a comprehension, or a function of the scope."""
    node = writer.node(site.node)
    if any(isinstance(block, _LOOPS) for block in node.block):
        return True
    return any(
        site.call in walk(inner) for inner in walk(node.statement) if isinstance(inner, _REPEATING)
    )  # fmt: skip


def _reads_changeable(writer: Writer, step: Step) -> bool:
    uses = [use for number in set(_moving(writer, step)) for use in writer.node(number).uses]
    return not all(lasts(writer.program, writer.module, use) for use in uses)


def _reads_what_exists(writer: Writer, step: Step, anchor: tuple[int, bool]) -> bool:
    """Whether every definition that the function reads is bound above it."""
    program = writer.program
    last = anchor[0] - 1 if anchor[1] else anchor[0]
    moving = set(_moving(writer, step))
    uses = [use for number in moving for use in writer.node(number).uses]
    uses += [use for fetch in step.fetched for use in fetch.uses]
    given = {*step.inputs, *step.switches}
    return all(
        program.definitions[each].node <= last or program.definitions[each].node in moving
        for each in _definitions(writer, uses)
        if each not in given
    )


def _definitions(writer: Writer, uses: list[Use]) -> set[int]:
    return {
        use.definition for use in uses if use.definition is not None and use.definition in writer.program.definitions
    }


def _moving(writer: Writer, step: Step) -> Iterator[int]:
    """The statements that become the function and the functions that it calls."""
    yield from (*step.nodes, *step.updates)
    waiting: list[Group] = [writer.plan.groups[each] for each in step.groups]
    while waiting:
        group = waiting.pop()
        yield from group.nodes
        waiting += [writer.plan.groups[each] for each in group.calls]
