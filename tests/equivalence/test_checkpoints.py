"""Checkpoints of TensorFlow 1 load into the migrated program, which goes on as the old one does, and vice versa."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options, Tier
from tests.equivalence.printed import same_print

pytestmark = pytest.mark.tensorflow
SOURCE = Path(__file__).parents[2] / "corpus" / "checkpoints" / "checkpoints.py"
TIMEOUT = 300
READ = """
import json, sys
import tensorflow as tf
print(json.dumps({name: tf.train.load_variable(sys.argv[1], name).tolist()
                  for name, _ in tf.train.list_variables(sys.argv[1])}))
"""
POWERS = {"beta1_power", "beta2_power"}


def executed(program: Path, *arguments: object, python: str = sys.executable) -> str:
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    command = [python, str(program), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def written(folder: Path, name: str, text: bytes) -> Path:
    path = folder / name
    path.write_bytes(text)
    return path


def migrated(tier: Tier) -> bytes:
    changes = migrate_sources({"checkpoints.py": SOURCE.read_bytes()}, replace(Options(), tier=tier))
    assert changes.programs[0].tier == tier
    return changes.final_bytes()["checkpoints.py"]


def test_both_go_on_from_each_others_checkpoints(tmp_path: Path) -> None:
    real = os.environ.get("TFMIGRATE_TF115_PYTHON")
    old = written(tmp_path, "old.py", SOURCE.read_bytes() if real else migrated(Tier.KEPT))
    new = written(tmp_path, "new.py", migrated(Tier.NATIVE))
    read = written(tmp_path, "read.py", READ.encode())
    folders = {name: tmp_path / name for name in ("first", "second", "back")}
    folders["first"].mkdir()
    executed(old, folders["first"], python=real or sys.executable)
    shutil.copytree(folders["first"], folders["second"])
    after_old = executed(old, folders["first"], python=real or sys.executable)
    after_new = executed(new, folders["second"])
    assert "goes on after 12" in after_new and same_print(after_old, after_new)

    before = json.loads(executed(read, folders["first"] / "copy").splitlines()[-1])
    loaded = json.loads(executed(read, folders["second"] / "copy").splitlines()[-1])
    assert set(before) == set(loaded) and {"Variable/Adam", "out/bias/Adam_1"} | POWERS <= set(before)
    assert {name: value for name, value in before.items() if name not in POWERS} == {
        name: value for name, value in loaded.items() if name not in POWERS
    }
    assert all(loaded[name] == pytest.approx(before[name], rel=1e-5) for name in POWERS)

    shutil.copytree(folders["second"], folders["back"])
    onwards = executed(new, folders["second"])
    assert "goes on after 24" in onwards
    assert same_print(executed(old, folders["back"], python=real or sys.executable), onwards)
