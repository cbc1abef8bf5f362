"""Functions of a module that change what they are given, also by handing it on, under whatever name they are called."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from codemods.graph.drivers import local_names
from codemods.plan.changes import changes, held_names, same_values
from codemods.source.walk import statements, walk

_Parameters = frozenset[str | int]  # by name, and by position
_Changes = Callable[[Sequence[ast.AST]], Iterable[tuple[str, int]]]


@dataclass(frozen=True)
class _Changed:
    """What a function changes: parameters, and names that it does not bind itself."""

    parameters: _Parameters = frozenset()
    outer: frozenset[str] = frozenset()

    def __or__(self, other: _Changed) -> _Changed:
        return _Changed(self.parameters | other.parameters, self.outer | other.outer)

    def __bool__(self) -> bool:
        return bool(self.parameters or self.outer)


@dataclass(frozen=True)
class ChangingFunctions:
    """What the functions and methods of a module change of what they are given, and of what they read from outside."""

    functions: Mapping[str, _Changed]
    methods: Mapping[str, _Changed]

    def changed(self, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
        """The names that calls of them change, each with the line."""
        nodes = tuple(nodes)
        for node in nodes:
            if isinstance(node, ast.Call):
                yield from ((name, node.lineno) for name in self._changed_by(node))
        handed = [*self._handed_on(nodes)]
        yield from ((outer, line) for changed, line in handed for outer in sorted(changed.outer))
        if any(changed.parameters for changed, _ in handed):
            yield from ((each.id, each.lineno) for each in nodes if isinstance(each, ast.Name))

    def _changed_by(self, call: ast.Call) -> Iterator[str]:
        match call.func:
            case ast.Name(id=name) if name in self.functions:
                changed, first = self.functions[name], 0
            case ast.Attribute(attr=name) if name in self.methods:
                changed, first = self.methods[name], 1
            case _:
                return
        yield from sorted(changed.outer)
        parameters = changed.parameters
        starred = any(isinstance(each, ast.Starred) for each in call.args)
        for number, each in enumerate(call.args, first):
            yield from held_names(each) if starred or number in parameters else ()
        for keyword in call.keywords:
            yield from held_names(keyword.value) if keyword.arg is None or keyword.arg in parameters else ()

    def _handed_on(self, nodes: tuple[ast.AST, ...]) -> Iterator[tuple[_Changed, int]]:
        """Such functions that are used for something else than being called, or are written where they are used."""
        called = {id(each.func) for each in nodes if isinstance(each, ast.Call)}
        for each in nodes:
            if isinstance(each, ast.Lambda):
                yield _own_changes(each), each.lineno
            elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and id(each) not in called:
                yield self.functions.get(each.id, _Changed()), each.lineno


def changing_functions(tree: ast.AST, also: _Changes = lambda nodes: ()) -> ChangingFunctions:
    """The functions below a module or function that change what they are given; `also`: what else counts as that."""
    below = statements(tree)
    classes = [each for each in below if isinstance(each, ast.ClassDef)]
    own = {id(each) for kind in classes for each in kind.body}
    functions = [each for each in below if isinstance(each, ast.FunctionDef)]
    plain = [(each.name, each) for each in functions if id(each) not in own]
    methods = [(each.name, each) for each in functions if id(each) in own]
    made = [(kind.name, each) for kind in classes for each in kind.body if isinstance(each, ast.FunctionDef)
            and each.name == "__init__"]  # fmt: skip
    renamed = [
        (one.targets, one.value) for one in below if isinstance(one, ast.Assign) and isinstance(one.value, ast.Name)
    ]
    found = ChangingFunctions({}, {})
    while True:
        known = {**_found(found, made, also, first=1), **_found(found, plain, also)}
        for targets, value in renamed:
            known |= {each.id: known[value.id] for each in targets if isinstance(each, ast.Name) and value.id in known}
        new = ChangingFunctions(known, _found(found, methods, also))
        if new == found:
            return found
        found = new


def _found(
    known: ChangingFunctions, functions: Iterable[tuple[str, ast.FunctionDef]], also: _Changes, first: int = 0
) -> dict[str, _Changed]:
    """`first`: how many parameters are not given by who calls."""
    found: dict[str, _Changed] = {}
    for name, function in functions:
        changed = _own_changes(function, known, also)
        moved = {each if isinstance(each, str) else each - first for each in changed.parameters} - {*range(-first, 0)}
        if moved or changed.outer:
            found[name] = found.get(name, _Changed()) | _Changed(frozenset(moved), changed.outer)
    return found


def _own_changes(
    function: ast.FunctionDef | ast.Lambda, known: ChangingFunctions | None = None, also: _Changes = lambda nodes: ()
) -> _Changed:
    """The parameters that a function changes, and the names from outside."""
    spec = function.args
    positional = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    named = {*positional, *(each.arg for each in spec.kwonlyargs)}
    rest = {each.arg for each in (spec.vararg, spec.kwarg) if each is not None}
    nodes = [each for each in walk(function) if each is not function]
    changed = {name for name, _ in chain(changes(nodes), also(nodes), known.changed(nodes) if known else ())}
    pairs = [*same_values(nodes)]
    size = -1
    while size != len(changed):
        size = len(changed)
        changed |= {second for first, second in pairs if first in changed}
    local = local_names(function) if isinstance(function, ast.FunctionDef) else set()
    local |= {each.arg for each in walk(function) if isinstance(each, ast.arg)}
    outer = frozenset(changed - local) | rebound_outside(function) | frozenset(_defaults_changed(spec, changed))
    if changed & rest:
        return _Changed(frozenset({*named, *range(len(positional) + 20)}), outer)
    numbers = {number for number, name in enumerate(positional) if name in changed}
    return _Changed(frozenset({*numbers, *(changed & named)}), outer)


def _defaults_changed(spec: ast.arguments, changed: set[str]) -> Iterator[str]:
    """The names of what parameters that are changed hold where they are not given."""
    positional = (*spec.posonlyargs, *spec.args)
    last = positional[len(positional) - len(spec.defaults) :]
    for each, default in (*zip(last, spec.defaults, strict=True), *zip(spec.kwonlyargs, spec.kw_defaults, strict=True)):
        if default is not None and each.arg in changed:
            yield from held_names(default)


def rebound_outside(function: ast.AST) -> frozenset[str]:
    """The names of the scope around that a function binds anew."""
    shared = {name for each in walk(function) if isinstance(each, ast.Global | ast.Nonlocal) for name in each.names}
    stored = {each.id for each in walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    return frozenset(shared & stored)
