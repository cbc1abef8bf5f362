"""Every native program of the corpus, migrated, is the same program: against compat.v1 and against TensorFlow 1.15."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.corpus.cases import Case, native_cases
from tests.corpus.commands import apply, explain_verdict, verify

TF115 = os.environ.get("TFMIGRATE_TF115_PYTHON")
needs_tf115 = pytest.mark.skipif(not TF115, reason="TFMIGRATE_TF115_PYTHON names no interpreter")


@pytest.mark.tensorflow
@pytest.mark.parametrize("optimizers", ["keras", "v1"])
@pytest.mark.parametrize("case", native_cases(), ids=lambda case: case.name)
def test_equivalent_to_compat(case: Case, optimizers: str, tmp_path: Path) -> None:
    apply(case.folder, tmp_path / "new", "--optimizers", optimizers)
    result = verify(case, tmp_path / "new")
    assert result["verdict"] == "equivalent", explain_verdict(result)
    assert result["runs_compared"] > 0
    assert not result["not_exercised"], explain_verdict(result)


@pytest.mark.tensorflow
@pytest.mark.tf115
@needs_tf115
@pytest.mark.parametrize("case", native_cases(), ids=lambda case: case.name)
def test_equivalent_to_tensorflow_115(case: Case, tmp_path: Path) -> None:
    apply(case.folder, tmp_path / "new")
    result = verify(case, tmp_path / "new", "--reference", str(TF115))
    assert result["verdict"] == "equivalent", explain_verdict(result)
    assert result["runs_compared"] > 0
