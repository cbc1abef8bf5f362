"""States of recurrent cells that are fed part by part: `feed[start.c] = state.c`, `feed[start.h] = state.h`, also in a
loop through the states of several cells, are `feed[start] = state`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from codemods.analysis.names import Names
from codemods.api.recurrent import recurrent
from codemods.feed_uses import state_of
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import replace_statement
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


def with_states_fed(module: Module) -> Module:
    """The module with states fed as a whole."""
    edits = [edit for each in walk(module.tree) for edit in _edits(module, each)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.For) and (found := _of_loop(module, node)) is not None:
        yield replace_statement(module, node, [found])
    elif isinstance(node, ast.Dict):
        yield from _of_display(module, node)


def _of_loop(module: Module, loop: ast.For) -> str | None:
    """`for i, (c, h) in enumerate(start): feed[c] = state[i].c; feed[h] = state[i].h`."""
    match loop:
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=i), ast.Tuple(elts=[ast.Name(id=c), ast.Name(id=h)])]),
            iter=ast.Call(func=ast.Name(id="enumerate"), args=[ast.Name() as start], keywords=[]),
            body=[ast.Assign() as first, ast.Assign() as second],
            orelse=[],
        ):
            stored = [_stored(first, i, c, "c"), _stored(second, i, h, "h")]
        case _:
            return None
    alone = len({i, c, h}) == 3 and all(_is_bound_around(module, each, loop) for each in names_in(module)
                                        if each.id in (i, c, h))  # fmt: skip
    if stored[0] is None or stored[0] != stored[1] or not alone or _kind(module, start) != "each":
        return None
    feed, state = stored[0]
    return f"{feed}[{start.id}] = {state}" if feed != state else None


def _stored(statement: ast.Assign, counter: str, key: str, part: str) -> tuple[str, str] | None:
    """The names of the dictionary and of the states in `feed[key] = state[counter].part`."""
    match statement:
        case ast.Assign(
            targets=[ast.Subscript(value=ast.Name(id=feed), slice=ast.Name(id=stored))],
            value=ast.Attribute(value=ast.Subscript(value=ast.Name(id=state), slice=ast.Name(id=number)), attr=read),
        ) if (stored, number, read) == (key, counter, part):
            return feed, state
        case _:
            return None


def _is_bound_around(module: Module, name: ast.Name, loop: ast.For) -> bool:
    """Whether a loop around the name binds it, so that it says nothing of what this loop has bound."""
    above = parents(module).get(name)
    while above is not None:
        if above is loop:
            return True
        if isinstance(above, ast.For) and any(
            isinstance(each, ast.Name) and each.id == name.id for each in walk(above.target)
        ):
            return True
        above = parents(module).get(above)
    return False


def _of_display(module: Module, fed: ast.Dict) -> Iterator[Edit]:
    """`{start.c: state.c, start.h: state.h}`, one after the other."""
    pairs = list(zip(fed.keys, fed.values, strict=True))
    for (first, c), (second, h) in pairwise(pairs):
        if first is None or second is None:
            continue
        starts, states = _whole(first, second), _whole(c, h)
        if starts is not None and states is not None and _kind(module, starts) == "lstm":
            yield Edit(module.span(first)[0], module.span(h)[1], f"{starts.id}: {states.id}")


def _whole(first: ast.expr, second: ast.expr) -> ast.Name | None:
    """The name whose parts `c` and `h` these are."""
    match first, second:
        case ast.Attribute(value=ast.Name() as one, attr="c"), ast.Attribute(value=ast.Name() as other, attr="h"):
            return one if one.id == other.id else None
        case _:
            return None


def _kind(module: Module, start: ast.Name) -> str:
    """What the state is that the name always denotes: "lstm" for a pair, "each" for one of each cell."""
    made = state_of(module, start)
    return _kind_of(module, made) if made is not None else ""


def _kind_of(module: Module, cell: ast.Call) -> str:
    row = recurrent(Names.of(module).api_of(cell.func) or "")
    if row is None or row.state != "inner":
        return row.state if row is not None else ""
    inside = (row.arguments(cell) or {}).get("cell")
    return _kind_of(module, inside) if isinstance(inside, ast.Call) else ""
