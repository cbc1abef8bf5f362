"""The two references: tf.compat.v1 of the installed TensorFlow, and real TensorFlow 1.15: run, or as recorded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.equivalence.sides import REFERENCES


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=[pytest.mark.tf115] if name == "tf115" else []) for name in REFERENCES],
)
def reference(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all processes of a test session."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "equivalence"
    folder.mkdir(exist_ok=True)
    return folder
