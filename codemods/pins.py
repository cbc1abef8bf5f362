"""Which files that pin versions follow the migrated programs, and what these programs need now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codemods.analysis.names import imports_of
from codemods.api.packages import Needed, needed_rows, watched_imports
from codemods.notebooks import is_notebook
from codemods.residue import residue
from codemods.results import ChangeSet, FileReport, Program, RuleGroup
from codemods.rule import Finding, Options, Safety, Tier
from codemods.rules.pins.following import RULE, check, may_pin
from codemods.rules.pins.notebook_cells import check_notebook
from codemods.rules.pins.pin_file import PinFile
from codemods.source.edits import apply_edits, settle_groups
from codemods.source.module import HANDLED, FileProblem, Module, parse_module

__all__ = ["follow_pins", "may_pin"]
_SPEAKS = re.compile(rb"tensorflow|python|numpy|keras", re.I)
_LEGACY = b"TF_USE_LEGACY_KERAS"


@dataclass(frozen=True)
class _Tree:
    """`files`: every file before the migration, `after`: those that it changed."""

    files: Mapping[str, bytes]
    after: Mapping[str, bytes]
    changes: ChangeSet


def follow_pins(
    pins: Mapping[str, bytes], sources: Mapping[str, bytes], changes: ChangeSet, options: Options
) -> ChangeSet:
    """The changes with those of the files that pin versions, as a group of their own. `pins`: path -> bytes."""
    tree = _Tree({**sources, **pins}, changes.final_bytes(), changes)
    candidates = [path for path, data in sorted(tree.files.items()) if may_pin(path) and _SPEAKS.search(data)]
    candidates += [each.entry for each in changes.programs if is_notebook(each.entry)]
    new: dict[str, bytes] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    for path in candidates:
        if options.for_path(path).wants(RULE):
            data, findings = _safely_followed(tree, path)
            if findings:
                found[path] = findings
            if data is not None:
                new[path] = data
    groups = (*changes.groups, RuleGroup(RULE, new)) if new else changes.groups
    return replace(changes, groups=groups, files=_reports(changes.files, found, new))


def _reports(
    before: Sequence[FileReport], found: Mapping[str, tuple[Finding, ...]], new: Mapping[str, bytes]
) -> tuple[FileReport, ...]:
    reports = {report.path: report for report in before}
    for path, findings in found.items():
        known = reports.get(path, FileReport(path, "unchanged"))
        status = "changed" if path in new else known.status
        reports[path] = replace(known, status=status, findings=(*known.findings, *findings))
    return tuple(reports[path] for path in sorted(reports))


def _safely_followed(tree: _Tree, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    try:
        return _followed(tree, path)
    except Exception as error:  # one bad file never stops a run
        why = f"the file stays, for tfmigrate failed on it: {type(error).__name__}: {error}"
        return None, (PinFile(path, "").told(0, why[:200]),)


def _followed(tree: _Tree, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The new bytes of a file, if it changes, and what is to be said of it."""
    data = tree.after.get(path, tree.files.get(path, b""))
    programs, base = _governed(tree.changes.programs, path)
    if not programs:
        return None, ()
    if is_notebook(path):
        blocked = any(program.tier == Tier.BLOCKED for program in programs)
        return (None, ()) if blocked else check_notebook(path, data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None, ()
    findings = check(PinFile(path, text, tuple(_needed(tree, programs)), _watched(tree, base)))
    reason = next(_holding(tree, programs, base), None)
    edited = [finding for finding in findings if finding.edits]
    if reason is not None and edited:
        return None, (Finding(RULE, edited[0].place, f"the pins stay: {reason}", Safety.NOTE),)
    taken = settle_groups([finding.edits for finding in findings])
    findings = tuple(finding for finding, good in zip(findings, taken, strict=True) if good)
    new = apply_edits(text, [edit for finding in findings for edit in finding.edits])
    return (new.encode() if new != text else None), findings


def _governed(programs: Sequence[Program], path: str) -> tuple[list[Program], str]:
    """The programs that a file speaks of: those below its folder, or below the nearest folder above that has some."""
    if is_notebook(path):
        return [program for program in programs if program.entry == path], path
    base = posixpath.dirname(path)
    while True:
        below = [program for program in programs if _is_below(program.entry, base)]
        if below or not base:
            return below, base
        base = posixpath.dirname(base)


def _is_below(path: str, folder: str) -> bool:
    return not folder or path.startswith(folder + "/")


def _holding(tree: _Tree, programs: Sequence[Program], base: str) -> Iterator[str]:
    """Why the old versions are still needed there."""
    yield from (f"{program.entry} is blocked" for program in programs if program.tier == Tier.BLOCKED)
    for report in tree.changes.files:
        if (
            report.status == "failed"
            and _is_below(report.path, base)
            and b"tensorflow" in tree.files.get(report.path, b"")
        ):
            yield f"{report.path} could not be read"
    members = {path for program in tree.changes.programs for path in program.modules}
    for path, data in sorted(tree.files.items()):
        if path.endswith(HANDLED) and path not in members and _is_below(path, base) and _needs_old(path, data):
            yield f"{path} still needs TensorFlow 1, and no program imports it"


def _needs_old(path: str, data: bytes) -> bool:
    module = parse_module(path, data) if b"tensorflow" in data else None
    return isinstance(module, Module) and next(residue(module), None) is not None


def _needed(tree: _Tree, programs: Sequence[Program]) -> Iterator[Needed]:
    """The packages of modules that the programs import now and did not import before."""
    modules = {path for program in programs for path in program.modules if path in tree.after}
    now = {name for path in modules for name in _imported(path, tree.after[path])}
    before = {
        name for program in programs for path in program.modules for name in _imported(path, tree.files.get(path, b""))
    }
    rows = needed_rows()
    yield from sorted(rows[name] for name in now - before if name in rows)


def _watched(tree: _Tree, base: str) -> frozenset[str]:
    """Of the modules whose import keeps a pin, those that files there seem to import."""
    sources = [data for path, data in tree.files.items() if path.endswith(HANDLED) and _is_below(path, base)]
    return frozenset(name for name in watched_imports() if any(_imports(name, data) for data in sources))


def _imports(name: str, data: bytes) -> bool:
    word = name.encode()
    return word in data and re.search(rb"\b(?:import|from)[ \t]+" + word + rb"\b", data) is not None


def _imported(path: str, data: bytes) -> Iterator[str]:
    """The top-level modules that a file imports, of those that may have to be installed."""
    if not any(name.encode() in data for name in needed_rows()) and _LEGACY not in data:
        return
    module = parse_module(path, data)
    if isinstance(module, FileProblem):
        return
    yield from (each.module.split(".")[0] for each in imports_of(module) if not each.level)
    if _LEGACY in data:
        yield "tf_keras"
