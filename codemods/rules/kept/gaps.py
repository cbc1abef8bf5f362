"""Symbols without a home in one branch of several: a program that does not take that branch runs all the same."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

_BLOCKS = ("body", "orelse", "finalbody", "handlers")


def is_certain(tree: ast.Module, gaps: Collection[ast.expr]) -> bool:
    """Does the module, or a function of it when it is called, reach one of these expressions whatever it decides?"""
    functions = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    return bool(gaps) and any(_reaches(each.body, gaps) for each in (tree, *functions))


def _reaches(body: Sequence[ast.stmt], gaps: Collection[ast.expr]) -> bool:
    return any(_statement_reaches(each, gaps) for each in body)


def _statement_reaches(statement: ast.stmt, gaps: Collection[ast.expr]) -> bool:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return any(_holds(each, gaps) for each in (*statement.decorator_list, statement.args))
    if isinstance(statement, ast.If):
        both = bool(statement.orelse) and _reaches(statement.body, gaps) and _reaches(statement.orelse, gaps)
        return both or _holds(statement.test, gaps)
    if isinstance(statement, ast.Try) and statement.handlers:
        return _reaches(statement.finalbody, gaps)
    inner = [each for name in _BLOCKS for each in getattr(statement, name, ()) if isinstance(each, ast.stmt)]
    return _reaches(inner, gaps) or _holds(statement, gaps)


def _holds(node: ast.AST, gaps: Collection[ast.expr]) -> bool:
    """Is one of the expressions evaluated with this node, without the statements below it?"""
    stack = [node]
    while stack:
        each = stack.pop()
        if each in gaps:
            return True
        if isinstance(each, ast.IfExp):
            stack.append(each.test)
        elif not isinstance(each, ast.Lambda):
            stack += (child for child in ast.iter_child_nodes(each) if not isinstance(child, ast.stmt))
    return False
