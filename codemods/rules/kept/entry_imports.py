"""The imports of a program's entry: where TensorFlow comes in, and where modules of the program do."""

from __future__ import annotations

import ast

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names, canonical
from codemods.rules.kept.compat_imports import names_tensorflow
from codemods.source.module import Module
from codemods.source.walk import walk

_HARMLESS = ("tf.app", "tf.flags", "tf.logging", "tf.gfile", "tf.contrib")
_KERAS = ("keras", "tf_keras", "tf_slim")
_Statement = ast.Import | ast.ImportFrom


def first_relevant_import(entry: Module, own: frozenset[str]) -> ast.stmt | None:
    """The first top-level statement that imports TensorFlow, Keras, or a module of the program (`own`: their names)."""
    found = (each for each in entry.tree.body if any(_relevant(inner, own) for inner in imports_in(each)))
    return next(found, None)


def imports_in(statement: ast.stmt) -> list[_Statement]:
    """The imports in a statement, at any depth."""
    return [node for node in walk(statement) if isinstance(node, ast.Import | ast.ImportFrom)]


def imports_own(statement: ast.stmt, own: frozenset[str]) -> bool:
    """Does a top-level statement import a module of the program?"""
    return any(_is_own(inner, own) for inner in imports_in(statement))


def binds_tensorflow(statement: ast.stmt, name: str) -> bool:
    """Is this a top-level statement (not a function or class) that imports TensorFlow under this name?"""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return False
    imports = (each for each in imports_in(statement) if isinstance(each, ast.Import))
    pairs = ((alias.name, alias.asname or alias.name) for each in imports for alias in each.names)
    return any(bound == name and canonical(dotted) == "tf" for dotted, bound in pairs)


def imported_before(entry: Module, name: str, first: ast.stmt) -> bool:
    """Does `import name` stand in the module body above a statement?"""
    earlier = (each for each in entry.tree.body if isinstance(each, ast.Import) and each.lineno < first.lineno)
    return any(alias.name == name and alias.asname is None for each in earlier for alias in each.names)


def acts_at_import(module: Module) -> bool:
    """Does importing a module build graph: does its body, outside of functions, call TensorFlow or code of its own?"""
    names = Names.of(module)
    defined = {each.name for each in module.tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    stack: list[ast.AST] = [each for each in module.tree.body if not is_main(each)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call) and _builds(names, node, defined):
            return True
        stack.extend(ast.iter_child_nodes(node))
    return False


def _builds(names: Names, call: ast.Call, defined: set[str]) -> bool:
    api = names.api_of(call.func) or ""
    if api.startswith("tf.") and not api.startswith(_HARMLESS):
        return True
    return isinstance(call.func, ast.Name) and call.func.id in defined


def _relevant(statement: _Statement, own: frozenset[str]) -> bool:
    roots = [alias.name for alias in statement.names] if isinstance(statement, ast.Import) else [statement.module or ""]
    return (
        names_tensorflow(statement)
        or _is_own(statement, own)
        or any(root.split(".")[0] in _KERAS or root.startswith("tensorflow_") for root in roots)
    )


def _is_own(statement: _Statement, own: frozenset[str]) -> bool:
    if isinstance(statement, ast.Import):
        return any(alias.name in own for alias in statement.names)
    package = statement.module or ""
    return statement.level > 0 or package in own or any(f"{package}.{alias.name}" in own for alias in statement.names)
