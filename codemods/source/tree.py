"""Every node of a module's tree with its parent, read once: several analyses ask for them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache

from codemods.source.module import Module
from codemods.source.walk import walk

_PLAIN = (str, int, float, complex, bytes, type(None), type(...))


@lru_cache(maxsize=8)
def parents(module: Module) -> Mapping[ast.AST, ast.AST]:
    """Node -> its parent, in no particular order. Contexts and operators, which trees share, are left out."""
    found: dict[ast.AST, ast.AST] = {}
    stack: list[ast.AST] = [module.tree]
    while stack:
        node = stack.pop()
        values = node.__dict__
        for field in node._fields:
            value = values.get(field)
            if type(value) is list:
                children = [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, _PLAIN) or not isinstance(value, ast.AST) or not value._fields:
                continue
            else:
                children = [value]
            for child in children:
                found[child] = node
            stack += children
    return found


@lru_cache(maxsize=8)
def names_in(module: Module) -> tuple[ast.Name, ...]:
    """Every Name of the module."""
    return tuple(node for node in walk(module.tree) if type(node) is ast.Name)
