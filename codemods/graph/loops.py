"""Loops that only make variables, and put them into lists: they stay where they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from codemods.graph.evaluate import Evaluation
from codemods.graph.program import Definition, Node, RunSite, Stage, Use
from codemods.graph.values import Kind, Value, parts, repeated
from codemods.graph.variable_names import Made
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk


def makes_only_variables(statement: ast.stmt, inside: Sequence[Node]) -> bool:
    """Whether a loop makes variables, under names of their own, and does nothing else to the graph."""
    if not isinstance(statement, ast.For) or statement.orelse or any(node.block == () for node in inside[1:]):
        return False
    stages = {node.stage for node in inside}
    return Stage.STATE in stages and stages <= {Stage.STATE, Stage.PYTHON} and all(map(_is_simple, inside))


def _is_simple(node: Node) -> bool:
    other = (node.layers, node.optimizers, node.queries, node.cells, node.cell_feeds, node.cell_runs, node.hoists,
             node.around, node.collected, node.averages, node.sizes, node.minimizes, node.gradients, node.applies,
             node.assigns)  # fmt: skip
    plain = all(each.api == "tf.Variable" and not each.scoped and not each.reads for each in node.creations)
    return plain and not any(other)


def forget_made(build: Evaluation, known: int, node: Node) -> tuple[tuple[Definition, ...], set[int]]:
    """After the loop a variable of it is one of several. What its names denote; those that denote the last one."""
    build.all_variables[known:] = [Made("", each.site, each.trainable) for each in build.all_variables[known:]]
    variables = {each.id for each in node.defines if any(part.kind == Kind.VARIABLE for part in parts(each.value))}
    last = {each.id for each in node.defines if each.id in variables and each.name not in node.filled}
    return tuple(
        replace(each, value=Value(Kind.VARIABLE) if each.id in last else repeated(each.value))
        if each.id in variables
        else each
        for each in node.defines
    ), last


def last_ones_read(
    module: Module, nodes: Sequence[Node], runs: Sequence[RunSite], last: Set[int]
) -> Iterator[Obstacle]:
    """The variable that a loop made last, read under the name that it had in the loop."""
    if not last:
        return
    for node in nodes:
        fetched = [use for run in runs if run.node == node.id for fetch in run.fetches for use in fetch.uses]
        for use in (*node.uses, *fetched):
            if use.definition in last:
                yield obstacle("state-in-dynamic-loop", module.place(node.statement), use.name, "a loop made it last")


def bound_anew(statement: ast.stmt) -> set[str]:
    """The names that every round of a loop binds before it reads them."""
    if not isinstance(statement, ast.For):
        return set()
    found: set[str] = set()
    met: set[str] = set()
    for each in _in_order(statement.body):
        names = [name for name in walk(each) if isinstance(name, ast.Name)]
        if isinstance(each, ast.Assign):
            targets = [part.id for target in each.targets for part in _parts(target) if isinstance(part, ast.Name)]
            met |= {name.id for name in names if isinstance(name.ctx, ast.Load)}
            found |= set(targets) - met
        met |= {name.id for name in names}
    functions = [each for each in walk(statement) if isinstance(each, ast.FunctionDef | ast.Lambda | ast.ClassDef)]
    return set() if functions else found


def _in_order(body: Sequence[ast.stmt]) -> Iterator[ast.stmt | ast.withitem]:
    """The statements of a body, with what scopes contain one after the other."""
    for each in body:
        if isinstance(each, ast.With):
            yield from each.items
            yield from _in_order(each.body)
        else:
            yield each


def _parts(target: ast.expr) -> Sequence[ast.expr]:
    return target.elts if isinstance(target, ast.Tuple | ast.List) else [target]


def with_values_before(nodes: list[Node], runs: Sequence[RunSite], anew: Mapping[int, Use]) -> list[Node]:
    """What a loop binds in every round is read later: without rounds it is what it was before."""
    if not anew:
        return nodes
    read = {use.definition for node in nodes for use in node.uses}
    read |= {use.definition for run in runs for fetch in run.fetches for use in fetch.uses}
    found = list(nodes)
    for node in nodes:
        more = [anew[each.id] for each in node.defines if each.id in anew and each.id in read]
        if more:
            found[node.id] = replace(node, uses=tuple(dict.fromkeys((*node.uses, *more))))
    return found
