"""Variables that are made for a collection: `w = tf.get_variable("w", [2], collections=[KEY, GLOBAL_VARIABLES])` is
`w = tf.get_variable("w", [2])` and `tf.add_to_collection(KEY, w)`, which puts it where it was put.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.api import reserved
from codemods.emit.writer import tensorflow_alias
from codemods.feed_dictionaries import looks_names_up
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_after, remove_statements, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

MAKERS = frozenset({"tf.get_variable", "tf.Variable"})
_ALL = "tf.GraphKeys.GLOBAL_VARIABLES"
_ARGUMENT = "collections"


@dataclass(frozen=True)
class _Made:
    """A statement that makes a variable under a name, and the keys of the collections that hold it beside all."""

    statement: ast.Assign
    name: str
    argument: ast.keyword
    keys: Sequence[str]


def with_collections_filled(module: Module, places: Collection[Place]) -> Module:
    """The module whose variables, made at these places, are put into their collections by statements of their own."""
    calls = [each for each in walk(module.tree) if isinstance(each, ast.Call) and module.place(each) in places]
    found = [made for call in calls if (made := _made(module, call)) is not None]
    if not found or len(found) < len(calls) or any(looks_names_up(module, each) for each in names_in(module)):
        return module
    if any(_asks_for_reuse(each) for each in walk(module.tree)):
        return module  # a variable that is found is not put into its collections again
    edits = [edit for made in found for edit in _edits(module, made)]
    gone = {id(each) for made in found for each in walk(made.argument)}
    for holder in dict.fromkeys(made.argument.value.id for made in found if isinstance(made.argument.value, ast.Name)):
        edits += _without_list(module, holder, gone)
    return rewritten(module, apply_edits(module.text, edits))


def _made(module: Module, call: ast.Call) -> _Made | None:
    """None if the variable has no name, or its collections are not known."""
    argument = next((each for each in call.keywords if each.arg == _ARGUMENT), None)
    if argument is None or Names.of(module).api_of(call.func) not in MAKERS:
        return None
    keys = _keys(module, argument.value)
    match parents(module).get(call):
        case ast.Assign(targets=[ast.Name(id=name)], value=value) as statement if value is call:
            known = keys is not None and stands_alone(module, statement) and _can_go(module, call, argument)
            return _Made(statement, name, argument, keys or ()) if known else None
        case _:
            return None


def _asks_for_reuse(node: ast.AST) -> bool:
    match node:
        case ast.keyword(arg="reuse") | ast.Attribute(attr="reuse_variables" | "AUTO_REUSE"):
            return True
        case _:
            return False


def _keys(module: Module, given: ast.expr) -> Sequence[str] | None:
    """The keys that only the program gives, as they are written; None if all variables would not hold it."""
    if isinstance(given, ast.Name):
        display = _display(module, given.id)
        if display is None:
            return None
        given = display
    if not isinstance(given, ast.List | ast.Tuple):
        return None
    own: list[str] = []
    among_all = False
    for each in given.elts:
        if Names.of(module).api_of(each) == _ALL or (isinstance(each, ast.Constant) and each.value == "variables"):
            among_all = True
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and not reserved.is_collection(each.value):
            own.append(module.source(each))
        else:
            return None
    return own if among_all else None


def _display(module: Module, name: str) -> ast.expr | None:
    """The list that a name is bound to, once, and that is only given to variables."""
    places = [each for each in names_in(module) if each.id == name]
    stored = [each for each in places if not isinstance(each.ctx, ast.Load)]
    parameters = any(isinstance(each, ast.arg) and each.arg == name for each in walk(module.tree))
    given = (parents(module).get(each) for each in places if isinstance(each.ctx, ast.Load))
    if parameters or len(stored) != 1 or not all(isinstance(each, ast.keyword) for each in given):
        return None
    return _value_of(module, stored[0])


def _value_of(module: Module, target: ast.Name) -> ast.expr | None:
    above = parents(module).get(target)
    match above:
        case ast.Assign(targets=[ast.Name()], value=value):
            return value
        case ast.Tuple(elts=targets):
            match parents(module).get(above):
                case ast.Assign(targets=[ast.Tuple()], value=ast.Tuple(elts=found)) if len(found) == len(targets):
                    starred = any(isinstance(each, ast.Starred) for each in (*targets, *found))
                    return None if starred else found[targets.index(target)]
        case _:
            pass
    return None


def _can_go(module: Module, call: ast.Call, argument: ast.keyword) -> bool:
    """Whether the argument follows another one, with nothing but a comma between them."""
    before = _before(call, argument)
    return before is not None and "#" not in module.text[module.span(before)[1] : module.span(argument.value)[0]]


def _before(call: ast.Call, argument: ast.keyword) -> ast.expr | None:
    given = [*call.args, *(each.value for each in call.keywords)]
    ordered = sorted(given, key=lambda each: (each.lineno, each.col_offset))
    place = ordered.index(argument.value)
    return ordered[place - 1] if place else None


def _edits(module: Module, made: _Made) -> Iterator[Edit]:
    assert isinstance(made.statement.value, ast.Call)
    before = _before(made.statement.value, made.argument)
    assert before is not None
    yield Edit(module.span(before)[1], module.span(made.argument.value)[1], "")
    tf = tensorflow_alias(Names.of(module))
    if made.keys:
        lines = [f"{tf}.add_to_collection({key}, {made.name})" for key in made.keys]
        yield insert_after(module, made.statement, lines)


def _without_list(module: Module, name: str, gone: Collection[int]) -> Iterator[Edit]:
    """Without the list, if no variable is left to be given it."""
    places = [each for each in names_in(module) if each.id == name]
    target = next(each for each in places if not isinstance(each.ctx, ast.Load))
    if any(id(each) not in gone for each in places if each is not target):
        return
    above = parents(module).get(target)
    if isinstance(above, ast.Assign):
        yield from remove_statements(module, [above])
        return
    statement = parents(module).get(above) if above is not None else None
    assert isinstance(above, ast.Tuple) and isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Tuple)
    position = above.elts.index(target)
    yield _without_element(module, above, position)
    yield _without_element(module, statement.value, position)


def _without_element(module: Module, display: ast.Tuple, position: int) -> Edit:
    """A tuple without one element; one that is left alone is no tuple."""
    rest = [module.source(each) for number, each in enumerate(display.elts) if number != position]
    opened = module.source(display).startswith("(") and module.span(display)[0] < module.span(display.elts[0])[0]
    text = ", ".join(rest)
    return Edit(*module.span(display), f"({text})" if opened and len(rest) > 1 else text)
