"""What iterators of datasets have to be like to become Python iterators."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.names import Names
from codemods.graph.around import IteratorStart, IteratorUse
from codemods.graph.drivers import opens_session
from codemods.graph.program import Fetch, GraphProgram, Node, RunSite, Stage
from codemods.graph.values import INITIALIZER, Kind
from codemods.obstacles import obstacle
from codemods.plan.loads import loads_of, name_given
from codemods.plan.single_elements import gives_one_tensor
from codemods.plan.slices import element_of, slice_of
from codemods.rule import Obstacle
from codemods.source.module import Module

Uses = Mapping[ast.Call, tuple[Node, IteratorUse]]
Starts = Mapping[ast.AST | None, tuple[Node, IteratorStart]]


def iterator_obstacles(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Iterators and datasets under several names, used otherwise than by `get_next` and `initializer`, begun again."""
    uses = {each.call: (node, each) for node in program.nodes for each in node.around if isinstance(each, IteratorUse)}
    if not uses:
        return
    starts: Starts = {
        each.call: (node, each) for node in program.nodes for each in node.around if isinstance(each, IteratorStart)
    }
    yield from _names(program, module, uses, starts)
    yield from _sessions(program, module)
    yield from _reshuffled(program, module, uses, starts)
    for run in program.runs:
        yield from _starts(program, module, run, starts)
        yield from _elements(program, module, run)


def _names(program: GraphProgram, module: Module, uses: Uses, starts: Starts) -> Iterator[Obstacle]:
    """Each iterator has one name, that of nothing else, and is read where its element or initializer is taken."""
    known = {each.call.func.value for node in program.nodes for each in node.inputs
             if each.iterator is not None and isinstance(each.call.func, ast.Attribute)}  # fmt: skip
    known |= {fetch.expression.value for run in program.runs for fetch in run.fetches
              if fetch.value.api == INITIALIZER and isinstance(fetch.expression, ast.Attribute)}  # fmt: skip
    known |= {start.iterator for _, start in starts.values()}
    for node, start in starts.values():
        yield from _dataset_rebound(program, module, node, start.dataset.id)
    for node, use in uses.values():
        name = name_given(node, use.call)
        bound = [each for each in program.definitions.values() if each.name == name]
        if name is None or len(bound) != 1:
            detail = "it has no name of its own"
            yield obstacle("dataset-iterator", module.place(node.statement), ast.unparse(use.call)[:60], detail)
            continue
        for read in loads_of(program.body, {name}):
            if read not in known:
                yield obstacle("dataset-iterator", module.place(read), name, "it is more than asked for its element")
        if not use.one_shot and isinstance(use.dataset, ast.Name):
            yield from _dataset_rebound(program, module, node, use.dataset.id)


def _dataset_rebound(program: GraphProgram, module: Module, node: Node, name: str) -> Iterator[Obstacle]:
    """A dataset is gone through from where its iterator is initialized: it has to have the name still."""
    for each in program.definitions.values():
        if each.name == name and each.node > node.id:
            place = module.place(program.nodes[each.node].statement)
            yield obstacle("dataset-iterator", place, name, "the name of the dataset is bound again")


def _sessions(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Each session begins with iterators of its own."""
    names = Names.of(module)
    made = [node for node in program.nodes if node.stage == Stage.DRIVER and opens_session(node.statement, names)]
    looped = any(isinstance(each, ast.For | ast.While | ast.FunctionDef) for node in made for each in node.block)
    if program.sessions > 1 or looped:
        detail = "several sessions begin from the first element"
        yield obstacle("dataset-iterator", module.place((made or program.nodes)[-1].statement), "tf.Session", detail)


def _starts(program: GraphProgram, module: Module, run: RunSite, made: Starts) -> Iterator[Obstacle]:
    node = program.nodes[run.node]
    starts = [each for each in run.fetches if each.value.api == INITIALIZER]
    begun = [made[site][1].made for each in starts if (site := each.value.site) in made]
    if len(set(begun)) < len(begun):
        yield obstacle("dataset-iterator", module.place(run.call), "make_initializer", "two datasets begin at once")
    inside = any(isinstance(block, ast.FunctionDef) for block in node.block)
    named = all(_is_named(program, each, made) for each in starts)
    if starts and (run.feeds or inside or not named or not isinstance(node.statement, ast.Expr)):
        detail = "it is initialized by another name, with a value that is fed, or in a function"
        yield obstacle("dataset-iterator", module.place(run.call), "initializer", detail)


def _is_named(program: GraphProgram, fetch: Fetch, made: Starts) -> bool:
    """Whether the source says which one it is: `iterator.initializer`, or the name that was given to it."""
    site = fetch.value.site
    if site not in made:
        return isinstance(fetch.expression, ast.Attribute)
    found = [program.definitions[use.definition] for use in fetch.uses if use.definition is not None]
    return isinstance(fetch.expression, ast.Name) and [each.node for each in found] == [made[site][0].id]


def _elements(program: GraphProgram, module: Module, run: RunSite) -> Iterator[Obstacle]:
    place = module.place(run.call)
    for fetch in run.fetches:
        for node in filter(None, (element_of(program, use.definition or 0) for use in fetch.uses)):
            whole = fetch.value.kind == Kind.INPUT and isinstance(
                getattr(node.statement, "targets", [None])[0], ast.Name
            )
            if whole and not gives_one_tensor(program, Names.of(module), node.inputs[0].iterator):
                detail = "the element itself is fetched, and may be several tensors: give a name to each"
                yield obstacle("dataset-iterator", place, "get_next", detail)
    fed = {feed.definition for feed in run.feeds}
    for node in filter(None, (element_of(program, each) for each in fed)):
        reached = slice_of(program, run, frozenset()).inputs
        if set(reached) & {each.id for each in node.defines} - fed:
            yield obstacle("dataset-iterator", place, node.defines[0].name, "only a part of its element is fed")


def _reshuffled(program: GraphProgram, module: Module, uses: Uses, starts: Starts) -> Iterator[Obstacle]:
    """A shuffled dataset that is begun again from its seed: TensorFlow 2 goes on with another order."""
    begun: dict[ast.AST | str, int] = {}
    for run in program.runs:
        looped = any(isinstance(block, ast.For | ast.While) for block in program.nodes[run.node].block)
        for fetch in run.fetches:
            site = fetch.value.site
            if fetch.value.api != INITIALIZER or not isinstance(site, ast.Call):
                continue
            use = uses[site][1] if site in uses else starts[site][1]
            key = use.dataset.id if isinstance(use, IteratorStart) else site
            begun[key] = begun.get(key, 0) + (2 if looped else 1)
            if use.fixed_order and begun[key] > 1:
                detail = "another order follows from the seed; with reshuffle_each_iteration=False it is the same"
                yield obstacle("dataset-iterator", module.place(run.call), "shuffle", detail)
