"""Which values that a function reads from outside can never change: numbers, strings, functions, imports.

What is not known to last may be changed in place through any other name for it, unseen.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api.array_calls import gives_fixed, shares
from codemods.graph.program import Definition, GraphProgram, Stage, Use
from codemods.graph.values import PER_RUN, lateness
from codemods.plan.imported_values import may_change
from codemods.source.module import Module
from codemods.source.walk import statements, walk

_DEFINING = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def lasts(program: GraphProgram, module: Module, use: Use) -> bool:
    """Whether the value that a moved statement reads by this name is the same as long as the program runs."""
    found = program.definitions.get(use.definition) if use.definition is not None else None
    if found is None:
        return _Bindings(program, module).last(use.name)
    node = program.nodes[found.node]
    if isinstance(node.statement, ast.ImportFrom) and may_change(Names.of(module), use.name):
        return False
    if node.stage not in (Stage.PYTHON, Stage.RUN) or lateness(found.value) in PER_RUN:
        return True
    return _Bindings(program, module).is_lasting(node.statement)


@dataclass(frozen=True)
class _Bindings:
    """What names are bound to; `open` are those that are being asked for."""

    program: GraphProgram
    module: Module
    open: frozenset[str] = frozenset()

    def last(self, name: str) -> bool:
        """Whether everything that is bound to a name of the module lasts."""
        return all(self.is_lasting(each) for each in _module_bindings(self.module).get(name, ()))

    def is_lasting(self, statement: ast.stmt) -> bool:
        match statement:
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.AugAssign(value=value):
                return self._is_immutable(value)
            case _:
                return isinstance(statement, _DEFINING)

    def _is_immutable(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant() | ast.Lambda() | ast.JoinedStr():
                return True
            case ast.Compare(left=left, comparators=others):
                return all(self._is_plain(each) for each in (left, *others))
            case ast.Tuple(elts=parts):
                return all(self._is_immutable(each) for each in parts)
            case ast.BinOp(left=left, right=right):
                return self._is_plain(left) and self._is_plain(right)
            case ast.UnaryOp(operand=operand):
                return self._is_plain(operand)
            case ast.Call(func=ast.Name(id=name)) if gives_fixed(f"builtins.{name}"):
                given = [*node.args, *(each.value for each in node.keywords if each.arg != "key")]
                return not shares(f"builtins.{name}") or all(self._holds_plain(each) for each in given)
            case _:
                return False

    def _holds_plain(self, node: ast.expr) -> bool:
        """Whether what may be given back of this can never change."""
        match node:
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                return all(self._is_plain(each) for each in parts)
            case ast.ListComp(elt=element) | ast.GeneratorExp(elt=element) | ast.SetComp(elt=element):
                return self._is_plain(element)
            case _:
                return self._is_plain(node)

    def _is_plain(self, node: ast.expr) -> bool:
        """An operand: arithmetic with an array makes another array."""
        return self._names_what_lasts(node.id) if isinstance(node, ast.Name) else self._is_immutable(node)

    def _names_what_lasts(self, name: str) -> bool:
        found = {self.program.nodes[each.node].statement for each in _definitions(self.program).get(name, ())}
        found |= {*_module_bindings(self.module).get(name, ())}
        if name in self.open:
            return True  # `rate = rate * 2`: what else is bound to it decides
        inner = replace(self, open=self.open | {name})
        return bool(found) and all(_binds_whole(each) and inner.is_lasting(each) for each in found)


def _binds_whole(statement: ast.stmt) -> bool:
    """Whether names are bound to the whole value, or to elements of a tuple that is written out."""
    match statement:
        case ast.Assign(targets=targets, value=value):
            return isinstance(value, ast.Tuple) or all(isinstance(each, ast.Name) for each in targets)
        case _:
            return isinstance(statement, ast.AnnAssign | ast.AugAssign)


@lru_cache(maxsize=8)
def _definitions(program: GraphProgram) -> dict[str, tuple[Definition, ...]]:
    found: dict[str, tuple[Definition, ...]] = {}
    for each in program.definitions.values():
        found[each.name] = (*found.get(each.name, ()), each)
    return found


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
