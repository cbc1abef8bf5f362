"""TensorFlow handed from one module of the tree to another: `from common import tf`, `from layers import *`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from codemods.analysis.bindings import Imported
from codemods.analysis.names import Names, canonical, imports_of
from codemods.program_map import candidates
from codemods.source.module import Module

_ROUNDS = 10  # modules that hand a name on to one another


def with_reexports(modules: Mapping[str, Module]) -> dict[str, Module]:
    """The same modules, each knowing which names of TensorFlow its imports of the others bring."""
    known = dict(modules)
    exported: dict[str, Mapping[str, str]] = {}
    for _ in range(_ROUNDS):
        now = {path: exports(module) for path, module in known.items()}
        changed = {path for path, names in now.items() if names != exported.get(path, {})}
        if not changed:
            return known
        exported = now
        for path, module in known.items():
            brought = dict(sorted(_brought(module, exported)))
            if brought != module.reexports:
                known[path] = replace(module, reexports=brought)
    return known


def exports(module: Module) -> Mapping[str, str]:
    """The names that a module binds to TensorFlow or a part of it by imports alone."""
    found: dict[str, str] = {}
    for name, bindings in Names.of(module).scopes.top.bindings.items():
        dotted = {each.dotted if isinstance(each, Imported) else "" for each in bindings}
        if len(dotted) == 1 and canonical(first := next(iter(dotted))) is not None:
            found[name] = first
    return found


def _brought(module: Module, exported: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for each in imports_of(module):
        prefix = "." * each.level + each.module
        for path in candidates(module.path, each):
            if path in exported and path != module.path:
                inner = path.removesuffix("/__init__.py").removesuffix(".py").split("/")[-1]
                ends = inner == each.module.rpartition(".")[2]
                owner = prefix if ends else f"{prefix}.{inner}" if each.module else f"{prefix}{inner}"
                yield from ((f"{owner}.{name}" if owner.strip(".") else f"{owner}{name}", dotted)
                            for name, dotted in exported[path].items())  # fmt: skip
