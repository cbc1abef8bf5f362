"""Every native program of the corpus, migrated, is the same program: against compat.v1 and against TensorFlow 1.15."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.cases import Case, case_named, native_cases
from tests.corpus.commands import apply, explain_verdict, one_worker, verify, verify_on_command_line
from tests.nurseries import Nurseries

TF115 = os.environ.get("TFMIGRATE_TF115_PYTHON")
CASES = [pytest.param(case, id=case.name, marks=one_worker(case)) for case in native_cases()]
needs_tf115 = pytest.mark.skipif(not TF115, reason="TFMIGRATE_TF115_PYTHON names no interpreter")


def assert_equivalent(case: Case, new: Path, nurseries: Nurseries) -> None:
    with nurseries.at_work():
        assert_verdict(verify(case, new))


def assert_verdict(result: dict[str, Any]) -> None:
    assert result["verdict"] == "equivalent", explain_verdict(result)
    assert result["runs_compared"] > 0
    assert not result["not_exercised"], explain_verdict(result)


@pytest.mark.tensorflow
@pytest.mark.parametrize("case", CASES)
def test_equivalent_to_compat(case: Case, tmp_path: Path, nurseries: Nurseries) -> None:
    apply(case.folder, tmp_path / "new")
    assert_equivalent(case, tmp_path / "new", nurseries)


@pytest.mark.tensorflow
@pytest.mark.parametrize("case", CASES)
def test_equivalent_to_compat_with_v1_optimizers(case: Case, tmp_path: Path, nurseries: Nurseries) -> None:
    apply(case.folder, tmp_path / "keras")
    results = apply(case.folder, tmp_path / "v1", "--optimizers", "v1")
    assert results["programs"][0]["tier"] == case.tier_v1
    if (tmp_path / "keras" / case.entry).read_bytes() == (tmp_path / "v1" / case.entry).read_bytes():
        pytest.skip("written the same as with Keras optimizers")
    if case.tier_v1 != case.tier:
        pytest.skip("stays in graph mode with the optimizers of TensorFlow 1")
    assert_equivalent(case, tmp_path / "v1", nurseries)


@pytest.mark.tensorflow
@pytest.mark.tf115
@needs_tf115
@pytest.mark.parametrize("case", CASES)
def test_equivalent_to_tensorflow_115(case: Case, tmp_path: Path) -> None:
    apply(case.folder, tmp_path / "new")
    assert_verdict(verify(case, tmp_path / "new", reference=str(TF115)))


@pytest.mark.tensorflow
def test_the_command_compares_and_measures(tmp_path: Path) -> None:
    case = case_named("linear_regression")
    apply(case.folder, tmp_path / "new")
    results = verify_on_command_line(case, tmp_path / "new", code=0)
    assert results["summary"]["equivalent"] == 1
    runtime = results["programs"][0]["runtime"]
    assert runtime["ratio"]["low"] <= runtime["ratio"]["median"] <= runtime["ratio"]["high"]
    assert set(runtime["traces"].values()) <= {1, 2}


@pytest.mark.tensorflow
def test_the_kept_program_still_runs_and_is_the_same(tmp_path: Path) -> None:
    case = case_named("queue_input")
    apply(case.folder, tmp_path / "new")
    result = verify(case, tmp_path / "new")
    assert result["verdict"] == "equivalent", explain_verdict(result)
