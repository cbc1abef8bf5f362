"""The vocabulary of every analysis and rule: where something is, what is proposed, what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fnmatch import fnmatch


class Safety(Enum):
    """How sure a rule is of its edit: `SAFE` (same behaviour), `REVIEW` (same under a stated assumption),
    `NOTE` (nothing edited, the reader is told)."""

    SAFE = "safe"
    REVIEW = "review"
    NOTE = "note"


class Tier(Enum):
    """How far a program can go; the words are defined in the README."""

    NATIVE = "native"
    KEPT = "kept"
    BLOCKED = "blocked"


class Optimizers(Enum):
    """Which optimizers are written: Keras wherever exact, or always `tf.compat.v1.train`."""

    KERAS = "keras"
    V1 = "v1"


@dataclass(frozen=True, order=True)
class Place:
    """A place in a source file: line counts from 1, column (in characters) from 0.

    In a notebook `line` counts through all cells of its script; `cell` (from 1, among cells of every kind) and
    `cell_line` are what people are told. Both are 0 elsewhere.
    """

    file: str
    line: int
    column: int
    cell: int = 0
    cell_line: int = 0

    @property
    def shown_line(self) -> int:
        """The line that people are told: of the cell, or of the file."""
        return self.cell_line if self.cell else self.line

    @property
    def inside(self) -> str:
        """The place without its file, in words."""
        return f"cell {self.cell}, line {self.cell_line}" if self.cell else f"line {self.line}"

    def __str__(self) -> str:
        return f"{self.file}, {self.inside}" if self.cell else f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Edit:
    """Replace the characters `start` up to `end` of a module's text by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """What a rule found at a place, and the edits it proposes (none: a note, or declined with the reason)."""

    rule: str
    place: Place
    message: str
    safety: Safety
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Obstacle:
    """Why a program cannot reach a higher tier. `id` is a member of `codemods.obstacles.KINDS`."""

    id: str
    place: Place
    symbol: str
    reason: str
    unlock: str


FED_TENSORS = "fed-tensors"
OFF_BY_DEFAULT = frozenset({FED_TENSORS})


@dataclass(frozen=True)
class PathOptions:
    """What holds for files whose path matches a pattern; None: as everywhere else."""

    pattern: str
    tier: Tier | None = None
    optimizers: Optimizers | None = None
    select: frozenset[str] | None = None
    skip: frozenset[str] | None = None


@dataclass(frozen=True)
class Options:
    """What the user asked for; see the command line."""

    tier: Tier = Tier.NATIVE
    optimizers: Optimizers = Optimizers.KERAS
    select: frozenset[str] = field(default_factory=frozenset)
    skip: frozenset[str] = field(default_factory=frozenset)
    paths: tuple[PathOptions, ...] = ()

    def wants(self, rule: str) -> bool:
        """Whether the user wants a rule to run. Selecting nothing but rules that are off by default adds them."""
        if rule in self.skip or rule in OFF_BY_DEFAULT:
            return rule in self.select - self.skip
        chosen = self.select - OFF_BY_DEFAULT
        return not chosen or rule in chosen

    def for_path(self, path: str) -> Options:
        """The options of one file: of the patterns that match it, the last one has its way."""
        options = self
        for each in self.paths:
            if fnmatch(path, each.pattern):
                options = Options(
                    tier=each.tier if each.tier is not None else options.tier,
                    optimizers=each.optimizers if each.optimizers is not None else options.optimizers,
                    select=each.select if each.select is not None else options.select,
                    skip=each.skip if each.skip is not None else options.skip,
                )
        return options
