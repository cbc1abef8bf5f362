"""Git repositories for tests, and everything that may not change in them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

IDENTITY = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    """The output of a git command, without the configuration of the user who runs the tests."""
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *IDENTITY, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def make_repository(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A repository with one commit that holds the files."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main", ".")
    write(folder, files)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit everything, hooks or not."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--no-verify", "--allow-empty", "-m", "start")


def state(folder: Path) -> dict[str, bytes]:
    """Every byte of the working tree and of the git directory, but for new objects and the stored results."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith((".git/objects/", ".git/tfmigrate/")):
            continue
        if path.is_symlink():
            found[name] = os.readlink(path).encode()
        elif path.is_file():
            found[name] = path.read_bytes() + f"{path.stat().st_mode:o}".encode()
    return found


def without_branch(folder: Path, branch: str = "tfmigrate/tf2") -> dict[str, bytes]:
    """The state, but for the files in which git keeps the branch that was written."""
    kept = (f".git/refs/heads/{branch}", f".git/logs/refs/heads/{branch}")
    return {name: content for name, content in state(folder).items() if name not in kept}
