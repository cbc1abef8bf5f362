"""What a run works with of what lasts from run to run, known by the statements that make it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from codemods.graph.around import AverageUse, IteratorUse, MetricUse, SaverUse
from codemods.graph.program import GraphProgram, Node, RunSite, Stage, Use
from codemods.graph.values import Kind, lateness
from codemods.graph.values import parts as leaves


def makes_state(node: Node) -> bool:
    """Whether the statement makes variables, or something else that lasts."""
    made = node.creations or node.layers or node.minimizes or node.applies or node.cell_runs or node.cells
    lasting = any(isinstance(each, MetricUse | IteratorUse | AverageUse) for each in node.around)
    return node.stage == Stage.STATE or bool(made) or lasting


def has_variables(program: GraphProgram) -> bool:
    """Whether there is anything to initialize beside iterators."""
    return any(
        makes_state(node) and not any(isinstance(each, IteratorUse) for each in node.around) for node in program.nodes
    )


@lru_cache(maxsize=4)
def everything(program: GraphProgram) -> frozenset[int]:
    """The statements that make what lasts."""
    return frozenset(node.id for node in program.nodes if makes_state(node))


def state_of(program: GraphProgram, run: RunSite) -> frozenset[int]:
    """What a run works with; all there is where that is not certain."""
    reached = reached_from(program, (use for fetch in run.fetches for use in fetch.uses))
    vague = any(node.queries or node.collected for node in reached) or _shares(program)
    found = frozenset(node.id for node in reached if makes_state(node))
    return everything(program) if vague and found else found


def updates(program: GraphProgram, run: RunSite) -> bool:
    """Whether a run may change what lasts."""
    if any(lateness(fetch.value) == Kind.UPDATE for fetch in run.fetches):
        return True
    reached = reached_from(program, (use for fetch in run.fetches for use in fetch.uses))
    return any(node.stage == Stage.UPDATE or node.assigns or node.around or node.averages for node in reached)


def reached_from(program: GraphProgram, uses: Iterable[Use]) -> list[Node]:
    """Every statement that these names come from, whatever becomes of it."""
    waiting = [use.definition for use in uses]
    found: dict[int, Node] = {}
    while waiting:
        definition = program.definitions.get(waiting.pop() or 0)
        if definition is None or definition.node in found:
            continue
        node = found[definition.node] = program.nodes[definition.node]
        beside = (use for each in node.collected for use in each.uses)
        waiting += [use.definition for use in (*node.uses, *node.after, *beside)]
    return list(found.values())


def _shares(program: GraphProgram) -> bool:
    """Whether one variable is made by several statements."""
    if program.in_functions:
        return True
    layers = [each for node in program.nodes for each in node.layers]
    found = any(each.reuses is not None for node in program.nodes for each in node.creations)
    return found or any(
        each.reuses is not None or (each.builder is not None and each.builder.reused) for each in layers
    )


def held_by(program: GraphProgram, node: Node, use: SaverUse) -> frozenset[int]:
    """What a saver saves, of what is known to be saved: the optimizers too, where it holds all variables."""
    plain = [each for each in program.nodes if makes_state(each) and not each.around and each.id < node.id]
    if use.chosen is None:
        return frozenset(each.id for each in plain)
    sites = {part.site for _, value in use.chosen for part in leaves(value)}
    return frozenset(
        each.id for each in plain
        if each.creations and all(one.call in sites for one in each.creations) and not each.layers
    )  # fmt: skip


def is_fixed(program: GraphProgram, number: int) -> bool:
    """Whether a variable begins with the same value whenever it is initialized."""
    node = program.nodes[number]
    kinds = {_initial(each.api, each.initializer) for each in node.creations}
    others = node.layers or node.cells or node.cell_runs or node.minimizes or node.applies or node.around
    if kinds != {True} or others or node.optimizers:
        return False
    before = (node, *reached_from(program, node.uses))
    return not any(each.random or each.id in everything(program) - {number} for each in before)


def _initial(api: str, initializer: str | None) -> bool:
    return api == "tf.Variable" or initializer == "tensor"
