"""Small programs written to be migrated wrongly: each prints what it printed, or is honestly kept in graph mode.

`<name>.out` is what real TensorFlow 1.15 prints. `kept.txt` lists the programs that may stay in graph mode.
`open.txt` lists known defects; a line goes away with its defect.
"""

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

pytestmark = pytest.mark.tensorflow
PROGRAMS = Path(__file__).parent / "programs"
FOLDER = PROGRAMS / "adversarial"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.py")))
TIMEOUT = 900


def listed(name: str) -> frozenset[str]:
    lines = (FOLDER / name).read_text().splitlines()
    return frozenset(line.split()[0] for line in lines if line.strip() and not line.startswith("#"))


KEPT, OPEN = listed("kept.txt"), listed("open.txt")


@cache
def migrated(name: str) -> tuple[Tier, bytes]:
    file = f"{name}.py"
    source = (FOLDER / file).read_bytes()
    changes = migrate_sources({file: source}, Options())
    return changes.programs[0].tier, changes.final_bytes().get(file, source)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the native programs print, all of them run in one process."""
    programs, found = tmp_path_factory.mktemp("programs"), tmp_path_factory.mktemp("answers")
    for name in NAMES:
        tier, text = migrated(name)
        if tier == Tier.NATIVE:
            (programs / f"{name}.py").write_bytes(text)
    command = [sys.executable, "-W", "ignore", str(PROGRAMS / "run_all.py"), str(programs), str(found)]
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("TF_USE_LEGACY_KERAS", None)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return found


def case(name: str) -> object:
    return pytest.param(name, marks=[pytest.mark.xfail(reason="known defect", strict=False)] if name in OPEN else [])


@pytest.mark.xdist_group("adversarial")
@pytest.mark.parametrize("name", [case(name) for name in NAMES])
def test_it_prints_what_it_printed(name: str, answers: Path) -> None:
    tier, text = migrated(name)
    if tier != Tier.NATIVE:
        assert name in KEPT, f"{name} is {tier.value}, and kept.txt does not list it"
        return
    printed = (answers / f"{name}.out").read_text()
    expected = (FOLDER / f"{name}.out").read_text()
    assert same_print(expected, printed), f"{expected}\n--- migrated:\n{printed}\n---\n{text.decode()}"


@pytest.mark.parametrize("name", NAMES)
def test_a_second_time_changes_nothing(name: str) -> None:
    tier, text = migrated(name)
    if tier == Tier.NATIVE:
        assert migrate_sources({f"{name}.py": text}, Options()).final_bytes() == {}


def test_the_lists_name_programs() -> None:
    assert set(NAMES) >= KEPT | OPEN
