"""The event files of a migrated program hold what those of the old one held: the same tags, steps and values."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options, Tier
from tests.equivalence.printed import same_print

pytestmark = pytest.mark.tensorflow
SOURCE = Path(__file__).parents[2] / "corpus" / "summaries" / "summaries.py"
TIMEOUT = 300
READ = """
import glob, json, os, sys
import tensorflow as tf
found = []
for file in sorted(glob.glob("logs/*/*tfevents*")):
    for event in tf.compat.v1.train.summary_iterator(file):
        for each in event.summary.value:
            numbers = {
                "simple_value": lambda: [each.simple_value],
                "histo": lambda histo=each.histo: [histo.num, histo.sum, histo.min, histo.max, *histo.bucket_limit,
                                                   *histo.bucket],
                "image": lambda: [float(byte) for byte in each.image.encoded_image_string],
            }[each.WhichOneof("value")]()
            found.append([os.path.dirname(file), event.step, each.tag, each.WhichOneof("value"), numbers])
print(json.dumps(found))
"""
Event = tuple[str, int, str, str, list[float]]


def executed(folder: Path, text: bytes, python: str = sys.executable) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "program.py").write_bytes(text)
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    command = [python, "program.py"]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def events(folder: Path) -> list[Event]:
    found = json.loads(executed(folder, READ.encode()).splitlines()[-1])
    return sorted((where, step, tag, kind, numbers) for where, step, tag, kind, numbers in found)


def migrated(tier: Tier) -> bytes:
    changes = migrate_sources({"summaries.py": SOURCE.read_bytes()}, replace(Options(), tier=tier))
    assert changes.programs[0].tier == tier
    return changes.final_bytes()["summaries.py"]


def test_the_event_files_hold_the_same(tmp_path: Path) -> None:
    native = tmp_path / "native"
    printed = executed(native, migrated(Tier.NATIVE))
    new = events(native)
    real = os.environ.get("TFMIGRATE_TF115_PYTHON")
    sides = [("compat", migrated(Tier.KEPT), sys.executable)]
    sides += [("real", SOURCE.read_bytes(), real)] if real else []
    for name, text, python in sides:
        assert same_print(executed(tmp_path / name, text, python), printed, 1e-4)
        old = events(tmp_path / name)
        assert [event[:4] for event in old] == [event[:4] for event in new]
        assert {kind for _, _, _, kind, _ in new} == {"simple_value", "histo", "image"}
        for before, after in zip(old, new, strict=True):
            count = None if before[1] == 0 else 4  # a number on the edge of a bucket may fall on either side later
            pairs = zip(before[4][:count], after[4][:count], strict=True)
            assert all(math.isclose(a, b, rel_tol=1e-4, abs_tol=1e-5) for a, b in pairs), (before, after)
