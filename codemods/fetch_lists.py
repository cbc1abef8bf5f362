"""Lists and dictionaries of fetches that a name holds, `fetches = [train, loss]`, stand where they are fetched."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.feed_uses import owner, scopes_that_bind
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_with_clauses
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


def with_fetches_written(module: Module, names: Collection[str]) -> Module:
    """The module without the lists of these names that are fetched and nothing else."""
    for name in sorted(names):
        scopes = scopes_that_bind(module, name)
        places = [each for each in names_in(module) if each.id == name]
        bound = [each for each in places if not isinstance(each.ctx, ast.Load)]
        if len(scopes) != 1 or len(bound) != 1 or any(owner(module, each) is not scopes[0] for each in places):
            continue
        statement = parents(module).get(bound[0])
        if isinstance(statement, ast.Assign) and statement.targets == [bound[0]] and _is_fixed(module, statement):
            reads = [each for each in places if each is not bound[0]]
            if reads and all(_is_fetched(module, each) for each in reads):
                module = _written(module, statement, reads)
    return module


def _written(module: Module, statement: ast.Assign, reads: list[ast.Name]) -> Module:
    text = module.source(statement.value)
    edits = [Edit(*module.span(each), text) for each in reads]
    return rewritten(module, apply_edits(module.text, [*edits, *remove_with_clauses(module, [statement])]))


def _is_fixed(module: Module, statement: ast.Assign) -> bool:
    """Whether the literal is made of names that are bound once, before it, and of constants that are keys."""
    literal = statement.value
    if not isinstance(literal, ast.List | ast.Tuple | ast.Dict) or "\n" in module.source(literal):
        return False
    names = {each.id for each in _leaves(literal) if isinstance(each, ast.Name)}
    if not all(isinstance(each, ast.Name) for each in _leaves(literal)):
        return False
    stores = [each for each in names_in(module) if each.id in names and not isinstance(each.ctx, ast.Load)]
    early = all((each.lineno, each.col_offset) < (statement.lineno, statement.col_offset) for each in stores)
    once = sorted(each.id for each in stores) == sorted(names)
    return (
        early
        and once
        and not any(
            isinstance(each, ast.Global | ast.Nonlocal) and names & set(each.names) for each in walk(module.tree)
        )
    )


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for each in parts:
                yield from _leaves(each)
        case ast.Dict(keys=keys, values=parts) if all(isinstance(each, ast.Constant) for each in keys):
            for each in parts:
                yield from _leaves(each)
        case _:
            yield node


def _is_fetched(module: Module, place: ast.Name) -> bool:
    """Whether this is what a run fetches, in the scope that binds the name, and not in a formatted string."""
    above = parents(module).get(place)
    call = parents(module).get(above) if isinstance(above, ast.keyword) and above.arg == "fetches" else above
    run = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "run"
    if not run or (call is above and (not isinstance(call, ast.Call) or call.args[:1] != [place])):
        return False
    outer: ast.AST | None = call
    while isinstance(outer, ast.expr) and not isinstance(outer, ast.JoinedStr):
        outer = parents(module).get(outer)
    return not isinstance(outer, ast.JoinedStr)
