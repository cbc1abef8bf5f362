"""Whether what is fed for the state of a recurrent cell has its structure: a name for what a run returned of one."""

from __future__ import annotations

import ast

from codemods.graph.program import GraphProgram
from codemods.graph.values import STRUCTURE
from codemods.source.module import Module
from codemods.source.tree import names_in, parents

_Seen = frozenset[str]


def is_state(program: GraphProgram, module: Module, given: ast.expr, seen: _Seen = frozenset()) -> bool:
    """Whether the value is what runs returned for states, whichever statement bound its name."""
    match given:
        case ast.Name(id=name):
            places = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
            known = (name in seen or _is_bound(program, module, each, seen | {name}) for each in places)
            return bool(places) and all(known)
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=key)):
            places = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
            return bool(places) and all(_holds(program, parents(module).get(each), key) for each in places)
        case _:
            return False


def _is_bound(program: GraphProgram, module: Module, place: ast.Name, seen: _Seen) -> bool:
    """Whether the statement that binds the name gives it a state."""
    around = parents(module).get(place)
    match around:
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_fetched(program, value) or is_state(program, module, value, seen)
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            statement = parents(module).get(around)
            match statement:
                case ast.Assign(targets=[target], value=value) if target is around:
                    fetched = _structure(program, value)
                    if not isinstance(fetched, ast.Tuple | ast.List) or len(fetched.elts) != len(elts):
                        return False
                    return _is_of_state(program, fetched.elts[elts.index(place)])
    return False


def _holds(program: GraphProgram, statement: ast.AST | None, key: object) -> bool:
    """Whether the dictionary that a run returned has a state under the key."""
    match statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            fetched = _structure(program, value)
            if not isinstance(fetched, ast.Dict):
                return False
            found = zip(fetched.keys, fetched.values, strict=True)
            entries = [each for name, each in found if isinstance(name, ast.Constant) and name.value == key]
            return bool(entries) and _is_of_state(program, entries[-1])
        case _:
            return False


def _is_fetched(program: GraphProgram, value: ast.expr) -> bool:
    fetched = _structure(program, value)
    return fetched is not None and _is_of_state(program, fetched)


def _structure(program: GraphProgram, value: ast.expr) -> ast.expr | None:
    """What a run fetches."""
    return next((each.structure for each in program.runs if each.call is value), None)


def _is_of_state(program: GraphProgram, expression: ast.expr) -> bool:
    fetches = (fetch for run in program.runs for fetch in run.fetches if fetch.expression is expression)
    return any(fetch.value.api == STRUCTURE for fetch in fetches)
