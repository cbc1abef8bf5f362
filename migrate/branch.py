"""Writes a branch object by object: no working tree, no index, no hook, no filter is touched.

The branch itself is created last and in one step, so that a run killed at any moment leaves nothing but unused objects.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from git import GitCommandError

from migrate.checkout import Repository, config_value, first_line, read_object
from migrate.problems import UserError

FALLBACK_NAME = "tfmigrate"
FALLBACK_EMAIL = "tfmigrate@localhost"
NO_COMMIT = "0" * 40
_FILE_MODE = b"100644"
_FOLDER_MODE = b"40000"


@dataclass(frozen=True)
class Change:
    """One commit to write: its message, and the new bytes of files by their path from the top of the repository."""

    message: str
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Target:
    """A branch that may be written, and the commit it is known to be at (zeros: it does not exist)."""

    name: str
    before: str

    @property
    def ref(self) -> str:
        """The full name of the branch."""
        return f"refs/heads/{self.name}"


def claim_branch(repository: Repository, name: str, force: bool) -> Target:
    """Check that the branch may be written. Changes nothing."""
    ref = f"refs/heads/{name}"
    try:
        repository.git.check_ref_format(ref)
    except GitCommandError as error:
        raise UserError(f"{name!r} is not a valid name for a branch; choose another with --branch") from error
    if name.startswith("-"):
        raise UserError(f"{name!r} is not a valid name for a branch; choose another with --branch")
    if ref in _checked_out(repository):
        raise UserError(f"branch {name} is checked out and will not be moved; choose another with --branch")
    before = _commit_at(repository, ref)
    if before != NO_COMMIT and not force:
        raise UserError(f"branch {name} exists; choose another with --branch, or replace it with --force")
    return Target(name, before)


def _checked_out(repository: Repository) -> set[str]:
    listing = str(repository.git.worktree("list", "--porcelain")).splitlines()
    found = {line.removeprefix("branch ") for line in listing if line.startswith("branch ")}
    with contextlib.suppress(GitCommandError):  # a detached HEAD is at no branch
        found.add(str(repository.git.symbolic_ref("-q", "HEAD")))
    return found


def _commit_at(repository: Repository, ref: str) -> str:
    try:
        return str(repository.git.rev_parse("--verify", "--quiet", "--end-of-options", ref))
    except GitCommandError:
        return NO_COMMIT


def write_branch(repository: Repository, base: str, changes: Sequence[Change], target: Target) -> list[str]:
    """Write one commit per change on top of `base`, then create the branch; the ids of the commits, oldest first."""
    store = Path(repository.repo.odb.root_path())
    commits: list[str] = []
    parent = base
    try:
        tree = _tree_of(repository, base)
        for change in changes:
            tree = _tree_with(repository, store, tree, {os.fsencode(path): new for path, new in change.files.items()})
            parent = _store_commit(repository, store, tree, parent, change.message)
            commits.append(parent)
    except OSError as error:
        raise UserError(f"the repository cannot be written ({error.strerror or error}); use --output DIR") from error
    if commits:
        _publish(repository, target, commits[-1])
    return commits


def _tree_of(repository: Repository, commit: str) -> str:
    header = read_object(repository, commit).split(b"\n", 1)[0]
    return header.removeprefix(b"tree ").decode()


def _tree_with(repository: Repository, store: Path, tree: str | None, files: Mapping[bytes, bytes]) -> str:
    """The id of a tree like `tree` with these files in it; modes of files that were there stay as they were."""
    entries = _parse_tree(read_object(repository, tree)) if tree else {}
    folders: dict[bytes, dict[bytes, bytes]] = {}
    for path, new in files.items():
        name, slash, rest = path.partition(b"/")
        if slash:
            folders.setdefault(name, {})[rest] = new
        else:
            mode = entries[name][0] if name in entries else _FILE_MODE
            entries[name] = (mode, _store(store, b"blob", new))
    for name, inner in folders.items():
        old = entries[name][1] if name in entries else None
        entries[name] = (_FOLDER_MODE, _tree_with(repository, store, old, inner))
    return _store(store, b"tree", _format_tree(entries))


def _parse_tree(data: bytes) -> dict[bytes, tuple[bytes, str]]:
    entries: dict[bytes, tuple[bytes, str]] = {}
    at = 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        entries[name] = (mode, data[end + 1 : end + 21].hex())
        at = end + 21
    return entries


def _format_tree(entries: Mapping[bytes, tuple[bytes, str]]) -> bytes:
    def place(name: bytes) -> bytes:  # git sorts a folder as if its name ended in a slash
        return name + b"/" if entries[name][0] == _FOLDER_MODE else name

    return b"".join(
        entries[name][0] + b" " + name + b"\0" + bytes.fromhex(entries[name][1]) for name in sorted(entries, key=place)
    )


def _store(store: Path, kind: bytes, data: bytes) -> str:
    """Write a loose object as git does: to a temporary file, which then takes the object's name."""
    content = kind + b" " + str(len(data)).encode() + b"\0" + data
    key = sha1(content, usedforsecurity=False).hexdigest()
    final = store / key[:2] / key[2:]
    if not final.exists():
        final.parent.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix="tmp_obj_", dir=final.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(zlib.compress(content, 1))
        os.chmod(temporary, 0o444)
        os.replace(temporary, final)
    return key


def _store_commit(repository: Repository, store: Path, tree: str, parent: str, message: str) -> str:
    moment = time.time()
    offset = time.localtime(moment).tm_gmtoff
    zone = f"{'-' if offset < 0 else '+'}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
    who = f"{_identity(repository)} {int(moment)} {zone}"
    text = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\n{message.rstrip()}\n"
    return _store(store, b"commit", text.encode("utf-8", "surrogateescape"))


def _identity(repository: Repository) -> str:
    unsafe = str.maketrans("", "", "<>\n\0")
    name = config_value(repository, "user", "name").translate(unsafe)
    email = config_value(repository, "user", "email").translate(unsafe)
    return f"{name} <{email}>" if name and email else f"{FALLBACK_NAME} <{FALLBACK_EMAIL}>"


def _publish(repository: Repository, target: Target, commit: str) -> None:
    try:
        repository.git.update_ref("-m", "tfmigrate: migrated to TensorFlow 2", target.ref, commit, target.before)
    except GitCommandError as error:
        reason = first_line(error) or "git update-ref failed"
        raise UserError(f"branch {target.name} could not be created: {reason}") from error
