"""Runs old and new program at the same time, taking turns, and compares the times of their steps."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from migrate.verify import VerifyRequest
from migrate.verify.observe import Observation, Outcome, read_observation
from migrate.verify.subjects import (
    WORKERS,
    Subject,
    configuration,
    copy_tree,
    environment,
    old_subject,
)

RUNS = 400
WARM_UP = 2
WINDOW = 10
SELDOM = "no step ran often enough"


@dataclass(frozen=True)
class Paired:
    """Milliseconds a run, and new over old: the median of many short windows and their quartiles."""

    old_ms: float
    new_ms: float
    ratio: float
    low: float
    high: float
    retraced: tuple[str, ...]


def pair_steps(request: VerifyRequest) -> Paired | str:
    """Both sides in turn; a sentence if there is nothing to compare."""
    subjects = (
        replace(old_subject(request), mode="time", limit=RUNS),
        Subject("new", sys.executable, request.new_tree, mode="time", limit=RUNS),
    )
    old, new = run_both(request, subjects)
    for side, seen in (("old", old), ("new", new)):
        if not seen.outcome.complete:
            return seen.outcome.sentence(side)
    return compare(old, new)


def run_both(request: VerifyRequest, subjects: Sequence[Subject]) -> list[Observation]:
    """Start both; each has the reading end of its own pipe and the writing end of the other's."""
    pipes = [os.pipe() for _ in subjects]
    os.write(pipes[0][1], b".")  # the first turn is the old side's
    with tempfile.TemporaryDirectory() as folder:
        running = []
        for number, subject in enumerate(subjects):
            ends = (pipes[number][0], pipes[1 - number][1])
            running.append(start(request, subject, Path(folder) / subject.side, ends))
        for read, write in pipes:
            os.close(read)
            os.close(write)
        return [finish(process, out, request.timeout) for process, out in running]


def start(
    request: VerifyRequest, subject: Subject, scratch: Path, ends: tuple[int, int]
) -> tuple[subprocess.Popen[bytes], Path]:
    root, out = scratch / "tree", scratch / "out"
    copy_tree(subject.tree, root)
    out.mkdir()
    config = scratch / "config.json"
    config.write_text(json.dumps(configuration(request, subject, root, out)))
    worker = Path(__file__).resolve().parent / "paired_worker.py"
    command = [subject.python, str(worker), str(WORKERS), str(config), subject.side, *map(str, ends)]
    process = subprocess.Popen(
        command,
        cwd=(root / request.entry).parent,
        env=environment(request, subject),
        pass_fds=ends,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=(out / "stderr.txt").open("wb"),
    )
    return process, out


def finish(process: subprocess.Popen[bytes], out: Path, timeout: float) -> Observation:
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return Observation(Outcome("timeout"))
    lines = (out / "stderr.txt").read_text(errors="replace").splitlines()
    return read_observation(out, "", Outcome("lost", lines[-1] if lines else "no message"))


def compare(old: Observation, new: Observation) -> Paired | str:
    """Every step is cut into windows; a window's ratio weighs the steps by their share of the old run time."""
    ratios, weights = [], []
    old_steps, new_steps = warm_calls(old), warm_calls(new)
    for step in sorted(old_steps.keys() & new_steps.keys()):
        for before, after in zip(windows(old_steps[step]), windows(new_steps[step]), strict=False):
            ratios.append(statistics.median(after) / statistics.median(before))
            weights.append(sum(before))
    if not ratios:
        return SELDOM
    seconds = [[s for calls in steps.values() for s in calls] for steps in (old_steps, new_steps)]
    low, middle, high = (quantile(ratios, weights, share) for share in (0.25, 0.5, 0.75))
    return Paired(
        old_ms=1000 * statistics.median(seconds[0]),
        new_ms=1000 * statistics.median(seconds[1]),
        ratio=middle,
        low=low,
        high=high,
        retraced=tuple(note.removeprefix("retraced ") for note in new.notes if note.startswith("retraced ")),
    )


def warm_calls(seen: Observation) -> dict[str, list[float]]:
    """Seconds of each step's runs without the first ones."""
    calls: dict[str, list[float]] = {}
    for step, seconds in seen.times:
        calls.setdefault(step, []).append(seconds)
    return {step: seconds[WARM_UP:] for step, seconds in calls.items() if len(seconds) > WARM_UP}


def windows(seconds: list[float]) -> list[list[float]]:
    return [seconds[start : start + WINDOW] for start in range(0, len(seconds), WINDOW)]


def quantile(values: list[float], weights: list[float], share: float) -> float:
    """The value below which this share of the weight lies."""
    passed = 0.0
    for value, weight in sorted(zip(values, weights, strict=True)):
        passed += weight
        if passed >= share * sum(weights):
            return value
    return max(values)
