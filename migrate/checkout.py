"""Git repositories as a source of files: finds the repository of a path and reads commits, object by object.

Nothing here touches the working tree, the index or a hook, and no filter configured in the repository runs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from configparser import Error as ConfigError
from dataclasses import dataclass
from pathlib import Path

from git import Git, GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, NoSuchPathError, Repo

from migrate.problems import UserError
from migrate.tree import Entry, Kind

NO_HOOKS = f"core.hooksPath={os.devnull}"

_KINDS = {b"100644": Kind.FILE, b"100664": Kind.FILE, b"100755": Kind.EXECUTABLE, b"120000": Kind.LINK}


@dataclass(frozen=True)
class Repository:
    """An opened repository, and the path that the user named inside of it (`inside` is empty for the whole of it)."""

    repo: Repo
    inside: str

    @property
    def git(self) -> Git:
        """The git command of this repository, with hooks switched off."""
        command: Git = self.repo.git(c=NO_HOOKS)
        return command

    @property
    def folder(self) -> Path:
        """Where results are stored: shared by all worktrees of the repository."""
        return Path(self.repo.common_dir).absolute() / "tfmigrate"


def find_repository(path: Path) -> Repository | None:
    """The repository that `path` lies in; None if there is none."""
    absolute = Path(os.path.abspath(path))
    folder = Path(os.path.realpath(absolute if absolute.is_dir() else absolute.parent))
    try:
        repo = Repo(folder, search_parent_directories=True, expand_vars=False)
    except (InvalidGitRepositoryError, NoSuchPathError):
        return None
    _isolate(repo)
    if repo.bare or repo.working_tree_dir is None:
        return Repository(repo, "")
    top = Path(os.path.realpath(repo.working_tree_dir))
    real = folder if absolute.is_dir() else folder / absolute.name
    if not real.is_relative_to(top):
        return None
    inside = real.relative_to(top).as_posix()
    return Repository(repo, "" if inside == "." else inside)


def _isolate(repo: Repo) -> None:
    """Let no variable of the surrounding shell point git elsewhere, and no missing object be fetched."""
    repo.git.update_environment(GIT_NO_LAZY_FETCH="1", GIT_TERMINAL_PROMPT="0", LC_ALL="C")
    if "GIT_DIR" in os.environ:
        repo.git.update_environment(GIT_DIR=os.fspath(repo.git_dir))


def is_repository_data(repository: Repository, path: Path) -> bool:
    """Whether `path` is the bare repository itself (or lies in the git directory), so has no files of its own."""
    return Path(os.path.abspath(path)).resolve().is_relative_to(Path(repository.repo.git_dir).resolve())


def resolve_commit(repository: Repository, name: str) -> str:
    """The full id of the commit that `name` (a branch, a tag, an id, HEAD~2) denotes."""
    if config_value(repository, "extensions", "objectformat") not in ("", "sha1"):
        raise UserError("repositories with SHA-256 objects are not supported yet; use --output DIR")
    try:
        return str(repository.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"))
    except GitCommandNotFound as error:
        raise UserError("git is not installed; install it, or use --output DIR") from error
    except GitCommandError as error:
        reason = first_line(error)
        if reason:
            raise UserError(f"git cannot read this repository: {reason}") from error
        if not repository.git.for_each_ref(count=1):
            raise UserError("the repository has no commit yet; commit the code first, or use --output DIR") from error
        raise UserError(f"{name!r} is not a commit of this repository; name a branch, tag or commit") from error


def config_value(repository: Repository, section: str, option: str) -> str:
    """A value of git's configuration; empty if there is none or it cannot be read."""
    try:
        return str(repository.repo.config_reader().get_value(section, option, "")).strip()
    except (OSError, ValueError, ConfigError):
        return ""


def first_line(error: GitCommandError) -> str:
    """The first line of what git wrote before it failed."""
    text = str(error.stderr).strip().removeprefix("stderr: '").removesuffix("'").strip()
    return text.splitlines()[0] if text else ""


@dataclass(frozen=True)
class CommitTree:
    """The files of a commit below `inside`; if `inside` is a file, that file alone."""

    repository: Repository
    commit: str
    inside: str = ""

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the paths. Paths are relative to `inside`, or to its folder if it is a file."""
        found = [*self._listed()]
        if self.inside and not found:
            raise UserError(f"{self.inside} is not in commit {self.commit[:10]}; commit it first, or use --output DIR")
        yield from sorted(found, key=lambda entry: entry.path)

    def read(self, entry: Entry) -> bytes:
        """The bytes of a blob. Raises OSError."""
        return read_object(self.repository, entry.key)

    def file(self, path: str) -> bytes | None:
        """The bytes of one file, by its path from the top of the repository; None if it is not there."""
        for entry in self._listed_at(path, recursive=False):
            if entry.kind in (Kind.FILE, Kind.EXECUTABLE):
                return self.read(entry)
        return None

    def _listed(self) -> Iterator[Entry]:
        for entry in self._listed_at(self.inside, recursive=True):
            if not self.inside:
                yield entry
            elif entry.path == self.inside:
                yield Entry(entry.path.rpartition("/")[2], entry.kind, entry.size, entry.key)
            elif entry.path.startswith(self.inside + "/"):
                yield Entry(entry.path[len(self.inside) + 1 :], entry.kind, entry.size, entry.key)

    def _listed_at(self, path: str, recursive: bool) -> Iterator[Entry]:
        flags = ["-z", "-l", "--full-tree", *(["-r"] if recursive else [])]
        chosen = ["--", f":(literal){path}"] if path else []
        try:
            output = self.repository.git.ls_tree(
                *flags, self.commit, *chosen, stdout_as_string=False, strip_newline_in_stdout=False
            )
        except GitCommandError as error:
            raise UserError(f"git cannot list commit {self.commit[:10]}: {first_line(error)}") from error
        assert isinstance(output, bytes)
        for record in output.split(b"\0"):
            if record:
                yield _entry(record)


def _entry(record: bytes) -> Entry:
    facts, _, name = record.partition(b"\t")
    mode, kind, key, size = facts.split()
    found = Kind.NESTED if kind == b"commit" else _KINDS.get(mode, Kind.SPECIAL)
    return Entry(os.fsdecode(name), found, int(size) if size.isdigit() else -1, key.decode())


def read_object(repository: Repository, key: str) -> bytes:
    """The bytes of an object (blob, tree or commit) by its id. Raises OSError."""
    try:
        data: bytes = repository.repo.git.get_object_data(key)[3]
    except (ValueError, GitCommandError) as error:
        raise OSError(f"object {key[:10]} is missing or broken") from error
    return data
