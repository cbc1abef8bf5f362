"""The rows about packages agree with what TensorFlow asks for and with what the tool is tested with."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest

from codemods.api.packages import bounds, follow_rows, needed_rows, normal, oldest_python, python_version
from migrate.report.model import TENSORFLOW

CONSTRAINTS = Path(__file__).resolve().parents[3] / "constraints.txt"
PINNED = dict(re.findall(r"^([\w.-]+)==(\S+)$", CONSTRAINTS.read_text(), re.M))


def test_versions_are_those_that_the_tool_is_tested_with() -> None:
    rows = [(name, row.version) for name, row in bounds("bounded").items()]
    rows += [(normal(row.name), row.version) for row in needed_rows().values() if row.version]
    rows += [(row.to, row.version) for row in follow_rows().values()]
    assert rows and all(PINNED[name] == version for name, version in rows)
    assert follow_rows()["tensorflow"].version.startswith(TENSORFLOW)
    assert python_version() >= oldest_python()


def test_bounds_are_those_of_tensorflow() -> None:
    try:
        asked = [each for each in requires("tensorflow") or () if "extra ==" not in each]
    except PackageNotFoundError:
        pytest.skip("TensorFlow is not installed")
    least = {normal(re.split(r"[<>=!~ ]", each)[0]): re.search(r">=([\d.]+)", each) for each in asked}
    for name, row in bounds("bounded").items():
        found = least[name]
        assert found is not None and found[1] == row.minimum, name
