"""Which files import which, as their import lines say.

Files are not parsed for this: some of them are Python 2, and most of a large tree has nothing to do with TensorFlow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from codemods.analysis.names import Import
from codemods.program_map import candidates
from codemods.selection import leading_to, marked
from codemods.source.module import NOTEBOOK, text_of

_FROM = re.compile(rb"^[ \t]*from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\r\n#;]*)", re.M)
_IMPORT = re.compile(rb"^[ \t]*(?:\w[^\r\n#'\"]*[:;][ \t]*)?import[ \t]+([\w., \t]+)", re.M)
_NAME = re.compile(rb"[A-Za-z_]\w*")


@dataclass
class Reach:
    """The imports of a tree, read when first asked for."""

    sources: Mapping[str, bytes]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, starts: Iterable[str]) -> set[str]:
        """The files that these files import, directly or through one another, themselves included."""
        reached: set[str] = set()
        todo = list(starts)
        while todo:
            path = todo.pop()
            if path not in reached:
                reached.add(path)
                todo += self._next(path)
        return reached

    def of_programs(self) -> set[str]:
        """The files that name TensorFlow, those that lead to them, and what either imports."""
        named = set(marked(self.sources))
        leading = {path for path in leading_to(self.sources, named) if named & self.of([path])}
        return self.of(named | leading)

    def _next(self, path: str) -> tuple[str, ...]:
        if path not in self.known:
            found = (target for each in _imports(path, self.sources[path]) for target in candidates(path, each))
            self.known[path] = tuple(dict.fromkeys(target for target in found if target in self.sources))
        return self.known[path]


def _imports(path: str, data: bytes) -> Iterator[Import]:
    text = _script(path, data) if path.endswith(NOTEBOOK) else data
    for dots, module, names in _FROM.findall(text):
        listed = tuple(name.decode() for name in _NAME.findall(names))
        yield Import(len(dots), module.decode("ascii", "ignore"), listed)
    for line in _IMPORT.findall(text):
        for part in line.split(b","):
            words = part.split()
            if words:
                yield Import(0, words[0].decode("ascii", "ignore"), ())


def _script(path: str, data: bytes) -> bytes:
    try:
        return text_of(path, data).encode()
    except ValueError:
        return b""
