"""`verify`: which trees, programs and settings reach the comparison, and what becomes of its verdicts."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from migrate import verification
from tests.migrate import engine
from tests.migrate.conftest import Run
from tests.migrate.engine import NEW, OBSTACLE, OLD
from tests.migrate.repositories import commit, git, make_repository, state, write


@dataclass
class Verifier:
    """Answers with prepared verdicts, and keeps what it was asked with the files it saw."""

    verdicts: dict[str, str] = field(default_factory=dict)
    requests: list[Any] = field(default_factory=list)
    seen: list[tuple[dict[str, bytes], dict[str, bytes]]] = field(default_factory=list)

    def __call__(self, request: Any) -> Any:
        self.requests.append(request)
        self.seen.append((state(request.old_tree), state(request.new_tree)))
        verdict = self.verdicts.get(request.entry, "equivalent")
        document = {"entry": request.entry, "verdict": verdict, "runs_compared": 3, "outputs": ()}
        environment = {"old": {"tensorflow": "1.15.5"}, "new": {"tensorflow": "2.21.0"}}
        return SimpleNamespace(to_json=lambda: document, environment=environment)


@pytest.fixture
def verifier(monkeypatch: pytest.MonkeyPatch) -> Verifier:
    made = Verifier()
    fake = SimpleNamespace(verify_program=made, VerifyRequest=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "migrate.verify", fake)
    monkeypatch.setattr(verification, "find_spec", lambda _: object())
    monkeypatch.setattr(verification, "migrate_sources", engine.migrate_sources)
    return made


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "repository", {"train.py": OLD, "eval.py": OLD, "data/x.csv": "1"})


def test_base_against_branch(repository: Path, run: Run, verifier: Verifier) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    run("apply", repository)
    write(repository, {"train.py": "later = 1\n"})
    commit(repository)
    before = state(repository)
    answer = run("verify", repository, "--json", "-")
    assert answer.code == 0, answer.err
    assert state(repository) == before
    old, new = verifier.seen[0]
    assert old["train.py"].startswith(OLD.encode()) and new["train.py"].startswith(NEW.encode())
    assert old["data/x.csv"] == new["data/x.csv"]
    document = answer.json
    assert (document["schema"], document["command"]) == (1, "verify")
    assert document["environment"] == {"old": {"tensorflow": "1.15.5"}, "new": {"tensorflow": "2.21.0"}}
    assert [program["entry"] for program in document["programs"]] == ["eval.py", "train.py"]
    assert document["summary"] == {"equivalent": 2, "under_assumptions": 0, "different": 0, "not_comparable": 0}
    assert document["source"]["old"] == base
    assert not verifier.requests[0].old_tree.exists(), "the scratch copies are gone"
    assert [step.name for step in verifier.requests[0].program.steps] == ["loss"]


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ({}, 0),
        ({"train.py": "equivalent-under-assumptions"}, 0),
        ({"train.py": "not-comparable"}, 5),
        ({"train.py": "different", "eval.py": "not-comparable"}, 4),
    ],
)
def test_exit_codes(repository: Path, run: Run, verifier: Verifier, verdicts: dict[str, str], code: int) -> None:
    run("apply", repository)
    verifier.verdicts = verdicts
    answer = run("verify", repository)
    assert answer.code == code
    for entry, verdict in verdicts.items():
        assert any(line.startswith(entry) and verdict in line for line in answer.out.splitlines())


def test_options_reach_the_request(repository: Path, run: Run, verifier: Verifier) -> None:
    run("apply", repository)
    options = ("--steps", "7", "--device", "cpu", "--timeout", "9", "--rtol", "0.5", "--reference", sys.executable)
    run("verify", repository, "--entry", "train.py --mode 'a b'", *options)
    (request,) = verifier.requests
    assert (request.entry, request.arguments) == ("train.py", ("--mode", "a b"))
    assert (request.steps_limit, request.device, request.timeout) == (7, "cpu", 9.0)
    assert (request.rtol, request.atol, request.reference) == (0.5, None, sys.executable)


def test_settings_of_the_branch_give_the_pairing(
    repository: Path, run: Run, verifier: Verifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def spy(sources: dict[str, bytes], options: Any) -> Any:
        asked.append(options)
        return engine.migrate_sources(sources, options)

    run("apply", repository, "--optimizers", "v1", "--skip", "names")
    write(repository, {"later.txt": ""})
    git(repository, "worktree", "add", "-q", str(repository.parent / "fix"), "tfmigrate/tf2")
    write(repository.parent / "fix", {"notes.txt": "a commit by hand on top"})
    commit(repository.parent / "fix")
    monkeypatch.setattr(verification, "migrate_sources", spy)
    assert run("verify", repository).code == 0
    assert asked[0].optimizers.value == "v1" and asked[0].skip == {"names"}


def test_folders_without_git(tmp_path: Path, run: Run, verifier: Verifier) -> None:
    write(tmp_path, {"old/train.py": OLD, "new/train.py": NEW})
    answer = run("verify", tmp_path / "old", "--old", tmp_path / "old", "--new", tmp_path / "new")
    assert answer.code == 0, answer.err
    assert run("verify", tmp_path / "old", "--new", tmp_path / "new").code == 0
    assert run("verify", tmp_path / "old").code == 2


def test_commits_by_name_and_one_file(repository: Path, run: Run, verifier: Verifier) -> None:
    run("apply", repository)
    assert run("verify", repository / "train.py", "--old", "main", "--new", "tfmigrate/tf2").code == 0
    assert [request.entry for request in verifier.requests] == ["train.py"]
    assert "data/x.csv" in verifier.seen[0][0], "what lies beside the file comes along"
    assert run("verify", repository, "--new", "nonsense").code == 2


def test_folder_of_a_repository(tmp_path: Path, run: Run, verifier: Verifier) -> None:
    repository = make_repository(tmp_path / "r", {"sub/train.py": OLD, "other/train.py": OLD})
    run("apply", repository / "sub")
    assert run("verify", repository / "sub").code == 0
    assert [request.entry for request in verifier.requests] == ["train.py"]
    assert [*verifier.seen[0][0]] == ["train.py"]


def test_report_holds_both_halves(repository: Path, run: Run, verifier: Verifier, tmp_path: Path) -> None:
    run("apply", repository)
    answer = run("verify", repository, "--report", tmp_path / "report")
    assert "report.md" in answer.out
    text = (tmp_path / "report/report.md").read_text()
    assert "2 equivalent" in text and "## Programs" in text
    stored = json.loads((tmp_path / "report/verification.json").read_text())
    assert run("report", repository, "--format", "json").json["verification"] == stored
    assert run("report", tmp_path / "report").out == text


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--entry", "nothing.py"), "no such Python file"),
        (("--entry", "'open"), "cannot be read"),
        (("--entry", " "), "needs the path"),
        (("--steps", "0"), "at least 1"),
        (("--reference", "/nowhere/python"), "Python interpreter"),
        (("--branch", "other"), "run tfmigrate apply first"),
    ],
)
def test_mistakes(repository: Path, run: Run, verifier: Verifier, arguments: tuple[str, ...], what: str) -> None:
    run("apply", repository)
    answer = run("verify", repository, *arguments)
    assert answer.code == 2 and what in answer.err and len(answer.err.splitlines()) == 1


def test_no_program_and_no_tensorflow(
    tmp_path: Path, run: Run, verifier: Verifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"old/x.py": "1\n", "new/x.py": "1\n"})
    sides = ("--old", str(tmp_path / "old"), "--new", str(tmp_path / "new"))
    assert "no program" in run("verify", tmp_path / "old", *sides).err
    assert run("verify", tmp_path / "old", *sides, "--entry", "x.py").code == 0, "any script may be named"
    monkeypatch.setattr(verification, "find_spec", lambda _: None)
    answer = run("verify", tmp_path / "old", *sides)
    assert answer.code == 2 and "TensorFlow" in answer.err


def test_kept_programs_are_verified_too(tmp_path: Path, run: Run, verifier: Verifier) -> None:
    repository = make_repository(tmp_path / "r", {"kept.py": OLD + OBSTACLE})
    run("apply", repository)
    assert run("verify", repository).code == 0
    assert verifier.requests[0].program.tier.value == "kept"
