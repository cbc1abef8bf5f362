"""Group sliced statements by the set of steps that need them, so that no computation is written twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from codemods.graph.program import GraphProgram, Stage
from codemods.graph.values import Kind
from codemods.plan.plan import Group, Step
from codemods.plan.slices import backward, inputs_of, is_input


@dataclass(frozen=True)
class Partition:
    """The steps with their own statements and the groups that they call, and these groups, providers first."""

    steps: tuple[Step, ...]
    groups: tuple[Group, ...]


def partition(program: GraphProgram, steps: Sequence[Step], switches: frozenset[int]) -> Partition:
    """Split every step into what it alone needs and the groups that it shares."""
    members = _members(program, [step for step in steps if not is_cut(program, step)])
    owner = {node: number for number, (_, nodes) in enumerate(members) for node in nodes}
    consumers = _consumers(program, steps, members, owner)
    groups: list[Group] = []
    for number, (used_by, nodes) in enumerate(members):
        outputs = _outputs(program, steps, nodes)
        providers = _providers(program, nodes, owner, number)
        called = tuple(sorted(each for each in providers if _only_consumer(each, number, members, consumers)))
        groups.append(_group(program, number, used_by, nodes, outputs, called, groups, owner, switches))
    return Partition(tuple(_own(step, owner, groups, program) for step in steps), tuple(groups))


def is_cut(program: GraphProgram, step: Step) -> bool:
    """Whether the step is fed in the middle of the graph: then it computes less from the same statements."""
    return not all(is_input(program, each) for each in step.inputs)


def without_groups(steps: Sequence[Step]) -> Partition:
    """Every step on its own: what several need is written several times."""
    return Partition(tuple(steps), ())


def _members(program: GraphProgram, steps: Sequence[Step]) -> list[tuple[frozenset[int], tuple[int, ...]]]:
    """(steps, nodes) of each group, providers first: fewer steps need what stands further down."""
    gradients = {node.id for node in program.nodes if node.gradients}
    behind = {node.id for node in program.nodes if gradients & {node.id, *backward(program, node.uses, frozenset())}}
    by_steps: dict[frozenset[int], list[int]] = {}
    for node in program.nodes:
        users = frozenset(step.id for step in steps if node.id in step.nodes)
        if len(users) > 1 and node.stage == Stage.TENSOR and node.id not in behind:
            by_steps.setdefault(users, []).append(node.id)
    shared = [(users, tuple(nodes)) for users, nodes in by_steps.items() if _worth_sharing(program, nodes)]
    return sorted(shared, key=lambda item: (-len(item[0]), item[1]))


def _worth_sharing(program: GraphProgram, nodes: Sequence[int]) -> bool:
    """Functions of the program that move along are repeated, not returned."""
    return any(each.value.kind != Kind.FUNCTION for number in nodes for each in program.nodes[number].defines)


def _providers(program: GraphProgram, nodes: Sequence[int], owner: Mapping[int, int], own: int) -> set[int]:
    found = set()
    for number in nodes:
        node = program.nodes[number]
        for use in (*node.uses, *(each for asked in node.collected for each in asked.uses)):
            if use.definition is not None and use.definition in program.definitions:
                group = owner.get(program.definitions[use.definition].node)
                if group is not None and group != own:
                    found.add(group)
    return found


def _consumers(
    program: GraphProgram,
    steps: Sequence[Step],
    members: Sequence[tuple[frozenset[int], tuple[int, ...]]],
    owner: Mapping[int, int],
) -> dict[tuple[int, int], set[int]]:
    """(group, step) -> the groups that use its values in that step; -1 stands for the step itself."""
    found: dict[tuple[int, int], set[int]] = {}
    for step in steps:
        if is_cut(program, step):
            continue
        for number in step.nodes:
            user = owner.get(number, -1)
            for provider in _providers(program, [number], owner, user):
                found.setdefault((provider, step.id), set()).add(user)
        for fetch in step.fetched:
            for use in fetch.uses:
                if use.definition is not None and use.definition in program.definitions:
                    provider_of = owner.get(program.definitions[use.definition].node)
                    if provider_of is not None:
                        found.setdefault((provider_of, step.id), set()).add(-1)
    return found


def _only_consumer(
    provider: int,
    group: int,
    members: Sequence[tuple[frozenset[int], tuple[int, ...]]],
    consumers: Mapping[tuple[int, int], set[int]],
) -> bool:
    return all(consumers.get((provider, step)) == {group} for step in members[group][0])


def _outputs(program: GraphProgram, steps: Sequence[Step], nodes: Sequence[int]) -> tuple[int, ...]:
    inside = set(nodes)
    defined = {each.id for number in nodes for each in program.nodes[number].defines}
    needed = {number for step in steps for number in step.nodes}
    read = {use.definition for number in needed - inside for use in program.nodes[number].uses}
    read |= {use.definition for step in steps for fetch in step.fetched for use in fetch.uses}
    return tuple(sorted(defined & {each for each in read if each is not None}))


def _group(
    program: GraphProgram,
    number: int,
    used_by: frozenset[int],
    nodes: tuple[int, ...],
    outputs: tuple[int, ...],
    called: tuple[int, ...],
    groups: Sequence[Group],
    owner: Mapping[int, int],
    switches: frozenset[int],
) -> Group:
    inside = {each.id for node in nodes for each in program.nodes[node].defines}
    given = {each for other in called for each in groups[other].outputs}
    read = {use.definition for node in nodes for use in program.nodes[node].uses if use.definition is not None}
    outer = {
        each
        for each in read - inside - given
        if each in program.definitions and owner.get(program.definitions[each].node) is not None
    }
    inputs = inputs_of(program, nodes, ()) | {each for other in called for each in groups[other].inputs}
    turned = (inputs & switches) | {each for other in called for each in groups[other].switches}
    outer |= {each for other in called for each in groups[other].passed}
    plain = tuple(sorted(inputs - switches))
    return Group(number, used_by, nodes, plain, tuple(sorted(turned)), tuple(sorted(outer)), outputs, called)


def _own(step: Step, owner: Mapping[int, int], groups: Sequence[Group], program: GraphProgram) -> Step:
    if is_cut(program, step):
        return step
    mine = [group for group in groups if step.id in group.steps]
    inner = {called for group in mine for called in group.calls}
    return replace(
        step,
        nodes=tuple(number for number in step.nodes if number not in owner),
        groups=tuple(group.id for group in mine if group.id not in inner),
    )
