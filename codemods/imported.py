"""Which file of the tree an import statement means, where there is no doubt."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping

from codemods.analysis.names import Names
from codemods.program_map import Closure, local_imports
from codemods.source.module import Module

Targets = Mapping[tuple[str, str], str]


def targets_of(found: Iterable[Closure], modules: Mapping[str, Module], files: Collection[str]) -> dict[str, Targets]:
    """Entry -> (importing file, module as it is written there) -> file, for programs of several modules."""
    return {each.entry: _targets(each, modules, files) for each in found if len(each.modules) > 1}


def taken_outside(found: Iterable[Closure], modules: Mapping[str, Module]) -> frozenset[str]:
    """The modules that files import which belong to no program."""
    inside = {path for closure in found for path in closure.modules}
    outside = (module for path, module in modules.items() if path not in inside)
    return frozenset(target for module in outside for target in local_imports(module, modules) if target in inside)


def spelled(statement: ast.ImportFrom) -> str:
    """The module of `from ..a import b` as it is written: `..a`."""
    return "." * statement.level + (statement.module or "")


def submodule(statement: ast.ImportFrom, alias: ast.alias) -> str:
    """The module that `from ..a import b` means if `b` is one: `..a.b`."""
    package = spelled(statement)
    return f"{package}.{alias.name}" if package.strip(".") else package + alias.name


def _targets(closure: Closure, modules: Mapping[str, Module], files: Collection[str]) -> Targets:
    found = {}
    for path in closure.modules:
        for name in _imported(modules[path]):
            target = _file_of(path, closure.entry, name, files)
            if target in closure.modules:
                found[path, name] = target
    return found


def _imported(module: Module) -> Iterator[str]:
    for statement in Names.of(module).import_statements:
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names)
        else:
            yield spelled(statement)
            yield from (submodule(statement, alias) for alias in statement.names)


def _file_of(path: str, entry: str, name: str, files: Collection[str]) -> str | None:
    """Beside the entry, or above it; a module that finds another file beside itself leaves it open."""
    parts = name.lstrip(".")
    level = len(name) - len(parts)
    if level:
        folders = path.split("/")[:-1]
        return _first([folders[: len(folders) - level + 1]], parts, files) if level <= len(folders) + 1 else None
    found = {_first(_upwards(each), parts, files) for each in (path, entry)}
    return found.pop() if len(found) == 1 else None


def _upwards(path: str) -> list[list[str]]:
    folders = path.split("/")[:-1]
    return [folders[:end] for end in range(len(folders), -1, -1)]


def _first(bases: Iterable[list[str]], name: str, files: Collection[str]) -> str | None:
    for base in bases:
        stem = "/".join([*base, *name.split(".")])
        found = [each for each in (f"{stem}.py", f"{stem}/__init__.py") if each in files]
        if found:
            return found[0] if len(found) == 1 else None
    return None
