"""Where the value of a name comes from inside of one module: one assignment, a parameter, or nobody can tell."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.arguments import bind
from codemods.source.module import Module
from codemods.source.walk import walk

Function = ast.FunctionDef | ast.AsyncFunctionDef
Holder = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Point = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Assigned:
    """The name is bound exactly once in its scope, by `name = value`."""

    value: ast.expr


@dataclass(frozen=True, eq=False)
class Parameter:
    """The name is a parameter that its function never binds again."""

    function: Function
    name: str


Origin = Assigned | Parameter | None


def origin(module: Module, node: ast.Name) -> Origin:
    """Looks outwards through the functions around a name, then in the module."""
    for holder in _holders_around(module, node):
        bindings = _bindings(module, holder)
        if node.id in parameters_of(holder):
            plain = isinstance(holder, Function) and node.id not in bindings
            return Parameter(holder, node.id) if plain and isinstance(holder, Function) else None
        if node.id in bindings:
            return _assigned(bindings[node.id])
    return _assigned(_bindings(module, None).get(node.id, ()))


def _assigned(values: tuple[ast.expr | None, ...]) -> Assigned | None:
    return Assigned(values[0]) if len(values) == 1 and values[0] is not None else None


def parameters_of(holder: Holder) -> tuple[str, ...]:
    """By position first; stars are parameters too."""
    given = holder.args
    plain = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    stars = [argument.arg for argument in (given.vararg, given.kwarg) if argument is not None]
    return (*plain, *stars)


def passed(module: Module, parameter: Parameter) -> tuple[ast.expr, ...]:
    """What every call in the module passes for a parameter; empty if not every call is known."""
    calls = _calls(module, parameter.function)
    bound = [bind(call, parameters_of(parameter.function)) for call in calls]
    found = [arguments[parameter.name] for arguments in bound if arguments and parameter.name in arguments]
    return tuple(found) if len(found) == len(calls) else ()


@lru_cache(maxsize=256)
def _calls(module: Module, function: Function) -> tuple[ast.Call, ...]:
    """The calls of a function; none if it is a method, decorated, passed on or bound again."""
    words = _words(module)
    uses, calls, others = words.uses.get(function.name, 0), words.calls.get(function.name, ()), words.others
    if function.decorator_list or parameters_of(function)[:1] == ("self",):
        return ()
    return calls if uses == len(calls) and others.get(function.name, 0) == 1 else ()


@dataclass(frozen=True, eq=False)
class _Words:
    """How often a word is read as a name, what is called by it, and how often it is defined or is an attribute."""

    uses: Mapping[str, int]
    calls: Mapping[str, tuple[ast.Call, ...]]
    others: Mapping[str, int]


@lru_cache(maxsize=16)
def _words(module: Module) -> _Words:
    uses: dict[str, int] = {}
    calls: dict[str, tuple[ast.Call, ...]] = {}
    others: dict[str, int] = {}
    for node in walk(module.tree):
        match node:
            case ast.Name(id=word, ctx=ast.Load()):
                uses[word] = uses.get(word, 0) + 1
            case (
                ast.Name(id=word)
                | ast.arg(arg=word)
                | ast.Attribute(attr=word)
                | ast.FunctionDef(name=word)
                | ast.AsyncFunctionDef(name=word)
                | ast.ClassDef(name=word)
            ):
                others[word] = others.get(word, 0) + 1
            case ast.Call(func=ast.Name(id=word)):
                calls[word] = (*calls.get(word, ()), node)
    return _Words(uses, calls, others)


def _holders_around(module: Module, node: ast.expr) -> list[Holder]:
    """The functions and lambdas whose body holds a node, the innermost first."""
    place = (node.lineno, node.col_offset)
    return [holder for holder, start, end in reversed(_holders(module)) if start <= place < end]


@lru_cache(maxsize=64)
def _holders(module: Module) -> tuple[tuple[Holder, Point, Point], ...]:
    found = [node for node in walk(module.tree) if isinstance(node, Holder)]
    spans = [(node, _start(node), (node.end_lineno or 0, node.end_col_offset or 0)) for node in found]
    return tuple(sorted(spans, key=lambda item: item[1]))


def _start(holder: Holder) -> Point:
    first = holder.body if isinstance(holder, ast.Lambda) else holder.body[0]
    return first.lineno, first.col_offset


@lru_cache(maxsize=256)
def _bindings(module: Module, holder: Holder | None) -> Mapping[str, tuple[ast.expr | None, ...]]:
    """Name -> what each binding in one scope gives it; None for a binding that is no plain assignment."""
    found: dict[str, tuple[ast.expr | None, ...]] = {}
    values: dict[int, ast.expr] = {}
    waiting: list[ast.AST] = [] if isinstance(holder, ast.Lambda) else list((holder or module.tree).body)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Assign(targets=[ast.Name() as target], value=value):
                values[id(target)] = value
            case ast.Name(id=word, ctx=ast.Store()):
                found[word] = (*found.get(word, ()), values.get(id(node)))
            case ast.Global(names=words) | ast.Nonlocal(names=words):
                found.update(dict.fromkeys(words, (None, None)))
            case ast.FunctionDef(name=word) | ast.AsyncFunctionDef(name=word) | ast.ClassDef(name=word):
                found[word] = (*found.get(word, ()), None)
        if not isinstance(node, Holder | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(node))
    return found
