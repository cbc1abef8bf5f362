"""Chooses the files of a tree that are handed to the engine, and says of every other Python file why it is not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from codemods import may_pin
from codemods.notebooks import is_notebook
from codemods.results import FileReport
from migrate.tree import VIRTUAL_ENVIRONMENT_MARK, Entry, Kind, Tree

HANDLED = (".py", ".ipynb")
NOTEBOOK_FACTOR = 10  # a notebook is larger than its code by the pictures that it shows
NEVER = frozenset({".git", "node_modules", ".tox", ".nox", "__pycache__", "site-packages", ".ipynb_checkpoints"})
MIB = 1024 * 1024


@dataclass(frozen=True)
class Sources:
    """The bytes of every file that will be migrated, and a report on each one that was left alone.

    `pins`: files of other kinds that may say which TensorFlow to install.
    """

    files: Mapping[str, bytes]
    left: tuple[FileReport, ...]
    pins: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def everything(self) -> Mapping[str, bytes]:
        """All files that may change."""
        return {**self.pins, **self.files}


def read_sources(tree: Tree, exclude: tuple[str, ...] = (), size_limit: int = 2, prefix: str = "") -> Sources:
    """Read the Python files and notebooks of a tree. `exclude`: patterns over paths from the top of the repository,
    which is `prefix` above the tree; `size_limit`: in MiB, 0 for none; ten times as much for notebooks."""
    entries = [*tree.entries()]
    environments = tuple(
        posixpath.dirname(entry.path) + "/"
        for entry in entries
        if posixpath.basename(entry.path) == VIRTUAL_ENVIRONMENT_MARK
    )
    files: dict[str, bytes] = {}
    pins: dict[str, bytes] = {}
    left: list[FileReport] = []
    for entry in entries:
        if entry.path.startswith(environments) or not NEVER.isdisjoint(entry.path.split("/")):
            continue
        report = _left_alone(tree, entry, size_limit)
        excluded = is_excluded(posixpath.join(prefix, entry.path), exclude)
        if report is None and not entry.path.endswith(HANDLED):
            if may_pin(entry.path) and not excluded and _is_small(entry, size_limit):
                _read(tree, entry, pins)
            continue
        if excluded:
            report = FileReport(entry.path, "skipped", "excluded in pyproject.toml")
        if report is None:
            report = _read(tree, entry, files)
        if report is not None:
            left.append(report)
    return Sources(files, tuple(left), pins)


def _is_small(entry: Entry, size_limit: int) -> bool:
    return entry.kind in (Kind.FILE, Kind.EXECUTABLE) and not (size_limit and entry.size > size_limit * MIB)


def is_excluded(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern matches the path or a folder above it; a pattern without a slash matches at any depth."""
    parts = path.split("/")
    above = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    for pattern in (pattern.removeprefix("./").rstrip("/") for pattern in patterns):
        names = above if "/" in pattern else parts
        if any(fnmatchcase(name, pattern) for name in names):
            return True
    return False


def _left_alone(tree: Tree, entry: Entry, size_limit: int) -> FileReport | None:
    if entry.kind is Kind.NESTED:
        return FileReport(entry.path, "skipped", "a repository of its own (submodule); migrate it by itself")
    if entry.kind is Kind.UNREADABLE:
        return FileReport(entry.path, "failed", "cannot be read (permission denied or gone)")
    if entry.kind is Kind.LINK:
        return _link(tree, entry)
    if not entry.path.endswith(HANDLED):
        return None
    if entry.kind is Kind.SPECIAL:
        return FileReport(entry.path, "skipped", "not a regular file")
    limit = size_limit * (NOTEBOOK_FACTOR if is_notebook(entry.path) else 1)
    if limit and entry.size > limit * MIB:
        reason = f"huge: {entry.size / MIB:.1f} MiB, the limit is {limit} (size-limit in [tool.tfmigrate])"
        return FileReport(entry.path, "skipped", reason)
    return None


def _link(tree: Tree, entry: Entry) -> FileReport | None:
    try:
        target = tree.read(entry).decode("utf-8", "surrogateescape")
    except OSError:
        return FileReport(entry.path, "failed", "a link that cannot be read")
    landing = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), target))
    if posixpath.isabs(target) or landing == ".." or landing.startswith("../"):
        return FileReport(entry.path, "skipped", "a link that leads out of the tree")
    if entry.path.endswith(HANDLED):
        return FileReport(entry.path, "skipped", f"a link; what it points to ({landing}) is migrated where it lies")
    return None


def _read(tree: Tree, entry: Entry, files: dict[str, bytes]) -> FileReport | None:
    try:
        files[entry.path] = tree.read(entry)
    except OSError as error:
        return FileReport(entry.path, "failed", f"cannot be read ({error.strerror or error})")
    return None
