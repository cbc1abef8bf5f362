"""Which values that a function reads from outside can never change: numbers, strings, functions, imports.

What is not known to last may be changed in place through any other name for it, unseen.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from codemods.graph.program import GraphProgram, Stage, Use
from codemods.graph.values import PER_RUN, lateness
from codemods.source.module import Module
from codemods.source.walk import statements, walk

_SCALARS = frozenset({"int", "float", "len", "str", "bool", "round", "abs", "max", "min", "sum", "range", "frozenset"})
_DEFINING = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def lasts(program: GraphProgram, module: Module, use: Use) -> bool:
    """Whether the value that a moved statement reads by this name is the same as long as the program runs."""
    found = program.definitions.get(use.definition) if use.definition is not None else None
    if found is None:
        return all(_is_lasting(each) for each in _module_bindings(module).get(use.name, ()))
    node = program.nodes[found.node]
    if node.stage not in (Stage.PYTHON, Stage.RUN) or lateness(found.value) in PER_RUN:
        return True
    return _is_lasting(node.statement)


def _is_lasting(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.AugAssign(value=value):
            return _is_immutable(value)
        case _:
            return isinstance(statement, _DEFINING)


def _is_immutable(node: ast.expr) -> bool:
    match node:
        case ast.Constant() | ast.Lambda() | ast.JoinedStr() | ast.Compare():
            return True
        case ast.Tuple(elts=parts):
            return all(_is_immutable(each) for each in parts)
        case ast.BinOp(left=left, right=right):
            return not any(isinstance(each, ast.List) for each in (left, right))
        case ast.UnaryOp(operand=operand):
            return _is_immutable(operand)
        case ast.Call(func=ast.Name(id=name)):
            return name in _SCALARS
        case _:
            return False


@lru_cache(maxsize=8)
def _module_bindings(module: Module) -> dict[str, tuple[ast.stmt, ...]]:
    """What binds each name of the module. A name that a function declares global counts as bound by that function."""
    found: dict[str, tuple[ast.stmt, ...]] = {}
    for statement in statements(module.tree):
        names: list[str] = []
        if isinstance(statement, ast.Global):
            names = statement.names
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) and statement in module.tree.body:
            names = [each.id for each in walk(statement) if isinstance(each, ast.Name) and _is_bound(each)]
        for name in names:
            found[name] = (*found.get(name, ()), statement)
    return found


def _is_bound(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)
