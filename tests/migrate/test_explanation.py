"""`rules` and `explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.catalog import rules
from codemods.obstacles import KINDS
from migrate import explanation
from migrate.problems import UserError
from tests.migrate import engine
from tests.migrate.conftest import Run
from tests.migrate.engine import OBSTACLE, OLD
from tests.migrate.repositories import write


@pytest.fixture(autouse=True)
def small_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explanation, "migrate_sources", engine.migrate_sources)
    monkeypatch.setattr(explanation, "describe", lambda sources, path: f"graph of {path} among {len(sources)}\n")


def test_rules_lists_all(run: Run) -> None:
    answer = run("rules")
    assert answer.code == 0
    for name in [*(rule.id for rule in rules()), *KINDS]:
        assert f"\n{name} " in f"\n{answer.out}"
    document = run("rules", "--json", "-").json
    assert [rule["id"] for rule in document["rules"]] == [rule.id for rule in rules()]
    assert [kind["id"] for kind in document["obstacles"]] == [*KINDS]


def test_every_rule_and_obstacle_is_explained(run: Run) -> None:
    for rule in rules():
        answer = run("explain", rule.id)
        assert answer.code == 0 and rule.summary in answer.out
    for kind in KINDS.values():
        assert kind.advice in run("explain", kind.id).out


def test_file_prints_its_program(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"pkg/__init__.py": "", "pkg/model.py": OLD, "train.py": OLD})
    answer = run("explain", tmp_path / "pkg/model.py")
    assert answer.out.startswith("graph of pkg/model.py among 3\n\n2: edited by names (safe): replaced\n")
    assert "3: this run becomes a call of loss" in answer.out
    assert run("explain", tmp_path / "train.py", "--json", "-").json["kind"] == "program"


def test_place_says_what_was_decided(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"train.py": OLD, "kept.py": OLD + OBSTACLE, "bad.py": "def broken(\n"})
    answer = run("explain", f"{tmp_path}/train.py:2")
    assert "sess = tf.Session()" in answer.out and "edited by sessions (safe): replaced" in answer.out
    assert "program train.py: native" in answer.out
    assert "becomes a call of loss" in run("explain", f"{tmp_path}/train.py:3").out
    assert "nothing was decided" in run("explain", f"{tmp_path}/train.py:1:0").out
    assert "obstacle rebound-tensor (loss)" in run("explain", f"{tmp_path}/kept.py:3").out
    assert "left alone" in run("explain", f"{tmp_path}/bad.py:1").out


@pytest.mark.parametrize("name", ["nothing", "rebound-tensr", "no.py:3", "{folder}/train.py:99", "{folder}/notes.txt"])
def test_mistakes(run: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, {"train.py": OLD, "notes.txt": ""})
    answer = run("explain", name.format(folder=tmp_path))
    assert answer.code == 2 and len(answer.err.splitlines()) == 1
    assert ("rebound-tensor" in answer.err) == (name == "rebound-tensr")


def test_a_name_of_tensorflow_is_explained() -> None:
    answer = explanation.explain("tensorflow.nn.dropout", {})
    assert answer.document["kind"] == "name" and answer.document["fate"] == "other arguments"
    assert "argument keep_prob is now rate" in str(answer.document["differs"])
    with pytest.raises(UserError, match=r"tf\.placeholder"):
        explanation.explain("tf.placehoder", {})
