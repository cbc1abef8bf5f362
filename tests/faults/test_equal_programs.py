"""Verification calls equal programs equivalent whatever their seeds: other data, weights and draws, same program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from codemods import Options, migrate_sources
from migrate.verify import VerifyRequest, verify_program
from tests.corpus.cases import Case, case_named
from tests.corpus.commands import explain_verdict, program_of
from tests.nurseries import Nurseries

SEED = re.compile(r"((?:\bseed|\bset_random_seed|\bRandomState)\()\d+\)")
PROGRAMS = (
    *("softmax_regression", "dropout_mlp", "main_function", "raw_convnet", "autoencoder"),
    *("nested_fetches", "run_sites", "noisy_training", "ratings", "scoped_regression"),
)
SEEDS = (101, 2024, 7, 31, 58, 444, 1234, 9001, 77777, 123456)
STEPS = 5


def test_there_are_a_hundred_comparisons() -> None:
    assert len({(program, seed) for program in PROGRAMS for seed in SEEDS}) == 100


@pytest.mark.tensorflow
@pytest.mark.parametrize("program", PROGRAMS)
def test_equivalent_under_other_seeds(program: str, tmp_path: Path, nurseries: Nurseries) -> None:
    with nurseries.at_work():
        results = {seed: verify_with(case_named(program), seed, tmp_path) for seed in SEEDS}
    alarms = {seed: result for seed, result in results.items() if result["verdict"] != "equivalent"}
    assert not alarms, "\n".join(f"seed {seed}: {explain_verdict(result)}" for seed, result in alarms.items())
    assert all(result["runs_compared"] > 0 for result in results.values())


def verify_with(case: Case, seed: int, folder: Path) -> dict[str, Any]:
    """Verify the program with another seed in its text, where there is one, and other first values and draws."""
    text = SEED.sub(rf"\g<1>{seed})", (case.folder / case.entry).read_text(encoding="utf-8"))
    sources = {case.entry: text.encode()}
    old, new = folder / f"old{seed}", folder / f"new{seed}"
    for tree, files in ((old, sources), (new, sources | migrate_sources(sources, Options()).final_bytes())):
        tree.mkdir()
        for path, data in files.items():
            (tree / path).write_bytes(data)
    request = VerifyRequest(
        old_tree=old,
        new_tree=new,
        entry=case.entry,
        arguments=case.arguments,
        program=program_of(old, case.entry),
        steps_limit=STEPS,
        device="cpu",
        seed=seed,
        timeout=case.timeout,
        time_runs=False,
    )
    return dict(verify_program(request).to_json())
