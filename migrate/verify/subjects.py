"""The two sides of a comparison: which interpreter runs which script, in which copy of which tree, and how."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from codemods.notebooks import is_notebook, place_of, runnable_script
from migrate.verify.cases import COMPAT, VerifyRequest, steps_for_workers
from migrate.verify.launch import Ended, launch
from migrate.verify.observe import Observation, Outcome, read_observation

WORKERS = Path(__file__).resolve().parent / "workers"
STATE_BYTES = 128 * 2**20
DROPPED = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "TF_USE_LEGACY_KERAS")


@dataclass(frozen=True)
class Subject:
    """One side, as it is run once. The fields after `tree` are what differs between runs of one side."""

    side: str
    python: str
    tree: Path
    mode: str = "record"
    limit: int = 20
    jitter: bool = False
    old: Observation | None = None
    pairs: tuple[int | None, ...] | None = None
    forced: Observation | None = None
    variables: Mapping[str, str] = field(default_factory=dict)


def old_subject(request: VerifyRequest) -> Subject:
    python = sys.executable if request.reference == COMPAT else request.reference
    legacy = {"TF_USE_LEGACY_KERAS": "1"} if request.reference == COMPAT else {}
    return Subject("old", python, request.old_tree, limit=request.steps_limit, variables=legacy)


def noise_subject(request: VerifyRequest) -> Subject:
    """The old side once more, with other kernels, one thread, and first values changed by a rounding error."""
    subject = old_subject(request)
    other = {"TF_ENABLE_ONEDNN_OPTS": "0", "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
    return replace(subject, jitter=True, variables={**subject.variables, **other})


def new_subject(request: VerifyRequest, old: Observation) -> Subject:
    return Subject("new", sys.executable, request.new_tree, limit=request.steps_limit, old=old)


def run_subject(request: VerifyRequest, subject: Subject) -> Observation:
    """Run one side once, in a fresh copy of its tree."""
    with tempfile.TemporaryDirectory(prefix="tfmigrate-") as name:
        copy = lay_out(request, subject, Path(name).resolve())
        if not copy.entry.is_file():
            return Observation(Outcome("lost", f"there is no {request.entry}"))
        command = [subject.python, "-u", str(WORKERS / f"{subject.side}.py"), str(copy.config)]
        ended = start(command, copy.entry.parent, request, subject, copy.out)
        seen = read_observation(copy.out, ended.stdout, fallback_outcome(ended))
        return _by_cell(seen, request.entry, copy.book) if copy.book else seen


@dataclass(frozen=True)
class Copy:
    """What a worker finds: the entry in a copy of the tree, its configuration, a folder for what it saw.

    `book`: the bytes of a notebook; its script lies in its place.
    """

    entry: Path
    out: Path
    config: Path
    book: bytes


def lay_out(request: VerifyRequest, subject: Subject, scratch: Path) -> Copy:
    root, out, config = scratch / "tree", scratch / "out", scratch / "config.json"
    copy_tree(subject.tree, root)
    out.mkdir()
    config.write_text(json.dumps(configuration(request, subject, root, out)))
    entry = root / request.entry
    book = entry.read_bytes() if is_notebook(request.entry) and entry.is_file() else b""
    if book:
        entry.write_bytes(runnable_script(book).encode())
    return Copy(entry, out, config, book)


def _by_cell(seen: Observation, entry: str, book: bytes) -> Observation:
    """Places in a notebook by cell and line: what ran was its script, which lies where the notebook was."""

    def named(place: str | None) -> str | None:
        file, _, line = (place or "").rpartition(":")
        return str(place_of(entry, book, int(line))) if file == entry and line.isdecimal() else place

    outcome = replace(seen.outcome, place=named(seen.outcome.place))
    variables = tuple(replace(each, place=named(each.place)) for each in seen.variables)
    return replace(seen, outcome=outcome, variables=variables)


def start(command: Sequence[str], cwd: Path, request: VerifyRequest, subject: Subject, out: Path) -> Ended:
    try:
        return launch(command, cwd, environment(request, subject), out, request.timeout)
    except OSError as error:
        return Ended(126, "", f"{command[0]} could not be started: {error.strerror or error}")


def copy_tree(source: Path, target: Path) -> None:
    """A copy for one run: links stay links, version control and caches stay behind."""
    ignored = shutil.ignore_patterns(".git", "__pycache__", ".venv")
    shutil.copytree(source, target, symlinks=True, ignore=ignored, ignore_dangling_symlinks=True)


def environment(request: VerifyRequest, subject: Subject) -> dict[str, str]:
    """Variables of the child process."""
    values = {name: value for name, value in os.environ.items() if name not in DROPPED}
    values |= {
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
        "MPLBACKEND": "Agg",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    if request.device == "cpu":
        values["CUDA_VISIBLE_DEVICES"] = "-1"
    if subject.mode == "record":
        values["NVIDIA_TF32_OVERRIDE"] = "0"
    return values | dict(request.environment) | dict(subject.variables)


def configuration(request: VerifyRequest, subject: Subject, root: Path, out: Path) -> dict[str, object]:
    """What the worker is told; the first values of the old side go along as a file."""
    old = subject.old
    initial = write_initial(old, out) if old is not None else None
    variables = [v for v in old.variables if not v.local] if old is not None else []
    return {
        "root": str(root),
        "entry": request.entry,
        "arguments": list(request.arguments),
        "out": str(out),
        "mode": subject.mode,
        "limit": subject.limit,
        "steps": steps_for_workers(request.program),
        "seed": request.seed,
        "counts": dict(old.draws) if old is not None else None,
        "compat": subject.side == "old" and request.reference == COMPAT,
        "device": request.device,
        "jitter": subject.jitter,
        "initial": initial,
        "old_variables": [{"name": v.name, "shape": list(v.shape), "dtype": v.dtype} for v in variables],
        "forced": write_forced(subject.forced, out) if subject.forced is not None else None,
        "pairs": list(subject.pairs) if subject.pairs is not None else None,
        "state_bytes": STATE_BYTES,
    }


def write_initial(old: Observation, out: Path) -> str:
    path = out / "initial.npz"
    with path.open("wb") as stream:
        arrays: dict[str, Any] = {f"initial/{v.name}": v.initial for v in old.variables if v.initial is not None}
        np.savez(stream, **arrays)
    return str(path)


def write_forced(old: Observation, out: Path) -> str:
    """The old program's variables before each of its runs."""
    path = out / "forced.npz"
    arrays: dict[str, Any] = {
        f"{event.step}#{event.call}/{name}": value
        for event in old.events
        for name, value in (event.before or {}).items()
    }
    with path.open("wb") as stream:
        np.savez(stream, **arrays)
    return str(path)


def fallback_outcome(ended: Ended) -> Outcome:
    """The outcome of a worker that could write nothing."""
    if ended.timed_out:
        return Outcome("timeout")
    lines = [line for line in ended.stderr.splitlines() if line.strip()]
    return Outcome("lost", f"exit code {ended.code}: {lines[-1][:300] if lines else 'no message'}")
