"""Which keys a feed dictionary has wherever its name is read: they are followed through loops, branches and stores."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from codemods.source.walk import walk


@dataclass(frozen=True)
class Keys:
    """What is known at one place. `bound`: the name is that of a dictionary for certain; `possible` holds `certain`."""

    bound: bool
    certain: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()

    def joined(self, other: Keys) -> Keys:
        """What is known where two ways meet."""
        return Keys(self.bound and other.bound, self.certain & other.certain, self.possible | other.possible)

    def stored(self, keys: Iterable[str]) -> Keys:
        """What is known after more keys were stored."""
        more = frozenset(keys)
        return Keys(self.bound, self.certain | more, self.possible | more)


@dataclass(frozen=True)
class Change:
    """A statement that makes the dictionary (`fresh`) or stores in it; each key with what is stored. `together`: one
    call gives all that is stored."""

    statement: ast.stmt
    entries: tuple[tuple[str, ast.expr], ...]
    fresh: bool = False
    together: bool = False


UNBOUND = Keys(False)


@dataclass
class Flow:
    """A walk through one scope. `changes`: by statement; the keys at every statement that was reached are `known`."""

    name: str
    changes: Mapping[ast.stmt, Change]
    known: dict[ast.AST, Keys] = field(default_factory=dict)
    breaks: list[Keys | None] = field(default_factory=list)
    continues: list[Keys | None] = field(default_factory=list)


def keys_at(name: str, body: Sequence[ast.stmt], changes: Mapping[ast.stmt, Change]) -> Mapping[ast.AST, Keys]:
    """For each read of the name what is known of the dictionary there; reads that are not reached have no entry."""
    flow = Flow(name, changes)
    _body(flow, body, UNBOUND)
    return flow.known


def _join(first: Keys | None, second: Keys | None) -> Keys | None:
    if first is None or second is None:
        return first or second
    return first.joined(second)


def _body(flow: Flow, statements: Sequence[ast.stmt], keys: Keys | None) -> Keys | None:
    """What is known after these statements; None: what follows is not reached."""
    for statement in statements:
        if keys is not None:
            keys = _statement(flow, statement, keys)
    return keys


def _statement(flow: Flow, statement: ast.stmt, keys: Keys) -> Keys | None:
    match statement:
        case ast.If(test=test, body=body, orelse=orelse):
            _read(flow, test, keys)
            return _join(_body(flow, body, keys), _body(flow, orelse, keys))
        case ast.For(iter=iterable):
            _read(flow, iterable, keys)
            return _loop(flow, statement, keys, True)
        case ast.While(test=test):
            return _loop(flow, statement, keys, not (isinstance(test, ast.Constant) and bool(test.value)))
        case ast.With(items=items, body=body):
            for item in items:
                _read(flow, item.context_expr, keys)
            return _body(flow, body, keys)
        case ast.Try():
            return _try(flow, statement, keys)
        case ast.FunctionDef() | ast.ClassDef():
            return keys
        case _:
            return _simple(flow, statement, keys)


def _simple(flow: Flow, statement: ast.stmt, keys: Keys) -> Keys | None:
    _read(flow, statement, keys)
    match statement:
        case ast.Break():
            flow.breaks[-1] = _join(flow.breaks[-1], keys)
            return None
        case ast.Continue():
            flow.continues[-1] = _join(flow.continues[-1], keys)
            return None
        case ast.Return() | ast.Raise():
            return None
        case _:
            pass
    change = flow.changes.get(statement)
    if change is None:
        return keys
    return (Keys(True) if change.fresh else keys).stored(key for key, _ in change.entries)


def _loop(flow: Flow, loop: ast.For | ast.While, keys: Keys, ends: bool) -> Keys | None:
    """`ends`: the loop may end by itself. The walk is repeated until nothing new comes round."""
    at_head = keys
    while True:
        if isinstance(loop, ast.While):
            _read(flow, loop.test, at_head)
        flow.breaks.append(None)
        flow.continues.append(None)
        after = _join(_body(flow, loop.body, at_head), flow.continues.pop())
        left = flow.breaks.pop()
        joined = at_head if after is None else at_head.joined(after)
        if joined == at_head:
            break
        at_head = joined
    return _join(_body(flow, loop.orelse, at_head if ends else None) if ends else None, left)


def _try(flow: Flow, statement: ast.Try, keys: Keys) -> Keys | None:
    """Handlers and what is done finally may be reached from anywhere inside."""
    after = _body(flow, statement.body, keys)
    inside = [flow.changes[each] for each in walk(statement) if isinstance(each, ast.stmt) and each in flow.changes]
    anywhere = keys
    if inside:
        anywhere = Keys(False).joined(keys.stored(key for each in inside for key, _ in each.entries))
    handled = [_body(flow, handler.body, anywhere) for handler in statement.handlers]
    after = _body(flow, statement.orelse, after) if after is not None else None
    for each in handled:
        after = _join(after, each)
    at_last = _body(flow, statement.finalbody, anywhere if after is None else anywhere.joined(after))
    return at_last if after is not None else None


def _read(flow: Flow, node: ast.AST, keys: Keys) -> None:
    for each in walk(node):
        if isinstance(each, ast.Name) and each.id == flow.name and isinstance(each.ctx, ast.Load):
            flow.known[each] = keys
