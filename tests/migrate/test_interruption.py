"""Killed at any moment, a run leaves the repository as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.migrate.conftest import Run
from tests.migrate.engine import NEW, OLD
from tests.migrate.repositories import git, make_repository, state
from tests.source_files import ROOT

KILLED_AT = """
import importlib, os, signal, sys
import migrate.cli, migrate.pipeline
from tests.migrate import engine
migrate.pipeline.migrate_sources = engine.migrate_sources
module, name = importlib.import_module(sys.argv[1]), sys.argv[2]
calls, how = int(sys.argv[3]), getattr(signal, sys.argv[4])
genuine = getattr(module, name)
def deadly(*arguments):
    global calls
    calls -= 1
    if calls < 0:
        os.kill(os.getpid(), how)
    return genuine(*arguments)
setattr(module, name, deadly)
sys.argv = ["tfmigrate", "apply", sys.argv[5]]
migrate.cli.main()
"""


def killed(repository: Path, name: str, calls: int, how: str = "SIGKILL", module: str = "migrate.branch") -> int:
    """Run apply until it calls a function for the n-th time; the exit code."""
    command = [sys.executable, "-c", KILLED_AT, module, name, str(calls), how, str(repository)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.parametrize(("name", "calls"), [("_store", 0), ("_store", 1), ("_store", 4), ("_publish", 0)])
def test_killed_while_writing(tmp_path: Path, run: Run, name: str, calls: int) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD, "pkg/model.py": OLD})
    before = state(repository)
    assert killed(repository, name, calls) == -signal.SIGKILL
    assert state(repository) == before
    assert not (repository / ".git/tfmigrate").exists()
    assert run("apply", repository).code == 0
    assert git(repository, "show", "tfmigrate/tf2:train.py") == NEW
    assert git(repository, "fsck", "--strict", "--no-dangling") == ""


def test_killed_after_the_branch_leaves_a_whole_branch(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    assert killed(repository, "store_results", 0, module="migrate.pipeline") == -signal.SIGKILL
    assert git(repository, "show", "tfmigrate/tf2:train.py") == NEW
    assert git(repository, "status", "--porcelain") == ""


def test_terminated_politely(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    before = state(repository)
    assert killed(repository, "_store", 1, "SIGTERM") == 128 + signal.SIGTERM
    assert state(repository) == before
