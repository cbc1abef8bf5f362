"""What a piece of code changes in place, by name; and names that share what they hold after an assignment."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.api import array_calls
from codemods.source.walk import walk

_changes_owner = array_calls.changes_owner
_PLACES = (ast.Name, ast.Subscript, ast.Attribute)


def changes(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """The names of what is changed in place, each with the line."""
    for node in nodes:
        match node:
            case ast.Subscript(ctx=ast.Store() | ast.Del()) | ast.Attribute(ctx=ast.Store() | ast.Del()):
                found = [*held_names(node)]
            case ast.AugAssign(target=target):
                found = [*held_names(target)]
            case ast.Call(func=ast.Attribute() | ast.Name()):
                found = list(_changed_by_call(node))
            case _:
                continue
        yield from ((each, node.lineno) for each in found)


def _changed_by_call(call: ast.Call) -> Iterator[str]:
    """`np.copyto(a, b)` and its like change their first argument, `a.sort()` what it is called of."""
    attribute = call.func.attr if isinstance(call.func, ast.Attribute) else None
    name = call.func.id if isinstance(call.func, ast.Name) else attribute
    if name is not None and array_calls.changes_first(name):
        yield from (held for each in call.args[:1] for held in held_names(each))
    if isinstance(call.func, ast.Attribute) and _changes_owner(call.func.attr):
        yield from held_names(call.func.value)
    for each in call.args[array_calls.written_from(attribute or "") :]:
        yield from held_names(each)
    for keyword in call.keywords:
        yield from held_names(keyword.value) if keyword.arg == "out" else ()


def held_names(expression: ast.expr) -> Iterator[str]:
    """The names of what an expression denotes or holds; calls make something new, if not another view of it."""
    match expression:
        case ast.Tuple(elts=elts) | ast.List(elts=elts) | ast.Set(elts=elts) | ast.BoolOp(values=elts):
            yield from (name for each in elts for name in held_names(each))
        case ast.Dict(values=values):
            yield from (name for each in values for name in held_names(each))
        case ast.Starred(value=value) | ast.Attribute(value=value) | ast.Subscript(value=value):
            yield from held_names(value)
        case ast.NamedExpr(target=target, value=value):
            yield from (target.id, *held_names(value))
        case ast.Call(func=ast.Attribute(value=owner, attr=name), args=arguments) if array_calls.is_view(name):
            yield from (held for each in (owner, *arguments[:1]) for held in held_names(each))
        case ast.IfExp(body=body, orelse=other):
            yield from (*held_names(body), *held_names(other))
        case ast.Name(id=name):
            yield name
        case _:
            return


def deeply_changed(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names of what holds something that is changed in place."""
    for node in nodes:
        match node:
            case ast.Subscript(value=ast.Subscript() | ast.Attribute() as part, ctx=ast.Store() | ast.Del()):
                found = root_name(part)
            case ast.Attribute(value=ast.Subscript() | ast.Attribute() as part, ctx=ast.Store() | ast.Del()):
                found = root_name(part)
            case ast.AugAssign(target=ast.Subscript() | ast.Attribute() as part):
                found = root_name(part)
            case ast.Call(func=ast.Attribute(value=ast.Subscript() | ast.Attribute() as part, attr=attribute)):
                found = root_name(part) if _changes_owner(attribute) else None
            case _:
                continue
        if found is not None:
            yield found


def put_into(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Names, each with that of what it is put into."""
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=ast.List() | ast.Tuple() | ast.Set() | ast.Dict() as value):
                held = [*held_names(value)]
                yield from ((name, each.id) for each in targets if isinstance(each, ast.Name) for name in held)
            case ast.Call(func=ast.Attribute(value=owner, attr=method), args=arguments) if _changes_owner(method):
                root = root_name(owner)
                held = [name for each in arguments for name in held_names(each)]
                yield from ((name, root) for name in held if root is not None)
            case _:
                pass
        if isinstance(node, ast.Assign):
            places = {root_name(each) for each in node.targets if isinstance(each, ast.Subscript | ast.Attribute)}
            yield from ((name, root) for root in places if root is not None for name in held_names(node.value))


def plain_values(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Names that statements bind to another name, or to a part of its value."""
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _paired(target, value, plain=True)
            case ast.For(target=target, iter=ast.Name() | ast.Subscript() | ast.Attribute() as value):
                yield from _paired(target, value, plain=True)
            case _:
                continue


def same_values(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Names that are bound, each with the one whose value, or a part of it, it denotes."""
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _paired(target, value)
            case ast.NamedExpr(target=target, value=value):
                yield from _paired(target, value)
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                elements = value.elts if isinstance(value, ast.List | ast.Tuple | ast.Set) else [value]
                for each in elements:
                    yield from _paired(target, each)
            case _:
                continue


def _paired(target: ast.expr, value: ast.expr, plain: bool = False) -> Iterator[tuple[str, str]]:
    """`a, b = c, d[0]` binds one by one."""
    match target, value:
        case ast.Tuple(elts=targets) | ast.List(elts=targets), ast.Tuple(elts=values) | ast.List(elts=values):
            starred = any(isinstance(each, ast.Starred) for each in (*targets, *values))
            every = [(one, each) for one in targets for each in values]
            for one, each in every if starred else zip(targets, values, strict=False):
                yield from _paired(one, each, plain)
        case _, ast.Starred(value=starred):
            yield from _paired(target, starred, plain)
        case _, ast.IfExp() | ast.BoolOp() | ast.Call() if plain:
            return
        case _, ast.Name() | ast.Subscript() | ast.Attribute() | ast.IfExp() | ast.BoolOp():
            names = [each.id for each in walk(target) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
            yield from ((name, root) for root in held_names(value) for name in names)
        case _, ast.Call(func=ast.Attribute(value=owner, attr=name), args=arguments) if array_calls.is_view(name):
            for each in (owner, *arguments[:1]):
                yield from _paired(target, each) if isinstance(each, _PLACES) else ()
        case _:
            return


def root_name(node: ast.expr) -> str | None:
    """The name that an attribute or item is taken from, however deep."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
