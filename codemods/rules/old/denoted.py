"""Every name of a module that a row of libraries.toml may speak of, with what it denotes."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.bindings import Imported
from codemods.analysis.names import Names
from codemods.api.libraries import BUILTIN, builtins, roots
from codemods.rules.old.guards import guarded_lines
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_OPENING = re.compile(r"(?i)\b(?:f|fr|rf)['\"]")
_HARMLESS_STARS = frozenset({"numpy", "pylab", "matplotlib", "tensorflow", "scipy", "keras"})


@dataclass(frozen=True, eq=False)
class Denoted:
    """A chain such as `np.random.rand`: its root, its dotted name, and the dotted name of the root alone.

    `fixed`: it stands in an f-string, where the tree does not tell its place.
    """

    node: ast.Name | ast.Attribute
    root: ast.Name
    dotted: str
    base: str
    fixed: bool = False

    def prefix(self, length: int) -> ast.expr:
        """The part of the chain that the first `length` words of the dotted name denote."""
        node: ast.expr = self.node
        for _ in range(len(self.dotted.split(".")) - length):
            node = node.value if isinstance(node, ast.Attribute) else node
        return node


@lru_cache(maxsize=16)
def denoted(module: Module) -> tuple[Denoted, ...]:
    """The chains on libraries and on built-in names, in reading order. Guarded lines and f-strings are left out."""
    return tuple(_denoted(module))


def _denoted(module: Module) -> Iterator[Denoted]:
    names, known, guarded, inside = Names.of(module), roots(), guarded_lines(module), _in_strings(module)
    plain = not any(may_define(star) for star in names.stars)
    for node, dotted in names.chains().items():
        if dotted is not None and dotted.partition(".")[0] not in known:
            continue
        root = names.root_of(node)
        if root is None or not isinstance(node.ctx, ast.Load) or node.lineno in guarded:
            continue
        if dotted is not None:
            yield Denoted(node, root, dotted, names.dotted_of(root) or "", root in inside)
        elif plain and root.id in builtins() and names.scopes.scope_of[root].owner(root.id) is None:
            rest = "." + ast.unparse(node).partition(".")[2] if isinstance(node, ast.Attribute) else ""
            yield Denoted(node, root, BUILTIN + root.id + rest, BUILTIN + root.id, root in inside)


def _in_strings(module: Module) -> frozenset[ast.AST]:
    """The names inside of f-strings."""
    if not _OPENING.search(module.text):
        return frozenset()
    strings = [node for node in parents(module) if isinstance(node, ast.JoinedStr)]
    return frozenset(node for string in strings for node in walk(string) if isinstance(node, ast.Name))


def may_define(star: ast.ImportFrom) -> bool:
    """May `from x import *` bring a name of Python 2, or one of the built-in names?"""
    package = (star.module or "").partition(".")[0]
    return star.level > 0 or (package not in sys.stdlib_module_names and package not in _HARMLESS_STARS)


def unresolved_builtins(module: Module) -> Iterator[ast.Name]:
    """Names of Python 2 that a star import may or may not define."""
    names = Names.of(module)
    if any(may_define(star) for star in names.stars):
        guarded = guarded_lines(module)
        for node, scope in names.scopes.scope_of.items():
            loaded = node.id in builtins() and isinstance(node.ctx, ast.Load) and node.lineno not in guarded
            if loaded and scope.owner(node.id) is None:
                yield node


def denotes(names: Names, dotted: str) -> str | None:
    """A module-level name that an import binds to exactly this, and nothing else does."""
    for name, bindings in names.scopes.top.bindings.items():
        if bindings and all(isinstance(each, Imported) and each.dotted == dotted for each in bindings):
            return name
    return None
