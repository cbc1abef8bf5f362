"""Runs tfmigrate as a user does, in a process of its own, and reads the JSON it writes; or its parts, which is faster."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from codemods import Optimizers, Options, migrate_sources
from codemods.results import Program
from migrate import cli
from migrate.verify import COMPAT, Reference, VerifyRequest, observe_reference, verify_program
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


def verify_on_command_line(case: Case, new: Path, results: Path) -> int:
    """The exit code of `tfmigrate verify` about one program, with its measurements of run time. In this process."""
    source = str(case.folder)
    return cli.run(
        [
            *("verify", source, "--old", source, "--new", str(new), "--entry", case.command, "--json", str(results)),
            *("--steps", str(case.steps), "--timeout", str(case.timeout), "--device", "cpu", "--quiet"),
        ]
    )


@dataclass(frozen=True)
class Migrated:
    """A program after migration: what was planned, and all files of its folder."""

    program: Program
    files: Mapping[str, bytes]

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True)
        for path, data in self.files.items():
            (folder / path).write_bytes(data)
        return folder


@cache
def migrated(case: Case, optimizers: Optimizers = Optimizers.KERAS) -> Migrated:
    """What `apply` writes for a program of the corpus, without a command (`test_rewriting` shows that it is the same)."""
    files = sources_of(case.folder)
    changes = migrate_sources(files, Options(optimizers=optimizers))
    program = next(program for program in changes.programs if program.entry == case.entry)
    return Migrated(program, files | changes.final_bytes())


def verify(case: Case, new: Path, old: Path | None = None, reference: str = COMPAT) -> dict[str, Any]:
    """The verdict on one program, without measurements of run time (which take most of the time)."""
    source = old or case.folder
    request = VerifyRequest(
        old_tree=source,
        new_tree=new,
        entry=case.entry,
        arguments=case.arguments,
        program=program_of(source, case.entry),
        steps_limit=case.steps,
        reference=reference,
        device="cpu",
        timeout=case.timeout,
        time_runs=False,
    )
    return dict(verify_program(request, observed(request) if old is None else None).to_json())


_observed: dict[tuple[Path, str], Reference] = {}


def observed(request: VerifyRequest) -> Reference:
    """The runs of the old side, which tests of one program that run one after the other share."""
    key = (request.old_tree, request.reference)
    if key not in _observed:
        _observed.clear()
        _observed[key] = observe_reference(request)
    return _observed[key]


def one_worker(case: Case) -> pytest.MarkDecorator:
    """The tests of a program run in one worker, one after the other."""
    return pytest.mark.xdist_group(case.name)


@cache
def program_of(folder: Path, entry: str) -> Program:
    """The plan for a program: which run became which function."""
    programs = migrate_sources(sources_of(folder), Options()).programs
    return next(program for program in programs if program.entry == entry)


def sources_of(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".ipynb"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def explain_verdict(result: dict[str, Any]) -> str:
    """What a failing assertion should show of a verification."""
    shown = {key: result.get(key) for key in ("verdict", "reason", "assumptions", "first_divergence", "not_exercised")}
    return json.dumps(shown, indent=1)
