"""What planning and rewriting hand to the outside: programs with their tiers, steps, and changed files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.rule import Finding, Obstacle, Tier


@dataclass(frozen=True)
class RunSite:
    """One `session.run` (or `.eval`, `.run`) of the old source that became a call of a step.

    `outputs[i]` says where the i-th flattened fetch is found among the flattened tensors that the step returns;
    None if it is an operation, or is read outside of the step (a variable, a constant).
    """

    file: str
    line: int
    column: int
    end_line: int
    outputs: tuple[int | None, ...]


@dataclass(frozen=True)
class Step:
    """A `tf.function` of the new source that stands for one or more run sites. `fetches` names what it returns."""

    name: str
    file: str
    fetches: tuple[str, ...]
    sites: tuple[RunSite, ...]
    updates: bool = False


@dataclass(frozen=True)
class Program:
    """An entry point with every module of the repository that it imports."""

    entry: str
    modules: tuple[str, ...]
    tier: Tier
    steps: tuple[Step, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileReport:
    """What happened to one file. `status`: changed, unchanged, skipped or failed; `reason` for the last two."""

    path: str
    status: str
    reason: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class RuleGroup:
    """One commit: the new bytes of each file that the rules of this group changed (on top of the groups before).

    `conversion`: it makes old files fit the current Python and its libraries, before anything is planned.
    """

    name: str
    files: Mapping[str, bytes]
    conversion: bool = False


@dataclass(frozen=True)
class ChangeSet:
    """The whole answer: programs, files, and the changes in the order in which they build on one another."""

    programs: tuple[Program, ...]
    files: tuple[FileReport, ...]
    groups: tuple[RuleGroup, ...]
    constructs: Mapping[str, int] = field(default_factory=dict)

    def converted_bytes(self) -> dict[str, bytes]:
        """Path -> bytes of every file as the programs were planned from it, where that is not the file itself."""
        converted: dict[str, bytes] = {}
        for group in self.groups:
            converted.update(group.files if group.conversion else {})
        return converted

    def final_bytes(self) -> dict[str, bytes]:
        """Path -> bytes of every changed file after all groups."""
        final: dict[str, bytes] = {}
        for group in self.groups:
            final.update(group.files)
        return final
