"""What files without TensorFlow take from modules with it: these names must survive a migration."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from codemods.source.module import FileProblem, Module, parse_module


def borrowed_names(sources: Mapping[str, bytes], modules: Mapping[str, Module]) -> dict[str, frozenset[str]]:
    """Module -> the names that files outside of `modules` import from it or read of it (`*`: all of them)."""
    by_stem: dict[str, list[str]] = {}
    for path in modules:
        by_stem.setdefault(_stem(path), []).append(path)
    stems = {stem.encode() for stem in by_stem}
    found: dict[str, set[str]] = {}
    for path, data in sources.items():
        if path in modules or not path.endswith(".py") or not stems & _words_of_imports(data):
            continue
        module = parse_module(path, data)
        for stem, name in _taken(module.tree) if not isinstance(module, FileProblem) else ():
            for owner in by_stem.get(stem, ()):
                found.setdefault(owner, set()).add(name)
    return {path: frozenset(names) for path, names in sorted(found.items())}


_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]([^\r\n]+)", re.M)
_WORD = re.compile(rb"\w+")


def _words_of_imports(data: bytes) -> set[bytes]:
    """Every word on a line that imports something: cheaper than a parse, and enough to rule most files out."""
    return {word for line in _IMPORT.findall(data) for word in _WORD.findall(line)}


def _stem(path: str) -> str:
    parts = path.removesuffix(".py").split("/")
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


def _taken(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(last part of a module's name, name taken from it)."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (((node.module or "").split(".")[-1], alias.name) for alias in node.names)
            aliases |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            aliases |= {alias.asname or alias.name.split(".")[-1]: alias.name.split(".")[-1] for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield aliases[node.value.id], node.attr
