"""A feed dictionary that one scope makes, changes and feeds: each place of its name, and what happens there."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from codemods.analysis.names import Names
from codemods.api.recurrent import recurrent
from codemods.feed_keys import Change, Keys, keys_at
from codemods.plan.names import bound_names
from codemods.source.assigned_once import assigned_once
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

Scope = ast.Module | ast.FunctionDef
Functions = Mapping[str, tuple[str, ...]]
Fed = Callable[[Module, ast.expr], bool]
_PLACEHOLDERS = frozenset({"tf.placeholder", "tf.placeholder_with_default", "tf.sparse_placeholder"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


@dataclass(frozen=True)
class Entry:
    """`feed[key]`: read, or changed where it stands."""

    place: ast.Subscript
    key: str
    changed: bool


@dataclass(frozen=True)
class HeldFeed:
    """`runs`: the places where it is fed; `known`: what is known of its keys wherever it is read."""

    name: str
    scope: Scope
    changes: Mapping[ast.stmt, Change]
    runs: tuple[ast.Name, ...]
    entries: tuple[Entry, ...]
    known: Mapping[ast.AST, Keys]
    placeholders: Mapping[str, ast.Call]


def held_feed(
    module: Module, name: str, scope: Scope, functions: Functions = MappingProxyType({}), fed: Fed | None = None
) -> HeldFeed | None:
    """The dictionary that the name holds in this scope; None if not everything that happens to it is understood.
    `functions`: those that return a dictionary, with its keys; `fed`: what counts as a run that is fed."""
    changes: dict[ast.stmt, Change] = {}
    runs: list[ast.Name] = []
    entries: list[Entry] = []
    for place in names_in(module):
        if place.id != name or not _is_inside(module, place, scope):
            continue
        if owner(module, place) is not scope or _in_text(module, place):
            return None
        found = _change(module, place, functions) or _entry(module, place)
        if isinstance(found, Change):
            changes[found.statement] = found
        elif isinstance(found, Entry):
            entries.append(found)
        elif (fed or is_fed)(module, place):
            runs.append(place)
        else:
            return None
    keys = {key for change in changes.values() for key, _ in change.entries} | {each.key for each in entries}
    placeholders = {key: call for key in keys if (call := placeholder(module, key, scope)) is not None}
    known = keys_at(name, scope.body, changes)
    reads = (*runs, *(each.place.value for each in entries))
    understood = all(each in known and known[each].bound for each in reads)
    reached = all(_is_reached(each, known) for each in changes.values())
    sure = all(each.key in known[each.place.value].certain for each in entries if each.place.value in known)
    if not runs or len(placeholders) < len(keys) or not (understood and reached and sure):
        return None
    return HeldFeed(name, scope, changes, tuple(runs), tuple(entries), known, placeholders)


def scopes_that_bind(module: Module, name: str) -> list[Scope]:
    """The scopes in which the name is bound; none if a scope binds it for another one."""
    if any(isinstance(each, ast.Global | ast.Nonlocal) and name in each.names for each in walk(module.tree)):
        return []
    found = (owner(module, each) for each in names_in(module) if each.id == name and isinstance(each.ctx, ast.Store))
    return [each for each in dict.fromkeys(found) if isinstance(each, Scope)]


def owner(module: Module, place: ast.Name) -> ast.AST | None:
    """The scope whose name this is, where that is the innermost function (or the module) around; else None."""
    inner = scope_around(module, place)
    binds = inner is module.tree or place.id in names_bound_in(inner)
    return inner if binds and isinstance(inner, Scope) else None


def _in_text(module: Module, place: ast.Name) -> bool:
    """Whether the name stands in a formatted string, where Python does not say at which place."""
    above = parents(module).get(place)
    while isinstance(above, ast.expr) and not isinstance(above, ast.JoinedStr):
        above = parents(module).get(above)
    return isinstance(above, ast.JoinedStr)


def scope_around(module: Module, node: ast.AST) -> ast.AST:
    """The function, class or module around a node."""
    above = parents(module).get(node)
    while above is not None and not isinstance(above, (*_FUNCTIONS, ast.Module)):
        above = parents(module).get(above)
    return above if above is not None else module.tree


def _is_inside(module: Module, place: ast.Name, scope: Scope) -> bool:
    """Whether the name may be that of the scope: functions that bind it themselves have their own."""
    inner = scope_around(module, place)
    while inner is not scope and inner is not module.tree:
        if place.id in names_bound_in(inner):
            return False
        inner = scope_around(module, inner)
    return inner is scope


def names_seen(module: Module, scope: Scope) -> set[str]:
    """The names that mean something in a scope: functions inside of it have names of their own."""
    inner = [each for each in walk(scope) if isinstance(each, _FUNCTIONS) and each is not scope]
    hidden = {part for each in inner for part in walk(each)}
    own = bound_names(each for each in walk(scope) if each not in hidden)
    named = {each.name for each in inner if not isinstance(each, ast.Lambda)}
    return own | named | {each.id for each in names_in(module) if _is_inside(module, each, scope)}


@lru_cache(maxsize=256)
def names_bound_in(function: ast.AST) -> set[str]:
    """The names that are those of a function itself."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return set()
    inner = {id(part) for each in walk(function) if each is not function and isinstance(each, _FUNCTIONS)
             for part in walk(each)}  # fmt: skip
    stored = {each.id for each in walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)
              and id(each) not in inner}  # fmt: skip
    return stored | {each.arg for each in arguments(function)}


def arguments(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Sequence[ast.arg]:
    """Every parameter of a function."""
    spec = function.args
    starred = (each for each in (spec.vararg, spec.kwarg) if each is not None)
    return (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *starred)


def _change(module: Module, place: ast.Name, functions: Functions) -> Change | None:
    above = parents(module).get(place)
    match above:
        case ast.Assign(targets=[ast.Name()], value=value) if isinstance(place.ctx, ast.Store):
            return _with_entries(above, value, True, functions)
        case ast.Subscript(value=ast.Name(), slice=ast.Name(id=key), ctx=ast.Store()):
            match parents(module).get(above):
                case ast.Assign(targets=[ast.Subscript()], value=value) as assignment:
                    return Change(assignment, ((key, value),))
        case ast.Attribute(attr="update"):
            match parents(module).get(above):
                case ast.Call(args=[ast.Dict() as given], keywords=[]) as call if call.func is above:
                    statement = parents(module).get(call)
                    return _with_entries(statement, given, False, {}) if isinstance(statement, ast.Expr) else None
        case _:
            pass
    return None


def _with_entries(statement: ast.stmt, value: ast.expr, fresh: bool, functions: Functions) -> Change | None:
    match value:
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=[]):
            return Change(statement, (), fresh)
        case ast.Call(func=ast.Name(id=name)) if name in functions:
            return Change(statement, tuple((key, value) for key in functions[name]), fresh, together=True)
        case ast.Dict(keys=keys, values=values):
            named = [each.id for each in keys if isinstance(each, ast.Name)]
            if len(set(named)) < len(keys):
                return None
            return Change(statement, tuple(zip(named, values, strict=True)), fresh)
        case _:
            return None


def _entry(module: Module, place: ast.Name) -> Entry | None:
    match parents(module).get(place):
        case ast.Subscript(slice=ast.Name(id=key)) as read if read.value is place:
            changed = isinstance(parents(module).get(read), ast.AugAssign) and isinstance(read.ctx, ast.Store)
            return Entry(read, key, changed) if changed or isinstance(read.ctx, ast.Load) else None
        case _:
            return None


def is_fed(module: Module, place: ast.expr) -> bool:
    """Whether this is what a run is fed with."""
    above = parents(module).get(place)
    call = parents(module).get(above) if isinstance(above, ast.keyword) and above.arg == "feed_dict" else above
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    if isinstance(above, ast.keyword):
        return call.func.attr in ("run", "eval")
    position = call.args.index(place) if place in call.args else -1
    return (call.func.attr == "run" and position in (0, 1)) or (call.func.attr == "eval" and position == 0)


def is_returned(module: Module, place: ast.expr) -> bool:
    """Whether this is what a function returns."""
    return isinstance(parents(module).get(place), ast.Return)


def placeholder(module: Module, key: str, scope: Scope) -> ast.Call | None:
    """The call that makes the placeholder which the key denotes wherever the scope reads it."""
    outer: ast.AST = scope
    while outer is not module.tree and key not in names_bound_in(outer):
        outer = scope_around(module, outer)
    bound = [each for each in names_in(module) if each.id == key and not isinstance(each.ctx, ast.Load)
             and scope_around(module, each) is outer]  # fmt: skip
    if len(bound) != 1:
        return None
    match parents(module).get(bound[0]):
        case ast.Assign(targets=[ast.Name()], value=ast.Call() as call):
            fed = Names.of(module).api_of(call.func) in _PLACEHOLDERS or state_of(module, bound[0]) is not None
            return call if fed else None
        case _:
            return None


def state_of(module: Module, name: ast.Name) -> ast.Call | None:
    """The call that makes the recurrent cell whose `zero_state` the name always denotes."""
    whole = assigned_once(module, name.id)
    match whole.value if whole is not None else None:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=cell), attr="zero_state")):
            maker = assigned_once(module, cell)
            made = maker.value if maker is not None else None
            known = isinstance(made, ast.Call) and recurrent(Names.of(module).api_of(made.func) or "") is not None
            return made if known and isinstance(made, ast.Call) else None
        case _:
            return None


def _is_reached(change: Change, known: Mapping[ast.AST, Keys]) -> bool:
    """A statement that only makes the dictionary reads nothing by which to tell."""
    stored = [each for each in walk(change.statement) if each in known]
    return change.fresh or bool(stored)


def stores_of(module: Module, name: str, scope: Scope) -> Iterator[ast.Name]:
    """The places that bind or delete a name of the scope."""
    for each in names_in(module):
        if each.id == name and not isinstance(each.ctx, ast.Load) and scope_around(module, each) is scope:
            yield each
