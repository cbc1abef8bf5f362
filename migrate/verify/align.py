"""Puts the runs of the old program beside the calls of the new one: the same step, the same call number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from codemods.results import Program, Step
from codemods.rule import Tier
from migrate.verify.cases import step_key
from migrate.verify.compare import STRICT_UPDATES
from migrate.verify.observe import Array, Event, Observation


@dataclass(frozen=True)
class ComparedOutput:
    """One fetched value beside what the step returned for it; `noise` is the old side's second run."""

    position: int
    name: str
    old: Array
    new: Array | None
    noise: Array | None


@dataclass(frozen=True)
class PairedRun:
    """One run of the old program and its call in the new one. `strict`: rounding had no time to grow yet."""

    number: int
    step: str
    call: int
    old: Event
    new: Event
    noise: Event | None
    strict: bool
    outputs: tuple[ComparedOutput, ...]


@dataclass(frozen=True)
class Misfit:
    """A run on one side that has no call on the other, or another order."""

    number: int
    step: str
    message: str


@dataclass(frozen=True)
class Alignment:
    pairs: tuple[PairedRun, ...]
    misfits: tuple[Misfit, ...]
    reordered: bool
    not_exercised: tuple[str, ...]


def align(
    program: Program, old: Observation, new: Observation, noise: Observation | None, forced: bool = False
) -> Alignment:
    """Pair by (step, call). A side that did not end by itself is not blamed for calls that it did not reach."""
    calls = {(event.step, event.call): event for event in new.events}
    noises = {(event.step, event.call): event for event in noise.events} if noise is not None else {}
    steps = {step_key(step.name): step for step in program.steps}
    pairs = []
    updates = 0
    for number, event in enumerate(old.events):
        key = (event.step, event.call)
        if key in calls:
            outputs = pair_outputs(steps.get(event.step), event, calls[key], noises.get(key))
            strict = forced or updates < STRICT_UPDATES
            pairs.append(PairedRun(number, *key, event, calls[key], noises.get(key), strict, outputs))
        updates += bool(event.gradients)
    return Alignment(
        tuple(pairs),
        tuple(find_misfits(old, new, bool(steps), program.tier)),
        is_reordered(old, new),
        not_exercised(program, old, new),
    )


def pair_outputs(step: Step | None, old: Event, new: Event, noise: Event | None) -> tuple[ComparedOutput, ...]:
    """The fetches of a run beside the outputs that the plan names; without a step, fetch i is fetch i."""
    targets = step.sites[old.site].outputs if step is not None else tuple(range(len(old.outputs)))
    result = []
    for index, (value, target) in enumerate(zip(old.outputs, targets, strict=False)):
        if value is None or target is None:
            continue
        name = step.fetches[target] if step is not None and target < len(step.fetches) else old.names[index]
        found = new.outputs[target] if target < len(new.outputs) else None
        again = noise.outputs[index] if noise is not None and index < len(noise.outputs) else None
        result.append(ComparedOutput(target, name, value, found, again))
    return tuple(result)


def find_misfits(old: Observation, new: Observation, has_steps: bool, tier: Tier) -> list[Misfit]:
    """Where the numbers of calls differ although both sides ran to their end."""
    if not (old.outcome.complete and new.outcome.complete) or (not has_steps and tier is Tier.NATIVE):
        return []
    ran, called = Counter(event.step for event in old.events), Counter(event.step for event in new.events)
    misfits = []
    for step in sorted(ran | called):
        if ran[step] != called[step]:
            number = first_without_partner(old, new, step)
            message = f"{step} ran {times(ran[step])} in the old program, {times(called[step])} in the new"
            misfits.append(Misfit(number, step, message))
    return misfits


def is_reordered(old: Observation, new: Observation) -> bool:
    """Do the same calls follow one another differently, as far as both sides got?"""
    return any(mine.step != theirs.step for mine, theirs in zip(old.events, new.events, strict=False))


def first_without_partner(old: Observation, new: Observation, step: str) -> int:
    """Number of the first event that only one side has."""
    longer, shorter = sorted((old, new), key=lambda o: -sum(event.step == step for event in o.events))
    known = {(event.step, event.call) for event in shorter.events}
    for number, event in enumerate(longer.events):
        if event.step == step and (event.step, event.call) not in known:
            return number
    return 0


def times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def not_exercised(program: Program, old: Observation, new: Observation) -> tuple[str, ...]:
    """Steps of the plan that neither side reached."""
    reached = {event.step for event in (*old.events, *new.events)}
    return tuple(step.name for step in program.steps if step_key(step.name) not in reached)
