"""A notebook through every command: with the real engine, and once with TensorFlow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codemods.test_notebooks import BOOK, SHOWN
from tests.migrate.conftest import Run
from tests.migrate.repositories import git, make_repository, write
from tests.notebook_files import notebook, sources_of

KEPT = ("score",)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "repository", {"a/book.ipynb": notebook(*BOOK, *SHOWN)})


def test_the_diff_is_shown_by_cell(repository: Path, real_run: Run) -> None:
    answer = real_run("apply", repository, "--dry-run")
    assert answer.code == 1
    lines = answer.out.splitlines()
    at = lines.index("# a/book.ipynb, cell 2, line 1")
    assert lines[at + 1 : at + 4] == [
        " # inputs",
        "-x = tf.placeholder(tf.float32, [None, 2])",
        "+x_spec = tf.TensorSpec([None, 2], tf.float32)",
    ]
    assert not [line for line in lines if line.startswith(("--- ", "+++ ", "@@"))]


def test_a_branch_with_the_notebook(repository: Path, real_run: Run) -> None:
    answer = real_run("apply", repository, "--json", "-")
    assert answer.code == 0 and answer.json["programs"][0]["tier"] == "native"
    assert {edit["cell"] for edit in answer.json["files"][0]["edits"]} == {1, 2, 3, 4, 5, 6, 7, 8}
    new = git(repository, "show", "tfmigrate/tf2:a/book.ipynb")
    assert "Session" not in new and sources_of(new.encode())[0] == BOOK[0]


def test_one_notebook_to_a_folder(tmp_path: Path, real_run: Run) -> None:
    write(tmp_path, {"book.ipynb": notebook(*BOOK, *KEPT), "other.py": ""})
    answer = real_run("apply", tmp_path / "book.ipynb", "--output", tmp_path / "new")
    assert answer.code == 0 and "book.ipynb, cell 6, line 1 tensor-escapes (score)" in answer.out
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["book.ipynb"]
    assert "compat.v1" in (tmp_path / "new/book.ipynb").read_text()


def test_places_are_explained(repository: Path, real_run: Run) -> None:
    explained = real_run("explain", f"{repository}/a/book.ipynb:6:1")
    assert "book.ipynb, cell 6, line 1: sess.run(score, {x: rows})" in explained.out
    assert "becomes a call of compute_score" in explained.out
    assert "no code in cell 6, line 2" in real_run("explain", f"{repository}/a/book.ipynb:6:2").err


@pytest.mark.tensorflow
def test_old_and_new_notebooks_run_and_agree(repository: Path, real_run: Run, tmp_path: Path) -> None:
    real_run("apply", repository, "--quiet")
    answer = real_run("verify", repository, "--device", "cpu", "--json", "-")
    (program,) = answer.json["programs"]
    assert (answer.code, program["verdict"]) == (0, "equivalent-under-assumptions")
    assert program["runs_compared"] == 6 and program["not_exercised"] == []
    write(tmp_path, {"new/a/book.ipynb": notebook("import tensorflow as tf\ntf.ones([2])\n%cd", "\nraise OSError(3)")})
    answer = real_run("verify", repository, "--new", tmp_path / "new", "--device", "cpu", "--json", "-")
    assert "a/book.ipynb, cell 2, line 2: OSError: 3" in answer.json["programs"][0]["reason"]
