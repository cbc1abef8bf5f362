"""Where the files of a run come from: a folder or a commit, with the settings that hold there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from migrate.checkout import CommitTree, Repository, find_repository, is_repository_data, resolve_commit
from migrate.problems import UserError
from migrate.settings import PYPROJECT, Settings, Value, read_settings, with_flags
from migrate.sources import HANDLED
from migrate.tree import FolderTree, Tree


@dataclass(frozen=True)
class Origin:
    """A tree to migrate. `base` is the commit it was read from (None: from the folder), `prefix` the path of the tree
    from the top of the repository."""

    path: Path
    tree: Tree
    settings: Settings
    prefix: str = ""
    base: str | None = None
    repository: Repository | None = None


def open_folder(path: Path, flags: Mapping[str, Value]) -> Origin:
    """The files as they lie on the disk, or those of the commit that `--base` names."""
    repository = _open(path)
    if repository is not None and (flags.get("base") or is_repository_data(repository, path)):
        return open_commit(path, flags)
    if flags.get("base"):
        raise UserError(f"{path} is not in a git repository, so --base means nothing there")
    folder = path if path.is_dir() else path.parent
    prefix = _prefix(path, repository)
    settings = with_flags(read_settings(_file_bytes(_top(folder, repository) / PYPROJECT)), flags)
    return Origin(path, FolderTree(folder, path.name if path.is_file() else None), settings, prefix, None, repository)


def open_commit(path: Path, flags: Mapping[str, Value]) -> Origin:
    """The files of the base commit; what the working tree holds does not matter."""
    repository = _open(path)
    if repository is None:
        raise UserError(f"{path} is not in a git repository; use --output DIR, or --dry-run to see the changes")
    if is_repository_data(repository, path) and not repository.repo.bare:
        raise UserError(f"{path} belongs to git itself; name the folder that holds the code")
    first = resolve_commit(repository, str(flags.get("base") or "HEAD"))
    settings = with_flags(read_settings(CommitTree(repository, first).file(PYPROJECT)), flags)
    base = resolve_commit(repository, settings.base or "HEAD")
    tree = CommitTree(repository, base, repository.inside)
    return Origin(path, tree, settings, _prefix(path, repository), base, repository)


def open_either(path: Path, flags: Mapping[str, Value]) -> Origin:
    """The base commit in a repository, the folder elsewhere."""
    return open_folder(path, flags) if _open(path) is None else open_commit(path, flags)


def _open(path: Path) -> Repository | None:
    if not os.path.lexists(path):
        raise UserError(f"{path}: no such file or folder")
    if not path.is_dir() and not path.name.endswith(HANDLED):
        raise UserError(f"{path} is neither a folder nor a Python file or notebook")
    return find_repository(path)


def _prefix(path: Path, repository: Repository | None) -> str:
    if repository is None:
        return ""
    return repository.inside if path.is_dir() else repository.inside.rpartition("/")[0]


def _top(folder: Path, repository: Repository | None) -> Path:
    if repository is None or repository.repo.working_tree_dir is None:
        return folder
    return Path(repository.repo.working_tree_dir)


def _file_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror or error})") from error
