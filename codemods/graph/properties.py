"""Attributes of the program's own classes that run code when they are read."""

from __future__ import annotations

import ast
from functools import lru_cache

from codemods.source.module import Module
from codemods.source.walk import statements


@lru_cache(maxsize=8)
def property_names(module: Module) -> frozenset[str]:
    """The names of properties of every class of the module."""
    classes = (each for each in statements(module.tree) if isinstance(each, ast.ClassDef))
    methods = (each for found in classes for each in found.body if isinstance(each, ast.FunctionDef))
    return frozenset(each.name for each in methods if each.decorator_list)
