"""300 random programs print the same before and after migration: native ones eagerly, kept ones in graph mode."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options, Tier
from tests.equivalence.printed import same_print
from tests.generated.generator import program

SEEDS = range(300)
HALVES = (SEEDS[:150], SEEDS[150:])
NATIVE_SHARE = 0.7
TIMEOUT = 1800
FILE = "program.py"


def name_of(seeds: range) -> str:
    return f"from-{seeds[0]}"


@cache
def migrated(seed: int) -> tuple[Tier, str]:
    source = program(seed).encode()
    changes = migrate_sources({FILE: source}, Options())
    return changes.programs[0].tier, changes.final_bytes().get(FILE, source).decode()


def test_a_seed_always_gives_the_same_program() -> None:
    assert [program(seed) for seed in range(20)] == [program(seed) for seed in range(20)]
    assert len({program(seed) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("seeds", HALVES, ids=name_of)
def test_what_is_migrated_compiles_and_stays(seeds: range) -> None:
    for seed in seeds:
        tier, text = migrated(seed)
        assert tier != Tier.BLOCKED, f"seed {seed}:\n{program(seed)}"
        compile(text, FILE, "exec")
        if tier == Tier.NATIVE:
            assert "compat.v1" not in text.replace("tf.compat.v1.train.", ""), f"seed {seed}:\n{text}"
            assert migrate_sources({FILE: text.encode()}, Options()).final_bytes() == {}, f"seed {seed}:\n{text}"
    assert sum(migrated(seed)[0] == Tier.NATIVE for seed in seeds) >= NATIVE_SHARE * len(seeds)


@pytest.mark.tensorflow
@pytest.mark.parametrize("seeds", HALVES, ids=name_of)
def test_they_print_what_they_printed(seeds: range, tmp_path: Path) -> None:
    texts = {f"old_{seed:03}": program(seed) for seed in seeds}
    texts |= {f"{migrated(seed)[0].value}_{seed:03}": migrated(seed)[1] for seed in seeds}
    graph = {name: text for name, text in texts.items() if not name.startswith("native")}
    eager = {name: text for name, text in texts.items() if name.startswith("native")}
    answers = printed(tmp_path, "graph", graph) | printed(tmp_path, "eager", eager)
    different = [difference(seed, answers) for seed in seeds]
    found = [each for each in different if each]
    assert not found, f"{len(found)} programs differ; the first:\n{found[0]}"


def difference(seed: int, answers: dict[str, str]) -> str:
    """What both sides printed where that is not the same, with the migrated program; empty where it is."""
    tier, text = migrated(seed)
    old, new = answers[f"old_{seed:03}"], answers[f"{tier.value}_{seed:03}"]
    if "crashed" not in old and old.strip() and same_print(old, new):
        return ""
    return f"seed {seed}, {tier.value}\n{old}\n--- migrated:\n{new}\n---\n{text}"


def printed(folder: Path, side: str, programs: dict[str, str]) -> dict[str, str]:
    """Name -> what the program printed; all of them run in one process."""
    sources, answers = folder / f"{side}_programs", folder / f"{side}_answers"
    sources.mkdir()
    answers.mkdir()
    for name, text in programs.items():
        (sources / f"{name}.py").write_text(text)
    worker = Path(__file__).parent / "run_side.py"
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("TF_USE_LEGACY_KERAS", None)
    if side == "graph":
        environment["TF_USE_LEGACY_KERAS"] = "1"
    command = [sys.executable, "-W", "ignore", str(worker), side, str(sources), str(answers)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: (answers / f"{name}.out").read_text() for name in programs}
