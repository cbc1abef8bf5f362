"""A loop that computes what is fed and what is not, as two: a run that does not feed all of it needs one of them.

`for task in tasks: out = ...; outs.append(out); losses.append(f(out, truth))` is `for task in tasks: ...` without its
last line, and `for out in outs: losses.append(f(out, truth))`. In TensorFlow 1 that builds the same graph.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence

from codemods.analysis.names import Names
from codemods.api import array_calls, table
from codemods.api.context import collects
from codemods.loop_parts import LoopParts, comments_of_pieces, loads, stores
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk
from codemods.split_loops import is_plain, is_splittable_text, split_edit


def with_results_split(module: Module, unfed: Collection[str]) -> Module:
    """The module with loops split at what reads these placeholders."""
    if not unfed or not is_splittable_text(module):
        return module
    loops = [each for each in walk(module.tree) if isinstance(each, ast.For) and is_plain(module, each)]
    edits = [split_edit(module, *found) for loop in loops if (found := _split(module, loop, set(unfed))) is not None]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _split(module: Module, loop: ast.For, unfed: set[str]) -> tuple[LoopParts, Mapping[str, str]] | None:
    """The parts of the loop, and the lists that hand on what the second reads of the first, by the names there."""
    pieces = loop.body
    if not all(isinstance(each, ast.Assign | ast.Expr) for each in pieces):
        return None
    second = _reaching(module, pieces, unfed)
    first = [each for each in pieces if each not in second]
    targets = stores([loop.target])
    bound = stores(pieces) | set(_filled(pieces))
    if not first or not second or targets & bound or loads([loop.iter]) & bound:
        return None
    if not all(_only_computes(module, each) for each in second):
        return None
    own = stores(second) | set(_filled(second))
    if own & (loads(first) | stores(first)):
        return None
    lists = {name: _list_of(module, loop, first, second, name) for name in sorted(loads(second) & stores(first))}
    known = {name: each for name, each in lists.items() if each is not None}
    if not known or len(known) < len(lists) or set(_filled(first)) & loads(second):
        return None
    return LoopParts(loop, {}, tuple(first), tuple(second), *comments_of_pieces(module, loop, pieces)), known


def _reaching(module: Module, pieces: Sequence[ast.stmt], unfed: set[str]) -> list[ast.stmt]:
    """The statements that read one of the names, or what such a statement computes."""
    reached = set(unfed)
    found: list[ast.stmt] = []
    size = -1
    while size != len(found):
        size = len(found)
        found = [each for each in pieces if loads([each]) & reached]
        reached |= stores(found)
    return found


def _filled(pieces: Sequence[ast.stmt]) -> Iterator[str]:
    """The lists that are appended to."""
    for piece in pieces:
        for each in walk(piece):
            match each:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append")):
                    yield name
                case _:
                    pass


def _only_computes(module: Module, piece: ast.stmt) -> bool:
    """Whether the statement makes no layers and variables, and does nothing but to fill lists."""
    names = Names.of(module)
    for each in walk(piece):
        if isinstance(each, ast.Call):
            symbol = table.symbol(names.api_of(each.func) or "")
            fills = isinstance(each.func, ast.Attribute) and each.func.attr == "append"
            computes = symbol is not None and symbol.stage == table.Stage.TENSOR and not collects(symbol.name)
            if not (computes or fills or array_calls.is_quick(names.function_of(each.func))):
                return False
    return True


def _list_of(
    module: Module, loop: ast.For, first: Sequence[ast.stmt], second: Sequence[ast.stmt], name: str
) -> str | None:
    """The list that gets what the name denotes, once in every round, and held nothing before."""
    made = [each for each in first if name in stores([each])]
    if len(made) != 1 or any(name in loads([each]) and each.lineno < made[0].lineno for each in (*first, *second)):
        return None
    for piece in first:
        match piece:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(id=held), attr="append"), args=[ast.Name(id=given)], keywords=[]
                )
            ) if given == name and piece.lineno > made[0].lineno and _starts_empty(module, loop, held):
                return held
            case _:
                pass
    return None


def _starts_empty(module: Module, loop: ast.For, held: str) -> bool:
    """Whether `held = []` stands before the loop, and nothing else of it until the loop fills it in one place."""
    places = sorted((each for each in names_in(module) if each.id == held), key=lambda each: each.lineno)
    early = [each for each in places if each.lineno <= (loop.end_lineno or loop.lineno)]
    if len(early) != 2 or [isinstance(each.ctx, ast.Store) for each in places].count(True) != 1:
        return False
    above = parents(module).get(early[0])
    match above, parents(module).get(above) if above is not None else None:
        case ast.Assign(targets=[ast.Name()], value=ast.List(elts=[])) as statement, _:
            pass
        case ast.Tuple(), ast.Assign(targets=[ast.Tuple()], value=ast.Tuple(elts=values)) as statement if all(
            isinstance(each, ast.List) and not each.elts for each in values
        ):
            pass
        case _:
            return False
    around = parents(module).get(statement)
    return around is parents(module).get(loop) and isinstance(around, ast.Module | ast.FunctionDef | ast.With)
