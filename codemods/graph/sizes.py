"""What the source says about a size: the number where it is known, and an expression that still means it later."""

from __future__ import annotations

import ast
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from codemods.graph import literals
from codemods.graph.bodies import global_names
from codemods.graph.size import FREE, MISSING, Shape, Size
from codemods.graph.values import Kind, Value
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation

_ANY = "*"  # an attribute whose name is not in the source


def size_of(build: Evaluation, expression: ast.expr, value: Value) -> Size:
    """The size that an expression of plain Python stands for, in a shape."""
    if value.size is not None and not _is_named(build, expression, value.size):
        return value.size
    if value.kind != Kind.PYTHON or value.items is not None or value.element is not None:
        return MISSING
    if value.literal == "None":
        return FREE
    number = _number(build, expression) if value.literal is None else literals.known(value)
    if value.literal is not None and not (type(number) is int and number >= 0):
        return MISSING
    known = number if type(number) is int and number >= 0 else None
    names = _names(build, expression)
    if names is None:
        return MISSING if known is None else Size(known, owner=build.builders)
    return Size(known, expression, names, build.builders)


def _is_named(build: Evaluation, expression: ast.expr, size: Size) -> bool:
    """Whether the program has a name for a number that it wrote down elsewhere."""
    plain = isinstance(size.expression, ast.Constant) and size.owner == build.builders
    return plain and isinstance(expression, ast.Name)


def sizes_of(value: Value) -> Shape | None:
    """The sizes that a list of known length holds."""
    if value.items is None or value.keys is not None or value.kind != Kind.PYTHON:
        return None
    return tuple(_item(each) for each in value.items)


def _item(value: Value) -> Size:
    if value.size is not None:
        return value.size
    number = literals.known(value)
    if value.literal == "None":
        return FREE
    return Size(number) if type(number) is int and number >= 0 else MISSING


def here(build: Evaluation, size: Size) -> Size:
    """The size as it can be written where the build stands now: its names may mean something else by now."""
    if size.owner != build.builders or size.expression is None:
        return size
    if not (size.names and build.looped) and all(_means(build, name, it) for name, it in size.names):
        return size
    return MISSING if size.number is None else Size(size.number, owner=size.owner)


def _means(build: Evaluation, name: str, definition: int | None) -> bool:
    return not build.environment.is_local(name) and build.environment.look_up(name)[1].definition == definition


def _names(build: Evaluation, expression: ast.expr) -> tuple[tuple[str, int | None], ...] | None:
    """The names that the expression reads, with their definitions; None if it may mean something else later."""
    found = {}
    for node in walk(expression):
        match node:
            case ast.Constant() | ast.BinOp():
                continue
            case ast.Subscript(value=ast.Attribute(value=ast.Name(), attr="shape"), slice=ast.Constant()):
                continue
            case ast.Attribute(value=ast.Name(), attr=attribute) if not _is_stored(build.module, attribute):
                continue
            case ast.Name(id=name) if not build.looped and name not in global_names(build.module):
                definition = _definition(build, name)
                if definition is None and not _is_bound_once(build, name):
                    return None
                found[name] = definition
            case _:
                return None
    return tuple(found.items())


def _definition(build: Evaluation, name: str) -> int | None:
    return build.environment.look_up(name)[1].definition


def _is_bound_once(build: Evaluation, name: str) -> bool:
    if build.environment.is_local(name) or build.environment.look_up(name)[0] is None:
        return False
    return _bindings(build.module)[name] == 1


@lru_cache(maxsize=8)
def _bindings(module: Module) -> Counter[str]:
    """How often each name is bound."""
    return Counter(each.id for each in names_in(module) if isinstance(each.ctx, ast.Store))


def _is_stored(module: Module, attribute: str) -> bool:
    stored = _stored_attributes(module)
    return attribute in stored or _ANY in stored


@lru_cache(maxsize=8)
def _stored_attributes(module: Module) -> frozenset[str]:
    """The attributes that are set; all of them where that is done by names that are only known when it happens."""
    found = set()
    for node in walk(module.tree):
        match node:
            case ast.Attribute(attr=attribute, ctx=ast.Store() | ast.Del()):
                found.add(attribute)
            case ast.Name(id="setattr" | "delattr" | "vars") | ast.Attribute(attr="__dict__" | "__setattr__"):
                found.add(_ANY)
            case _:
                continue
    return frozenset(found)


def _number(build: Evaluation, expression: ast.expr) -> int | None:
    """Whole numbers, names of them, and sums, differences, products and quotients of these."""
    match expression:
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return number
        case ast.Name(id=name):
            value = build.environment.look_up(name)[0]
            found = literals.known(value) if value is not None else None
            return found if type(found) is int else None
        case ast.BinOp(left=left, op=operator, right=right):
            first, second = _number(build, left), _number(build, right)
            return _computed(operator, first, second) if first is not None and second is not None else None
        case _:
            return None


def _computed(operator: ast.operator, first: int, second: int) -> int | None:
    match operator:
        case ast.Add():
            return first + second
        case ast.Sub():
            return first - second
        case ast.Mult():
            return first * second
        case ast.FloorDiv() if second > 0:
            return first // second
        case _:
            return None
