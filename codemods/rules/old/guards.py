"""Lines that choose by themselves what the running Python or library has: nothing there needs to change."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from codemods.source.module import Module
from codemods.source.walk import walk

_VERSION = re.compile(r"(?i)^(is_?)?py(thon)?_?[23]$")
_MISSING = frozenset({"ImportError", "ModuleNotFoundError", "NameError", "AttributeError"})
_BROAD = frozenset({"Exception", "BaseException"})
_HARMLESS = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr, ast.Pass)


@lru_cache(maxsize=64)
def guarded_lines(module: Module) -> frozenset[int]:
    """The lines inside of version tests and of `try` statements that expect a name or module to be missing."""
    if not any(sign in module.data for sign in (b"try:", b"version", b"six", b"PY2", b"PY3")):
        return frozenset()
    return frozenset(line for first, last in _spans(module.tree) for line in range(first, last + 1))


def _spans(tree: ast.Module) -> Iterator[tuple[int, int]]:
    for node in walk(tree):
        if (isinstance(node, ast.If | ast.IfExp) and _asks_version(node.test)) or (
            isinstance(node, ast.Try) and any(_expects_missing(handler, node) for handler in node.handlers)
        ):
            yield node.lineno, node.end_lineno or node.lineno


def _asks_version(test: ast.expr) -> bool:
    for node in walk(test):
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if word in ("version_info", "hexversion", "python_version") or _VERSION.match(word):
            return True
    return False


def _expects_missing(handler: ast.ExceptHandler, statement: ast.Try) -> bool:
    names = {node.id for node in walk(handler.type) if isinstance(node, ast.Name)} if handler.type else _BROAD
    short = len(statement.body) <= 3 and all(isinstance(each, _HARMLESS) for each in statement.body)
    imports = any(isinstance(each, ast.Import | ast.ImportFrom) for each in statement.body)
    return bool(names & _MISSING) or (bool(names & _BROAD) and short and imports)
