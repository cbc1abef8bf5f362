"""Sessions that functions are given: `def fit(sess, steps)` that every call gives the one session of the module is
`def fit(steps)` that reads it, as functions without such a parameter do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.main_guard import asks_for_main
from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.feed_dictionaries import looks_names_up
from codemods.graph.drivers import local_names
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_METHODS = frozenset({"run", "eval"})


@dataclass(frozen=True)
class _Given:
    """A function, its parameter for the session, what is given for that by each call, and the session's name."""

    function: ast.FunctionDef
    parameter: ast.arg
    arguments: Sequence[tuple[ast.Call, ast.expr]]
    session: str


def with_sessions_read(module: Module) -> Module:
    """The module whose functions read the session that all their calls give them."""
    if (
        module.script is not None
        or asks_for_main(module)
        or any(looks_names_up(module, each) for each in names_in(module))
    ):
        return module
    for function in module.tree.body:
        if isinstance(function, ast.FunctionDef) and not function.decorator_list:
            found = next(_given(module, function), None)
            if found is not None:
                return with_sessions_read(rewritten(module, apply_edits(module.text, list(_edits(module, found)))))
    return module


def _given(module: Module, function: ast.FunctionDef) -> Iterator[_Given]:
    calls = _calls(module, function.name)
    spec = function.args
    if not calls or spec.posonlyargs or spec.vararg or spec.kwarg:
        return
    for position, parameter in enumerate(spec.args[: len(spec.args) - len(spec.defaults)]):
        given = [_argument(each, position, parameter.arg) for each in calls]
        names = {each.id for each in given if isinstance(each, ast.Name)}
        if len(names) != 1 or not all(isinstance(each, ast.Name) for each in given):
            continue
        session = next(iter(names))
        arguments = [(call, each) for call, each in zip(calls, given, strict=True) if each is not None]
        if _is_session(module, session) and _can_read(module, function, parameter.arg, session, arguments):
            yield _Given(function, parameter, arguments, session)


def _calls(module: Module, name: str) -> list[ast.Call]:
    """The calls of a function; none if the name is used for anything else, or bound twice."""
    owner = Names.of(module).scopes.top
    places = [each for each in names_in(module) if each.id == name]
    calls = [(parents(module).get(each), each) for each in places]
    found = [call for call, each in calls if isinstance(call, ast.Call) and call.func is each]
    return found if len(found) == len(places) and len(owner.bindings.get(name, ())) == 1 else []


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    if any(isinstance(each, ast.Starred) for each in call.args) or any(each.arg is None for each in call.keywords):
        return None
    if position < len(call.args):
        return call.args[position]
    return next((each.value for each in call.keywords if each.arg == name), None)


def _is_session(module: Module, name: str) -> bool:
    """Whether the module binds the name once, to a session that it makes."""
    bindings = Names.of(module).scopes.top.bindings.get(name, ())
    stored = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
    above = parents(module).get(stored[0]) if len(stored) == len(bindings) == 1 else None
    match above:
        case ast.Assign(targets=[ast.Name()], value=ast.Call(func=made)):
            return has_trait("sessions", Names.of(module).api_of(made))
        case ast.withitem(context_expr=ast.Call(func=made)):
            return has_trait("sessions", Names.of(module).api_of(made))
        case _:
            return False


def _can_read(
    module: Module,
    function: ast.FunctionDef,
    parameter: str,
    session: str,
    arguments: Sequence[tuple[ast.Call, ast.expr]],
) -> bool:
    """Whether the session is meant wherever the function reads its parameter, and it runs something with it."""
    places = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == parameter]
    plain = all(isinstance(each.ctx, ast.Load) and module.source(each) == parameter for each in places)
    inner = [each for each in walk(function) if isinstance(each, ast.FunctionDef | ast.Lambda | ast.ClassDef)]
    if not plain or len(inner) > 1 or any(isinstance(each, ast.Global | ast.Nonlocal) for each in walk(function)):
        return False
    scopes = Names.of(module).scopes
    top = all(scopes.scope_of[each].owner(session) is scopes.top for _, each in arguments if isinstance(each, ast.Name))
    free = session == parameter or session not in local_names(function)
    return top and free and any(_is_run(module, each) for each in places)


def _is_run(module: Module, place: ast.Name) -> bool:
    """Whether the session runs something there, or is handed on to what may."""
    above = parents(module).get(place)
    if isinstance(above, ast.Attribute):
        return above.attr in _METHODS
    return isinstance(above, ast.Call | ast.keyword)


def _edits(module: Module, found: _Given) -> Iterator[Edit]:
    spec = found.function.args
    yield _without(module, [(each, each) for each in spec.args], found.parameter)
    for call, given in found.arguments:
        whole = [(each, each) for each in call.args]
        yield _without(module, [*whole, *((each, each.value) for each in call.keywords)], given)
    for place in walk(found.function):
        if isinstance(place, ast.Name) and place.id == found.parameter.arg and found.session != place.id:
            yield Edit(*module.span(place), found.session)


def _without(
    module: Module,
    given: Sequence[tuple[ast.arg | ast.expr | ast.keyword, ast.arg | ast.expr]],
    gone: ast.arg | ast.expr,
) -> Edit:
    """A list of arguments or parameters without one."""
    position = next(number for number, (_, value) in enumerate(given) if value is gone)
    start, end = module.span(given[position][0])
    if position + 1 < len(given):
        return Edit(start, module.span(given[position + 1][0])[0], "")
    if position:
        return Edit(module.span(given[position - 1][0])[1], end, "")
    return Edit(start, end, "")
