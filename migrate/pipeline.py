"""The stages in their order: read, plan and rewrite, review, write, report. The one place to read the whole tool."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from codemods import follow_pins, migrate_sources
from codemods.results import ChangeSet, FileReport
from codemods.rule import Tier
from migrate.branch import Target, claim_branch, write_branch
from migrate.message import commit_changes
from migrate.origin import Origin, open_commit, open_either, open_folder
from migrate.output import check_output, write_output
from migrate.problems import ExitCode, UserError
from migrate.record import store_results
from migrate.report.as_json import Setting, WrittenCommit, migration_document
from migrate.report.model import Record, Results
from migrate.review import FileDiff, build_diffs
from migrate.settings import Settings, Value
from migrate.sources import Sources, read_sources

Progress = Callable[[str], None]
INTERNAL = "internal-failure"


class Mode(Enum):
    """What `apply` does with the changes."""

    BRANCH = "branch"
    OUTPUT = "output"
    DRY_RUN = "dry run"
    CHECK = "check"


@dataclass(frozen=True)
class Request:
    """One call of `scan` or `apply`, as the command line states it."""

    path: Path
    flags: Mapping[str, Value]
    mode: Mode = Mode.BRANCH
    output: Path | None = None
    force: bool = False
    strict: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a run found and did: `results` for reports, `diffs` for a dry run, `notices` to read, and the exit code."""

    results: Results
    settings: Settings
    code: ExitCode
    notices: tuple[str, ...] = ()
    diffs: tuple[FileDiff, ...] = ()


def scan(request: Request, progress: Progress) -> Outcome:
    """Read and plan; write nothing."""
    started = time.perf_counter()
    origin = open_folder(request.path, request.flags)
    _, changes = migrate(origin, progress)
    setting = Setting("scan", str(request.path), origin.base, seconds=time.perf_counter() - started)
    return Outcome(_results(changes, setting), origin.settings, _unread(changes), _about(changes))


def apply(request: Request, progress: Progress) -> Outcome:
    """Read, plan, rewrite; then write the branch or the folder, or only show the changes."""
    if request.mode is Mode.BRANCH:
        return _apply_to_branch(request, progress)
    if request.mode is Mode.OUTPUT:
        return _apply_to_folder(request, progress)
    return _apply_dry(request, progress)


def migrate(origin: Origin, progress: Progress) -> tuple[Sources, ChangeSet]:
    """The sources of an origin and the engine's answer, with a report on every Python file."""
    progress("reading")
    settings = origin.settings
    sources = read_sources(origin.tree, settings.exclude, settings.size_limit, origin.prefix)
    if not sources.files and not any(report.status == "failed" for report in sources.left):
        extra = f" that can be read ({len(sources.left)} left alone)" if sources.left else ""
        raise UserError(f"no Python files{extra} in {origin.path}; name the folder that holds the code")
    progress(f"planning {len(sources.files)} files")
    gc.disable()  # trees hold no cycles; looking for some costs a sixth of the time
    with _executor(settings.jobs, len(sources.files)) as executor:
        changes = migrate_sources(sources.files, settings.options(), executor, _unseen(origin, sources))
        changes = follow_pins(sources.pins, sources.files, changes, settings.options())
    gc.freeze()  # nor at the end of the process
    gc.enable()
    return sources, replace(changes, files=_all_files(sources, changes))


def _unseen(origin: Origin, sources: Sources) -> tuple[str, ...]:
    """Paths that no new file may take: files that are left alone, and the neighbours of a file migrated by itself."""
    beside = sorted(each.name for each in origin.path.parent.iterdir()) if origin.path.is_file() else []
    return (*(report.path for report in sources.left), *beside)


_PARALLEL_FROM = 1000  # files: below that, starting processes costs more than it saves


@contextmanager
def _executor(jobs: int | None, files: int) -> Iterator[Executor | None]:
    workers = jobs if jobs is not None else os.cpu_count() or 1
    if workers < 2 or files < _PARALLEL_FROM:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as executor:
        yield executor


def _all_files(sources: Sources, changes: ChangeSet) -> tuple[FileReport, ...]:
    final = changes.final_bytes()
    reports = {
        path: FileReport(path, "changed" if final.get(path, data) != data else "unchanged")
        for path, data in sources.files.items()
    }
    reports |= {report.path: report for report in (*changes.files, *sources.left)}
    return tuple(reports[path] for path in sorted(reports))


def _apply_dry(request: Request, progress: Progress) -> Outcome:
    started = time.perf_counter()
    origin = open_either(request.path, request.flags)
    sources, changes = migrate(origin, progress)
    diffs = build_diffs(sources.everything, changes)
    setting = Setting("apply", str(request.path), origin.base, seconds=time.perf_counter() - started)
    code = _unread(changes) or (ExitCode.PENDING if diffs else _strict(request, changes))
    notices = _about(changes) or ((f"{len(diffs)} files would change",) if diffs else ("nothing to change",))
    shown = diffs if request.mode is Mode.DRY_RUN else ()
    return Outcome(_results(changes, setting), origin.settings, code, notices, shown)


def _apply_to_folder(request: Request, progress: Progress) -> Outcome:
    started = time.perf_counter()
    if request.output is None:
        raise UserError("--output needs a folder")
    origin = open_folder(request.path, request.flags)
    check_output(request.output, request.path)
    _, changes = migrate(origin, progress)
    progress("writing")
    missed = write_output(origin.tree, changes.final_bytes(), request.output)
    changes = replace(changes, files=_with_missed(changes.files, missed))
    seconds = time.perf_counter() - started
    setting = Setting("apply", str(request.path), origin.base, output=str(request.output), seconds=seconds)
    notices = (*_about(changes), f"written to {request.output}")
    return Outcome(_results(changes, setting), origin.settings, _unread(changes) or _strict(request, changes), notices)


def _with_missed(files: tuple[FileReport, ...], missed: tuple[str, ...]) -> tuple[FileReport, ...]:
    reports = {report.path: report for report in files}
    for path in missed:
        reports.setdefault(path, FileReport(path, "failed", "cannot be read, so it was not copied"))
    return tuple(reports[path] for path in sorted(reports))


def _apply_to_branch(request: Request, progress: Progress) -> Outcome:
    started = time.perf_counter()
    origin = open_commit(request.path, request.flags)
    assert origin.repository is not None
    target = claim_branch(origin.repository, origin.settings.branch, request.force)
    sources, changes = migrate(origin, progress)
    progress("writing the branch")
    commits = _commit(origin, target, sources, changes)
    seconds = time.perf_counter() - started
    branch = target.name if commits else None
    setting = Setting("apply", str(request.path), origin.base, branch, commits=commits, seconds=seconds)
    results = _results(changes, setting)
    notices: tuple[str, ...]
    if commits:
        store_results(origin.repository.folder, results)
        notices = (f"written to branch {branch}: {len(commits)} commits", f"git diff {str(origin.base)[:10]} {branch}")
    else:
        notices = (*_about(changes), "nothing to change, so no branch was written")
    return Outcome(results, origin.settings, _unread(changes) or _strict(request, changes), notices)


def _commit(origin: Origin, target: Target, sources: Sources, changes: ChangeSet) -> tuple[WrittenCommit, ...]:
    planned = commit_changes(origin, sources.everything, changes)
    assert origin.repository is not None and origin.base is not None
    written = write_branch(origin.repository, origin.base, [change for _, change in planned], target)
    return tuple(
        WrittenCommit(key, name, len(change.files)) for key, (name, change) in zip(written, planned, strict=True)
    )


def _results(changes: ChangeSet, setting: Setting) -> Results:
    return Results(Record(migration_document(changes, setting)), None)


def _unread(changes: ChangeSet) -> ExitCode:
    failed = any(report.status == "failed" for report in changes.files)
    broken = any(obstacle.id == INTERNAL for program in changes.programs for obstacle in program.obstacles)
    return ExitCode.INCOMPLETE if failed or broken else ExitCode.DONE


def _strict(request: Request, changes: ChangeSet) -> ExitCode:
    below = any(program.tier is not Tier.NATIVE for program in changes.programs)
    return ExitCode.PENDING if request.strict and below else ExitCode.DONE


def _about(changes: ChangeSet) -> tuple[str, ...]:
    if changes.programs or changes.final_bytes() or changes.constructs or _unread(changes):
        return ()
    return (f"nothing of TensorFlow 1 found in {len(changes.files)} Python files",)
