"""Hand-written pairs of programs, run for real; and faults planted in them, one at a time."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from migrate.verify import ProgramVerdict, Reference, Verdict, observe_reference, verify_program
from tests.migrate.verify.program_pairs import ENTRY, PROGRAMS, request_for
from tests.nurseries import Nurseries

pytestmark = pytest.mark.tensorflow
TF115 = os.environ.get("TFMIGRATE_TF115_PYTHON", "")

FAULTS = [
    ("softmax", "SGD(0.5)", "SGD(0.5005)"),
    ("softmax", "axis=[1]", "axis=[0]"),
    ("softmax", "stddev=0.1", "stddev=0.11"),
    ("dropout", "epsilon=1e-8", "epsilon=1e-7"),
    ("dropout", "tf.nn.dropout(hidden, 1 - keep_prob)\n    logits", "hidden\n    logits"),
    ("dropout", "value = loss(x, y, keep_prob)\n", "value = (loss(x, y, keep_prob) + loss(x, y, keep_prob)) / 2\n"),
    ("gan", "variables = [w, b]", "variables = [w]"),
    ("gan", "print(i, d, g)", "print(i, g, d)"),
    ("normed", "BatchNormalization()", "BatchNormalization(momentum=0.98)"),
]


@pytest.fixture(scope="module")
def references() -> dict[str, Reference]:
    return {}


def verdict_on(tree: Path | None, name: str, references: dict[str, Reference], nurseries: Nurseries) -> ProgramVerdict:
    """With the runs of the old side shared by the tests of a program."""
    with nurseries.at_work():
        if name not in references:
            references[name] = observe_reference(request_for(name))
        return verify_program(request_for(name, tree), references[name])


def of_program(name: str, *rest: str) -> object:
    return pytest.param(name, *rest, marks=pytest.mark.xdist_group(f"pair-{name}"))


@pytest.mark.parametrize("name", [of_program(name) for name in ("softmax", "dropout", "gan", "normed", "kept")])
def test_equal_programs_are_equivalent(name: str, references: dict[str, Reference], nurseries: Nurseries) -> None:
    verdict = verdict_on(None, name, references, nurseries)
    assert (verdict.verdict, verdict.reason, verdict.assumptions) == (Verdict.EQUIVALENT, None, ())
    assert verdict.runs_compared > 5
    assert verdict.gradients and verdict.updates and verdict.variables
    assert verdict.noise_floor is not None


@pytest.mark.parametrize(("name", "right", "wrong"), [of_program(*fault) for fault in FAULTS])
def test_a_planted_fault_is_different(
    name: str, right: str, wrong: str, references: dict[str, Reference], tmp_path: Path, nurseries: Nurseries
) -> None:
    tree = tmp_path / "new"
    shutil.copytree(PROGRAMS / name / "new", tree)
    source = (tree / ENTRY).read_text()
    assert right in source
    (tree / ENTRY).write_text(source.replace(right, wrong, 1))
    verdict = verdict_on(tree, name, references, nurseries)
    assert verdict.verdict is Verdict.DIFFERENT
    assert verdict.to_json()["first_divergence"] is not None


def test_a_crash_is_reported_with_its_place() -> None:
    verdict = verify_program(request_for("crash"))
    assert verdict.verdict is Verdict.NOT_COMPARABLE
    assert verdict.reason == "the old program stopped with an error at train.py:7: RuntimeError: no such data set"


def test_a_time_limit_is_reported() -> None:
    verdict = verify_program(request_for("endless", timeout=20.0))
    assert verdict.verdict is Verdict.NOT_COMPARABLE
    assert "time limit" in str(verdict.reason)


def test_programs_without_a_run_are_not_comparable() -> None:
    verdict = verify_program(request_for("idle"))
    assert verdict.verdict is Verdict.NOT_COMPARABLE
    assert verdict.not_exercised == ("y",)


def test_both_sides_stop_after_the_given_number_of_runs(nurseries: Nurseries) -> None:
    with nurseries.at_work():
        verdict = verify_program(request_for("softmax", steps_limit=4))
    assert verdict.verdict is Verdict.EQUIVALENT
    assert verdict.runs_compared == 4


def test_times_are_measured_apart_from_the_comparison() -> None:
    runtime = verify_program(request_for("softmax", time_runs=True)).runtime
    assert runtime is not None
    assert runtime.old_ms.median > 0 and runtime.new_ms.median > 0
    assert runtime.ratio.low <= runtime.ratio.median <= runtime.ratio.high
    assert runtime.traces == {"train_step": 1, "accuracy": 1}


@pytest.mark.tf115
@pytest.mark.skipif(not TF115, reason="TFMIGRATE_TF115_PYTHON names no interpreter with TensorFlow 1.15")
@pytest.mark.parametrize("name", ["softmax", "dropout", "gan", "normed"])
def test_equivalent_to_tensorflow_1_15(name: str) -> None:
    verdict = verify_program(request_for(name, reference=TF115))
    assert (verdict.verdict, verdict.reason) == (Verdict.EQUIVALENT, None)
    assert verdict.environment["old"]["tensorflow"] is not None
    assert verdict.environment["old"]["tensorflow"].startswith("1.15")
