"""Where a file that is added to a repository lies, and how the modules of a program import it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Import, imports_of
from codemods.program_map import Closure
from codemods.source.module import Module


@dataclass(frozen=True)
class Spot:
    """Folders that get the file, and the package through which a module imports it: "", `pkg` or `..pkg`."""

    folders: tuple[str, ...]
    package: str

    def dotted(self, stem: str) -> str:
        """The name of the file as a module: `stem`, `pkg.stem` or `..pkg.stem`."""
        return f"{self.package}{'' if not self.package or self.package.endswith('.') else '.'}{stem}"


def spot_for(path: str, found: Sequence[Closure], modules: Mapping[str, Module], paths: Collection[str]) -> Spot | None:
    """The spot that serves every program that a module is part of; None if they need different imports."""
    programs = [closure for closure in found if path in closure.modules] or [Closure(path, (path,))]
    spots = [_spot(path, program, modules, paths) for program in programs]
    if len({package for _, package in spots}) > 1:
        return None
    return Spot(tuple(sorted({folder for folder, _ in spots})), spots[0][1])


def free_stem(wanted: Iterable[str], text: bytes, folders: Iterable[str], sources: Mapping[str, bytes],
              others: Iterable[str]) -> str:  # fmt: skip
    """The first of the names that means nothing else in the tree, or lies there with this very content already."""
    there = [posixpath.join(folder, "") for folder in folders]
    names = list(wanted)
    taken: set[str] = set()
    for path in (*sources, *others):
        if (
            path not in sources
            or sources[path].replace(b"\r\n", b"\n") != text
            or posixpath.dirname(path) + "/" not in (*there, "/")
        ):
            taken |= set(path.removesuffix(".py").removesuffix(".ipynb").split("/"))
    while names[0] in taken:
        names = names[1:] or [f"{names[0]}_"]
    return names[0]


def _spot(path: str, program: Closure, modules: Mapping[str, Module], paths: Collection[str]) -> tuple[str, str]:
    """The folder of the program's entry, and the package that it is for this module."""
    folder = posixpath.dirname(program.entry)
    bases = [base for each in program.modules for base in _bases(modules[each], paths)]
    if folder in bases:
        return folder, ""
    above = [base for base in bases if not base or folder.startswith(f"{base}/")]
    if above:
        return folder, folder.removeprefix(max(above, key=len)).strip("/").replace("/", ".")
    if not any(each.level for each in imports_of(modules[program.entry])):
        return folder, ""
    way = posixpath.relpath(folder or ".", posixpath.dirname(path) or ".").split("/")
    ups = way.count("..")
    return folder, "." * (ups + 1) + ".".join(part for part in way if part not in (".", ".."))


def _bases(module: Module, paths: Collection[str]) -> Iterator[str]:
    """The folders from which the absolute imports of a module find files of the tree."""
    folders = module.path.split("/")[:-1]
    for each in imports_of(module):
        tops = ["/".join(folders[:end]) for end in range(len(folders), -1, -1)] if not each.level else []
        found = (top for top in tops if any(file in paths for file in _files(top, each)))
        yield from [base for base in [next(found, None)] if base is not None]


def _files(top: str, each: Import) -> Iterator[str]:
    parts = each.module.split(".")
    for tail in (parts, *([*parts, name] for name in each.names)):
        stem = "/".join(part for part in (top, *tail) if part)
        yield f"{stem}.py"
        yield f"{stem}/__init__.py"
