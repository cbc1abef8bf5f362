"""When the functions of a program are called: once, in which order, or again and again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Node
from codemods.plan.loads import loads_of
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_REPEATING = (ast.For, ast.AsyncFor, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEPTH = 6


@dataclass(frozen=True)
class Moment:
    """A call of a function. `node`: the statement of the scope that leads to it; `order`: by it, and then by the lines
    of the calls in between; `repeated`: it may happen more than once."""

    node: int
    order: tuple[int, ...]
    repeated: bool


def driver_of(node: Node) -> ast.FunctionDef | None:
    """The function that runs the graph and that the statement stands in."""
    return next((each for each in node.block if isinstance(each, ast.FunctionDef)), None)


@lru_cache(maxsize=32)
def moments_of(
    program: GraphProgram, module: Module, names: Names, function: ast.FunctionDef, depth: int = 0
) -> tuple[Moment, ...] | None:
    """Every call of a function of the module; None if more becomes of it than that it is called."""
    above = parents(module)
    waits = any(isinstance(each, ast.Yield | ast.YieldFrom) for each in walk(function))
    if not _is_bound_once(module, function) or function.decorator_list or waits or depth > _DEPTH:
        return None
    found: list[Moment] = []
    for read in loads_of(module.tree, {function.name}):
        call = above.get(read)
        if not isinstance(call, ast.Call) or call.func is not read:
            return None
        outer = _function_around(module, call)
        if isinstance(outer, ast.Module):
            node = _statement_of(program, call)
            if node is None:
                return None
            found.append(Moment(node, (node,), _repeats(module, call)))
            continue
        calls = moments_of(program, module, names, outer, depth + 1) if isinstance(outer, ast.FunctionDef) else None
        if calls is None:
            return None
        again = _repeats(module, call)
        found += [Moment(each.node, (*each.order, call.lineno), each.repeated or again) for each in calls]
    started = _started(program, names) if function.name == "main" else None
    found += [Moment(started, (started,), bool(found))] if started is not None else []
    return tuple(sorted(found, key=lambda each: each.order))


def _is_bound_once(module: Module, function: ast.FunctionDef) -> bool:
    """Whether nothing but its definition gives the function its name."""
    name = function.name
    bound = [each for each in walk(module.tree) if isinstance(each, ast.FunctionDef) and each.name == name]
    stored = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
    shared = any(isinstance(each, ast.Global | ast.Nonlocal) and name in each.names for each in walk(module.tree))
    return (
        len(bound) == 1
        and not shared
        and not any(isinstance(_function_around(module, each), ast.Module) for each in stored)
    )


def _started(program: GraphProgram, names: Names) -> int | None:
    """The statement that starts `main`, where TensorFlow does."""
    calls = {names.scopes.calls.get(node) for node, api in names.apis() if api == "tf.app.run"} - {None}
    if len(calls) != 1:
        return None
    call = calls.pop()
    return _statement_of(program, call) if call is not None and not call.args and not call.keywords else None


def _function_around(module: Module, place: ast.AST) -> ast.AST:
    above = parents(module).get(place)
    while above is not None and not isinstance(above, ast.FunctionDef | ast.Lambda | ast.ClassDef | ast.Module):
        above = parents(module).get(above)
    return above if above is not None else module.tree


def _repeats(module: Module, call: ast.AST) -> bool:
    """Whether the call stands in a loop of the function around it."""
    above = parents(module).get(call)
    while above is not None and not isinstance(above, ast.FunctionDef | ast.Module):
        if isinstance(above, _REPEATING):
            return True
        above = parents(module).get(above)
    return False


def _statement_of(program: GraphProgram, call: ast.AST) -> int | None:
    """The innermost statement of the scope that the call stands in."""
    found = [node.id for node in program.nodes if driver_of(node) is None and call in walk(node.statement)]
    return max(found, default=None)


def called_from(program: GraphProgram, function: ast.FunctionDef) -> Iterator[int]:
    """The statements, of the scope and of its functions, that call a function."""
    for node in program.nodes:
        if any(use.name == function.name for use in node.uses):
            yield node.id
