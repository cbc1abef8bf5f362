"""Verification calls equal programs equivalent whatever their seeds: other data, weights and draws, same program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.corpus.cases import case_named
from tests.corpus.commands import apply, explain_verdict, verify

SEED = re.compile(r"((?:\bseed|\bset_random_seed|\bRandomState)\()\d+\)")
PROGRAMS = (
    *("softmax_regression", "dropout_mlp", "layers_convnet", "raw_convnet", "gan", "autoencoder", "dqn"),
    *("run_sites", "noisy_training", "ratings"),
)
SEEDS = (101, 2024)


@pytest.mark.tensorflow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_equivalent_under_another_seed(program: str, seed: int, tmp_path: Path) -> None:
    case = case_named(program)
    text, replaced = SEED.subn(rf"\g<1>{seed})", (case.folder / case.entry).read_text(encoding="utf-8"))
    assert replaced >= 2, "seeds of numpy and of TensorFlow"
    old = tmp_path / "old"
    old.mkdir()
    (old / case.entry).write_text(text, encoding="utf-8")
    apply(old, tmp_path / "new")
    result = verify(case, tmp_path / "new", old=old)
    assert result["verdict"] == "equivalent", explain_verdict(result)
