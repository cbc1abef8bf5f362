"""Answers questions: which rules there are, what a rule or an obstacle means, what was decided at a line and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from codemods import NameFate, describe, fate_of, migrate_sources, near_names
from codemods.catalog import rules
from codemods.notebooks import is_notebook, place_of, runnable_script, script_line
from codemods.obstacles import KINDS
from codemods.results import ChangeSet, FileReport, Program
from codemods.rule import Finding
from migrate.problems import UserError
from migrate.report.blocks import Block, Line, Table
from migrate.report.model import SCHEMA, Json, JsonObject
from migrate.settings import Settings, Value, with_flags
from migrate.sources import HANDLED, read_sources
from migrate.tree import FolderTree


@dataclass(frozen=True)
class Explanation:
    """An answer for people and for machines."""

    blocks: tuple[Block, ...]
    document: JsonObject


def list_rules() -> Explanation:
    """Every rule, and every kind of obstacle."""
    known = rules()
    table = Table(("rule", "group", "what it does"), tuple((rule.id, rule.group, rule.summary) for rule in known))
    kinds = Table(("obstacle", "what it means"), tuple((kind.id, kind.reason) for kind in KINDS.values()))
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "command": "rules",
        "rules": [{"id": rule.id, "group": rule.group, "summary": rule.summary} for rule in known],
        "obstacles": [{"id": kind.id, "reason": kind.reason, "advice": kind.advice} for kind in KINDS.values()],
    }
    return Explanation((table, Line(""), kinds), document)


def explain(name: str, flags: Mapping[str, Value]) -> Explanation:
    """A rule, an obstacle, a file (its graph program), a place (FILE:LINE), or a name of TensorFlow 1."""
    for rule in rules():
        if rule.id == name:
            return _answer("rule", name, (f"{rule.id} ({rule.group}): {rule.summary}", "", rule.doc.strip()))
    if name in KINDS:
        kind = KINDS[name]
        return _answer("obstacle", name, (f"{kind.id}: {kind.reason}", f"What to do: {kind.advice}"))
    place = re.fullmatch(r"(.+?):(\d+)(?::(\d+))?", name)
    if place and Path(place[1]).is_file():
        line = _script_line(Path(place[1]), int(place[2]), int(place[3] or 1))
        return _explain_place(Path(place[1]), line, with_flags(Settings(), flags))
    if Path(name).is_file():
        return _explain_file(Path(name), with_flags(Settings(), flags))
    fate = fate_of(name)
    if fate is not None:
        return _explain_name(fate)
    near = (*get_close_matches(name, [rule.id for rule in rules()] + [*KINDS], 3), *near_names(name))
    hint = f"did you mean {' or '.join(near[:4])}?" if near else "tfmigrate rules lists what there is"
    raise UserError(f"{name!r} is no rule, obstacle, FILE, FILE:LINE or name of TensorFlow 1; {hint}")


def _explain_name(fate: NameFate) -> Explanation:
    """What became of a name of TensorFlow 1."""
    lines = [
        f"{fate.name}: {fate.fate} ({fate.kind} of TensorFlow 1)",
        f"was:     {fate.name.rpartition('.')[2]}{_shown(fate.signature)}" if fate.signature else "",
        f"native:  {fate.native or 'nothing'}",
        f"kept:    {fate.kept or 'nothing'}",
        f"instead: {fate.instead}" if fate.instead else "",
        *(f"differs: {each}" for each in fate.differs),
        *(f"known:   {each}" for each in fate.evidence),
    ]
    answer = _answer("name", fate.name, tuple(line for line in lines if line))
    found: dict[str, Json] = {
        "fate": fate.fate,
        "signature": fate.signature or None,
        "native": fate.native or None,
        "kept": fate.kept or None,
        "instead": fate.instead or None,
        "differs": list(fate.differs),
        "evidence": list(fate.evidence),
    }
    return Explanation(answer.blocks, {**answer.document, **found})


def _shown(signature: str) -> str:
    return signature if signature.startswith("(") else f" = {signature}"


def _answer(kind: str, name: str, lines: tuple[str, ...]) -> Explanation:
    text = "\n".join(lines)
    document: dict[str, Json] = {"schema": SCHEMA, "command": "explain", "kind": kind, "name": name, "text": text}
    return Explanation(tuple(Line(line) for line in text.splitlines()), document)


def _sources_around(file: Path) -> tuple[dict[str, bytes], str]:
    """The Python files of the folder from which the modules around the file are imported."""
    file = file.absolute()
    if file.suffix not in HANDLED:
        raise UserError(f"{file.name} is neither a Python file nor a notebook")
    top = file.parent
    while (top / "__init__.py").is_file() and top != top.parent:
        top = top.parent
    path = file.relative_to(top).as_posix()
    sources = dict(read_sources(FolderTree(top)).files)
    if path not in sources:
        raise UserError(f"{file.name} cannot be read (or is huge, a link, or in a virtual environment)")
    return sources, path


def _script_line(file: Path, first: int, second: int) -> int:
    """The line that FILE:LINE means; in a notebook FILE:CELL:LINE."""
    if not is_notebook(file.name):
        return first
    line = script_line(file.read_bytes(), first, second)
    if line is None:
        raise UserError(f"{file} has no code in cell {first}, line {second} (name places as FILE:CELL:LINE)")
    return line


def _lines(sources: Mapping[str, bytes], path: str) -> list[str]:
    data = runnable_script(sources[path]).encode() if is_notebook(path) else sources[path]
    return [line.decode("utf-8", "replace").strip() for line in data.splitlines()]


def _explain_file(file: Path, settings: Settings) -> Explanation:
    sources, path = _sources_around(file)
    changes = migrate_sources(sources, settings.options())
    lines = range(1, len(_lines(sources, path)) + 1)
    decided = [f"{line}: {decision}" for line in lines for decision in _decisions(changes, path, line)]
    return _answer("program", str(file), (describe(sources, path).rstrip(), "", *decided))


def _explain_place(file: Path, line: int, settings: Settings) -> Explanation:
    sources, path = _sources_around(file)
    length = len(_lines(sources, path))
    if not 1 <= line <= length:
        raise UserError(f"{file} has {length} lines, so there is no line {line}")
    changes = migrate_sources(sources, settings.options())
    source = _lines(sources, path)[line - 1]
    where = place_of(path, sources[path], line) if is_notebook(path) else f"{path}:{line}"
    decided = [*_decisions(changes, path, line)] or ["nothing was decided at this line: it stays as it is"]
    return _answer("place", f"{file}:{line}", (f"{where}: {source}", *decided, *_around(changes, path)))


def _decisions(changes: ChangeSet, path: str, line: int) -> Iterator[str]:
    for report in changes.files:
        if report.path == path:
            yield from (_finding(finding) for finding in report.findings if finding.place.line == line)
    for program in changes.programs:
        yield from _steps(program, path, line)
        for obstacle in program.obstacles:
            if (obstacle.place.file, obstacle.place.line) == (path, line):
                yield f"obstacle {obstacle.id} ({obstacle.symbol}): {obstacle.reason} To unlock: {obstacle.unlock}"


def _finding(finding: Finding) -> str:
    done = "edited" if finding.edits else "noted"
    why = f": {finding.message}" if finding.message else ""
    return f"{done} by {finding.rule} ({finding.safety.value}){why}"


def _steps(program: Program, path: str, line: int) -> Iterator[str]:
    for step in program.steps:
        for site in step.sites:
            if site.file == path and site.line <= line <= max(site.line, site.end_line):
                returned = ", ".join(step.fetches) or "nothing"
                yield f"this run becomes a call of {step.name} (in {step.file}), which returns {returned}"


def _around(changes: ChangeSet, path: str) -> Iterator[str]:
    for report in _failed(changes, path):
        yield f"the file was left alone: {report.reason}"
    for program in changes.programs:
        if path == program.entry or path in program.modules:
            yield f"program {program.entry}: {program.tier.value}"


def _failed(changes: ChangeSet, path: str) -> Iterator[FileReport]:
    return (report for report in changes.files if report.path == path and report.reason)
