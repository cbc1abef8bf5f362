"""The parts of compound statements: which of them are taken."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.main_guard import is_main
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.literals import truth
from codemods.source.walk import walk


def taken_bodies(build: Evaluation, statement: ast.stmt) -> list[list[ast.stmt]]:
    """The bodies of a compound statement; inside of a function that is lowered for one call, those that it takes."""
    match statement:
        case ast.If(test=test, body=body, orelse=orelse) if build.builders:
            decided = truth(evaluate(build, test))
            return [body, orelse] if decided is None else [body if decided else orelse]
        case ast.If(body=body, orelse=orelse) | ast.While(body=body, orelse=orelse) | ast.For(body=body, orelse=orelse):
            return [body, orelse]
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=final):
            return [body, *(handler.body for handler in handlers), orelse, final]
        case ast.With(body=body):
            return [body]
        case _:
            return []


def names_not_taken(build: Evaluation, statement: ast.stmt) -> set[str]:
    """The names that a branch binds which one call does not take: in another call it may."""
    if not isinstance(statement, ast.If) or not build.builders:
        return set()
    taken = [id(each) for body in taken_bodies(build, statement) for each in body]
    rest = [each for each in (*statement.body, *statement.orelse) if id(each) not in taken]
    found = [each for part in rest for each in walk(part) if isinstance(each, ast.Name)]
    return {each.id for each in found if isinstance(each.ctx, ast.Store)}


def alternatives(statement: ast.stmt) -> list[ast.If]:
    """The `elif` of an `if`."""
    rest = statement.orelse if isinstance(statement, ast.If) else []
    return [each for each in rest if isinstance(each, ast.If) and len(rest) == 1]


def inner_blocks(block: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The compound statements that may run otherwise than once."""
    return [each for each in block if not is_main(each)]
