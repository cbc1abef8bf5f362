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
    environment,
    lay_out,
    old_subject,
)

RUNS = 400
WARM_UP = 2
WINDOW = 10  # runs
WINDOWS = 8  # at least, of a step that cannot be run again
ENOUGH = 0.9  # of the time of all steps
SELDOM = "most of the time goes to steps that ran too seldom and cannot be run again"

Times = tuple[float, float]  # seconds that a run takes, on the clock and of the processor
Steps = dict[str, list[Times]]


@dataclass(frozen=True)
class Side:
    """What one side has measured: every run of the program, and the rounds in which its steps were run again."""

    seen: Observation
    ran: Steps
    replayed: Steps


@dataclass(frozen=True)
class Paired:
    """Milliseconds a run, and new over old: the median of many rounds and their quartiles; `cpu`: of processor time."""

    old_ms: float
    new_ms: float
    ratio: float
    low: float
    high: float
    cpu: float
    retraced: tuple[str, ...]


def pair_steps(request: VerifyRequest) -> Paired | str:
    """Both sides in turn; a sentence if there is nothing to compare."""
    subjects = (
        replace(old_subject(request), mode="time", limit=RUNS),
        Subject("new", sys.executable, request.new_tree, mode="time", limit=RUNS),
    )
    old, new = run_both(request, subjects)
    for side, measured in (("old", old), ("new", new)):
        if not measured.seen.outcome.complete:
            return measured.seen.outcome.sentence(side)
    return compare(old, new)


def run_both(request: VerifyRequest, subjects: Sequence[Subject]) -> list[Side]:
    """Start both; each has the reading end of its own pipe and the writing end of the other's."""
    pipes = [os.pipe() for _ in subjects]
    os.write(pipes[0][1], b".")  # the first turn is the old side's
    with tempfile.TemporaryDirectory() as folder:
        running = []
        for number, subject in enumerate(subjects):
            ends = (pipes[number][0], pipes[1 - number][1])
            scratch = Path(folder).resolve() / subject.side
            scratch.mkdir()
            running.append(start(request, subject, scratch, ends))
        for read, write in pipes:
            os.close(read)
            os.close(write)
        return [finish(process, out, request.timeout) for process, out in running]


def start(
    request: VerifyRequest, subject: Subject, scratch: Path, ends: tuple[int, int]
) -> tuple[subprocess.Popen[bytes], Path]:
    copy = lay_out(request, subject, scratch)
    worker = Path(__file__).resolve().parent / "paired_worker.py"
    command = [subject.python, str(worker), str(WORKERS), str(copy.config), subject.side, *map(str, ends)]
    process = subprocess.Popen(
        command,
        cwd=copy.entry.parent,
        env=environment(request, subject),
        pass_fds=ends,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=(copy.out / "stderr.txt").open("wb"),
    )
    return process, copy.out


def finish(process: subprocess.Popen[bytes], out: Path, timeout: float) -> Side:
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return Side(Observation(Outcome("timeout")), {}, {})
    lines = (out / "stderr.txt").read_text(errors="replace").splitlines()
    seen = read_observation(out, "", Outcome("lost", lines[-1] if lines else "no message"))
    measured = out / "paired.json"
    return Side(seen, **json.loads(measured.read_text())) if measured.exists() else Side(seen, {}, {})


def compare(old: Side, new: Side) -> Paired | str:
    """In every round, the time of all steps, each as often as the old program ran it; new over old."""
    common = sorted(old.ran.keys() & new.ran.keys())
    rounds = [(step, pair) for step in common if (pair := rounds_of(old, new, step)) is not None]
    if share_of_time(old, [step for step, _ in rounds]) < ENOUGH:
        return SELDOM
    totals = []
    for number in range(max(len(times) for _, pair in rounds for times in pair)):
        totals.append([total(old, [(step, pair[side]) for step, pair in rounds], number) for side in (0, 1)])
    runs = sum(len(old.ran[step]) for step, _ in rounds)
    low, middle, high = statistics.quantiles([after[0] / before[0] for before, after in totals], method="inclusive")
    notes = new.seen.notes
    return Paired(
        old_ms=1000 * statistics.median(before[0] for before, _ in totals) / runs,
        new_ms=1000 * statistics.median(after[0] for _, after in totals) / runs,
        ratio=middle,
        low=low,
        high=high,
        cpu=statistics.median(after[1] / before[1] for before, after in totals),
        retraced=tuple(note.removeprefix("retraced ") for note in notes if note.startswith("retraced ")),
    )


def rounds_of(old: Side, new: Side, step: str) -> tuple[list[Times], list[Times]] | None:
    """Both sides' rounds of a step; where it could not be run again, short windows of its runs in the program."""
    if step in old.replayed and step in new.replayed:
        return old.replayed[step], new.replayed[step]
    count = min(len(old.ran[step]), len(new.ran[step]))
    if count < WARM_UP + WINDOWS * WINDOW:
        return None
    return windows(old.ran[step][WARM_UP:count]), windows(new.ran[step][WARM_UP:count])


def share_of_time(old: Side, steps: Sequence[str]) -> float:
    """What part of the old program's time these steps take."""
    taken = {step: len(calls) * statistics.median(wall for wall, _ in calls) for step, calls in old.ran.items()}
    return sum(taken[step] for step in steps) / sum(taken.values()) if taken else 0.0


def windows(calls: Sequence[Times]) -> list[Times]:
    cut = [calls[start : start + WINDOW] for start in range(0, len(calls), WINDOW)]
    return [(statistics.median(wall for wall, _ in each), statistics.mean(cpu for _, cpu in each)) for each in cut]


def total(old: Side, rounds: Sequence[tuple[str, list[Times]]], number: int) -> Times:
    """The time that the program's runs would take if each took as long as in this round."""
    parts = [(len(old.ran[step]), times[number % len(times)]) for step, times in rounds]
    return sum(runs * wall for runs, (wall, _) in parts), sum(runs * cpu for runs, (_, cpu) in parts)
