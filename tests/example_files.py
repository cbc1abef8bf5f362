"""The examples of the rules: small programs with what becomes of them, or with what stands in the way."""

from __future__ import annotations

import io
import tokenize
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from codemods import Options, Tier, migrate_sources
from codemods.results import ChangeSet, Program

EXAMPLES = Path(__file__).parent / "examples"
NAME = "program.py"


@dataclass(frozen=True)
class Example:
    """`folder` holds before.py, and after.py or findings.txt."""

    folder: Path

    @property
    def rule(self) -> str:
        return self.folder.parent.name

    @property
    def keeps(self) -> bool:
        return self.folder.name.startswith("keeps_")

    @property
    def before(self) -> bytes:
        return (self.folder / "before.py").read_bytes()

    @property
    def after(self) -> Path:
        return self.folder / "after.py"

    @property
    def findings(self) -> Path:
        return self.folder / "findings.txt"

    def __str__(self) -> str:
        return f"{self.rule}/{self.folder.name}"


def examples(keeps: bool) -> list[Example]:
    """All examples of one of the two sorts, by rule and name."""
    found = [Example(path.parent) for path in sorted(EXAMPLES.glob("*/*/before.py"))]
    return [example for example in found if example.keeps == keeps]


@cache
def migrated(source: bytes) -> ChangeSet:
    """What becomes of a program of one file."""
    return migrate_sources({NAME: source}, Options())


def result(source: bytes) -> bytes:
    """The text of the program afterwards, whether it changed or not."""
    return migrated(source).final_bytes().get(NAME, source)


def program_of(source: bytes) -> Program | None:
    """The one program, if the file is one."""
    programs = migrated(source).programs
    assert len(programs) < 2
    return programs[0] if programs else None


def obstacles_of(source: bytes) -> str:
    """One line for each obstacle: where, which, and what it is about."""
    program = program_of(source)
    found = program.obstacles if program is not None else ()
    places = sorted((each.place.line, each.id, each.symbol) for each in found)
    return "".join(f"{line}: {kind} ({symbol})\n" for line, kind, symbol in places)


def is_native(source: bytes) -> bool:
    """Whether nothing keeps the text from being TensorFlow 2."""
    program = program_of(source)
    return program is None or program.tier == Tier.NATIVE


def comments_of(source: bytes) -> Counter[str]:
    """Every comment, with how often it is there."""
    tokens = tokenize.tokenize(io.BytesIO(source).readline)
    return Counter(token.string.rstrip() for token in tokens if token.type == tokenize.COMMENT)
