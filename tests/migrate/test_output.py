"""`apply --output`: the whole tree in a new folder, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from migrate import output
from tests.migrate.conftest import Run
from tests.migrate.engine import NEW, OLD
from tests.migrate.repositories import make_repository, state, write


@pytest.fixture
def source(tmp_path: Path) -> Path:
    files = {"train.py": OLD, "pkg/model.py": "x = 1\r\n", "data/a.bin": b"\0\xff", "empty/.keep": "", "README": "hi"}
    folder = write(tmp_path / "source", files)
    (folder / "train.py").chmod(0o755)
    (folder / "inside").symlink_to("data")
    (folder / "outside").symlink_to("/nowhere/at/all")
    (folder / "hollow").mkdir()
    return folder


def test_whole_tree_is_written(source: Path, run: Run, tmp_path: Path) -> None:
    before = state(source)
    answer = run("apply", source, "--output", tmp_path / "new")
    assert answer.code == 0, answer.err
    assert state(source) == before
    expected = {**before, "train.py": NEW.encode() + before["train.py"][len(OLD) :]}
    assert state(tmp_path / "new") == expected
    assert (tmp_path / "new/hollow").is_dir() and (tmp_path / "new/inside").is_symlink()


def test_git_and_virtual_environments_are_left_out(source: Path, run: Run, tmp_path: Path) -> None:
    make_repository(source, {})
    write(source, {"venv/pyvenv.cfg": "", "venv/lib/x.py": OLD})
    answer = run("apply", source, "--output", tmp_path / "new", "--json", "-")
    assert [program["entry"] for program in answer.json["programs"]] == ["train.py"]
    assert not (tmp_path / "new/.git").exists() and not (tmp_path / "new/venv").exists()


def test_folder_is_read_as_it_lies_but_a_base_may_be_named(tmp_path: Path, run: Run) -> None:
    repository = make_repository(tmp_path / "repository", {"train.py": OLD})
    write(repository, {"fresh.py": OLD})
    run("apply", repository, "--output", tmp_path / "disk")
    run("apply", repository, "--output", tmp_path / "commit", "--base", "HEAD")
    assert sorted(state(tmp_path / "disk")) == ["fresh.py", "train.py"]
    assert sorted(state(tmp_path / "commit")) == ["train.py"]


def test_single_file_and_empty_folder(source: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert run("apply", source / "train.py", "--output", tmp_path / "new").code == 0
    assert [*state(tmp_path / "new")] == ["train.py"]
    assert (tmp_path / "new/train.py").read_text() == NEW


@pytest.mark.parametrize("target", ["source", "source/inner", "source/data", "source/inside/x"])
def test_folder_inside_of_the_source_is_refused(source: Path, run: Run, tmp_path: Path, target: str) -> None:
    before = state(source)
    answer = run("apply", source, "--output", tmp_path / target)
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert state(source) == before


def test_used_folder_and_file_are_refused(source: Path, run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"used/file": "mine", "taken": "mine"})
    assert "not empty" in run("apply", source, "--output", tmp_path / "used").err
    assert run("apply", source, "--output", tmp_path / "taken").code == 2
    assert (tmp_path / "used/file").read_text() == "mine"


def test_output_and_dry_run_exclude_each_other(source: Path, run: Run, tmp_path: Path) -> None:
    assert run("apply", source, "--output", tmp_path / "new", "--dry-run").code == 2


def test_interruption_while_writing_leaves_nothing(
    source: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output, "_write", interrupted)
    answer = run("apply", source, "--output", tmp_path / "new")
    assert answer.code == 130 and "interrupted" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_read_only_file_and_folder(source: Path, run: Run, tmp_path: Path) -> None:
    (source / "train.py").chmod(0o444)
    (source / "data").chmod(0o555)
    assert run("apply", source, "--output", tmp_path / "new").code == 0
    assert (tmp_path / "new/train.py").read_text() == NEW
    assert (tmp_path / "new/train.py").stat().st_mode & 0o777 == 0o444
    (source / "data").chmod(0o755)


def test_pipe_is_left_out(source: Path, run: Run, tmp_path: Path) -> None:
    os.mkfifo(source / "pipe")
    assert run("apply", source, "--output", tmp_path / "new").code == 0
    assert not (tmp_path / "new/pipe").exists()
