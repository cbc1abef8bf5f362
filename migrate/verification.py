"""The stage that runs old and new: lays out both trees, plans the old one again for the pairing, asks for verdicts."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from codemods import migrate_sources
from codemods.results import Program
from codemods.rule import Tier
from migrate.checkout import CommitTree, resolve_commit
from migrate.message import read_trailers, settings_of_branch
from migrate.origin import Origin, open_either, open_folder
from migrate.output import fill
from migrate.problems import ExitCode, UserError
from migrate.record import LAST, load_results
from migrate.report.as_json import verification_document
from migrate.report.model import Json, JsonObject, Record, Results, as_json_object
from migrate.settings import Settings, Value
from migrate.sources import read_sources
from migrate.tree import FolderTree, Tree

if TYPE_CHECKING:
    from migrate.pipeline import Progress
    from migrate.verify import ProgramVerdict

COMPAT = "compat"


@dataclass(frozen=True)
class VerifyOrder:
    """One call of `verify`, as the command line states it. `old` and `new` are commits or folders."""

    path: Path
    flags: Mapping[str, Value]
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True)
class Side:
    """One of the two trees, and how a reader calls it."""

    tree: Tree
    name: str


@dataclass(frozen=True)
class Entry:
    """A program to run, with its arguments."""

    program: Program
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verified:
    """What `verify` answers."""

    results: Results
    settings: Settings
    code: ExitCode
    notices: tuple[str, ...]
    store: Path | None


def verify(order: VerifyOrder, progress: Progress) -> Verified:
    """Run every program on both sides and compare."""
    if find_spec("tensorflow") is None:
        raise UserError("verify needs TensorFlow, which is not installed here: pip install 'tfmigrate[verify]'")
    origin = _origin(order)
    reference = _interpreter(origin.settings.reference)
    old, new, settings = _sides(order, origin)
    progress("planning")
    entries, converted = _entries(old.tree, origin, settings)
    with ExitStack() as stack:
        folders = stack.enter_context(_laid_out(old.tree, converted)), stack.enter_context(_laid_out(new.tree, {}))
        verdicts = []
        for number, entry in enumerate(entries, 1):
            progress(f"running {entry.program.entry} ({number} of {len(entries)})")
            verdicts.append(_verdict(entry, folders, settings, reference))
    source = {"path": str(order.path), "base": origin.base, "old": old.name, "new": new.name}
    programs = [as_json_object(verdict.to_json()) for verdict in verdicts]
    document = Record(verification_document(programs, _environment(verdicts), source))
    folder = origin.repository.folder if origin.repository is not None else None
    results = Results(_migration(folder, settings.branch if not order.new else None), document)
    notice = f"old: {old.name}; new: {new.name}"
    return Verified(results, settings, _code(document), (notice,), folder)


def _interpreter(reference: str) -> str:
    """The reference as it is, or the absolute path of the interpreter that it names."""
    if reference == COMPAT:
        return reference
    found = which(reference)
    if found is None:
        raise UserError(f"--reference {reference} is neither 'compat' nor a Python interpreter")
    return str(Path(found).absolute())


def _origin(order: VerifyOrder) -> Origin:
    if order.old and order.new and Path(order.old).is_dir() and Path(order.new).is_dir():
        return open_folder(order.path, order.flags)
    return open_either(order.path, order.flags)


def _sides(order: VerifyOrder, origin: Origin) -> tuple[Side, Side, Settings]:
    """Both trees, and the settings with which the new one was made."""
    settings = origin.settings
    new, commit = _named(order.new, origin) if order.new else _branch(origin)
    trailers = read_trailers(origin.repository, commit) if origin.repository and commit else {}
    settings = settings_of_branch(settings, trailers)
    if order.old:
        old, _ = _named(order.old, origin)
    elif trailers:
        old, _ = _named(trailers["Base"][0], origin)
    else:
        old = Side(_whole(origin), origin.base or str(origin.path))
    return old, new, settings


def _named(name: str, origin: Origin) -> tuple[Side, str | None]:
    """The tree that a folder or a commit denotes; for a commit also its id."""
    if Path(name).is_dir():
        return Side(FolderTree(Path(name).absolute()), name), None
    if origin.repository is None:
        raise UserError(f"{name}: no such folder, and {origin.path} is not in a git repository")
    commit = resolve_commit(origin.repository, name)
    shown = name if name == commit else f"{name.removeprefix('refs/heads/')} ({commit[:10]})"
    return Side(CommitTree(origin.repository, commit, origin.prefix), shown), commit


def _branch(origin: Origin) -> tuple[Side, str | None]:
    branch = origin.settings.branch
    if origin.repository is None:
        raise UserError(f"{origin.path} is not in a git repository; name both sides with --old DIR and --new DIR")
    if not origin.repository.git.for_each_ref(f"refs/heads/{branch}"):
        raise UserError(f"there is no branch {branch}; run tfmigrate apply first, or name the new side with --new")
    return _named(f"refs/heads/{branch}", origin)


def _whole(origin: Origin) -> Tree:
    """The folder of the origin, also if it was opened for one file: a program needs what lies beside it."""
    if origin.repository is not None and origin.base is not None:
        return CommitTree(origin.repository, origin.base, origin.prefix)
    return FolderTree((origin.path if origin.path.is_dir() else origin.path.parent).absolute())


def _entries(old: Tree, origin: Origin, settings: Settings) -> tuple[tuple[Entry, ...], Mapping[str, bytes]]:
    """The programs to run; and files of the old tree as the current Python needs them: so they were planned."""
    sources = read_sources(old, settings.exclude, settings.size_limit, origin.prefix)
    only = origin.path.name if origin.path.is_file() else None
    files = {path: data for path, data in sources.files.items() if only in (None, path)}
    changes = migrate_sources(files, settings.options())
    programs = {program.entry: program for program in changes.programs}
    if not settings.entry:
        if not programs:
            raise UserError(f"no program that runs a session was found in {origin.path}; name one with --entry")
        return tuple(Entry(program) for _, program in sorted(programs.items())), changes.converted_bytes()
    entries = []
    for command in settings.entry:
        path, *arguments = _split(command)
        if path not in sources.files:
            raise UserError(f"--entry {path}: there is no such Python file in the old tree")
        program = programs.get(path, Program(path, (path,), Tier.KEPT))
        entries.append(Entry(program, tuple(arguments)))
    return tuple(entries), changes.converted_bytes()


def _split(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UserError(f"--entry {command!r} cannot be read: {error}") from error
    if not words:
        raise UserError("--entry needs the path of a script")
    return [words[0].removeprefix("./"), *words[1:]]


@contextmanager
def _laid_out(tree: Tree, converted: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds the tree; the user's own where it is one, for verification copies it before every run."""
    if isinstance(tree, FolderTree) and not converted:
        yield tree.root
        return
    with tempfile.TemporaryDirectory(prefix="tfmigrate-") as name:
        fill(tree, converted, Path(name))
        yield Path(name)


def _verdict(entry: Entry, folders: tuple[Path, Path], settings: Settings, reference: str) -> ProgramVerdict:
    from migrate.verify import VerifyRequest, verify_program

    return verify_program(
        VerifyRequest(
            old_tree=folders[0],
            new_tree=folders[1],
            entry=entry.program.entry,
            arguments=entry.arguments,
            program=entry.program,
            steps_limit=settings.steps,
            reference=reference,
            device=settings.device,
            timeout=settings.timeout,
            rtol=settings.rtol,
            atol=settings.atol,
        )
    )


def _environment(verdicts: Sequence[ProgramVerdict]) -> JsonObject:
    """What both sides ran on: the same for every program, but known only of those that ran."""
    sides: dict[str, Json] = {"old": None, "new": None}
    for verdict in verdicts:
        for side in sides:
            known = verdict.environment.get(side)
            if known and not sides[side]:
                sides[side] = dict(known)
    return sides


def _migration(folder: Path | None, branch: str | None) -> Record | None:
    """The stored results of the `apply` that wrote the branch."""
    stored = load_results(folder / LAST) if folder is not None and branch is not None else None
    if stored is None or stored.migration is None or stored.migration.text("branch") != branch:
        return None
    return stored.migration


def _code(document: Record) -> ExitCode:
    summary = document.record("summary")
    if summary.count("different"):
        return ExitCode.DIFFERENT
    return ExitCode.NOT_COMPARABLE if summary.count("not_comparable") else ExitCode.DONE
