"""Initializer objects that several variables get: in TensorFlow 1 each of them is drawn anew.

A Keras initializer draws the same numbers whenever it is called, so that a copy of it has to be called instead.
"""

from __future__ import annotations

import ast

from codemods.api import table
from codemods.graph.evaluate import Evaluation
from codemods.graph.values import Kind, Value
from codemods.source.module import Module
from codemods.source.tree import names_in, parents

_FIXED = ("Zeros", "Ones", "Constant", "Identity")
_REPEATING = ast.For | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def is_shared(build: Evaluation, expression: ast.expr | None, value: Value | None, several: bool = False) -> bool:
    """Whether the expression denotes an object that may be called for other variables too (`several`: it surely may),
    and draws at random."""
    if expression is None or value is None or value.api is None or value.kind == Kind.API:
        return False
    row = table.initializer(value.api)
    if row is None or row.keras.endswith(_FIXED) or isinstance(expression, ast.Call):
        return False
    return several or not (isinstance(expression, ast.Name) and _is_used_once(build.module, expression))


def _is_used_once(module: Module, name: ast.Name) -> bool:
    """Whether the name is read nowhere else, and is bound anew whenever it is read."""
    same = [each for each in names_in(module) if each.id == name.id]
    stores = [each for each in same if isinstance(each.ctx, ast.Store)]
    return len(same) == 2 and len(stores) == 1 and _around(module, stores[0]) == _around(module, name)


def _around(module: Module, name: ast.Name) -> list[ast.AST]:
    """The functions, classes and loops around a name."""
    scopes = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef | _REPEATING
    found: list[ast.AST] = []
    above: ast.AST | None = parents(module).get(name)
    while above is not None:
        found += [above] if isinstance(above, scopes) else []
        above = parents(module).get(above)
    return found
