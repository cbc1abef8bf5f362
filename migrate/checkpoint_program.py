"""The program that wrote a checkpoint, as it was in TensorFlow 1: from a folder, a repository or a commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codemods import CheckpointMap, checkpoint_map
from migrate.checkout import CommitTree, find_repository
from migrate.origin import open_commit, open_folder
from migrate.problems import UserError
from migrate.settings import Settings, Value
from migrate.sources import read_sources
from migrate.tree import FolderTree, Tree


@dataclass(frozen=True)
class Placed:
    """A program in its tree: all that it may import is there too."""

    tree: Tree
    path: str
    settings: Settings
    prefix: str = ""


def map_of_program(program: Path, flags: Mapping[str, Value]) -> CheckpointMap:
    """Where the variables of a program are after its migration. `flags`: those of the command line, `base` too."""
    if program.is_dir():
        raise UserError(f"{program} is a folder; name the program in it that wrote the checkpoint")
    placed = _in_commit(program, flags) if flags.get("base") else _in_folder(program, flags)
    sources = read_sources(placed.tree, placed.settings.exclude, placed.settings.size_limit, placed.prefix)
    if placed.path not in sources.files:
        raise UserError(f"{program}: {_reason(placed, {each.path: each.reason or '' for each in sources.left}, flags)}")
    found = checkpoint_map(sources.files, placed.path, placed.settings.options())
    if found.refusal is not None:
        raise UserError(found.refusal)
    return found


def _in_folder(program: Path, flags: Mapping[str, Value]) -> Placed:
    """In the working tree of its repository, or beside the files of its folder."""
    if not program.exists():
        raise UserError(f"{program}: no such file; --base REF takes it from a commit")
    origin = open_folder(program, flags)
    top = origin.repository.repo.working_tree_dir if origin.repository is not None else None
    if origin.repository is None or top is None:
        return Placed(FolderTree(program.absolute().parent), program.name, origin.settings)
    return Placed(FolderTree(Path(top)), origin.repository.inside, origin.settings)


def _in_commit(program: Path, flags: Mapping[str, Value]) -> Placed:
    """In the commit that `--base` names, whether or not it is still in the working tree."""
    folder = next(each for each in program.absolute().parents if each.is_dir())
    if find_repository(folder) is None:
        raise UserError(f"{program} is not in a git repository, so --base means nothing there")
    origin = open_commit(folder, flags)
    assert origin.repository is not None and origin.base is not None
    inside = Path(origin.repository.inside) / program.absolute().relative_to(folder)
    return Placed(CommitTree(origin.repository, origin.base), inside.as_posix(), origin.settings)


def _reason(placed: Placed, left: Mapping[str, str], flags: Mapping[str, Value]) -> str:
    """Why a program is not among the files that were read."""
    if placed.path in left:
        return left[placed.path]
    base = flags.get("base")
    return f"there is no such Python file or notebook in {base}" if base else "no Python file or notebook"
