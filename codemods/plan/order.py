"""The order inside of a planned function, and the check that every name means there what it meant in the source.

Inside of a step: reads before updates; the computation of a loss inside of its tape; everything else in source order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codemods.graph.program import GraphProgram, Node, Stage
from codemods.plan.partition import Partition
from codemods.plan.plan import Group, Step
from codemods.plan.slices import MOVED, backward, rates


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
            found |= backward(program, node.uses, frozenset(rates(program, node)))
    return frozenset(each for each in found if program.nodes[each].stage == Stage.TENSOR)


def _nodes_of(entry: int, groups: Sequence[Group]) -> set[int]:
    if entry >= 0:
        return {entry}
    group = groups[-1 - entry]
    return set(group.nodes).union(*(_nodes_of(group_entry(each), groups) for each in group.calls))


def is_consistent(program: GraphProgram, parts: Partition, switches: frozenset[int]) -> bool:
    """Whether every name that a planned function reads is the definition that the source meant."""
    for step in parts.steps:
        body = body_of(program, step, parts.groups)
        if any(entry >= 0 and program.nodes[entry].gradients for entry in body.taped):
            return False  # a tape inside of a tape
        entries = [*body.taped, *body.plain, *body.updates]
        needed = [use.definition for fetch in step.fetched for use in fetch.uses]
        if not _reads_well(program, parts.groups, [*step.inputs, *step.switches], entries, needed):
            return False
    for group in parts.groups:
        entries = [*(group_entry(each) for each in group.calls), *group.nodes]
        given = [*group.inputs, *group.switches, *group.passed]
        if not _reads_well(program, parts.groups, given, entries, group.outputs):
            return False
    return True


def _reads_well(
    program: GraphProgram,
    groups: Sequence[Group],
    given: Iterable[int],
    entries: Sequence[int],
    needed: Iterable[int | None],
) -> bool:
    names = {program.definitions[each].name: each for each in given}
    local = set(names) | {
        program.definitions[each].name for entry in entries for each in _defined(program, groups, entry)
    }
    for entry in entries:
        if entry >= 0:
            if not _node_reads_well(program, program.nodes[entry], names, local):
                return False
        elif not all(
            names.get(program.definitions[each].name) == each
            for each in (*groups[-1 - entry].inputs, *groups[-1 - entry].passed)
        ):
            return False
        outputs = _defined(program, groups, entry)
        if len({program.definitions[each].name for each in outputs}) < len(outputs):
            return False
        names |= {program.definitions[each].name: each for each in outputs}
    inner = [each for each in needed if each is not None and each in program.definitions]
    return all(
        names.get(program.definitions[each].name) == each
        for each in inner
        if program.nodes[program.definitions[each].node].stage in MOVED | {Stage.INPUT}
    )


def _node_reads_well(program: GraphProgram, node: Node, names: dict[str, int], local: set[str]) -> bool:
    for use in node.uses:
        found = program.definitions.get(use.definition) if use.definition is not None else None
        if found is not None and program.nodes[found.node].stage in MOVED | {Stage.INPUT}:
            if program.nodes[found.node].stage == Stage.UPDATE or (
                node.stage == Stage.UPDATE and found.id not in names.values()
            ):
                continue
            if names.get(use.name) != use.definition:
                return False
        elif use.name in local and names.get(use.name) != use.definition:
            return False
    return True


def _defined(program: GraphProgram, groups: Sequence[Group], entry: int) -> tuple[int, ...]:
    if entry < 0:
        return groups[-1 - entry].outputs
    node = program.nodes[entry]
    return tuple(each.id for each in node.defines) if node.stage == Stage.TENSOR or node.assigns else ()
