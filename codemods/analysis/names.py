"""Which dotted API a name denotes: through imports of every form, simple aliases, and Python's scopes.

A name that is also bound to something else anywhere in its scope denotes nothing: better no answer than a wrong one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from codemods.analysis.bindings import Absent, Alias, Imported, Scope, Scopes, read_scopes
from codemods.source.module import Module

_ALIAS_DEPTH = 20


class Import(NamedTuple):
    """One import statement, for the graph of a repository: `from ..a.b import c` is `(2, "a.b", ("c",))`.

    `import a.b` is `(0, "a.b", ())`.
    """

    level: int
    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Names:
    """What the names of one module denote."""

    module: Module
    scopes: Scopes

    @staticmethod
    def of(module: Module) -> Names:
        """The names of a module; computed once for a module."""
        return _names_of(module)

    @property
    def stars(self) -> tuple[ast.ImportFrom, ...]:
        """The `from x import *` statements: a name that nothing else binds may come from any of them."""
        return self.scopes.stars

    @property
    def import_statements(self) -> tuple[ast.Import | ast.ImportFrom, ...]:
        """Every import statement wherever it stands, in reading order."""
        return self.scopes.import_statements

    def api_of(self, node: ast.expr) -> str | None:
        """The canonical TensorFlow name of a Name or Attribute: always `tf.…`, whatever it was imported as."""
        known = _apis_of(self)
        if isinstance(node, ast.Name | ast.Attribute) and node in known:
            return known[node]
        dotted = self.dotted_of(node)
        return None if dotted is None else canonical(dotted)

    def dotted_of(self, node: ast.expr) -> str | None:
        """The name as an import would write it: `numpy.float32`, `tensorflow.compat.v1.nn`, `.model.Net`."""
        chain = self._parts(node)
        if chain is None:
            return None
        root, attributes = chain
        scope = self.scopes.scope_of.get(root)
        dotted = None if scope is None else _dotted(root.id, attributes, scope, _ALIAS_DEPTH)
        return dotted if dotted is None or not self.module.reexports else _handed_on(dotted, self.module.reexports)

    def function_of(self, node: ast.expr) -> str | None:
        """The same for what is called: a name that nothing binds is `builtins.name`."""
        if isinstance(node, ast.Name):
            scope = self.scopes.scope_of.get(node)
            if scope is None or scope.owner(node.id) is None:
                return f"builtins.{node.id}"
        return self.dotted_of(node)

    def root_of(self, node: ast.expr) -> ast.Name | None:
        """The name at the root of `a.b.c`, if there is one."""
        chain = self._parts(node)
        return None if chain is None else chain[0]

    def _parts(self, node: ast.expr) -> tuple[ast.Name, tuple[str, ...]] | None:
        if type(node) is ast.Name:
            return node, ()
        return self.scopes.parts.get(node) or _chain(node)

    def alias_of(self, node: ast.Name) -> ast.expr | None:
        """What a name is another name for, where nothing else binds it: `a.b` behind `name = a.b`."""
        scope = self.scopes.scope_of.get(node)
        owner = None if scope is None else scope.owner(node.id)
        bound = [] if owner is None or owner.is_class else owner.bindings[node.id]
        match bound:
            case [Alias(value=value)]:
                return value
            case _:
                return None

    def rebound(self, name: str) -> bool:
        """Is a module-level name bound more than once, or to anything but one import?"""
        bindings = self.scopes.top.bindings.get(name, [])
        imported = {binding.dotted for binding in bindings if isinstance(binding, Imported)}
        others = sum(not isinstance(binding, Imported) for binding in bindings)
        return len(imported) + others > 1

    def free(self, name: str) -> bool:
        """Is a name unused in the whole module, in any scope and role?"""
        return name not in self.scopes.words

    def chains(self) -> Mapping[ast.Name | ast.Attribute, str | None]:
        """Each of the longest Name or Attribute chains with the name an import would write for it, in reading order."""
        return _dotted_chains(self)

    def apis(self) -> Iterator[tuple[ast.Name | ast.Attribute, str]]:
        """The longest Name or Attribute chains that denote TensorFlow, with their canonical names, in reading order."""
        for node, api in _apis_of(self).items():
            if api is not None:
                yield node, api


def canonical(dotted: str) -> str | None:
    """`tensorflow.compat.v1.nn.relu` -> `tf.nn.relu`; None for what is not TensorFlow."""
    parts = dotted.split(".")
    if parts[0] != "tensorflow":
        return None
    parts = parts[1:]
    while parts[:2] == ["compat", "v1"]:
        parts = parts[2:]
    return ".".join(("tf", *parts))


def imports_of(module: Module) -> tuple[Import, ...]:
    """Every import of a module, inside of functions too, in reading order."""
    found: list[Import] = []
    for statement in Names.of(module).import_statements:
        if isinstance(statement, ast.ImportFrom):
            names = tuple(alias.name for alias in statement.names)
            found.append(Import(statement.level, statement.module or "", names))
        else:
            found += (Import(0, alias.name, ()) for alias in statement.names)
    return tuple(found)


@lru_cache(maxsize=512)
def _apis_of(names: Names) -> Mapping[ast.Name | ast.Attribute, str | None]:
    """Each of the longest chains with what it denotes."""
    return {node: None if dotted is None else canonical(dotted) for node, dotted in names.chains().items()}


@lru_cache(maxsize=512)
def _dotted_chains(names: Names) -> Mapping[ast.Name | ast.Attribute, str | None]:
    return {node: names.dotted_of(node) for node in names.scopes.chains}


@lru_cache(maxsize=512)
def _names_of(module: Module) -> Names:
    return Names(module, read_scopes(module.tree, module.reexports))


def _chain(node: ast.expr) -> tuple[ast.Name, tuple[str, ...]] | None:
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    return (node, tuple(reversed(attributes))) if isinstance(node, ast.Name) else None


def _dotted(name: str, attributes: tuple[str, ...], scope: Scope, depth: int) -> str | None:
    owner = scope.owner(name)
    if owner is None or depth == 0:
        return None
    if depth < _ALIAS_DEPTH:
        target = _bound_to(name, owner, depth)
    elif name in owner.denoted:
        target = owner.denoted[name]
    else:
        target = owner.denoted[name] = _bound_to(name, owner, depth)
    return None if target is None else ".".join((target, *attributes))


def _bound_to(name: str, owner: Scope, depth: int) -> str | None:
    bindings = (binding for binding in owner.bindings[name] if not isinstance(binding, Absent))
    targets = {_target(binding, owner, depth - 1) for binding in bindings}
    if len(targets) > 1:
        targets = _same_api(targets)
    return targets.pop() if len(targets) == 1 else None


def _handed_on(dotted: str, reexports: Mapping[str, str]) -> str:
    """`common.tf.nn.relu` -> `tensorflow.nn.relu`, where the module `common` imports TensorFlow as tf."""
    parts = dotted.split(".")
    for length in range(len(parts), 1, -1):
        known = reexports.get(".".join(parts[:length]))
        if known is not None:
            return ".".join((known, *parts[length:]))
    return dotted


def _target(binding: object, owner: Scope, depth: int) -> str | None:
    if isinstance(binding, Imported):
        return binding.dotted
    if isinstance(binding, Alias):
        chain = _chain(binding.value)
        return None if chain is None else _dotted(chain[0].id, chain[1], owner, depth)
    return None


def _same_api(targets: set[str | None]) -> set[str | None]:
    """`try: import tensorflow.compat.v1 as tf` / `except ImportError: import tensorflow as tf` name the same API."""
    apis: Mapping[str, str] = {canonical(target) or target: target for target in sorted(filter(None, targets))}
    return set(apis.values()) if None not in targets and len(apis) == 1 else {None}
