"""A tree made ready: the files of its TensorFlow programs converted for the current Python and its libraries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from codemods.components import Outcome
from codemods.modernise import Modern, modernise
from codemods.ragged_arrays import ragged_arrays
from codemods.reached import Reach
from codemods.results import Program
from codemods.rule import Obstacle, Options, Place, Tier
from codemods.rules.old.python2_names import METHODS
from codemods.selection import select_modules
from codemods.source.module import NOTEBOOK, FileProblem, Module
from codemods.source.python2 import old_lines

_SESSION = re.compile(rb"\b(?:Interactive|Monitored\w*)?Session\s*\(")


@dataclass
class Prepared:
    """`sources` after the conversion, the `modules` that matter of them, and what could not be read."""

    original: Mapping[str, bytes]
    sources: dict[str, bytes]
    reach: Reach
    modules: dict[str, Module] = field(default_factory=dict)
    failed: dict[str, FileProblem] = field(default_factory=dict)
    modern: dict[str, Modern] = field(default_factory=dict)

    def add_to(self, outcome: Outcome) -> None:
        """Put the changes before those of the programs."""
        for path, found in sorted(self.modern.items()):
            for group, data in found.texts.items():
                outcome.texts.setdefault(group, {})[path] = data
            outcome.findings[path] = [*found.findings, *outcome.findings.get(path, ())]

    def told(self, program: Program) -> Program:
        """A program with what concerns it of the files that it imports, at the places that the user has."""
        if not self.modern:
            return program
        concerned = [self.modern[path] for path in sorted(self.reach.of([program.entry])) if path in self.modern]
        own = tuple(each for modern in concerned for each in modern.obstacles)
        assumed = tuple(each for modern in concerned for each in modern.assumptions)
        found = tuple(self._moved(each) for each in (*program.obstacles, *own))
        return replace(program, obstacles=found, assumptions=(*program.assumptions, *assumed))

    def unreadable(self, programs: Iterable[Program]) -> list[Program]:
        """Files with a session that cannot be read are programs too: a person has to look at them first."""
        known = {program.entry for program in programs}
        return [
            Program(path, (path,), Tier.BLOCKED, (), tuple(self.modern[path].obstacles))
            for path in sorted(set(self.failed) & set(self.modern) - known)
            if self.modern[path].obstacles and _SESSION.search(self.original[path])
        ]

    def _moved(self, found: Obstacle) -> Obstacle:
        """An obstacle at its place in the file before the conversion."""
        place, modern = found.place, self.modern.get(found.place.file)
        if modern is None or modern.data is None or place.file.endswith(NOTEBOOK):
            return found
        lines = old_lines(self.original[place.file], modern.data)
        line = lines[place.line - 1] if place.line <= len(lines) else place.line
        return replace(found, place=Place(place.file, line, place.column))


def prepare(sources: Mapping[str, bytes], options: Options) -> Prepared:
    """Convert every file of a program with TensorFlow; nothing else is parsed."""
    reach = Reach(sources)
    prepared = Prepared(sources, dict(sources), reach)
    defined = _defined(sources)
    parsed: dict[str, Module | FileProblem] = {}
    for path in sorted(reach.of_programs()):
        found = modernise(path, sources[path], options, defined)
        parsed[path] = found.parsed
        if found.data is not None:
            prepared.sources[path] = found.data
        if found.texts or found.findings or found.obstacles:
            prepared.modern[path] = found
    for path, ragged in ragged_arrays(
        {path: each for path, each in parsed.items() if isinstance(each, Module)}
    ).items():
        prepared.modern.setdefault(path, Modern(parsed[path])).obstacles += ragged
    prepared.modules, prepared.failed = select_modules(prepared.sources, parsed)
    for path, found in prepared.modern.items():
        if isinstance(found.parsed, FileProblem):
            prepared.failed[path] = found.parsed
    return prepared


def _defined(sources: Mapping[str, bytes]) -> frozenset[str]:
    """Methods of dicts in Python 2 that some class of the tree has for itself."""
    signs = {f"def {name}(".encode(): name for name in METHODS}
    return frozenset(name for data in sources.values() for sign, name in signs.items() if sign in data)
