"""Imports of `tf.contrib` that nothing reads any more: a native text has none, for TensorFlow 2 has no contrib."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements
from codemods.source.tree import names_in

_GONE = "tensorflow.contrib"


def without_unread_imports(module: Module) -> Module:
    """The module without such imports."""
    if "contrib" not in module.text:
        return module
    read = {each.id for each in names_in(module) if isinstance(each.ctx, ast.Load)}
    edits = [edit for each in Names.of(module).import_statements for edit in _edits(module, each, read)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module, statement: ast.Import | ast.ImportFrom, read: set[str]) -> Iterator[Edit]:
    left = [each for each in statement.names if not _is_unread(statement, each, read)]
    if not left:
        yield from remove_statements(module, [statement])
    elif len(left) < len(statement.names):
        own = ast.ImportFrom(statement.module, left, 0) if isinstance(statement, ast.ImportFrom) else ast.Import(left)
        yield Edit(*module.span(statement), ast.unparse(own))


def _is_unread(statement: ast.Import | ast.ImportFrom, alias: ast.alias, read: set[str]) -> bool:
    if isinstance(statement, ast.Import):
        return f"{alias.name}.".startswith(f"{_GONE}.") and alias.asname is not None and alias.asname not in read
    whole = f"{statement.module}.{alias.name}."
    return not statement.level and whole.startswith(f"{_GONE}.") and (alias.asname or alias.name) not in {*read, "*"}
