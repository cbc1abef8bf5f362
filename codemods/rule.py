"""The vocabulary of every analysis and rule: where something is, what is proposed, what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


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
    """A place in a source file: line counts from 1, column (in characters) from 0."""

    file: str
    line: int
    column: int


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


@dataclass(frozen=True)
class Options:
    """What the user asked for; see the command line."""

    tier: Tier = Tier.NATIVE
    optimizers: Optimizers = Optimizers.KERAS
    select: frozenset[str] = field(default_factory=frozenset)
    skip: frozenset[str] = field(default_factory=frozenset)
