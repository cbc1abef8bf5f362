"""The programs of corpus/ with what their case.toml says about them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
DEMO = CORPUS / "demo"


@dataclass(frozen=True)
class Case:
    """One program: where it lies, how it is run, what migration should reach."""

    name: str
    entry: str
    arguments: tuple[str, ...]
    tier: str
    steps: int
    timeout: int
    tier_v1: str = ""  # with the optimizers of TensorFlow 1, where that is another one
    verdict: str = "equivalent"

    @property
    def folder(self) -> Path:
        return CORPUS / self.name

    @property
    def command(self) -> str:
        """Entry and arguments as `verify --entry` takes them."""
        return " ".join((self.entry, *self.arguments))


def read_case(path: Path) -> Case:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Case(name=path.parent.name, arguments=tuple(table.pop("arguments")), **table)


def all_cases() -> tuple[Case, ...]:
    return tuple(read_case(path) for path in sorted(CORPUS.glob("*/case.toml")))


def native_cases() -> tuple[Case, ...]:
    return tuple(case for case in all_cases() if case.tier == "native")


def case_named(name: str) -> Case:
    return read_case(CORPUS / name / "case.toml")
