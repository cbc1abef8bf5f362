"""Functions of tf.contrib that live nowhere any more: a file with those that a tree uses, beside the programs."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from codemods.api.files import mapping, texts, toml
from codemods.placement import Spot, free_stem, spot_for
from codemods.program_map import Closure
from codemods.source.module import Module

STEMS = ("tf_contrib", "tf_contrib_functions")
_TITLE = '"""Functions and classes of tf.contrib, which TensorFlow 2 has not, as far as they are used here."""\n'
_THIRD_PARTY = ("numpy", "tensorflow", "scipy")


@dataclass(frozen=True)
class Ported:
    """`stem`: the name of the file; `spots`: where it would lie for a module; None: that module cannot import it."""

    stem: str
    spots: Mapping[str, Spot | None]
    newlines: Mapping[str, str]

    @property
    def names(self) -> dict[str, str | None]:
        """Under which name each module imports the file."""
        return {path: None if spot is None else spot.dotted(self.stem) for path, spot in self.spots.items()}

    def files(self, used: Mapping[str, Collection[str]]) -> dict[str, bytes]:
        """The files, by path. `used`: module -> the functions that it needs."""
        wanted: dict[str, set[str]] = {}
        newline: dict[str, str] = {}
        for path, functions in sorted(used.items()):
            spot = self.spots[path]
            for folder in spot.folders if spot is not None else ():
                file = posixpath.join(folder, f"{self.stem}.py")
                wanted.setdefault(file, set()).update(functions)
                newline.setdefault(file, self.newlines[path])
        return {file: ported_text(names).replace("\n", newline[file]).encode() for file, names in wanted.items()}


def place_ported(
    modules: Mapping[str, Module], found: Sequence[Closure], sources: Mapping[str, bytes], others: Collection[str]
) -> Ported:
    """Where the file would lie for each module that names tf.contrib, whether it needs it or not."""
    concerned = [path for path, module in modules.items() if b"contrib" in module.data]
    spots = {path: spot_for(path, found, modules, sources) for path in concerned}
    return Ported(free_stem(STEMS, b"", (), sources, others), spots, {path: modules[path].newline for path in spots})


def ported_text(functions: Iterable[str]) -> str:
    """A module with these functions, and whatever else comes with them."""
    wanted = set(functions)
    pieces = [_piece(name) for name, defined in _pieces().items() if wanted & set(defined)]
    imports = sorted({line for above, _ in pieces for line in above})
    other = [line for line in imports if line.split()[1].split(".")[0] in _THIRD_PARTY]
    standard = [line for line in imports if line not in other]
    head = "\n\n".join("\n".join(block) for block in (standard, other) if block)
    return "\n\n\n".join([_TITLE + (f"\n{head}" if head else ""), *(body for _, body in pieces)]).rstrip("\n") + "\n"


@cache
def _pieces() -> Mapping[str, tuple[str, ...]]:
    return {name: texts(defined) for name, defined in mapping(toml("contrib.toml")["ported"]).items()}


@cache
def _piece(name: str) -> tuple[tuple[str, ...], str]:
    """The imports of a piece, and what stands below them."""
    lines = (Path(__file__).parent / "added" / "contrib" / f"{name}.py.txt").read_text(encoding="utf-8").split("\n")
    end = next(number for number, line in enumerate(lines) if line and not line.startswith("import "))
    return tuple(line for line in lines[:end] if line), "\n".join(lines[end:]).rstrip("\n")
