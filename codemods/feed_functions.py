"""Functions that return a feed dictionary return its values as a tuple, and who calls them names and feeds each value.

`return {x: xs, y: ys}` is `return xs, ys`; `sess.run(loss, feed_dict=feed(True))` is `x_value, y_value = feed(True)`
in a line of its own before the run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.feed_dictionaries import looks_names_up, text_alone, without_dictionary
from codemods.feed_steady import PLAIN, does_nothing_first
from codemods.feed_uses import held_feed, is_fed, is_returned, names_bound_in, placeholder, scopes_that_bind
from codemods.plan.names import bound_names, fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before, replace_statement, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def with_values_returned(module: Module) -> Module:
    """The module whose functions return the values of feed dictionaries, where every call of them is understood."""
    if any(looks_names_up(module, each) for each in names_in(module)):
        return module
    for name in sorted(_candidates(module)):
        module = _without(module, name) or module
    return module


def _candidates(module: Module) -> set[str]:
    """The functions of which something that is called like a feed is returned."""
    called = {
        each.func.id for each in walk(module.tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }
    bound = [each.name for each in walk(module.tree) if isinstance(each, ast.FunctionDef)]
    stored = {each.id for each in names_in(module) if not isinstance(each.ctx, ast.Load)}
    stored |= {each.arg for each in walk(module.tree) if isinstance(each, ast.arg)}
    return {name for name in bound if name in called - stored and bound.count(name) == 1}


def _function(module: Module, name: str) -> ast.FunctionDef:
    return next(each for each in walk(module.tree) if isinstance(each, ast.FunctionDef) and each.name == name)


def _without(module: Module, name: str) -> Module | None:
    """None if it is not certain what the function returns or what becomes of it."""
    if not any(isinstance(each.value, ast.Dict | ast.Name) for each in _returns(_function(module, name))):
        return None
    module = _with_literals(module, name)
    function = _function(module, name)
    keys = _keys(module, function)
    hoisted = _with_names(module, function) if keys else None
    if keys is None or hoisted is None:
        return None
    for held in sorted(_holders(hoisted, name)):
        while scopes := scopes_that_bind(hoisted, held):
            function = _function(hoisted, name)
            same = all(placeholder(hoisted, key, scopes[0]) is placeholder(hoisted, key, function) for key in keys)
            found = held_feed(hoisted, held, scopes[0], functions={name: keys}) if same else None
            done = without_dictionary(hoisted, found, False) if found is not None else hoisted
            if done is hoisted:
                return None
            hoisted = done
    return rewritten(hoisted, apply_edits(hoisted.text, _returned_values(hoisted, _function(hoisted, name))))


def _returns(function: ast.FunctionDef) -> list[ast.Return]:
    inner = {part for each in walk(function) if isinstance(each, _FUNCTIONS) and each is not function
             for part in walk(each)}  # fmt: skip
    return [each for each in walk(function) if isinstance(each, ast.Return) and each not in inner]


def _with_literals(module: Module, name: str) -> Module:
    """A dictionary that the function builds up and returns is written where it is returned."""
    names = {each.value.id for each in _returns(_function(module, name)) if isinstance(each.value, ast.Name)}
    for held in sorted(names):
        found = held_feed(module, held, _function(module, name), fed=is_returned)
        module = without_dictionary(module, found, False) if found is not None else module
    return module


def _keys(module: Module, function: ast.FunctionDef) -> tuple[str, ...] | None:
    """The keys, in order, of what the function returns in every case; there are several."""
    returns = _returns(function)
    own = names_bound_in(function)
    orders: set[tuple[str, ...]] = set()
    for each in returns:
        keys = each.value.keys if isinstance(each.value, ast.Dict) else []
        orders.add(tuple(key.id for key in keys if isinstance(key, ast.Name) and key.id not in own))
        if len(keys) == 0 or any(not isinstance(key, ast.Name) or key.id in own for key in keys):
            return None
    plain = not function.decorator_list and not any(
        isinstance(each, ast.Yield | ast.YieldFrom) for each in walk(function)
    )
    if not plain or len(orders) != 1 or not _always_returns(function.body):
        return None
    found = orders.pop()
    return found if 1 < len(found) == len(set(found)) else None


def _always_returns(body: Sequence[ast.stmt]) -> bool:
    match body[-1] if body else None:
        case ast.Return() | ast.Raise():
            return True
        case ast.If(body=first, orelse=second):
            return _always_returns(first) and _always_returns(second)
        case ast.With(body=inner):
            return _always_returns(inner)
        case _:
            return False


def _holders(module: Module, name: str) -> set[str]:
    """The names that hold what a call of the function returns."""
    found = set()
    for each in walk(module.tree):
        match each:
            case ast.Assign(targets=[ast.Name(id=held)], value=ast.Call(func=ast.Name(id=called))) if called == name:
                found.add(held)
            case _:
                pass
    return found


def _with_names(module: Module, function: ast.FunctionDef) -> Module | None:
    """What a call returns has a name wherever a run is fed with it. None if anything else becomes of the function."""
    edits: list[Edit] = []
    held = fresh("feed", bound_names(walk(module.tree)) | {each.id for each in names_in(module)})
    for place in names_in(module):
        if place.id != function.name:
            continue
        call = parents(module).get(place)
        if not isinstance(call, ast.Call) or call.func is not place or place in walk(function):
            return None
        if not _is_held(module, call):
            statement = _statement_of_run(module, call)
            if statement is None:
                return None
            edits += [insert_before(module, statement, [f"{held} = {module.source(call)}"])]
            edits += [Edit(*module.span(call), held)]
    return rewritten(module, apply_edits(module.text, edits))


def _is_held(module: Module, call: ast.Call) -> bool:
    above = parents(module).get(call)
    return isinstance(above, ast.Assign) and len(above.targets) == 1 and isinstance(above.targets[0], ast.Name)


def _statement_of_run(module: Module, call: ast.Call) -> ast.stmt | None:
    """The statement that does nothing before it evaluates this call, for a run that is fed with it."""
    above: ast.AST | None = call
    while isinstance(above, ast.expr | ast.keyword):
        above = parents(module).get(above)
    if not is_fed(module, call) or not isinstance(above, PLAIN) or not stands_alone(module, above):
        return None
    return above if does_nothing_first(module, call, above) and _reads_nothing_first(module, call, above) else None


def _reads_nothing_first(module: Module, call: ast.Call, statement: ast.stmt) -> bool:
    """Whether the call cannot change what the statement reads before it: a global name, an attribute, an element."""
    run = parents(module).get(call)
    run = parents(module).get(run) if isinstance(run, ast.keyword) else run
    inside = {*walk(run)} if run is not None else set()
    outside = [each for each in walk(statement) if each not in inside]
    functions = [each.func for each in outside if isinstance(each, ast.Call)]
    read = [each for each in outside if isinstance(each, ast.Attribute | ast.Subscript) and each not in functions
            and isinstance(each.ctx, ast.Load)]  # fmt: skip
    declared = {
        name for each in walk(module.tree) if isinstance(each, ast.Global | ast.Nonlocal) for name in each.names
    }
    names = {each.id for each in walk(statement) if isinstance(each, ast.Name) and each not in walk(call)}
    return not read and not names & declared and not any(isinstance(each, ast.JoinedStr) for each in outside)


def _returned_values(module: Module, function: ast.FunctionDef) -> Iterator[Edit]:
    for each in _returns(function):
        assert isinstance(each.value, ast.Dict)
        text = ", ".join(text_alone(module, value) for value in each.value.values)
        wanted = f"({text})" if "\n" in text and len(each.value.values) > 1 else text
        yield replace_statement(module, each, [f"return {wanted}"])
