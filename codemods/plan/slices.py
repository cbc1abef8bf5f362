"""What one run needs: everything its fetches depend on, cut at what it feeds."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from functools import lru_cache

from codemods.graph.batch_norm import switch_of
from codemods.graph.metrics import VALUE
from codemods.graph.program import Fetch, GraphProgram, Node, OptimizerUse, RunSite, Stage, Use
from codemods.graph.values import Kind, lateness, parts
from codemods.plan.plan import Slice
from codemods.source.walk import walk

MOVED = frozenset({Stage.TENSOR, Stage.UPDATE})


def is_eager(program: GraphProgram, site: RunSite) -> bool:
    """Whether a run only reads or assigns variables and constants, or reads metrics: then it needs no function."""
    quiet = not any(may_have_effects(feed.value) for feed in site.feeds)
    return quiet and all(_is_eager_fetch(program, fetch) for fetch in site.fetches)


def _is_eager_fetch(program: GraphProgram, fetch: Fetch) -> bool:
    kinds = {part.kind for part in parts(fetch.value)}
    if fetch.value.api == VALUE and isinstance(fetch.expression, ast.Name):
        return True
    if kinds <= {Kind.VARIABLE, Kind.CONSTANT}:
        return True
    read = [program.definitions[use.definition] for use in fetch.uses if use.definition is not None]
    moved = any(program.nodes[each.node].stage in MOVED | {Stage.INPUT} for each in read)
    return not isinstance(fetch.expression, ast.Name) and not moved


def slice_of(program: GraphProgram, site: RunSite, switches: frozenset[int]) -> Slice:
    """The slice of one run."""
    fed = {feed.definition: feed for feed in site.feeds}
    needed = backward(program, (use for fetch in site.fetches for use in fetch.uses), frozenset(fed))
    reached = inputs_of(program, needed, (use for fetch in site.fetches for use in fetch.uses), frozenset(fed))
    reached |= elements_beside(program, reached - set(fed))
    given = {each: default_of(program, each) for each in switches} | {each: feed.value for each, feed in fed.items()}
    literal = {
        each: value.value
        for each, value in given.items()
        if each in switches and isinstance(value, ast.Constant) and isinstance(value.value, bool)
    }
    updates = tuple(number for number in sorted(needed) if program.nodes[number].stage == Stage.UPDATE)
    tensors = tuple(fetch for fetch in site.fetches if lateness(fetch.value) != Kind.UPDATE)
    inline = tuple(fetch for fetch in site.fetches if not isinstance(fetch.expression, ast.Name))
    kept = tuple(fetch for fetch in site.fetches if fetch in tensors or (fetch in inline and _is_update(fetch)))
    with_effects = {each for each, feed in fed.items() if may_have_effects(feed.value) and is_input(program, each)}
    inputs = tuple(sorted(each for each in reached | with_effects if each not in literal))
    return Slice(site, frozenset(needed), updates, inputs, {k: v for k, v in literal.items() if k in reached}, kept)


def may_have_effects(expression: ast.expr) -> bool:
    """Whether evaluating the expression may do more than give its value."""
    effects = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
    return any(isinstance(each, effects) for each in walk(expression))


def _is_update(fetch: Fetch) -> bool:
    return lateness(fetch.value) == Kind.UPDATE


def backward(program: GraphProgram, uses: Iterable[Use], cut: frozenset[int]) -> set[int]:
    """The ids of the moved statements that these uses need, stopping at the definitions in `cut`."""
    needed: set[int] = set()
    todo = [use.definition for use in uses]
    while todo:
        definition = todo.pop()
        if definition is None or definition in cut or definition not in program.definitions:
            continue
        node = program.nodes[program.definitions[definition].node]
        if node.stage not in MOVED or node.id in needed:
            continue
        needed.add(node.id)
        todo += [use.definition for use in (*node.uses, *node.after)]
    return needed


def inputs_of(
    program: GraphProgram, nodes: Iterable[int], uses: Iterable[Use], cut: frozenset[int] = frozenset()
) -> set[int]:
    """The placeholders that these statements and uses read, the rates of their optimizers included, and the cuts."""
    read = [use.definition for use in uses]
    for number in nodes:
        read += [use.definition for use in program.nodes[number].uses]
        read += rates(program, program.nodes[number])
    return {each for each in read if each is not None and (each in cut or is_input(program, each))}


def rates(program: GraphProgram, node: Node) -> list[int]:
    """The placeholders that set the learning rates, and what else is fed, of the optimizers that a statement uses."""
    calls = [each.optimizer for each in (*node.minimizes, *node.gradients)]
    calls += [each.optimizer for each in node.applies]
    made = optimizer_uses(program) if calls else {}
    found = [each for call in calls if call in made for each in (made[call].rate, *made[call].fed.values())]
    return [each for each in found if each is not None]


@lru_cache(maxsize=8)
def optimizer_uses(program: GraphProgram) -> Mapping[ast.Call, OptimizerUse]:
    """Construction call -> its record."""
    return {use.call: use for node in program.nodes for use in node.optimizers}


def is_input(program: GraphProgram, definition: int) -> bool:
    """Whether a definition is a placeholder."""
    found = program.definitions.get(definition)
    return found is not None and program.nodes[found.node].stage == Stage.INPUT


def not_fed(program: GraphProgram, found: Slice) -> list[tuple[str, bool]]:
    """The names of placeholders that the run reaches but does not feed, and whether its fetches depend on them."""
    fed = {feed.definition for feed in found.site.feeds}
    reached = inputs_of(program, found.nodes, (use for fetch in found.site.fetches for use in fetch.uses))
    missing = (each for each in sorted(reached - fed) if default_of(program, each) is None)
    sure = reached_for_sure(program, found)
    return [(program.definitions[each].name, each in sure) for each in missing if element_of(program, each) is None]


def reached_for_sure(program: GraphProgram, found: Slice) -> set[int]:
    """The placeholders that the fetches cannot do without: reached through statements that make one tensor each."""
    waiting = [use.definition for fetch in found.site.fetches for use in fetch.uses]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if each is None or each in seen or each not in program.definitions:
            continue
        seen.add(each)
        node = program.nodes[program.definitions[each].node]
        single = len(node.defines) == 1 and node.value.items is None and node.value.element is None
        if node.id in found.nodes and single and not isinstance(node.statement, ast.If | ast.For | ast.While):
            waiting += [use.definition for use in node.uses]
    return seen


def element_of(program: GraphProgram, definition: int) -> Node | None:
    """The statement that took the element of an iterator apart, where this is a part of it."""
    found = program.definitions.get(definition)
    node = program.nodes[found.node] if found is not None else None
    return node if node is not None and any(each.iterator is not None for each in node.inputs) else None


def elements_beside(program: GraphProgram, reached: Iterable[int]) -> set[int]:
    """Whoever needs a part of an element takes all of it."""
    taken = (element_of(program, each) for each in reached)
    return {each.id for node in taken if node is not None for each in node.defines}


def default_of(program: GraphProgram, definition: int) -> ast.expr | None:
    """What a placeholder is when it is not fed."""
    inputs = program.nodes[program.definitions[definition].node].inputs
    return next((each.default for each in inputs if each.definition == definition), None)


def switch_inputs(program: GraphProgram) -> frozenset[int]:
    """Boolean placeholders that every run feeds with a literal True or False, or leaves at one."""
    fed: dict[int, list[ast.expr]] = {}
    for run in program.runs:
        for feed in run.feeds:
            fed.setdefault(feed.definition, []).append(feed.value)
    inputs = [each for node in program.nodes for each in node.inputs]
    boolean = {each.definition for each in inputs if is_boolean(each.dtype) or _is_switch(each.default)}
    for each in inputs:
        if _is_switch(each.default) and each.default is not None:
            fed.setdefault(each.definition, []).append(each.default)
    if not boolean:
        return frozenset()
    passed = _training_arguments(program)
    return frozenset(
        definition
        for definition, given in fed.items()
        if definition in boolean
        and definition in passed
        and all(isinstance(value, ast.Constant) and isinstance(value.value, bool) for value in given)
    )


def _is_switch(default: ast.expr | None) -> bool:
    return isinstance(default, ast.Constant) and isinstance(default.value, bool)


def _training_arguments(program: GraphProgram) -> set[int]:
    """The definitions that are read as the `training` argument of layers and nowhere else."""
    found: set[int] = set()
    elsewhere: set[int] = set()
    for node in program.nodes:
        flags = [switch_of(layer) for layer in node.layers]
        names = [each.id for each in flags if isinstance(each, ast.Name)]
        for use in node.uses:
            reads = sum(isinstance(each, ast.Name) and each.id == use.name for each in walk(node.statement))
            if use.definition is not None:
                (found if use.name in names and names.count(use.name) == reads else elsewhere).add(use.definition)
    return found - elsewhere


def is_boolean(dtype: ast.expr | None) -> bool:
    """Whether a dtype is written as the Boolean one."""
    match dtype:
        case ast.Attribute(attr="bool") | ast.Name(id="bool") | ast.Constant(value="bool"):
            return True
        case _:
            return False
