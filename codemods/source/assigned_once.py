"""The only statement that binds a name."""

from __future__ import annotations

import ast

from codemods.source.module import Module
from codemods.source.tree import names_in, parents


def assigned_once(module: Module, name: str) -> ast.Assign | None:
    """The assignment of one value to a name that nothing else in the module binds."""
    stores = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
    above = parents(module).get(stores[0]) if len(stores) == 1 else None
    return above if isinstance(above, ast.Assign) and above.targets == stores else None
