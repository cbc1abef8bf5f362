"""Functions that run the graph: plain Python that closes over a session and tensors of the scope around it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.source.walk import walk

_RUNS = frozenset({"run", "eval"})
_OPEN = "get_default_session"


def makes_session(function: ast.FunctionDef, names: Names) -> bool:
    """Whether a function has a session of its own."""
    return any(isinstance(each, ast.Call) and has_trait("sessions", names.api_of(each.func)) for each in walk(function))


def opens_session(statement: ast.stmt, names: Names) -> bool:
    """Whether a statement makes a session; of one that is entered, its header."""
    parts: Sequence[ast.AST] = statement.items if isinstance(statement, ast.With) else [statement]
    calls = (each for part in parts for each in walk(part) if isinstance(each, ast.Call))
    return any(has_trait("sessions", names.api_of(each.func)) for each in calls)


def driver_functions(body: ast.Module | ast.FunctionDef) -> tuple[ast.FunctionDef, ...]:
    """The functions of a scope that run something which is not one of their own parameters or locals."""
    found = []
    for statement in _statements(body.body):
        if isinstance(statement, ast.FunctionDef) and _runs_outer(statement):
            found.append(statement)
    return tuple(found)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, ast.With | ast.If):
            yield from _statements(statement.body)


def _runs_outer(function: ast.FunctionDef) -> bool:
    roots = {name for node in walk(function) if (name := _runner(node)) is not None}
    return bool(roots) and bool(roots - (local_names(function) - _default_sessions(function)))


def _default_sessions(function: ast.FunctionDef) -> set[str]:
    """Names that the function binds to the session which happens to be open: `sess = tf.get_default_session()`."""
    found = set()
    for statement in function.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(attr=called))):
                found |= {name} if called == _OPEN else set()
    return found


def _runner(node: ast.AST) -> str | None:
    """The name at the root of `a.b.run(...)`, or that of the function which gives the open session."""
    match node:
        case ast.Call(func=ast.Attribute(value=root, attr=attribute)) if attribute in _RUNS:
            while isinstance(root, ast.Attribute | ast.Subscript):
                root = root.value
            if isinstance(root, ast.Call) and isinstance(root.func, ast.Attribute) and root.func.attr == _OPEN:
                return _OPEN
            return root.id if isinstance(root, ast.Name) else None
        case _:
            return None


def local_names(function: ast.FunctionDef) -> set[str]:
    """The names that the function binds for itself."""
    spec = function.args
    named = (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *(each for each in (spec.vararg, spec.kwarg) if each))
    bound = {each.arg for each in named}
    shared: set[str] = set()
    for node in walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            bound.add(node.id)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            shared |= set(node.names)
    return bound - shared
