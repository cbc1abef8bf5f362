"""A tree of files that can be listed and read, whether it lies in a folder or in a commit."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol


class Kind(Enum):
    """What an entry of a tree is; `FOLDER` appears only where a folder is empty, nested or cannot be read."""

    FILE = "file"
    EXECUTABLE = "executable"
    LINK = "link"
    FOLDER = "folder"
    NESTED = "nested repository"
    SPECIAL = "special file"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Entry:
    """One file of a tree. `path` is relative to the tree, with forward slashes; `size` is -1 if unknown."""

    path: str
    kind: Kind
    size: int
    key: str


class Tree(Protocol):
    """What the stages need to know of where the files come from."""

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the paths."""
        ...

    def read(self, entry: Entry) -> bytes:
        """The bytes of a file, or the target of a link. Raises OSError."""
        ...


VIRTUAL_ENVIRONMENT_MARK = "pyvenv.cfg"


@dataclass(frozen=True)
class FolderTree:
    """The files below a folder, or the one file named by `only`. Git directories and virtual environments are left
    out; links are not followed."""

    root: Path
    only: str | None = None

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the paths."""
        if self.only is not None:
            yield _entry(self.root, self.only)
        else:
            yield from _walk(self.root, "")

    def read(self, entry: Entry) -> bytes:
        """The bytes of a file, or the target of a link."""
        if entry.kind is Kind.LINK:
            return os.fsencode(os.readlink(self.root / entry.path))
        return (self.root / entry.path).read_bytes()


def _walk(root: Path, folder: str) -> Iterator[Entry]:
    try:
        with os.scandir(root / folder) as listing:
            found = sorted((item.name, item.is_dir(follow_symlinks=False)) for item in listing)
    except OSError:
        yield Entry(folder or ".", Kind.UNREADABLE, -1, folder)
        return
    names = {name for name, _ in found}
    if folder and VIRTUAL_ENVIRONMENT_MARK in names:
        return
    if folder and ".git" in names:
        yield Entry(folder, Kind.NESTED, -1, folder)
        return
    if folder and not names:
        yield Entry(folder, Kind.FOLDER, 0, folder)
    for name, is_folder in found:
        path = f"{folder}/{name}" if folder else name
        if name == ".git":
            continue
        if is_folder:
            yield from _walk(root, path)
        else:
            yield _entry(root, path)


def _entry(root: Path, path: str) -> Entry:
    try:
        status = os.lstat(root / path)
    except OSError:
        return Entry(path, Kind.UNREADABLE, -1, path)
    if stat.S_ISLNK(status.st_mode):
        kind = Kind.LINK
    elif not stat.S_ISREG(status.st_mode):
        kind = Kind.SPECIAL
    else:
        kind = Kind.EXECUTABLE if status.st_mode & stat.S_IXUSR else Kind.FILE
    return Entry(path, kind, status.st_size, path)
