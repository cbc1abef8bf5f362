"""Writes a whole tree with its changes to a new folder: prepared beside it, and put in place in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from migrate.problems import UserError
from migrate.tree import Entry, FolderTree, Kind, Tree


def check_output(folder: Path, source: Path) -> None:
    """Refuse a folder that is not new or empty, or lies inside of what is migrated."""
    real, origin = Path(os.path.realpath(folder)), Path(os.path.realpath(source))
    if real == origin or (origin.is_dir() and real.is_relative_to(origin)):
        raise UserError(f"{folder} lies inside of {source}; choose a folder outside of it")
    if os.path.lexists(folder) and not folder.is_dir():
        raise UserError(f"{folder} is not a folder; choose one that is new or empty")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise UserError(f"{folder} is not empty; choose one that is new or empty")
    except OSError as error:
        raise UserError(f"{folder} cannot be used ({error.strerror or error})") from error


def write_output(tree: Tree, changed: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write the tree with the changed files to `folder`, whole or not at all; the paths that could not be copied."""
    folder = Path(os.path.realpath(folder))
    temporary: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}.tfmigrate-", dir=folder.parent))
        missed = fill(tree, changed, temporary)
        os.chmod(temporary, _folder_mode(folder))
        os.replace(temporary, folder)
    except OSError as error:
        raise UserError(f"{folder} cannot be written ({error.strerror or error})") from error
    finally:
        if temporary is not None and temporary.exists():
            shutil.rmtree(temporary, ignore_errors=True)
    return missed


def _folder_mode(folder: Path) -> int:
    if folder.is_dir():
        return folder.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o777 & ~mask


def fill(tree: Tree, changed: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write every file of the tree into an existing folder; the paths that could not be copied."""
    missed: list[str] = []
    written: set[str] = set()
    for entry in tree.entries():
        if entry.path in changed and entry.kind in (Kind.FILE, Kind.EXECUTABLE):
            _write(folder / entry.path, changed[entry.path], entry.kind)
            _copy_mode(tree, entry, folder)
            written.add(entry.path)
        elif not _copy(tree, entry, folder):
            missed.append(entry.path)
    for path in sorted(changed.keys() - written):
        _write(folder / path, changed[path], Kind.FILE)
    return tuple(missed)


def _copy(tree: Tree, entry: Entry, folder: Path) -> bool:
    target = folder / entry.path
    if entry.kind in (Kind.UNREADABLE, Kind.SPECIAL):
        return entry.kind is Kind.SPECIAL
    if entry.kind in (Kind.FOLDER, Kind.NESTED):
        target.mkdir(parents=True, exist_ok=True)
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(tree, FolderTree) and entry.kind is not Kind.LINK:
        return _copy_file(tree.root / entry.path, target)
    try:
        data = tree.read(entry)
    except OSError:
        return False
    if entry.kind is Kind.LINK:
        os.symlink(os.fsdecode(data), target)
    else:
        _write(target, data, entry.kind)
    return True


def _copy_file(source: Path, target: Path) -> bool:
    """Copy piece by piece, for data files may be larger than the memory."""
    if not os.access(source, os.R_OK):
        return False
    shutil.copyfile(source, target)
    shutil.copymode(source, target)
    return True


def _write(target: Path, data: bytes, kind: Kind) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    if kind is Kind.EXECUTABLE:
        target.chmod(target.stat().st_mode | 0o111)


def _copy_mode(tree: Tree, entry: Entry, folder: Path) -> None:
    if isinstance(tree, FolderTree):
        shutil.copymode(tree.root / entry.path, folder / entry.path)
