"""Every program of the corpus, migrated, is the same program: against compat.v1 and against TensorFlow 1.15."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codemods import Optimizers
from tests.corpus.cases import Case, all_cases, case_named, native_cases
from tests.corpus.commands import (
    Migrated,
    explain_verdict,
    migrated,
    one_worker,
    verify,
    verify_on_command_line,
)
from tests.nurseries import Nurseries

TF115 = os.environ.get("TFMIGRATE_TF115_PYTHON")
needs_tf115 = pytest.mark.skipif(not TF115, reason="TFMIGRATE_TF115_PYTHON names no interpreter")


def parameters(cases: tuple[Case, ...]) -> list[Any]:
    return [pytest.param(case, id=case.name, marks=one_worker(case)) for case in cases]


def assert_verdict(case: Case, result: dict[str, Any], optimizers: str) -> None:
    assert result["verdict"] == case.verdict, f"{optimizers} optimizers: {explain_verdict(result)}"
    assert result["runs_compared"] > 0
    assert not result["not_exercised"], explain_verdict(result)


def outputs(case: Case) -> Iterator[tuple[str, Migrated]]:
    """What is written with Keras optimizers; and with those of TensorFlow 1, where that is another native program."""
    keras, v1 = migrated(case), migrated(case, Optimizers.V1)
    yield "keras", keras
    if v1.files != keras.files and v1.program.tier == keras.program.tier:
        yield "v1", v1


@pytest.mark.tensorflow
@pytest.mark.parametrize("case", parameters(all_cases()))
def test_equivalent_to_compat(case: Case, tmp_path: Path, nurseries: Nurseries) -> None:
    for optimizers, found in outputs(case):
        with nurseries.at_work():
            assert_verdict(case, verify(case, found.write(tmp_path / optimizers)), optimizers)


@pytest.mark.parametrize("case", parameters(native_cases()))
def test_tier_with_the_optimizers_of_tensorflow_1(case: Case) -> None:
    assert migrated(case, Optimizers.V1).program.tier.value == (case.tier_v1 or case.tier)


@pytest.mark.tensorflow
@pytest.mark.tf115
@needs_tf115
@pytest.mark.parametrize("case", parameters(native_cases()))
def test_equivalent_to_tensorflow_115(case: Case, tmp_path: Path) -> None:
    assert_verdict(case, verify(case, migrated(case).write(tmp_path / "new"), reference=str(TF115)), "keras")


@pytest.mark.tensorflow
def test_the_command_compares_and_measures(tmp_path: Path, nurseries: Nurseries) -> None:
    case = case_named("early_stopping")
    new = migrated(case).write(tmp_path / "new")
    with nurseries.at_work():
        code = verify_on_command_line(case, new, tmp_path / "results.json")
    assert code == 0
    results = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert results["summary"]["equivalent"] == 1
    runtime = results["programs"][0]["runtime"]
    assert runtime["ratio"]["low"] <= runtime["ratio"]["median"] <= runtime["ratio"]["high"]
    assert set(runtime["traces"].values()) <= {1, 2}
