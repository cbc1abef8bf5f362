"""Runs the two sides of a comparison, each once for all cases of a test module, and reads what they found."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tests.equivalence import recorded

Arrays = Mapping[str, "np.ndarray"]
Case = Mapping[str, object]
PROGRAMS = Path(__file__).parent / "programs"
TF115 = "TFMIGRATE_TF115_PYTHON"
REFERENCES = ("compat", "tf115")
TIMEOUT = 600


@dataclass(frozen=True)
class Answers:
    """What one side found: the values of each case in order, or its error."""

    values: Mapping[str, list[np.ndarray]]
    errors: Mapping[str, str]

    def error(self, case: str) -> str:
        """The type of the error that the case ended with; empty if it has values."""
        return self.errors.get(case, "").partition(":")[0]

    def of(self, case: str) -> list[np.ndarray]:
        assert case not in self.errors, f"{case}: {self.errors[case]}"
        return self.values.get(case, [])


def run_old(folder: Path, reference: str, cases: Sequence[Case], arrays: Arrays) -> Answers:
    """What TensorFlow 1 computes. Without an interpreter with 1.15, what one computed before."""
    if reference == "tf115" and not os.environ.get(TF115):
        if not recorded.has(folder.name):
            pytest.skip(f"{TF115} names no interpreter")
        return Answers(*recorded.load(folder.name, cases, arrays))
    python = os.environ[TF115] if reference == "tf115" else sys.executable
    return _run(folder, f"old-{reference}", [python, "-W", "ignore", str(PROGRAMS / "old_side.py")], cases, arrays)


def run_new(folder: Path, reference: str, cases: Sequence[Case], arrays: Arrays) -> Answers:
    command = [sys.executable, "-W", "ignore", str(PROGRAMS / "new_side.py")]
    return _run(folder, f"new-{reference}", command, cases, arrays)


def _run(folder: Path, name: str, command: list[str], cases: Sequence[Case], arrays: Arrays) -> Answers:
    """Other processes of the same test session wait for the first one that asks, and take its answer."""
    answer = folder / f"{name}.npz"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not answer.exists():
            _compute(folder / name, command, cases, arrays)
    return _read(answer)


@cache
def _read(answer: Path) -> Answers:
    values: dict[str, list[np.ndarray]] = {}
    errors: dict[str, str] = {}
    for key, array in sorted(np.load(answer).items()):
        case, _, place = key.rpartition(":")
        if place == "error":
            errors[case] = str(array)
        else:
            values.setdefault(case, []).append(array)
    return Answers(values, errors)


def _compute(stem: Path, command: list[str], cases: Sequence[Case], arrays: Arrays) -> None:
    request, inputs, partial = (stem.with_suffix(end) for end in (".json", ".inputs.npz", ".partial.npz"))
    request.write_text(json.dumps(list(cases)))
    np.savez(inputs, **arrays)
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("TF_USE_LEGACY_KERAS", None)
    if stem.name.startswith("old"):
        environment["TF_USE_LEGACY_KERAS"] = "1"
    arguments = [*command, str(request), str(inputs), str(partial)]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    partial.rename(stem.with_suffix(".npz"))
