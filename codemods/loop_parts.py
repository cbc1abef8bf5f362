"""The statements of a loop that make variables and those that compute with them, told apart by the names they read."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from codemods.analysis.names import Names
from codemods.api.array_calls import is_quick
from codemods.source.comments import comments_within
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_MAKERS = frozenset({"tf.Variable"})
_LISTS = frozenset({"builtins.list", "builtins.tuple"})


@dataclass(frozen=True)
class LoopParts:
    """`made`: name -> the statement that makes its variable; what a variable needs may stand in both parts.
    `comments`, `behind`: what stands above a statement and on its last line."""

    loop: ast.For
    made: Mapping[str, ast.Assign]
    making: tuple[ast.stmt, ...]
    computing: tuple[ast.stmt, ...]
    comments: Mapping[ast.stmt, tuple[str, ...]]
    behind: Mapping[ast.stmt, str]

    def variable_of(self, piece: ast.stmt) -> str | None:
        """The name of the variable that the statement makes."""
        return next((name for name, each in self.made.items() if each is piece), None)


def loop_parts(module: Module, loop: ast.For) -> LoopParts | None:
    """The parts of a loop; None if it makes no variable, does nothing else, or cannot be taken apart."""
    pieces = list(_pieces(module, loop.body))
    made = {
        name: each for each in pieces if isinstance(each, ast.Assign) and (name := _made_by(module, each)) is not None
    }
    if not made or any(isinstance(each, ast.With) for each in pieces):
        return None
    targets = {each.id for each in walk(loop.target) if isinstance(each, ast.Name)}
    stored = [each.id for each in walk(loop) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
    fixed = targets | {each.id for each in walk(loop.iter) if isinstance(each, ast.Name)}
    once = all(stored.count(name) == 1 for name in (*made, *targets))
    if not once or set(made) & fixed or (fixed - targets) & set(stored):
        return None
    needed = _needed(pieces, list(made.values()))
    if needed is None or loads(needed) & set(made):
        return None
    rest = [each for each in pieces if each not in needed]
    shared = _copied(module, pieces, [each for each in needed if each not in made.values()], rest)
    if not rest or shared is None:
        return None
    computing = tuple(each for each in pieces if each in rest or each in shared)
    comments, behind = comments_of_pieces(module, loop, pieces)
    return LoopParts(loop, made, tuple(needed), computing, comments, behind)


def _pieces(module: Module, body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements, without the headers of name scopes around them."""
    for each in body:
        if isinstance(each, ast.With) and all(_names_only(module, item) for item in each.items):
            yield from _pieces(module, each.body)
        else:
            yield each


def _names_only(module: Module, item: ast.withitem) -> bool:
    match item:
        case ast.withitem(context_expr=ast.Call(func=function, args=[name], keywords=[]), optional_vars=None):
            calls = [each for each in walk(name) if isinstance(each, ast.Call)]
            return Names.of(module).api_of(function) == "tf.name_scope" and all(_only_writes(each) for each in calls)
        case _:
            return False


def _only_writes(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id="str" | "repr" | "len"):
            return True
        case ast.Attribute(value=ast.Constant(), attr="format"):
            return True
        case _:
            return False


def _made_by(module: Module, piece: ast.Assign) -> str | None:
    """The name that gets a variable, made by TensorFlow or by a function of the module."""
    match piece:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=function)):
            made = Names.of(module).api_of(function) in _MAKERS
            return name if made or (isinstance(function, ast.Name) and _returns_variable(module, function.id)) else None
        case _:
            return None


def _returns_variable(module: Module, name: str) -> bool:
    """Whether a function of the module does nothing but to make a variable and to return it."""
    functions = [each for each in module.tree.body if isinstance(each, ast.FunctionDef) and each.name == name]
    if len(functions) != 1 or not isinstance(functions[0].body[-1], ast.Return):
        return False
    returned = functions[0].body[-1].value
    makers = [each for each in walk(functions[0]) if isinstance(each, ast.Call) and _is_maker(module, each)]
    if len(makers) != 1:
        return False
    above = parents(module).get(makers[0])
    named = isinstance(above, ast.Assign) and isinstance(returned, ast.Name)
    return returned is makers[0] or (
        named and isinstance(above, ast.Assign) and ast.unparse(above.targets[0]) == returned.id  # type: ignore[union-attr]
    )


def _is_maker(module: Module, call: ast.Call) -> bool:
    return Names.of(module).api_of(call.func) in _MAKERS


def loads(pieces: Iterable[ast.AST]) -> set[str]:
    """The names that these read."""
    nodes = chain.from_iterable(map(walk, pieces))
    return {each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}


def stores(pieces: Iterable[ast.AST]) -> set[str]:
    """The names that these bind."""
    nodes = chain.from_iterable(map(walk, pieces))
    return {each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}


def _needed(pieces: Sequence[ast.stmt], made: Sequence[ast.Assign]) -> list[ast.stmt] | None:
    """The statements that make the variables and those that bind what these read, in their order."""
    found: list[ast.stmt] = list(made)
    todo: list[ast.stmt] = list(made)
    while todo:
        read = loads([todo.pop()])
        for each in pieces:
            if each in found or not read & stores([each]):
                continue
            if not _binds_names(each):
                return None
            found.append(each)
            todo.append(each)
    return [each for each in pieces if each in found]


def _binds_names(piece: ast.stmt) -> bool:
    match piece:
        case ast.Assign(targets=[ast.Name()]) | ast.AugAssign(target=ast.Name()):
            return True
        case ast.Assign(targets=[ast.Tuple(elts=elts)]):
            return all(isinstance(each, ast.Name) for each in elts)
        case _:
            return False


def _copied(
    module: Module, pieces: Sequence[ast.stmt], given: Sequence[ast.stmt], rest: Sequence[ast.stmt]
) -> list[ast.stmt] | None:
    """What the computation reads too; None if it cannot be done twice."""
    found: list[ast.stmt] = []
    read = loads(rest)
    while True:
        more = [each for each in given if each not in found and stores([each]) & read]
        if not more:
            break
        found += more
        read |= loads(more)
    if stores(found) & stores(rest) or not all(_is_pure(module, each) for each in found):
        return None
    early: set[str] = set()
    for each in pieces:  # nothing may read what the round before left
        if (loads([each]) & stores(found)) - early:
            return None
        if each in found:
            early |= stores([each])
    return found


def _is_pure(module: Module, piece: ast.stmt) -> bool:
    if not isinstance(piece, ast.Assign):
        return False
    names = Names.of(module)
    called = [names.function_of(each.func) for each in walk(piece) if isinstance(each, ast.Call)]
    return all(is_quick(each) or each in _LISTS for each in called)


def comments_of_pieces(
    module: Module, loop: ast.For, pieces: Sequence[ast.stmt]
) -> tuple[dict[ast.stmt, tuple[str, ...]], dict[ast.stmt, str]]:
    """The comments above each statement, and behind it; those inside of an expression stand where they are."""
    above: dict[ast.stmt, list[str]] = {}
    behind: dict[ast.stmt, str] = {}
    for comment in comments_within(module, loop.lineno, loop.end_lineno or loop.lineno):
        at = next((each for each in pieces if comment.line <= (each.end_lineno or each.lineno)), pieces[-1])
        end = at.end_lineno or at.lineno
        if comment.line == end and not comment.own_line:
            start = module.span(at)[1]
            behind[at] = module.text[start:].split("\n", 1)[0].rstrip("\r")
        elif not at.lineno <= comment.line <= end:
            above.setdefault(at, []).append(comment.text)
    return {piece: tuple(found) for piece, found in above.items()}, behind
