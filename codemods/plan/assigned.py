"""Runs that use what an assignment gives: the variable, as it is when the updates of the run are done."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from codemods.analysis.names import Names
from codemods.graph.program import Fetch, GraphProgram, Node, RunSite, Use
from codemods.graph.values import BRANCH, TENSOR, Kind, Value
from codemods.plan.plan import Slice
from codemods.plan.slices import MOVED
from codemods.plan.waiting import is_averaging, may_change, target_of
from codemods.source.module import Module
from codemods.source.tree import names_in


def with_assigned(program: GraphProgram, module: Module, names: Names, found: Slice) -> RunSite:
    """The run, fetching variables in place of assignments whose value it uses and nothing else of it changes."""
    ignored = set(_ignored(program, module, found.site))
    fetches = tuple(
        each if each.expression in ignored else _assigned(program, names, found, each) for each in found.site.fetches
    )
    return found.site if fetches == found.site.fetches else replace(found.site, fetches=fetches)


def _ignored(program: GraphProgram, module: Module, site: RunSite) -> Iterator[ast.expr]:
    """What is fetched without a use of its value."""
    statement = program.nodes[site.node].statement
    match statement, site.structure:
        case ast.Expr(value=value), _ if value is site.call and statement not in module.shown:
            yield from (fetch.expression for fetch in site.fetches)
        case ast.Assign(targets=[ast.Tuple(elts=targets) | ast.List(elts=targets)], value=value), (
            ast.Tuple(elts=elts) | ast.List(elts=elts)
        ) if value is site.call and len(targets) == len(elts):
            for target, each in zip(targets, elts, strict=True):
                if isinstance(target, ast.Name) and not _is_read(module, target.id):
                    yield each


def _is_read(module: Module, name: str) -> bool:
    return name != "_" and any(each.id == name and isinstance(each.ctx, ast.Load) for each in names_in(module))


def _assigned(program: GraphProgram, names: Names, found: Slice, fetch: Fetch) -> Fetch:
    node = _assignment(program, fetch)
    if fetch.value.api == BRANCH and _is_alone(program, names, found, fetch):
        return replace(fetch, value=TENSOR)
    target = target_of(names, node.assigns[0]) if node is not None else None
    if node is None or not isinstance(target, ast.Name):
        return fetch
    read = next((use for use in node.uses if use.name == target.id), None)
    others = (program.nodes[number] for number in found.updates if number != node.id)
    if (
        read is None
        or not _is_variable(program, read)
        or any(may_change(program, names, each, read) for each in others)
    ):
        return fetch
    return Fetch(fetch.expression, Value(Kind.VARIABLE), fetch.uses, target)


def _is_alone(program: GraphProgram, names: Names, found: Slice, fetch: Fetch) -> bool:
    """Whether the name of the fetch stands for one update of branches, and nothing else changes their variables."""
    definition = program.definitions.get(fetch.uses[0].definition or -1) if len(fetch.uses) == 1 else None
    if definition is None or not isinstance(fetch.expression, ast.Name):
        return False
    node = program.nodes[definition.node]
    targets = {each.id for one in node.assigns if isinstance(each := target_of(names, one), ast.Name)}
    changed = [use for use in node.uses if use.name in targets]
    others = [program.nodes[number] for number in found.updates if number != node.id]
    alone = not any(may_change(program, names, each, use) for each in others for use in changed)
    return bool(changed) and alone and isinstance(node.statement, ast.Assign) and len(node.statement.targets) == 1


def _assignment(program: GraphProgram, fetch: Fetch) -> Node | None:
    """The statement `name = tf.assign(...)` that is fetched by its name."""
    if fetch.value.kind != Kind.UPDATE or not isinstance(fetch.expression, ast.Name) or len(fetch.uses) != 1:
        return None
    definition = program.definitions.get(fetch.uses[0].definition or -1)
    node = program.nodes[definition.node] if definition is not None else None
    if node is None or len(node.assigns) != 1 or is_averaging(node):
        return None
    match node.statement:
        case ast.Assign(targets=[ast.Name()], value=value) if value is node.assigns[0].call:
            return node
        case _:
            return None


def _is_variable(program: GraphProgram, use: Use) -> bool:
    """Whether a name is bound once, to a variable."""
    found = program.definitions.get(use.definition) if use.definition is not None else None
    once = sum(each.name == use.name for each in program.definitions.values()) == 1
    plain = found is not None and found.value.kind == Kind.VARIABLE and found.value.items is None
    return once and found is not None and plain and program.nodes[found.node].stage not in MOVED
