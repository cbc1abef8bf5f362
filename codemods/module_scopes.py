"""The graph scopes of a module: its body, and each function that has a graph and a session of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.names import Names
from codemods.graph.drivers import local_names, makes_session
from codemods.graph.lower import lower
from codemods.graph.program import GraphProgram, Stage
from codemods.graph.values import Kind, Value, lateness
from codemods.source.module import Module
from codemods.source.walk import walk

Functions = frozenset[ast.FunctionDef]
_BUILT = frozenset({Stage.INPUT, Stage.STATE, Stage.TENSOR, Stage.UPDATE})


def scope_functions(module: Module) -> tuple[ast.FunctionDef, ...]:
    """The functions at module level that make a session."""
    names = Names.of(module)
    return tuple(each for each in module.tree.body if isinstance(each, ast.FunctionDef) and makes_session(each, names))


def lower_scopes(module: Module) -> Iterator[GraphProgram]:
    """The graph programs of a module, the module's own first."""
    own, functions = _own(module)
    yield own
    outer = outer_values(own)
    for function in functions:
        yield lower(module, function, outer, frozenset(functions) - {function})


def lower_again(module: Module, body: ast.Module | ast.FunctionDef) -> GraphProgram:
    """The program of a scope after others of the module have been rewritten; a function is found by its name."""
    own, functions = _own(module)
    if isinstance(body, ast.Module):
        return own
    function = next(each for each in functions if each.name == body.name)
    return lower(module, function, outer_values(own), frozenset(functions) - {function})


def _own(module: Module) -> tuple[GraphProgram, tuple[ast.FunctionDef, ...]]:
    """The program of the module itself, and the functions that have one of their own. A function that opens a session
    for the graph of the module, and builds none, runs that."""
    functions = scope_functions(module)
    own = lower(module, module.tree, {}, frozenset(functions))
    late = {each.name for each in own.definitions.values() if lateness(each.value) >= Kind.OPTIMIZER}
    running = frozenset(each for each in functions if _reads(each, late)) if late else Functions()
    while running:
        found = lower(module, module.tree, {}, frozenset(functions) - running, running)
        building = {each for node in found.nodes if node.stage in _BUILT or node.minimizes for each in node.block}
        if not building & running:
            return found, tuple(each for each in functions if each not in running)
        running -= building
    return own, functions


def _reads(function: ast.FunctionDef, names: set[str]) -> bool:
    """Whether a function reads any of these names of the module."""
    read = {each.id for each in walk(function) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    return bool((read & names) - local_names(function))


def outer_values(program: GraphProgram) -> Mapping[str, Value]:
    """What the names of the module denote once it has run."""
    return {each.name: each.value for each in program.definitions.values()}
