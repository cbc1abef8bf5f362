"""Feed dictionaries held in a variable: may their entries be written where they are used?"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Node, RunSite
from codemods.obstacles import obstacle
from codemods.plan.mutations import mutations
from codemods.plan.slices import may_have_effects
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_PERHAPS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.IfExp, ast.BoolOp, ast.Lambda)
_FORMS = frozenset({"reshape", "astype", "flatten", "ravel", "squeeze", "transpose", "swapaxes", "copy"})


def inlined_feeds(program: GraphProgram) -> frozenset[int]:
    """The statements that only make such dictionaries."""
    return frozenset(node.id for node in program.nodes if node.value.feed is not None)


def feed_obstacles(program: GraphProgram, module: Module, names: Names) -> Iterator[Obstacle]:
    """Why a dictionary cannot be taken apart."""
    for node in program.nodes:
        if node.value.feed is None:
            continue
        place, name = module.place(node.statement), node.defines[0].name if node.defines else "feed_dict"
        if not isinstance(node.statement, ast.Assign) or len(node.defines) != 1:
            yield obstacle("dynamic-feed", place, name)
        elif any(use.definition == node.defines[0].id for other in program.nodes for use in other.uses):
            yield obstacle("dynamic-feed", place, name, "the dictionary is also used outside of runs")
        elif any(_changes(program, names, node, run) for run in program.runs if run.held == node.defines[0].id):
            yield obstacle("dynamic-feed", place, name, "what it holds changes before the run")


def _is_view(value: ast.expr) -> bool:
    """Whether every call in the expression is a method of an array that gives it another form."""
    calls = [each for each in walk(value) if isinstance(each, ast.Call)]
    others = any(isinstance(each, ast.Await | ast.Yield | ast.YieldFrom | ast.NamedExpr) for each in walk(value))
    return not others and all(isinstance(each.func, ast.Attribute) and each.func.attr in _FORMS for each in calls)


def _is_next(program: GraphProgram, node: Node, run: RunSite) -> bool:
    """Whether nothing happens between the making of the dictionary and the run, which is the only one that it feeds."""
    user = program.nodes[run.node]
    only = sum(each.held == run.held for each in program.runs) == 1
    if not only or run.node != node.id + 1 or user.block != node.block or isinstance(user.statement, ast.While):
        return False
    inside = {id(each) for each in walk(run.call)}
    start = (run.call.lineno, run.call.col_offset)
    for each in walk(user.statement):
        around = isinstance(each, ast.expr) and run.call in walk(each) and each is not run.call
        if around and isinstance(each, _PERHAPS):
            return False
        early = isinstance(each, ast.Call) and (each.lineno, each.col_offset) < start
        if early and not around and id(each) not in inside:
            return False
    return True


def _names_in(values: Iterable[ast.expr]) -> set[str]:
    return {each.id for value in values for each in walk(value) if isinstance(each, ast.Name)}


def _changes(program: GraphProgram, names: Names, node: Node, run: RunSite) -> bool:
    assert node.value.feed is not None
    user = program.nodes[run.node]
    adjacent = _is_next(program, node, run)
    if not adjacent and any(may_have_effects(each) and not _is_view(each) for each in node.value.feed.values):
        return True
    between = [each for each in mutations(program, names) if each.node is None or node.id < each.node <= run.node]
    read = _names_in(node.value.feed.values)
    parts = _names_in(value for value in node.value.feed.values if not isinstance(value, ast.Name))
    if not adjacent and any(each.name in (parts if each.perhaps else read) for each in between):
        return True
    loops = {id(each) for each in user.block if each not in node.block}
    return any(
        each.name in read
        and (node.id < each.node < run.node or bool(loops & {id(part) for part in program.nodes[each.node].block}))
        for each in program.definitions.values()
    )
