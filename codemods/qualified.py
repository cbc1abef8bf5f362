"""`ops.fc_layer(x)`: functions that are called through the name of their module, written without it, and back."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping

from codemods.analysis.names import Names
from codemods.rule import Edit
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


def without_module(module: Module, local: str, known: Collection[str]) -> list[Edit] | None:
    """Every `local.name` as `name`, of the same width; None if the module is used in another way too."""
    scopes = Names.of(module).scopes
    inside = _formatted(module)
    edits = []
    for name in (each for each in names_in(module) if each.id == local):
        owner = parents(module)[name]
        if (
            not isinstance(owner, ast.Attribute)
            or not isinstance(owner.ctx, ast.Load)
            or owner.attr not in known
            or owner.attr.startswith("__")
            or scopes.scope_of[name].owner(local) is not scopes.top
            or name in inside
        ):
            return None
        start, end = module.span(owner)
        if module.text[start:end] != f"{local}.{owner.attr}":
            return None
        edits.append(Edit(start, end, owner.attr + " " * (len(local) + 1)))
    return edits if len(scopes.top.bindings.get(local, ())) == 1 else None


def with_module(module: Module, locals_of: Mapping[str, str]) -> Iterator[Edit]:
    """The names that nothing binds, with their modules before them; `locals_of`: name -> what its module is called.
    Raises `ValueError` where that cannot be written."""
    inside = _formatted(module)
    for name, scope in Names.of(module).scopes.scope_of.items():
        local = locals_of.get(name.id)
        if local is None or scope.owner(name.id) is not None:
            continue
        if name in inside or not isinstance(name.ctx, ast.Load):
            raise ValueError(f"`{name.id}` stands where its module cannot be written")
        start, end = module.span(name)
        width = len(local) + 1
        padded = module.text[end : end + width] == " " * width
        yield Edit(start, end + width if padded else end, f"{local}.{name.id}")


def _formatted(module: Module) -> set[ast.AST]:
    return {part for each in parents(module) if isinstance(each, ast.JoinedStr) for part in walk(each)}
