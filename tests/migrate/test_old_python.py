"""A program of Python 2 from `apply` to `verify`: the old side is run as it was planned."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from migrate import verification
from tests.migrate.conftest import Run
from tests.migrate.repositories import git, make_repository, state

PROGRAM = """\
import numpy as np
import tensorflow as tf
from data import rows

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
loss = tf.reduce_sum(tf.square(x * w - 1.0))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
batch = np.array(rows(8), np.float)[:8 / 2]
total = reduce(lambda a, b: a + b, batch)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in xrange(3):
        _, cost = sess.run([train, loss], {x: batch})
        print 'cost', cost
"""
DATA = "def rows(n):\n    print 'rows', n\n    return map(float, xrange(n))\n"
FILES = {"train.py": PROGRAM, "data.py": DATA}
GROUPS = ["python2-syntax", "python2-names", "removed-names-numpy", "python2-meaning", "session-to-function"]


def test_conversions_are_commits_before_the_migration(tmp_path: Path, real_run: Run) -> None:
    repository = make_repository(tmp_path / "r", FILES)
    answer = real_run("apply", repository, "--json", "-")
    assert answer.code == 0, answer.err
    assert [each["rule_group"] for each in answer.json["commits"]] == GROUPS
    assert [program["tier"] for program in answer.json["programs"]] == ["native"]
    assert git(repository, "show", "tfmigrate/tf2:data.py").splitlines()[-1] == "    return list(map(float, range(n)))"
    lines = {
        edit["line"] for file in answer.json["files"] for edit in file["edits"] if edit["rule"] == "python2-syntax"
    }
    assert lines == {2, 15}


def test_the_old_side_is_what_was_planned(tmp_path: Path, real_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[dict[str, bytes], int]] = []

    def verifier(request: Any) -> Any:
        old = state(request.old_tree)
        line = request.program.steps[0].sites[0].line
        seen.append((old, line))
        return SimpleNamespace(to_json=lambda: {"verdict": "equivalent"}, environment={})

    fake = SimpleNamespace(verify_program=verifier, VerifyRequest=SimpleNamespace)
    monkeypatch.setitem(__import__("sys").modules, "migrate.verify", fake)
    monkeypatch.setattr(verification, "find_spec", lambda _: object())
    repository = make_repository(tmp_path / "r", FILES)
    real_run("apply", repository)
    assert real_run("verify", repository).code == 0
    ((old, line),) = seen
    assert b"sess.run([train, loss]" in old["train.py"].splitlines()[line - 1]
    assert b"print(" in old["data.py"] and b"tf.placeholder" in old["train.py"]


@pytest.mark.tensorflow
def test_old_python_is_equivalent(tmp_path: Path, real_run: Run) -> None:
    repository = make_repository(tmp_path / "r", FILES)
    real_run("apply", repository)
    answer = real_run("verify", repository, "--json", "-")
    assert answer.code == 0, answer.err
    assert [program["verdict"] for program in answer.json["programs"]] == ["equivalent"]
