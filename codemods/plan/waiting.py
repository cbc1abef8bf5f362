"""Statements that wait for updates: may the function compute its tensors first, and then make the updates in order?

TensorFlow 1 says only when the statement itself runs. What it is computed from may have read a variable before or after
the update that it waits for: such a program has no one answer, and is kept.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.graph.around import AverageUse
from codemods.graph.program import Assign, GraphProgram, Node, Stage, Use
from codemods.graph.values import AVERAGES, VIEW, Kind, parts
from codemods.obstacles import obstacle
from codemods.plan.plan import Step
from codemods.plan.slices import MOVED, backward
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk


@dataclass(frozen=True)
class _Variables:
    """Variables by what tells them apart; `trainable`: all that are trained; `all`: any."""

    some: frozenset[object] = frozenset()
    trainable: bool = False
    all: bool = False


def waiting_obstacles(program: GraphProgram, module: Module, names: Names, steps: Iterable[Step]) -> Iterator[Obstacle]:
    """Reads of a variable beside an update, where TensorFlow 1 leaves open which of them is first."""
    steps = tuple(steps)
    if not any(node.after or is_averaging(node) for node in program.nodes):
        return
    used = [program.nodes[number] for number in sorted({node for step in steps for node in step.nodes})]
    for node in used:
        updates = [program.nodes[each] for each in sorted(_updates(program, node.after))]
        readers = [each for each in used if updates and (each.id == node.id or _are_related(program, node, each))]
        found = [each for each in updates if any(_is_open(program, names, node, one, each) for one in readers)]
        if found:
            yield _obstacle(program, module, node, found[0])
    for step in steps:
        yield from _averaging(program, module, names, [program.nodes[number] for number in step.updates])


def _averaging(program: GraphProgram, module: Module, names: Names, updates: Sequence[Node]) -> Iterator[Obstacle]:
    """Averages of variables that the same run changes: do they follow the old values or the new ones?"""
    for node in updates:
        before = _updates(program, node.after) if is_averaging(node) else set()
        for other in updates if is_averaging(node) else ():
            ordered = other.id in before or node.id in {other.id, *_updates(program, other.after)}
            if not ordered and _meet(_read(program, names, node), _changed(program, names, other)):
                yield _obstacle(program, module, node, other)


def is_averaging(node: Node) -> bool:
    """Whether a statement moves averages on."""
    return any(isinstance(each, AverageUse) and each.averages is not None for each in node.around)


def _updates(program: GraphProgram, uses: Iterable[Use]) -> set[int]:
    return {each for each in backward(program, uses, frozenset()) if program.nodes[each].stage == Stage.UPDATE}


def _obstacle(program: GraphProgram, module: Module, node: Node, update: Node) -> Obstacle:
    detail = f"it is left open whether it sees variables before or after the update in {_where(module, update)}"
    first = ast.unparse(node.statement).splitlines()[0][:60]
    return obstacle("control-dependencies", module.place(node.statement), first, detail)


def _where(module: Module, node: Node) -> str:
    return module.at(node.statement.lineno).inside


def _are_related(program: GraphProgram, node: Node, reader: Node) -> bool:
    """Whether one of them is computed from the other, or is needed by whatever the other is needed by."""
    below = node.id in backward(program, reader.uses, frozenset())
    return below or any(
        reader.id in backward(program, other.uses, frozenset())
        for other in program.nodes
        if other.id == node.id or node.id in backward(program, other.uses, frozenset())
    )


def _is_open(program: GraphProgram, names: Names, node: Node, reader: Node, update: Node) -> bool:
    """Whether the reader may see what the update changes, before or after."""
    changed = _changed(program, names, update)
    if reader.id == node.id or node.id in backward(program, reader.uses, frozenset()):
        shared = backward(program, (use for use in reader.uses if _may_share(program, names, use)), frozenset())
        if any(_meet(_read(program, names, program.nodes[each]), changed) for each in shared):
            return True
    if reader.id == update.id or reader.id in backward(program, (*update.uses, *update.after), frozenset()):
        return False  # the update itself waits for it
    if reader.id == node.id and is_averaging(node) and not (update.assigns or update.around):
        return False  # an optimizer changes variables in place, and averages read that place: they see what is new
    return _meet(_read(program, names, reader), changed)


def _may_share(program: GraphProgram, names: Names, use: Use) -> bool:
    """Whether a tensor may be the buffer of a variable, which whoever waits for its update sees changed."""
    found = program.definitions.get(use.definition) if use.definition is not None else None
    if found is None or program.nodes[found.node].stage not in MOVED:
        return False
    match program.nodes[found.node].statement:
        case ast.Assign(value=ast.Subscript()):
            return True
        case ast.Assign(value=ast.Call(func=function)) if _shares(names.api_of(function)):
            return True
        case _:
            return any(part.api == VIEW for part in parts(found.value))


def _shares(api: str | None) -> bool:
    return has_trait("views", api) or has_trait("sharing", api)


def _read(program: GraphProgram, names: Names, node: Node) -> list[tuple[object, bool]]:
    """The variables that a statement reads, and whether they are trained; a training reads what its loss does."""
    loss = backward(program, node.uses, frozenset()) if node.minimizes or node.gradients else set()
    found: dict[tuple[object, bool], None] = {}
    for each in (node, *(program.nodes[number] for number in sorted(loss))):
        only = _only_assigned(program, names, each)
        found |= {pair: None for use in each.uses if use.name not in only for pair in _variables_of(program, use)}
        found |= {pair: None for use in _counters(program, each) for pair in _variables_of(program, use)}
        found |= {(layer.reuses or layer.call, True): None for layer in each.layers}
        found |= {(run.call, True): None for run in each.cell_runs}
        found |= {(site, True): None for query in each.queries for site in query.sites}
    return list(found)


def _counters(program: GraphProgram, node: Node) -> Iterator[Use]:
    """What the decay of averages is counted with."""
    kept = {each.averages for each in node.around if isinstance(each, AverageUse)} - {None}
    for other in program.nodes if kept else ():
        if any(isinstance(each, AverageUse) and each.call in kept for each in other.around):
            yield from other.uses


def _only_assigned(program: GraphProgram, names: Names, node: Node) -> set[str]:
    """Names of variables that a statement assigns to and does not read."""
    called = (program.definitions.get(use.definition) for use in node.uses if use.definition is not None)
    if any(each is not None and each.value.kind == Kind.FUNCTION for each in called):
        return set()
    targets = {id(target): target.id for each in node.assigns if isinstance(target := target_of(names, each), ast.Name)}
    read = {each.id for each in walk(node.statement) if isinstance(each, ast.Name) and id(each) not in targets}
    return set(targets.values()) - read


def target_of(names: Names, assign: Assign) -> ast.expr | None:
    """What an assignment changes."""
    function, given = assign.call.func, {each.arg: each.value for each in assign.call.keywords}
    if isinstance(function, ast.Attribute) and names.api_of(function) is None:
        return function.value
    return assign.call.args[0] if assign.call.args else given.get("ref")


def _variables_of(program: GraphProgram, use: Use) -> Iterator[tuple[object, bool]]:
    found = program.definitions.get(use.definition) if use.definition is not None else None
    if found is None or program.nodes[found.node].stage in MOVED:
        return
    for part in parts(found.value):
        if part.api == AVERAGES:
            yield part.site, False
        elif part.kind == Kind.VARIABLE:
            yield part.site, part.site is None or part.trainable


def may_change(program: GraphProgram, names: Names, update: Node, use: Use) -> bool:
    """Whether an update may change the variable of this name."""
    return _meet(_variables_of(program, use), _changed(program, names, update))


def _changed(program: GraphProgram, names: Names, update: Node) -> _Variables:
    """What an update changes; a training counts as changing all that is trained."""
    trains = bool(update.minimizes or update.applies)
    counted = [*(each.global_step for each in update.minimizes), *(each.global_step for each in update.applies)]
    steps = [each for each in counted if each is not None]
    listed = [each.variables for each in update.minimizes if each.variables is not None]
    found: set[object] = set()
    for target in (*steps, *(target_of(names, each) for each in update.assigns if not is_averaging(update))):
        sites = _sites(program, update, target)
        if not sites or None in sites:
            return _Variables(all=True)
        found |= sites
    found |= {each.averages for each in update.around if isinstance(each, AverageUse)}
    found = found.union(*(_sites(program, update, each) for each in listed))
    return _Variables(frozenset(found), trains, not (trains or update.assigns or _is_plain(update)))


def _sites(program: GraphProgram, update: Node, expression: ast.expr | None) -> set[object]:
    uses = [use for use in update.uses if isinstance(expression, ast.Name) and use.name == expression.id]
    return {site for use in uses for site, _ in _variables_of(program, use)}


def _is_plain(update: Node) -> bool:
    """Whether it only holds other updates together."""
    return is_averaging(update) or not (update.around or update.layers or update.cell_runs)


def _meet(read: Iterable[tuple[object, bool]], changed: _Variables) -> bool:
    return any(
        changed.all or site in changed.some or site is None or (trained and changed.trainable) for site, trained in read
    )
