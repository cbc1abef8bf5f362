"""Results as JSON documents: the field names are part of the interface."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from codemods.results import ChangeSet, FileReport, Program
from codemods.rule import Finding, Obstacle, Safety
from migrate.report.model import SCHEMA, TENSORFLOW, Json, JsonObject, Results


@dataclass(frozen=True)
class WrittenCommit:
    """One commit of the branch: its id, the rule group it holds, and how many files it changes."""

    id: str
    rule_group: str
    files: int


@dataclass(frozen=True)
class Setting:
    """Around which a migration was made: where it was read, and where it went."""

    command: str
    path: str
    base: str | None = None
    branch: str | None = None
    output: str | None = None
    commits: tuple[WrittenCommit, ...] = ()
    seconds: float = 0.0


def tool_version() -> str:
    """The version of tfmigrate that is installed."""
    try:
        return version("tfmigrate")
    except PackageNotFoundError:
        return "unknown"


def migration_document(changes: ChangeSet, setting: Setting) -> JsonObject:
    """What `scan` and `apply` answer."""
    return {
        "schema": SCHEMA,
        "tool": "tfmigrate",
        "version": tool_version(),
        "command": setting.command,
        "tensorflow": TENSORFLOW,
        "source": {"path": setting.path, "base": setting.base},
        "branch": setting.branch,
        "output": setting.output,
        "commits": [{"id": c.id, "rule_group": c.rule_group, "files": c.files} for c in setting.commits],
        "programs": [_program(program) for program in changes.programs],
        "obstacles": [_obstacle(obstacle) for obstacle in _all_obstacles(changes.programs)],
        "files": [_file(report) for report in changes.files],
        "constructs": dict(sorted(changes.constructs.items())),
        "summary": _summary(changes, setting.seconds),
    }


def _program(program: Program) -> JsonObject:
    return {
        "entry": program.entry,
        "modules": list(program.modules),
        "tier": program.tier.value,
        "steps": [step.name for step in program.steps],
        "obstacles": [_obstacle(obstacle) for obstacle in program.obstacles],
        "assumptions": list(program.assumptions),
    }


def _all_obstacles(programs: Iterable[Program]) -> list[Obstacle]:
    found = {obstacle for program in programs for obstacle in program.obstacles}
    return sorted(found, key=lambda obstacle: (obstacle.place, obstacle.id, obstacle.symbol))


def _obstacle(obstacle: Obstacle) -> JsonObject:
    return {
        "id": obstacle.id,
        "file": obstacle.place.file,
        "cell": obstacle.place.cell or None,
        "line": obstacle.place.shown_line,
        "column": obstacle.place.column,
        "symbol": obstacle.symbol,
        "reason": obstacle.reason,
        "unlock": obstacle.unlock,
    }


def _file(report: FileReport) -> JsonObject:
    edits = [_edit(finding) for finding in report.findings if finding.edits or finding.safety is Safety.NOTE]
    return {"path": report.path, "status": report.status, "reason": report.reason, "edits": edits}


def _edit(finding: Finding) -> JsonObject:
    return {
        "rule": finding.rule,
        "cell": finding.place.cell or None,
        "line": finding.place.shown_line,
        "safety": finding.safety.value,
        "message": finding.message,
    }


def _summary(changes: ChangeSet, seconds: float) -> JsonObject:
    tiers = [program.tier.value for program in changes.programs]
    statuses = [report.status for report in changes.files]
    return {
        "files": len(changes.files),
        "changed": statuses.count("changed"),
        "skipped": statuses.count("skipped"),
        "failed": statuses.count("failed"),
        "programs": len(tiers),
        "native": tiers.count("native"),
        "kept": tiers.count("kept"),
        "blocked": tiers.count("blocked"),
        "seconds": round(seconds, 3),
    }


def verification_document(programs: Sequence[JsonObject], environment: JsonObject, source: JsonObject) -> JsonObject:
    """What `verify` answers; `programs` are the verdicts in their JSON form."""
    verdicts = [program.get("verdict") for program in programs]
    return {
        "schema": SCHEMA,
        "tool": "tfmigrate",
        "version": tool_version(),
        "command": "verify",
        "source": source,
        "environment": environment,
        "programs": list(programs),
        "summary": {
            "equivalent": verdicts.count("equivalent"),
            "under_assumptions": verdicts.count("equivalent-under-assumptions"),
            "different": verdicts.count("different"),
            "not_comparable": verdicts.count("not-comparable"),
        },
    }


def results_document(results: Results) -> JsonObject:
    """Both documents in one, as they are stored for `report`."""
    return {
        "schema": SCHEMA,
        "migration": results.migration.fields if results.migration else None,
        "verification": results.verification.fields if results.verification else None,
    }


def to_text(document: Json) -> str:
    """The document as text. JSON has no infinity: such numbers are written as the strings inf, -inf and nan."""
    return json.dumps(_finite(document), indent=2, allow_nan=False) + "\n"


def _finite(value: Json) -> Json:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_finite(item) for item in value]
    return value
