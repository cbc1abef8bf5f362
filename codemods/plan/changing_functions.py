"""Functions of a module that change what they are given, also by handing it on, under whatever name they are called."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from codemods.plan.changes import changes, held_names, same_values
from codemods.source.walk import statements, walk

_Parameters = frozenset[str | int]  # by name, and by position


@dataclass(frozen=True)
class ChangingFunctions:
    """What the functions and methods of a module change of what they are given."""

    functions: Mapping[str, _Parameters]
    methods: Mapping[str, _Parameters]

    def changed(self, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
        """The names that calls of them change, each with the line."""
        nodes = tuple(nodes)
        for node in nodes:
            if isinstance(node, ast.Call):
                yield from ((name, node.lineno) for name in self._changed_by(node))
        if self._is_handed_on(nodes):
            yield from ((each.id, each.lineno) for each in nodes if isinstance(each, ast.Name))

    def _changed_by(self, call: ast.Call) -> Iterator[str]:
        match call.func:
            case ast.Name(id=name) if name in self.functions:
                parameters, first = self.functions[name], 0
            case ast.Attribute(attr=name) if name in self.methods:
                parameters, first = self.methods[name], 1
            case _:
                return
        starred = any(isinstance(each, ast.Starred) for each in call.args)
        for number, each in enumerate(call.args, first):
            yield from held_names(each) if starred or number in parameters else ()
        for keyword in call.keywords:
            yield from held_names(keyword.value) if keyword.arg is None or keyword.arg in parameters else ()

    def _is_handed_on(self, nodes: tuple[ast.AST, ...]) -> bool:
        """Whether such a function is used for something else than being called, or is written where it is used."""
        called = {id(each.func) for each in nodes if isinstance(each, ast.Call)}
        return any(
            isinstance(each, ast.Lambda) and _own_changes(each)
            if not isinstance(each, ast.Name)
            else each.id in self.functions and isinstance(each.ctx, ast.Load) and id(each) not in called
            for each in nodes
        )


def changing_functions(body: ast.AST) -> ChangingFunctions:
    """The functions below a module or function that change what they are given."""
    below = statements(body)
    own = {id(each) for kind in below if isinstance(kind, ast.ClassDef) for each in kind.body}
    functions = [each for each in below if isinstance(each, ast.FunctionDef)]
    renamed = [
        (one.targets, one.value) for one in below if isinstance(one, ast.Assign) and isinstance(one.value, ast.Name)
    ]
    found = ChangingFunctions({}, {})
    while True:
        plain = _found(found, (each for each in functions if id(each) not in own))
        for targets, value in renamed:
            plain |= {each.id: plain[value.id] for each in targets if isinstance(each, ast.Name) and value.id in plain}
        new = ChangingFunctions(plain, _found(found, (each for each in functions if id(each) in own)))
        if new == found:
            return found
        found = new


def _found(known: ChangingFunctions, functions: Iterable[ast.FunctionDef]) -> dict[str, _Parameters]:
    found: dict[str, _Parameters] = {}
    for function in functions:
        changed = _own_changes(function, known)
        if changed:
            found[function.name] = found.get(function.name, frozenset()) | changed
    return found


def _own_changes(function: ast.FunctionDef | ast.Lambda, known: ChangingFunctions | None = None) -> _Parameters:
    """The parameters that a function changes."""
    spec = function.args
    positional = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    rest = [each.arg for each in (spec.vararg, spec.kwarg) if each is not None]
    nodes = [each for each in walk(function) if each is not function]
    changed = {name for name, _ in (*changes(nodes), *(known.changed(nodes) if known is not None else ()))}
    pairs = [*same_values(nodes)]
    size = -1
    while size != len(changed):
        size = len(changed)
        changed |= {second for first, second in pairs if first in changed}
    if changed & set(rest):
        return frozenset({*positional, *range(len(positional) + 20), *(each.arg for each in spec.kwonlyargs)})
    names = changed & {*positional, *(each.arg for each in spec.kwonlyargs)}
    return frozenset({*names, *(number for number, name in enumerate(positional) if name in names)})
