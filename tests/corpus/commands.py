"""Runs tfmigrate as a user does, in a process of its own, and reads the JSON it writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.corpus.cases import ROOT, Case

TOOL = Path(sys.executable).parent / "tfmigrate"


def tfmigrate(*arguments: str, codes: tuple[int, ...] = (0,)) -> dict[str, Any]:
    """The JSON results of a command; an assertion fails if it ends with another code than allowed."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.json"
        command = [str(TOOL), *arguments, "--json", str(results), "--quiet"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "CUDA_VISIBLE_DEVICES": "-1"}
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
        )
        assert done.returncode in codes, f"{command} -> {done.returncode}\n{done.stdout}\n{done.stderr}"
        return dict(json.loads(results.read_text(encoding="utf-8")))


def apply(source: Path, output: Path, *options: str) -> dict[str, Any]:
    return tfmigrate("apply", str(source), "--output", str(output), *options)


def verify(case: Case, new: Path, *options: str, old: Path | None = None) -> dict[str, Any]:
    """The verification of one program: the results of its only entry."""
    source = str(old or case.folder)
    results = tfmigrate(
        *("verify", source, "--old", source, "--new", str(new), "--entry", case.command),
        *("--steps", str(case.steps), "--timeout", str(case.timeout), "--device", "cpu", *options),
        codes=(0, 4, 5),
    )
    assert len(results["programs"]) == 1
    return dict(results["programs"][0])


def explain_verdict(result: dict[str, Any]) -> str:
    """What a failing assertion should show of a verification."""
    shown = {key: result.get(key) for key in ("verdict", "reason", "assumptions", "first_divergence", "not_exercised")}
    return json.dumps(shown, indent=1)
