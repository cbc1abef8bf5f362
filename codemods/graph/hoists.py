"""Recurrent cells that are made amid a computation: a function that runs again and again must not make them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence, Set

from codemods.graph.evaluate import Evaluation
from codemods.graph.program import Hoist, Node
from codemods.graph.values import Kind, Value, lateness
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.tree import parents
from codemods.source.walk import walk


def hoist(build: Evaluation, node: ast.expr, cell: Value) -> None:
    """Note how a cell that the statement at hand makes can be made before it."""
    if not any(cell.site is each for each in build.record.cells):
        return  # made by an earlier statement
    inside = any(each is cell.site for each in ast.walk(node))
    if inside and not build.functions:
        build.record.hoists.append(Hoist(cell.site, node))
        return
    function = build.functions[-1] if build.functions else None
    given = _plain_arguments(build, function) if isinstance(function, ast.FunctionDef) else {}
    found = _assignments(build, function, node, given) if isinstance(function, ast.FunctionDef) else ()
    if not found or len(build.functions) > 1 or not isinstance(function, ast.FunctionDef):
        build.note("cell-in-computation", node, ast.unparse(node)[:60])
    elif not any(each.function is function for each in build.record.hoists):
        read = {part.id for each in found for part in ast.walk(each.value) if isinstance(part, ast.Name)}
        arguments = {name: each for name, each in given.items() if name in read}
        build.record.hoists.append(Hoist(cell.site, None, function, found, arguments))


def _plain_arguments(build: Evaluation, function: ast.FunctionDef) -> dict[str, ast.expr]:
    """The parameters that are never bound again, with arguments that may be written where the function is called."""
    call = build.called[-1]
    around: ast.AST = call
    while not isinstance(around, ast.stmt):
        around = parents(build.module)[around]
        if isinstance(around, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            return {}
    stored = {each.id for each in ast.walk(function) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    spec = function.args
    names = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    given: dict[str, ast.expr] = dict(zip(reversed(names), reversed(spec.defaults), strict=False))
    given = {name: each for name, each in given.items() if isinstance(each, ast.Constant)}
    given |= dict(zip(names, call.args, strict=False))
    given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
    return {name: each for name, each in given.items() if name not in stored and _is_plain(build, name, each, stored)}


def _is_plain(build: Evaluation, name: str, argument: ast.expr, stored: Set[str]) -> bool:
    value = build.environment.look_up(name)[0]
    simple = all(
        isinstance(each, ast.Constant | ast.Attribute | ast.BinOp)
        or (isinstance(each, ast.Name) and each.id not in stored)
        for each in walk(argument)
    )
    return simple and value is not None and lateness(value) == Kind.PYTHON


def _assignments(
    build: Evaluation, function: ast.FunctionDef, node: ast.expr, given: Mapping[str, ast.expr]
) -> tuple[ast.Assign, ...]:
    """The assignments of a function that make cells, if they read nothing else of the function than these
    parameters; else none."""
    made = {id(each) for each in build.record.cells}
    found = [each for each in function.body if isinstance(each, ast.Assign) and _makes(each, made)]
    names = {each.targets[0].id for each in found if len(each.targets) == 1 and isinstance(each.targets[0], ast.Name)}
    stored = [each.id for each in ast.walk(function) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
    spec = function.args
    local = {each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)} | set(stored)
    local |= {each.name for each in ast.walk(function) if isinstance(each, ast.FunctionDef) and each is not function}
    known: set[str] = set(given)
    for each in found:
        own = {
            part.id for part in ast.walk(each.value) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        }
        read = {
            part.id for part in ast.walk(each.value) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
        }
        if (read & local) - known - own:
            return ()
        known |= names
    alone = all(stored.count(name) == sum(_target(each) == name for each in found) for name in names)
    complete = isinstance(node, ast.Name) and node.id in names and all(_target(each) in names for each in found)
    return tuple(found) if alone and complete else ()


def _makes(statement: ast.Assign, made: set[int]) -> bool:
    return any(id(each) in made for each in ast.walk(statement.value))


def _target(statement: ast.Assign) -> str | None:
    target = statement.targets[0]
    return target.id if len(statement.targets) == 1 and isinstance(target, ast.Name) else None


def hoist_obstacles(build: Evaluation, body: ast.Module | ast.FunctionDef, nodes: Sequence[Node]) -> Iterator[Obstacle]:
    """Cells of functions that are called again, or whose names mean something else outside."""
    top = build.names.scopes.top.bindings
    for node in nodes:
        for each in node.hoists:
            if each.function is None:
                continue
            reason = ""
            if build.followed[each.function] != 1 or each.function not in body.body:
                reason = "the function is called more than once"
            elif any((_target(statement) or "") in top for statement in each.statements):
                reason = "its name means something else outside of the function"
            if reason:
                place = build.module.place(each.statements[0])
                yield obstacle("cell-in-computation", place, ast.unparse(each.statements[0])[:60], reason)
