"""Run time of both sides: separate runs without any observation, old and new in turn.

What the new program converts to tensors before it calls a step is not counted; a session does it within the run.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from migrate.verify.cases import VerifyRequest
from migrate.verify.observe import Observation
from migrate.verify.subjects import Subject, new_subject, old_subject, run_subject

REPETITIONS = 3
WARM_UP = 2
CALLS_TIMED = 200


@dataclass(frozen=True)
class Spread:
    median: float
    p95: float


@dataclass(frozen=True)
class Ratio:
    """New over old: median of the repetitions, lowest, highest."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Runtime:
    device: str | None
    old_ms: Spread
    new_ms: Spread
    ratio: Ratio
    trace_s: float
    traces: dict[str, int]
    peak_old: int | None
    peak_new: int | None
    calls: int
    repetitions: int


Runner = Callable[[VerifyRequest, Subject], Observation]


def measure(request: VerifyRequest, old: Observation, new: Observation, run: Runner = run_subject) -> Runtime | None:
    """Old, new, old, new; None if a side gave no times (it failed, or has too few runs)."""
    limit = max(request.steps_limit, CALLS_TIMED)
    old_timed = replace(old_subject(request), mode="time", limit=limit)
    new_timed = replace(new_subject(request, old), mode="time", limit=limit, old=None)
    rounds = []
    for _ in range(REPETITIONS):
        pair = (run(request, old_timed), run(request, new_timed))
        if not all(side.times for side in pair):
            return None
        rounds.append(pair)
    return summarize(rounds, new)


def summarize(rounds: Sequence[tuple[Observation, Observation]], recorded: Observation) -> Runtime | None:
    """Medians over all calls after the warm-up; the ratio weighs every step by its number of calls."""
    ratios = []
    old_calls: list[float] = []
    new_calls: list[float] = []
    for old, new in rounds:
        old_steps, new_steps = warm_calls(old.times), warm_calls(new.times)
        common = [step for step in old_steps if step in new_steps]
        if not common:
            return None
        ratios.append(weigh(new_steps, old_steps, common) / weigh(old_steps, old_steps, common))
        old_calls += [seconds for step in common for seconds in old_steps[step]]
        new_calls += [seconds for step in common for seconds in new_steps[step]]
    last_old, last_new = rounds[-1]
    return Runtime(
        device=last_new.environment.get("device"),
        old_ms=spread(old_calls),
        new_ms=spread(new_calls),
        ratio=Ratio(statistics.median(ratios), min(ratios), max(ratios)),
        trace_s=statistics.median(first_calls(new.times) for _, new in rounds),
        traces=dict(recorded.traces),
        peak_old=last_old.peak_mib,
        peak_new=last_new.peak_mib,
        calls=len(new_calls),
        repetitions=len(rounds),
    )


def warm_calls(times: Sequence[tuple[str, float]]) -> dict[str, list[float]]:
    """Seconds of each step's calls, without the first ones; steps called too seldom are left out."""
    calls: dict[str, list[float]] = {}
    for step, seconds in times:
        calls.setdefault(step, []).append(seconds)
    return {step: seconds[WARM_UP:] for step, seconds in calls.items() if len(seconds) > WARM_UP}


def weigh(steps: dict[str, list[float]], weights: dict[str, list[float]], common: Sequence[str]) -> float:
    return sum(statistics.median(steps[step]) * len(weights[step]) for step in common)


def first_calls(times: Sequence[tuple[str, float]]) -> float:
    """Seconds that the first call of every step took beyond its later ones: tracing."""
    warm = warm_calls(times)
    first: dict[str, float] = {}
    for step, seconds in times:
        first.setdefault(step, seconds)
    return sum(max(0.0, first[step] - statistics.median(warm[step])) if step in warm else first[step] for step in first)


def spread(seconds: Sequence[float]) -> Spread:
    ordered = sorted(seconds)
    position = min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))
    return Spread(1000 * statistics.median(ordered), 1000 * ordered[position])
