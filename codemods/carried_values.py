"""Expressions that are written elsewhere: in which places they mean the same, whenever they are computed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codemods.analysis.bindings import Imported, Scope
from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph.regularizers import REGULARIZERS
from codemods.rule import Edit
from codemods.source.assigned_once import assigned_once
from codemods.source.edits import apply_edits
from codemods.source.module import Module
from codemods.source.tree import names_in, parents

_PARTS = (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.UnaryOp, ast.BinOp, ast.keyword)
_ATOMS = (ast.Constant, ast.Name, ast.Attribute, ast.Call, ast.Tuple, ast.List, ast.Dict)


@dataclass(frozen=True)
class Carried:
    """The text of an expression; `names`: those that it reads, with the scopes that bind them; `api`: the symbol of
    TensorFlow that it is; `entries`: what it holds as a dictionary of texts."""

    text: str
    names: frozenset[tuple[str, Scope]] = frozenset()
    api: str | None = None
    entries: Mapping[str, Carried] | None = None

    def is_visible(self, scope: Scope) -> bool:
        """Whether its names mean the same in a scope."""
        return all(scope.owner(name) is owner for name, owner in self.names)


def carried(module: Module, expression: ast.expr, known: Mapping[str, Carried]) -> Carried | None:
    """An expression that may be computed elsewhere; None if that may be something else, or another object.

    `known`: local names of a function, with what they stand for."""
    found = _parts(module, expression, known)
    if found is None:
        return None
    start, end = module.span(expression)
    inside = [(each, module.span(name)) for name, each in found.items() if name.id in known]
    edits = [Edit(first - start, last - start, each.text) for each, (first, last) in inside]
    text = apply_edits(module.text[start:end], edits)
    text = ast.unparse(ast.parse(text, mode="eval")) if "\n" in text else text
    names = frozenset(name for each in found.values() for name in each.names)
    entries = _entries(module, expression, known)
    if isinstance(expression, ast.Name) and expression.id in known:
        return known[expression.id]
    return Carried(text, names, Names.of(module).api_of(expression), entries)


def _parts(module: Module, expression: ast.AST, known: Mapping[str, Carried]) -> dict[ast.Name, Carried] | None:
    """The names that an expression reads; None if it does more than to put plain values together."""
    names = Names.of(module)
    match expression:
        case ast.Name():
            one = _name(module, expression, known)
            return None if one is None else {expression: one}
        case ast.Attribute():
            root = names.root_of(expression)
            return None if root is None or names.api_of(expression) is None else _parts(module, root, known)
        case ast.Call(func=function) if not _only_makes(table.canonical(names.api_of(function) or "")):
            return None
        case _ if not isinstance(expression, (*_PARTS, ast.Call)):
            return None
    found: dict[ast.Name, Carried] = {}
    for part in _below(expression):
        inner = _parts(module, part, known)
        if inner is None or (isinstance(expression, ast.BinOp | ast.UnaryOp) and not _is_atom(part, inner)):
            return None
        found |= inner
    return found


def _below(expression: ast.AST) -> Iterator[ast.AST]:
    for part in ast.iter_child_nodes(expression):
        if not isinstance(part, ast.expr_context | ast.operator | ast.unaryop):
            yield part


def _is_atom(part: ast.AST, inner: Mapping[ast.Name, Carried]) -> bool:
    """Whether the text that takes the place of a name needs no parentheses."""
    texts = [each.text for each in inner.values()] if isinstance(part, ast.Name) else []
    return all(isinstance(ast.parse(each, mode="eval").body, _ATOMS) for each in texts)


def _only_makes(api: str) -> bool:
    return table.initializer(api) is not None or api in REGULARIZERS


def _name(module: Module, name: ast.Name, known: Mapping[str, Carried]) -> Carried | None:
    if name.id in known:
        return known[name.id]
    scope = Names.of(module).scopes.scope_of.get(name)
    owner = None if scope is None else scope.owner(name.id)
    if owner is None or owner.is_class or owner.is_comprehension:
        return None
    bindings = owner.bindings[name.id]
    if len(bindings) != 1 and not all(isinstance(each, Imported) for each in bindings):
        return None
    return Carried(name.id, frozenset({(name.id, owner)}))


def _entries(module: Module, expression: ast.expr, known: Mapping[str, Carried]) -> Mapping[str, Carried] | None:
    whole = _dictionary(module, expression)
    if whole is None:
        return None
    found: dict[str, Carried] = {}
    for key, value in zip(whole.keys, whole.values, strict=True):
        one = carried(module, value, known)
        if not isinstance(key, ast.Constant) or not isinstance(key.value, str) or one is None:
            return None
        found[key.value] = one
    return found


def _dictionary(module: Module, expression: ast.expr) -> ast.Dict | None:
    """The literal that an expression is, or that its name was given once and for all."""
    if isinstance(expression, ast.Dict):
        return expression
    statement = assigned_once(module, expression.id) if isinstance(expression, ast.Name) else None
    whole = statement.value if statement is not None else None
    if not isinstance(expression, ast.Name) or not isinstance(whole, ast.Dict):
        return None
    reads = [each for each in names_in(module) if each.id == expression.id and isinstance(each.ctx, ast.Load)]
    return whole if all(isinstance(parents(module).get(each), ast.keyword) for each in reads) else None
