"""The order inside of a planned function, and the check that every name means there what it meant in the source.

Inside of a step: reads before updates; the computation of a loss inside of its tape; everything else in source order.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codemods.graph.program import GraphProgram, Node, Stage, Use
from codemods.plan.partition import Partition
from codemods.plan.plan import Group, Step
from codemods.plan.slices import MOVED, backward, rates
from codemods.source.walk import walk


@dataclass(frozen=True)
class Body:
    """A step in order. Entries are node ids, or a group as -1 - id."""

    taped: tuple[int, ...]
    plain: tuple[int, ...]
    updates: tuple[int, ...]


def group_entry(group: int) -> int:
    """How a body names a group."""
    return -1 - group


def body_of(program: GraphProgram, step: Step, groups: Sequence[Group]) -> Body:
    """The entries of a step: what its tapes cover, the rest, the updates."""
    forward = taped_nodes(program, (*step.nodes, *step.updates))
    calls = [group_entry(number) for number in step.groups]
    own = [number for number in step.nodes if program.nodes[number].stage == Stage.TENSOR]
    entries = [*calls, *own]
    taped = tuple(entry for entry in entries if _nodes_of(entry, groups) & forward)
    return Body(taped, tuple(entry for entry in entries if entry not in taped), step.updates)


def taped_nodes(program: GraphProgram, numbers: Iterable[int]) -> frozenset[int]:
    """The statements that the losses of these statements depend on."""
    found: set[int] = set()
    for number in numbers:
        node = program.nodes[number]
        if node.minimizes or node.gradients:
            collected = [use for each in node.collected for use in each.uses]
            found |= backward(program, (*node.uses, *collected), frozenset(rates(program, node)))
    return frozenset(each for each in found if program.nodes[each].stage == Stage.TENSOR)


def _nodes_of(entry: int, groups: Sequence[Group]) -> set[int]:
    if entry >= 0:
        return {entry}
    group = groups[-1 - entry]
    return set(group.nodes).union(*(_nodes_of(group_entry(each), groups) for each in group.calls))


def is_consistent(program: GraphProgram, parts: Partition, switches: frozenset[int]) -> bool:
    """Whether every name that a planned function reads is the definition that the source meant."""
    if not all(_step_reads_well(program, step, parts.groups) for step in parts.steps):
        return False
    for group in parts.groups:
        entries = [*(group_entry(each) for each in group.calls), *group.nodes]
        reading = _begin(program, parts.groups, [*group.inputs, *group.switches, *group.passed], entries)
        if not (_goes_well(reading, entries) and _ends_well(reading, group.outputs)):
            return False
    return True


def _step_reads_well(program: GraphProgram, step: Step, groups: Sequence[Group]) -> bool:
    body = body_of(program, step, groups)
    if any(entry >= 0 and program.nodes[entry].gradients for entry in body.taped):
        return False  # a tape inside of a tape
    entries = [*body.taped, *body.plain, *body.updates]
    reading = _begin(program, groups, [*step.inputs, *step.switches], entries)
    needed = [use.definition for fetch in step.fetched for use in fetch.uses]
    return (
        _goes_well(reading, body.taped)
        and _trains_well(reading, step, body)
        and _goes_well(reading, [*body.plain, *body.updates])
        and _ends_well(reading, needed)
    )


@dataclass
class _Reading:
    """`names`: what each name means at the place that has been reached; `local`: the names that are bound anywhere."""

    program: GraphProgram
    groups: Sequence[Group]
    names: dict[str, int]
    local: set[str]


def _begin(program: GraphProgram, groups: Sequence[Group], given: Iterable[int], entries: Iterable[int]) -> _Reading:
    names = {program.definitions[each].name: each for each in given}
    bound = {program.definitions[each].name for entry in entries for each in _defined(program, groups, entry)}
    return _Reading(program, groups, names, bound | set(names))


def _goes_well(reading: _Reading, entries: Iterable[int]) -> bool:
    """Go through the entries; False where one of them reads a name that means something else by then."""
    definitions = reading.program.definitions
    for entry in entries:
        if entry >= 0:
            node = reading.program.nodes[entry]
            if not _reads_well(reading, set(node.uses) - _read_early(reading.program, node)):
                return False
        elif not all(
            reading.names.get(definitions[each].name) == each
            for each in (*reading.groups[-1 - entry].inputs, *reading.groups[-1 - entry].passed)
        ):
            return False
        outputs = _defined(reading.program, reading.groups, entry)
        if len({definitions[each].name for each in outputs}) < len(outputs):
            return False
        reading.names |= {definitions[each].name: each for each in outputs}
    return True


def _trains_well(reading: _Reading, step: Step, body: Body) -> bool:
    """Whether losses, and the rates that are known by then, are at the end of the tapes what the source meant."""
    program = reading.program
    known = {*step.inputs, *(each for entry in body.taped for each in _defined(program, reading.groups, entry))}
    for number in (*step.nodes, *step.updates):
        node = program.nodes[number]
        losses = {each.id for loss in _losses(node) for each in walk(loss) if isinstance(each, ast.Name)}
        set_now = known & set(rates(program, node))
        if not _reads_well(reading, (use for use in node.uses if use.name in losses or use.definition in set_now)):
            return False
    return True


def _losses(node: Node) -> list[ast.expr]:
    return [each.loss for each in (*node.minimizes, *node.gradients)]


def _read_early(program: GraphProgram, node: Node) -> set[Use]:
    """What is read before a training's own place: its loss at the end of the tape, its rate where that is computed."""
    if node.stage != Stage.UPDATE:
        return set()
    later = [each.global_step for each in node.minimizes] + [each.global_step for each in node.applies]
    later += [each.pairs for each in node.applies]
    read = {each.id for it in later if it is not None for each in walk(it) if isinstance(each, ast.Name)}
    losses = {each.id for loss in _losses(node) for each in walk(loss) if isinstance(each, ast.Name)}
    found = set(rates(program, node))
    return {use for use in node.uses if use.name not in read and (use.name in losses or use.definition in found)}


def _ends_well(reading: _Reading, needed: Iterable[int | None]) -> bool:
    definitions, nodes = reading.program.definitions, reading.program.nodes
    return all(
        reading.names.get(definitions[each].name) == each
        for each in needed
        if each is not None and each in definitions and nodes[definitions[each].node].stage in MOVED | {Stage.INPUT}
    )


def _reads_well(reading: _Reading, uses: Iterable[Use]) -> bool:
    program, names = reading.program, reading.names
    for use in uses:
        found = program.definitions.get(use.definition) if use.definition is not None else None
        if found is not None and program.nodes[found.node].stage in MOVED | {Stage.INPUT}:
            if program.nodes[found.node].stage != Stage.UPDATE and names.get(use.name) != use.definition:
                return False
        elif use.name in reading.local and names.get(use.name) != use.definition:
            return False
    return True


def _defined(program: GraphProgram, groups: Sequence[Group], entry: int) -> tuple[int, ...]:
    if entry < 0:
        return groups[-1 - entry].outputs
    node = program.nodes[entry]
    return tuple(each.id for each in node.defines) if node.stage == Stage.TENSOR or node.assigns else ()
