"""The generated list of symbols is what the two TensorFlow versions say today."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.equivalence.sides import TF115

ROOT = Path(__file__).parents[2]


@pytest.mark.tensorflow
@pytest.mark.tf115
def test_symbols_are_up_to_date(tmp_path: Path) -> None:
    if not os.environ.get(TF115):
        pytest.skip(f"{TF115} names no interpreter")
    written = tmp_path / "symbols.json"
    command = [sys.executable, str(ROOT / "scripts" / "generate_tables"), "--tf115", os.environ[TF115]]
    subprocess.run([*command, "--output", str(written)], check=True, capture_output=True, timeout=300)
    assert written.read_text() == (ROOT / "codemods" / "api" / "symbols.json").read_text()
