"""The generated lists of names are what the two TensorFlow versions say today, and the advice names what exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from codemods.api import surface
from codemods.api.files import strings, toml
from tests.equivalence.sides import TF115

ROOT = Path(__file__).parents[2]
API = ROOT / "codemods" / "api"


def generated(folder: Path, *options: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "generate_tables"), "--output", str(folder), *options]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def stale(folder: Path) -> list[str]:
    written = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    assert written
    return [str(path) for path in written if (folder / path).read_text() != (API / path).read_text()]


@pytest.mark.tensorflow
def test_names_of_tensorflow_2_are_up_to_date(tmp_path: Path) -> None:
    generated(tmp_path)
    assert stale(tmp_path) == [], "run scripts/generate_tables"


@pytest.mark.tensorflow
@pytest.mark.tf115
def test_names_of_tensorflow_1_are_up_to_date(tmp_path: Path) -> None:
    if not os.environ.get(TF115):
        pytest.skip(f"{TF115} names no interpreter")
    generated(tmp_path, "--tf115", os.environ[TF115])
    assert (tmp_path / "symbols.json").is_file() and (tmp_path / "surface" / "tf1_core.txt").is_file()
    assert stale(tmp_path) == [], "run scripts/generate_tables --tf115"


def test_advice_names_what_exists() -> None:
    texts = [text for table in toml("advice.toml") for text in strings(toml("advice.toml")[table]).values()]
    named = [name for text in texts for name in re.findall(r"`(tf[\w.]*)`", text)]
    assert len(named) > 100
    assert [name for name in named if surface.missing(name, 1, legacy=False)] == []
