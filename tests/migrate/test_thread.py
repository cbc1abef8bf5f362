"""One small TF1 script through the real engine and every command that needs no TensorFlow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.migrate.conftest import Run
from tests.migrate.repositories import git, make_repository

SCRIPT = """\
import numpy as np
import tensorflow as tf

# inputs
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([4, 1]), name="w")
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))  # squared error
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {x: np.ones([2, 4]), y: np.ones([2, 1])})
        print(step, cost)
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "repository", {"train.py": SCRIPT, "README": "a script"})


def test_from_scan_to_branch_and_back_to_nothing(repository: Path, real_run: Run) -> None:
    scanned = real_run("scan", repository, "--json", "-")
    assert scanned.code == 0
    (program,) = scanned.json["programs"]
    assert (program["entry"], program["tier"], program["obstacles"]) == ("train.py", "native", [])
    assert real_run("apply", repository, "--dry-run").code == 1
    applied = real_run("apply", repository, "--json", "-")
    assert applied.code == 0 and applied.json["commits"] and applied.json["programs"][0]["steps"]
    new = git(repository, "show", "tfmigrate/tf2:train.py")
    assert "Session" not in new and "placeholder" not in new and "# inputs" in new and "# squared error" in new
    ast.parse(new)
    assert "native" in real_run("report", repository).out
    again = real_run("apply", repository, "--base", "tfmigrate/tf2", "--branch", "again")
    assert again.code == 0 and "no branch was written" in again.out


def test_kept_on_request_and_explained(repository: Path, real_run: Run, tmp_path: Path) -> None:
    answer = real_run("apply", repository, "--tier", "kept", "--strict", "--json", "-")
    assert answer.code == 1 and answer.json["programs"][0]["tier"] == "kept"
    assert "tensorflow.compat.v1" in git(repository, "show", "tfmigrate/tf2:train.py")
    explained = real_run("explain", f"{repository}/train.py:14")
    assert "becomes a call of" in explained.out and "program train.py: native" in explained.out


def test_unreadable_python_is_named_and_the_rest_is_done(tmp_path: Path, real_run: Run) -> None:
    two = "import tensorflow\nprint 'two'\nasync = 2\n"
    files = {"train.py": SCRIPT, "two.py": two, "odd.py": b"# tensorflow \xff\n"}
    answer = real_run("apply", make_repository(tmp_path / "r", files), "--json", "-")
    assert answer.code == 3
    status = {file["path"]: (file["status"], bool(file["reason"])) for file in answer.json["files"]}
    assert status == {"train.py": ("changed", False), "two.py": ("failed", True), "odd.py": ("failed", True)}
