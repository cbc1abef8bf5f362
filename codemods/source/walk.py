"""Goes through a tree as `ast.walk` does, in a third of its time."""

from __future__ import annotations

import ast
from collections.abc import Sequence

_KEPT = "_everything_below"


def walk(tree: ast.AST) -> Sequence[ast.AST]:
    """A node and everything below it, level by level, without contexts and operators, which trees share.

    Nothing changes a tree, so statements remember the answer; nor may who gets it change the list.
    """
    known: Sequence[ast.AST] | None = tree.__dict__.get(_KEPT)
    if known is None:
        known = _everything_below(tree)
        if isinstance(tree, ast.stmt | ast.mod):
            setattr(tree, _KEPT, known)
    return known


def _everything_below(tree: ast.AST) -> list[ast.AST]:
    found = [tree]
    for node in found:
        values = node.__dict__
        for field in node._fields:
            value = values.get(field)
            if type(value) is list:
                found += [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, ast.AST) and value._fields:
                found.append(value)
    return found


def statements(tree: ast.AST) -> list[ast.stmt]:
    """Every statement below a node, level by level: expressions are not entered."""
    return [each for each in with_bodies(tree) if isinstance(each, ast.stmt)]


def with_bodies(tree: ast.AST) -> list[ast.AST]:
    """A node and every statement, exception handler and case below it, level by level: all that may have a body."""
    found: list[ast.AST] = [tree]
    for node in found:
        values = node.__dict__
        for field in ("body", "orelse", "handlers", "finalbody", "cases"):
            value = values.get(field)
            if type(value) is list:
                found += value
    return found
