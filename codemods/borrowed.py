"""What files without TensorFlow take from modules with it: these names must survive a migration."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.selection import stem, words_of_imports
from codemods.source.module import HANDLED, FileProblem, Module, parse_module
from codemods.source.walk import walk


def borrowed_names(sources: Mapping[str, bytes], modules: Mapping[str, Module]) -> dict[str, frozenset[str]]:
    """Module -> the names that files outside of `modules` import from it or read of it (`*`: all of them)."""
    by_stem: dict[str, list[str]] = {}
    for path in modules:
        by_stem.setdefault(stem(path), []).append(path)
    stems = {each.encode() for each in by_stem}
    found: dict[str, set[str]] = {}
    for path, data in sources.items():
        if path in modules or not path.endswith(HANDLED) or not stems & words_of_imports(data):
            continue
        module = parse_module(path, data)
        for taken, name in _taken(module.tree) if not isinstance(module, FileProblem) else ():
            for owner in by_stem.get(taken, ()):
                found.setdefault(owner, set()).add(name)
    return {path: frozenset(names) for path, names in sorted(found.items())}


def _taken(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(last part of a module's name, name taken from it)."""
    aliases: dict[str, str] = {}
    for node in walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (((node.module or "").split(".")[-1], alias.name) for alias in node.names)
            aliases |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            aliases |= {alias.asname or alias.name.split(".")[-1]: alias.name.split(".")[-1] for alias in node.names}
    for node in walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield aliases[node.value.id], node.attr
