"""Whatever is given, the answer is an exit code and, for the user's mistakes, one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from migrate import pipeline
from tests.migrate.conftest import Answer, Run
from tests.migrate.engine import NEW, OLD
from tests.migrate.repositories import commit, git, make_repository, state, write


def one_line(answer: Answer) -> str:
    """The only line of a usage error."""
    assert answer.code == 2 and answer.out == "", answer
    assert len(answer.err.splitlines()) == 1, answer.err
    assert answer.err.startswith("tfmigrate: ") and "Traceback" not in answer.err
    return answer.err


@pytest.mark.parametrize("command", ["scan", "apply", "report"])
def test_no_such_path(run: Run, command: str, tmp_path: Path) -> None:
    assert "no such file" in one_line(run(command, tmp_path / "nowhere"))


def test_not_a_repository(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"train.py": OLD})
    assert "--output" in one_line(run("apply", tmp_path))
    assert run("apply", tmp_path, "--dry-run").code == 1
    assert run("scan", tmp_path).code == 0


def test_repository_without_commits(run: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", ".")
    write(tmp_path, {"train.py": OLD})
    assert "no commit yet" in one_line(run("apply", tmp_path))
    assert run("scan", tmp_path).code == 0


def test_git_directory_unknown_base_and_uncommitted_path(run: Run, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    write(repository, {"late/x.py": OLD})
    one_line(run("apply", repository / ".git"))
    assert "not a commit" in one_line(run("apply", repository, "--base", "nope"))
    assert "commit it first" in one_line(run("apply", repository / "late"))


def test_no_python_files(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"README": "hello"})
    assert "no Python files" in one_line(run("scan", tmp_path))
    assert "no Python files" in one_line(run("apply", tmp_path, "--dry-run"))


def test_other_kinds_of_files(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"README": "hello"})
    assert "neither a folder nor a Python file" in one_line(run("scan", tmp_path / "README"))


def test_nothing_of_tensorflow(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"train.py": "print(1)\n"})
    answer = run("scan", tmp_path)
    assert answer.code == 0 and "nothing of TensorFlow 1" in answer.out
    answer = run("apply", tmp_path, "--dry-run")
    assert answer.code == 0 and "nothing of TensorFlow 1" in answer.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan",),
        ("apply", ".", "--no-such"),
        ("nonsense",),
        (),
        ("scan", ".", "--tier", "best"),
        ("scan", ".", "--jobs", "0"),
    ],
)
def test_wrong_arguments(run: Run, arguments: tuple[str, ...]) -> None:
    one_line(run(*arguments))


@pytest.mark.parametrize(
    "text",
    [
        "[tool.tfmigrate]\ncolour = 1\n",
        "[tool.tfmigrate]\ntier = 3\n",
        "[tool\n",
        "[tool.tfmigrate]\nreport = '../x'\n",
    ],
)
def test_wrong_settings(run: Run, tmp_path: Path, text: str) -> None:
    write(tmp_path, {"train.py": OLD, "pyproject.toml": text})
    assert "pyproject.toml" in one_line(run("scan", tmp_path))


def bad_files(folder: Path) -> Path:
    write(folder, {"train.py": OLD, "broken.py": "def broken(\n", "huge.py": OLD + "#" * 3 * 1024 * 1024})
    write(folder, {"lib/real.py": "x = 1\n", "readonly.py": OLD})
    (folder / "readonly.py").chmod(0o444)
    (folder / "out.py").symlink_to("/etc/hostname")
    (folder / "up.py").symlink_to("../../up.py")
    (folder / "in.py").symlink_to("lib/real.py")
    return folder


def check_bad_files(answer: Answer) -> None:
    found = {file["path"]: file for file in answer.json["files"]}
    assert answer.code == 3
    assert found["broken.py"]["status"] == "failed" and found["broken.py"]["reason"]
    assert found["huge.py"]["status"] == "skipped" and "huge" in found["huge.py"]["reason"]
    for name in ("out.py", "up.py"):
        assert found[name]["status"] == "skipped" and "out of the tree" in found[name]["reason"]
    assert found["in.py"]["status"] == "skipped" and "lib/real.py" in found["in.py"]["reason"]
    assert found["train.py"]["status"] == found["readonly.py"]["status"] == "changed"


def test_bad_files_on_a_branch(run: Run, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {})
    bad_files(repository)
    commit(repository)
    before = state(repository)
    check_bad_files(run("apply", repository, "--json", "-"))
    assert git(repository, "show", "tfmigrate/tf2:readonly.py") == NEW
    changed = git(repository, "diff", "--name-only", "HEAD", "tfmigrate/tf2").split()
    assert changed == ["readonly.py", "train.py"]
    assert {name: before[name] for name in ("broken.py", "huge.py")} == {
        name: state(repository)[name] for name in ("broken.py", "huge.py")
    }


def test_bad_files_in_a_folder(run: Run, tmp_path: Path) -> None:
    folder = bad_files(tmp_path / "folder")
    before = state(folder)
    check_bad_files(run("apply", folder, "--output", tmp_path / "new", "--json", "-"))
    after = state(tmp_path / "new")
    assert after["readonly.py"].startswith(NEW.encode())
    assert {name for name in before if before[name] != after[name]} == {"train.py", "readonly.py"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"train.py": OLD, "secret.py": OLD})
    (tmp_path / "secret.py").chmod(0)
    answer = run("scan", tmp_path, "--json", "-")
    assert answer.code == 3
    assert {file["path"]: file["status"] for file in answer.json["files"]}["secret.py"] == "failed"


def test_file_that_vanishes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"train.py": OLD, "gone.py": OLD})
    genuine = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "gone.py":
            raise PermissionError(13, "Permission denied")
        return genuine(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    answer = run("apply", tmp_path, "--dry-run", "--json", "-")
    assert answer.code == 3
    reasons = {file["path"]: file["reason"] for file in answer.json["files"]}
    assert "Permission denied" in reasons["gone.py"] and reasons["train.py"] is None


def test_internal_failure_is_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh\nno")

    monkeypatch.setattr(pipeline, "migrate_sources", fail)
    write(tmp_path, {"train.py": OLD})
    answer = run("scan", tmp_path)
    assert answer.code == 3 and len(answer.err.splitlines()) == 1
    assert "ZeroDivisionError" in answer.err and "report" in answer.err


def test_odd_names(run: Run, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"ein ü\tb.py": OLD, os.fsdecode(b"\xff.py"): OLD})
    answer = run("apply", repository, "--json", "-")
    assert answer.code == 0 and answer.json["summary"]["changed"] == 2
    assert git(repository, "-c", "core.quotePath=false", "show", "tfmigrate/tf2:ein ü\tb.py") == NEW
    assert git(repository, "diff", "--name-only", "HEAD", "tfmigrate/tf2").count("\n") == 2


@pytest.mark.parametrize("option", ["--json", "--report"])
def test_results_that_cannot_be_written_are_refused_first(run: Run, tmp_path: Path, option: str) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    write(tmp_path, {"file": ""})
    one_line(run("apply", repository, option, tmp_path / "file/inside/result"))
    assert git(repository, "branch", "--list", "tfmigrate/tf2") == ""


def test_broken_repository(run: Run, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD, "other.py": OLD + "#\n"})
    blob = git(repository, "rev-parse", "HEAD:train.py").strip()
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    answer = run("apply", repository, "--dry-run", "--json", "-")
    assert answer.code == 3
    status = {file["path"]: file["status"] for file in answer.json["files"]}
    assert status == {"train.py": "failed", "other.py": "changed"}
    tree = git(repository, "rev-parse", "HEAD^{tree}").strip()
    (repository / ".git/objects" / tree[:2] / tree[2:]).unlink()
    one_line(run("apply", repository))


def test_environment_of_git_does_not_mislead(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = make_repository(tmp_path / "other", {"a.py": "1\n"})
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert run("apply", repository).code == 0
    monkeypatch.delenv("GIT_DIR")
    assert git(repository, "show", "tfmigrate/tf2:train.py") == NEW
    assert git(other, "branch", "--list", "tfmigrate/tf2") == ""


def test_path_through_a_link(run: Run, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", {"sub/train.py": OLD})
    (tmp_path / "link").symlink_to(repository / "sub")
    assert run("apply", tmp_path / "link").code == 0
    assert git(repository, "show", "tfmigrate/tf2:sub/train.py") == NEW
