"""Where a module uses TensorFlow names, and how TensorFlow itself is spelled there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.bindings import Imported
from codemods.analysis.names import Names, canonical
from codemods.source.module import Module

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, eq=False)
class Use:
    """A name of TensorFlow at one place: the call of it, or None where it is passed on."""

    node: ast.Name | ast.Attribute
    api: str
    call: ast.Call | None


@lru_cache(maxsize=8)
def uses(module: Module) -> tuple[Use, ...]:
    """Every readable use in reading order. Names in f-strings have no reliable place and are left out."""
    return tuple(_uses(module))


def _uses(module: Module) -> Iterator[Use]:
    names = Names.of(module)
    for node, api in names.apis():
        if not isinstance(node.ctx, ast.Load) or _SPACE.sub("", module.source(node)) != _written(node):
            continue
        yield Use(node, api, names.scopes.calls.get(node))


def _written(node: ast.expr) -> str:
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    return ".".join((node.id if isinstance(node, ast.Name) else "", *reversed(attributes)))


def spelling(module: Module, use: Use, name: str) -> str | None:
    """How a dotted name that begins with `tf.` is written at the place of a use; None if TensorFlow has no name."""
    names = Names.of(module)
    root = names.root_of(use.node)
    if root is not None and _is_tensorflow(names, root):
        return root.id + name.removeprefix("tf")
    found = tensorflow_name(module)
    return None if found is None else found + name.removeprefix("tf")


def _is_tensorflow(names: Names, root: ast.Name) -> bool:
    dotted = names.dotted_of(root)
    return dotted is not None and canonical(dotted) == "tf"


def tensorflow_name(module: Module) -> str | None:
    """The module-level name bound to TensorFlow by imports alone."""
    bindings = Names.of(module).scopes.top.bindings
    for name, found in sorted(bindings.items(), key=lambda item: (item[0] != "tf", item[0])):
        if found and all(isinstance(each, Imported) and canonical(each.dotted) == "tf" for each in found):
            return name
    return None
