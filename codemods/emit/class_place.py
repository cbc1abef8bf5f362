"""Where a class that is added to a program stands: below the imports that open the module."""

from __future__ import annotations

import ast

from codemods.source.joined import is_import_mark
from codemods.source.module import Module


def own_statements(module: Module) -> list[ast.stmt]:
    """The statements of the program itself, where it is joined with other modules."""
    border = module.borders[-1].line if module.borders else 0
    return [each for each in module.tree.body if each.lineno > border]


def last_import(module: Module) -> int:
    last = first = module.borders[-1].line if module.borders else 0
    for statement in own_statements(module):
        opening = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and last == first
        if isinstance(statement, ast.Import | ast.ImportFrom) or is_import_mark(statement):
            last = statement.end_lineno or statement.lineno
        elif not opening:
            break
    return last
