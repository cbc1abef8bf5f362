"""The commands as users and machines see them: exit codes, JSON, the diff, what is printed where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.migrate.conftest import Run
from tests.migrate.engine import NEW, OBSTACLE, OLD
from tests.migrate.repositories import git, make_repository, state, write
from tests.source_files import ROOT

HELP_SECONDS = 0.4


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "repository", {"train.py": OLD, "kept.py": OLD + OBSTACLE, "notes.py": "x = 1"})


def test_json_has_every_field(repository: Path, run: Run) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    answer = run("apply", repository, "--json", "-")
    document = answer.json
    assert answer.err == ""
    assert document["schema"] == 1 and document["tool"] == "tfmigrate" and document["command"] == "apply"
    assert document["version"] and document["tensorflow"] == "2.21"
    assert document["source"] == {"path": str(repository), "base": base}
    assert document["branch"] == "tfmigrate/tf2"
    assert all(set(commit) == {"id", "rule_group", "files"} for commit in document["commits"])
    programs = {program["entry"]: program for program in document["programs"]}
    assert programs["train.py"]["tier"] == "native" and programs["train.py"]["steps"] == ["loss"]
    assert programs["train.py"]["modules"] == ["train.py"] and programs["train.py"]["obstacles"] == []
    obstacle = {
        "id": "rebound-tensor",
        "file": "kept.py",
        "cell": None,
        "line": 3,
        "column": 4,
        "symbol": "loss",
        "reason": "It has two meanings.",
        "unlock": "Rename one.",
    }
    assert document["obstacles"] == programs["kept.py"]["obstacles"] == [obstacle]
    files = {file["path"]: file for file in document["files"]}
    assert files["notes.py"] == {"path": "notes.py", "status": "unchanged", "reason": None, "edits": []}
    assert {edit["rule"] for edit in files["train.py"]["edits"]} == {"names", "sessions"}
    assert files["train.py"]["edits"][0]["line"] == 2 and files["train.py"]["edits"][0]["safety"] == "safe"
    counts = document["summary"]
    assert (counts["files"], counts["changed"], counts["programs"]) == (3, 2, 2)
    assert (counts["native"], counts["kept"], counts["blocked"]) == (1, 1, 0) and counts["seconds"] >= 0


def test_scan_writes_nothing_and_names_obstacles(repository: Path, run: Run) -> None:
    before = state(repository)
    answer = run("scan", repository)
    assert answer.code == 0 and answer.err == ""
    assert state(repository) == before and not (repository / ".git/tfmigrate").exists()
    assert "kept.py:3:4 rebound-tensor (loss): It has two meanings." in answer.out
    assert "to unlock: Rename one." in answer.out and "tf.Session" in answer.out
    document = run("scan", repository, "--json", "-").json
    assert document["source"]["base"] is None and document["branch"] is None and document["commits"] == []
    assert document["constructs"] == {"tf.Session": 2}


def test_dry_run_shows_a_diff_that_git_can_apply(repository: Path, run: Run) -> None:
    before = state(repository)
    answer = run("apply", repository, "--dry-run")
    assert answer.code == 1 and state(repository) == before
    assert "# train.py: names, sessions" in answer.out
    patch = repository.parent / "changes.patch"
    patch.write_text(answer.out)
    git(repository, "apply", str(patch))
    assert (repository / "train.py").read_text() == NEW
    assert run("apply", repository, "--dry-run").code == 1, "the base commit is read, not the folder"
    git(repository, "commit", "-qam", "applied")
    assert run("apply", repository, "--dry-run").code == 0


def test_check_prints_no_diff(repository: Path, run: Run) -> None:
    answer = run("apply", repository, "--check")
    assert answer.code == 1 and "2 files would change" in answer.out and "@@" not in answer.out


def test_strict(repository: Path, run: Run) -> None:
    assert run("apply", repository, "--strict").code == 1
    assert git(repository, "show", "tfmigrate/tf2:train.py") == NEW
    (repository / "kept.py").unlink()
    git(repository, "commit", "-qam", "gone")
    assert run("apply", repository, "--strict", "--branch", "second").code == 0


def test_select_and_skip(repository: Path, run: Run) -> None:
    run("apply", repository, "--skip", "names", "--branch", "first")
    run("apply", repository, "--select", "sessions", "--branch", "second")
    assert git(repository, "rev-parse", "first^{tree}") == git(repository, "rev-parse", "second^{tree}")
    assert "Tfmigrate-Skip: names" in git(repository, "log", "-1", "--format=%B", "first")


def test_settings_of_the_repository(tmp_path: Path, run: Run) -> None:
    settings = "[tool.tfmigrate]\nbranch = 'two'\nexclude = ['old/']\nskip = ['names']\n"
    repository = make_repository(tmp_path / "r", {"train.py": OLD, "old/x.py": OLD, "pyproject.toml": settings})
    document = run("apply", repository, "--json", "-").json
    assert document["branch"] == "two" and [c["rule_group"] for c in document["commits"]] == ["sessions"]
    files = {file["path"]: file for file in document["files"]}
    assert files["old/x.py"]["status"] == "skipped" and "excluded" in files["old/x.py"]["reason"]
    write(repository, {"pyproject.toml": "[tool.tfmigrate]\nbranch = 'three'\n"})
    assert "two exists" in run("apply", repository).err, "the settings of the base commit hold"


def test_quiet_and_json_to_a_file(repository: Path, run: Run, tmp_path: Path) -> None:
    answer = run("apply", repository, "--quiet", "--json", tmp_path / "out/result.json")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert json.loads((tmp_path / "out/result.json").read_text())["command"] == "apply"


def test_report_again(repository: Path, run: Run, tmp_path: Path) -> None:
    assert "no results stored" in run("report", repository).err
    applied = run("apply", repository, "--report", tmp_path / "report", "--json", tmp_path / "apply.json")
    assert "report.md" in applied.out and (tmp_path / "report/report.md").read_text().startswith("# Migration")
    for place in (repository, repository / "train.py", tmp_path / "report", tmp_path / "apply.json"):
        answer = run("report", place)
        assert answer.code == 0 and answer.out.startswith("# Migration to TensorFlow 2")
    document = run("report", repository, "--format", "json").json
    assert document["migration"] == json.loads((tmp_path / "apply.json").read_text())
    assert document["verification"] is None
    assert "rebound-tensor" in run("report", repository, "--format", "text").out
    assert run("report", repository, "--format", "pdf").code == 2


def test_output_is_plain_when_piped_and_the_same_twice(repository: Path) -> None:
    def call() -> str:
        command = [sys.executable, "-m", "migrate.cli", "apply", str(repository), "--dry-run"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "FORCE_COLOR": "1"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.stderr == "" and done.returncode in (0, 1)
        return done.stdout.rpartition(";")[0]

    assert call() == call() and "\x1b" not in call()


def test_help_is_cheap_and_names_every_command() -> None:
    script = (
        "import os, subprocess, sys; "
        "out = subprocess.run([sys.executable, '-m', 'migrate.cli', '--help'], capture_output=True, text=True).stdout; "
        "print(out); usage = os.times(); print(usage.children_user + usage.children_system)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    listed, _, seconds = done.stdout.strip().rpartition("\n")
    assert float(seconds) <= HELP_SECONDS
    for command in ("scan", "apply", "verify", "checkpoint", "report", "rules", "explain"):
        assert f"\n  {command} " in listed


@pytest.mark.parametrize("module", ["git", "rich", "codemods", "concurrent.futures", "tomllib", "json"])
def test_help_imports_nothing_that_commands_need(module: str) -> None:
    script = f"import sys, migrate.cli; migrate.cli.run(['--help']); sys.exit({module!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, f"--help imports {module}"


def test_version_everywhere(run: Run) -> None:
    for arguments in (
        ("--version",),
        ("scan", "--version"),
        ("apply", "--version"),
        ("report", "--version"),
        ("explain", "--version"),
    ):
        answer = run(*arguments)
        assert answer.code == 0 and answer.out.startswith("tfmigrate ")
