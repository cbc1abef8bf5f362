"""The program that wrote a checkpoint is found where `--program` and `--base` say, with all modules that it imports."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrate.checkpoint_program import map_of_program
from migrate.problems import UserError
from tests.migrate.repositories import make_repository

TREES = Path(__file__).resolve().parents[1] / "trees"
TWO = {each.name: each.read_text() for each in (TREES / "two_modules" / "before").glob("*.py")}
ALONE = """import tensorflow as tf
w = tf.get_variable("w", [2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w))
"""


def names(program: Path, base: str | None = None) -> set[str]:
    return {each.name for each in map_of_program(program, {"base": base}).variables}


def committed(folder: Path) -> None:
    inside = {f"src/{name}": text for name, text in TWO.items()}
    make_repository(folder, {**inside, "deep/alone.py": ALONE})


def test_a_commit_holds_what_the_working_tree_has_no_more(tmp_path: Path) -> None:
    committed(tmp_path)
    for each in tmp_path.glob("*/*.py"):
        each.unlink()
    (tmp_path / "deep").rmdir()
    assert names(tmp_path / "deep" / "alone.py", "HEAD") == {"w"}
    assert names(tmp_path / "src" / "main.py", "HEAD") == {"out_w", "out_b"}
    with pytest.raises(UserError, match=r"alone.py: no such file; --base REF takes it from a commit"):
        names(tmp_path / "deep" / "alone.py")
    with pytest.raises(UserError, match="there is no such Python file or notebook in HEAD"):
        names(tmp_path / "deep" / "other.py", "HEAD")


def test_a_commit_is_read_whatever_the_working_tree_holds(tmp_path: Path) -> None:
    committed(tmp_path)
    (tmp_path / "src" / "main.py").write_text("print(1)\n")
    assert names(tmp_path / "src" / "main.py", "HEAD") == {"out_w", "out_b"}
    with pytest.raises(UserError, match="runs nothing of TensorFlow 1"):
        names(tmp_path / "src" / "main.py")


def test_modules_of_the_whole_repository_are_seen(tmp_path: Path) -> None:
    text = TWO["main.py"]
    others = {f"lib/{name}": other for name, other in TWO.items() if name != "main.py"}
    for name in others:
        module = Path(name).stem
        text = text.replace(f"from {module} import", f"from lib.{module} import")
        text = text.replace(f"import {module}\n", f"from lib import {module}\n")
    make_repository(tmp_path, {"main.py": text, "lib/__init__.py": "", **others})
    assert names(tmp_path / "main.py") == names(tmp_path / "main.py", "HEAD") == {"out_w", "out_b"}


def test_outside_of_a_repository_the_folder_counts(tmp_path: Path) -> None:
    for name, text in TWO.items():
        (tmp_path / name).write_text(text)
    assert names(tmp_path / "main.py") == {"out_w", "out_b"}
    with pytest.raises(UserError, match="is not in a git repository, so --base means nothing there"):
        names(tmp_path / "main.py", "HEAD")
