"""constraints.txt pins what pyproject.toml asks for."""

from __future__ import annotations

import tomllib

from tests.corpus.cases import ROOT


def test_constraints_pin_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    direct = [*project["dependencies"], *(need for extra in extras for need in extra)]
    pins = {line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line}
    assert direct
    assert not {need.lower().replace("_", "-") for need in direct if "==" in need} - pins
