"""`if __name__ == "__main__":`, which is entered where a module is started, once, and not where it is imported."""

from __future__ import annotations

import ast

from codemods.source.module import Module
from codemods.source.walk import walk


def is_main(statement: ast.AST) -> bool:
    """Whether this is `if __name__ == "__main__":`, without an `else`."""
    match statement:
        case ast.If(test=ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]), orelse=[]):
            return _is_asked(left, right) or _is_asked(right, left)
        case _:
            return False


def asks_for_main(module: Module) -> bool:
    """Whether the module is meant to be started: some statement of it depends on `__name__`."""
    tests = (each.test for each in module.tree.body if isinstance(each, ast.If))
    return any(isinstance(each, ast.Name) and each.id == "__name__" for test in tests for each in walk(test))


def _is_asked(name: ast.expr, text: ast.expr) -> bool:
    return (
        isinstance(name, ast.Name)
        and name.id == "__name__"
        and isinstance(text, ast.Constant)
        and text.value == "__main__"
    )
