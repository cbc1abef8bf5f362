"""The graph scopes of a module: its body, and each function that has a session of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.names import Names
from codemods.graph.drivers import makes_session
from codemods.graph.lower import lower
from codemods.graph.program import GraphProgram
from codemods.graph.values import Value
from codemods.source.module import Module


def scope_functions(module: Module) -> tuple[ast.FunctionDef, ...]:
    """The functions at module level that make a session."""
    names = Names.of(module)
    return tuple(each for each in module.tree.body if isinstance(each, ast.FunctionDef) and makes_session(each, names))


def lower_scopes(module: Module) -> Iterator[GraphProgram]:
    """The graph programs of a module, the module's own first."""
    functions = scope_functions(module)
    own = lower(module, module.tree, {}, frozenset(functions))
    yield own
    outer = outer_values(own)
    for function in functions:
        yield lower(module, function, outer, frozenset(functions) - {function})


def lower_again(module: Module, body: ast.Module | ast.FunctionDef) -> GraphProgram:
    """The program of a scope after others of the module have been rewritten; a function is found by its name."""
    functions = scope_functions(module)
    own = lower(module, module.tree, {}, frozenset(functions))
    if isinstance(body, ast.Module):
        return own
    function = next(each for each in functions if each.name == body.name)
    return lower(module, function, outer_values(own), frozenset(functions) - {function})


def outer_values(program: GraphProgram) -> Mapping[str, Value]:
    """What the names of the module denote once it has run."""
    return {each.name: each.value for each in program.definitions.values()}
