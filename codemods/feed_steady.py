"""Whether what is stored in a feed dictionary can be fed by itself: it is the same there as where it is stored."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.feed_keys import Change
from codemods.feed_uses import HeldFeed, stores_of
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_PARTS = (ast.Name, ast.Subscript, ast.Slice, ast.Constant, ast.BinOp, ast.UnaryOp, ast.Tuple)
_REPEATED = (ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp, ast.IfExp, ast.BoolOp, ast.Compare)
_DOING = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
PLAIN = (ast.Assign, ast.Expr, ast.Return, ast.AugAssign)


def can_be_fed_itself(module: Module, held: HeldFeed, key: str) -> ast.expr | None:
    """The expression that every run can be fed for the key; None if there is none."""
    stores = [(each, value) for each in held.changes.values() for name, value in each.entries if name == key]
    if len(stores) != 1 or any(each.changed for each in held.entries if each.key == key):
        return None
    change, value = stores[0]
    if isinstance(value, ast.Constant) or (isinstance(value, ast.UnaryOp) and isinstance(value.operand, ast.Constant)):
        return value
    if isinstance(value, ast.Name):
        return value if _keeps_its_value(module, held, change, value.id) else None
    return value if _is_fed_at_once(module, held, change, value) else None


def _keeps_its_value(module: Module, held: HeldFeed, change: Change, name: str) -> bool:
    """Whether the name is bound before the statement only, and every use comes behind it in the same block: whoever
    gets from there to a use passes the statement."""
    for each in walk(module.tree):
        match each:
            case ast.Global(names=names) | ast.Nonlocal(names=names) if name in names:
                return False
            case ast.ExceptHandler(name=str(other)) if other == name:
                return False
            case ast.FunctionDef(name=other) | ast.ClassDef(name=other) if other == name:
                return False
            case _:
                pass
    bound = [*stores_of(module, name, held.scope)]
    early = all((each.lineno, each.col_offset) < _begin(change.statement) for each in bound)
    known = bool(bound) or isinstance(held.scope, ast.FunctionDef)
    return early and known and all(each is not None for each in _uses_behind(module, held, change))


def _begin(node: ast.stmt) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _uses_behind(module: Module, held: HeldFeed, change: Change) -> Iterator[ast.stmt | None]:
    """For each place that reads the dictionary: the statement of the block behind this one that it is part of."""
    block = block_of(module, change.statement)
    behind = block[block.index(change.statement) + 1 :] if change.statement in block else []
    for place in (*held.runs, *(each.place for each in held.entries)):
        above: ast.AST | None = place
        while above is not None and above not in behind:
            above = parents(module).get(above)
        yield above if isinstance(above, ast.stmt) else None


def block_of(module: Module, statement: ast.stmt) -> Sequence[ast.stmt]:
    """The statements among which this one stands; none among those of a handler or case."""
    above = parents(module).get(statement)
    found = (getattr(above, field, None) for field in ("body", "orelse", "finalbody"))
    return next((each for each in found if isinstance(each, list) and statement in each), [])


def _is_fed_at_once(module: Module, held: HeldFeed, change: Change, value: ast.expr) -> bool:
    """A part of an array that goes to one run soon after, with nothing between that could change it."""
    if not all(isinstance(each, _PARTS) for each in walk(value)) or len(held.runs) != 1 or held.entries:
        return False
    use = next(_uses_behind(module, held, change))
    if not isinstance(use, PLAIN):
        return False
    block = block_of(module, change.statement)
    between = block[block.index(change.statement) : block.index(use)]
    names = {each.id for each in walk(value) if isinstance(each, ast.Name)}
    return all(_is_quiet(held, each, names) for each in between) and does_nothing_first(module, held.runs[0], use)


def _is_quiet(held: HeldFeed, statement: ast.stmt, names: set[str]) -> bool:
    """Whether a statement leaves arrays and these names alone. What it does to the dictionary itself is known."""
    own = {id(each) for part in walk(statement) if isinstance(part, ast.stmt) and part in held.changes
           for each in _own_parts(part)}  # fmt: skip
    for each in walk(statement):
        if id(each) in own:
            continue
        if isinstance(each, (*_DOING, ast.For, ast.While, ast.Try, ast.With, ast.FunctionDef, ast.AugAssign)):
            return False
        if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load) and each.id in names:
            return False
        if isinstance(each, ast.Subscript | ast.Attribute) and not isinstance(each.ctx, ast.Load):
            return False
    return True


def _own_parts(statement: ast.stmt) -> list[ast.AST]:
    """What of a statement that changes the dictionary is the change itself: `feed[key]`, `feed.update(...)`."""
    match statement:
        case ast.Expr(value=ast.Call() as call):
            return [call, call.func]
        case ast.Assign(targets=[target]):
            return [target]
        case _:
            return []


def does_nothing_first(module: Module, fed: ast.expr, statement: ast.stmt) -> bool:
    """Whether the statement calls nothing but the run that is fed and what gets its result; `fed` itself aside."""
    around = set()
    above: ast.AST | None = fed
    while above is not None and above is not statement:
        around.add(above)
        above = parents(module).get(above)
    inside = {*walk(fed)}
    calls = [each for each in walk(statement) if isinstance(each, _DOING) and each not in around | inside]
    return not calls and not any(isinstance(each, _REPEATED) for each in around - {fed})
