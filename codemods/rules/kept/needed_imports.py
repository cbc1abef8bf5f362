"""Adds the imports that replaced symbols need, once, beside the import through which a module has TensorFlow."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.names import Names
from codemods.rule import Finding, Safety
from codemods.rules.kept.compat_imports import RULE, names_tensorflow
from codemods.rules.kept.places import V1, import_line
from codemods.source.module import Module
from codemods.source.statements import insert_after, insert_before, stands_alone
from codemods.source.walk import walk


def needed_finding(module: Module, names: Names, needed: Mapping[str, str], ported: str | None) -> Iterator[Finding]:
    """`needed`: package -> the name that the new text uses for it."""
    if not needed:
        return
    lines = [import_line("tf" if package == V1 else package, name, ported) for package, name in needed.items()]
    first = beside(module)
    plain = isinstance(first, ast.Import | ast.ImportFrom) and stands_alone(module, first)
    edit = insert_after(module, first, lines) if plain else insert_before(module, first, lines)
    yield Finding(
        RULE, module.place(first), f"{'; '.join(lines)} is needed by what replaces tf.contrib.", Safety.SAFE, (edit,)
    )


def beside(module: Module) -> ast.stmt:
    """The first statement with an import of TensorFlow; where another module hands it on, the last plain import."""
    own = next((each for each in module.tree.body if _imports_tensorflow(each)), None)
    if own is not None:
        return own
    plain = [each for each in module.tree.body if isinstance(each, ast.Import | ast.ImportFrom)]
    return plain[-1] if plain else module.tree.body[0]


def _imports_tensorflow(statement: ast.stmt) -> bool:
    nodes = (node for node in walk(statement) if isinstance(node, ast.Import | ast.ImportFrom))
    return any(names_tensorflow(node) for node in nodes)
