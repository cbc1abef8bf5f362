"""Compares gradients, updates and final values of every variable.

The sharp test is the first update, where no rounding has grown: each element must follow its gradient, which shows a
rate off by 0.1 %. Later updates are compared by their largest deviation and by their length along the old one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from migrate.verify.align import PairedRun
from migrate.verify.compare import Floats, cumulative_max, difference, floats, largest, precision, sample
from migrate.verify.failures import Failure
from migrate.verify.observe import Array, Observation
from migrate.verify.states import Change, VariableMap, VariablePair, changes
from migrate.verify.tolerances import Tolerances

GRADIENT_STRICT, GRADIENT_LATER = 2e-5, 1e-3
GRADIENT_OF_LARGEST = 1e-6
UPDATE_STRICT, UPDATE_LATER = 3e-4, 3e-3
FIRST_UPDATE = 1e-4
UNRELIABLE_GRADIENT = 1e-2


@dataclass(frozen=True)
class VariableResult:
    """One variable under one kind of comparison. `bound` is the relative tolerance, None where none applies."""

    variable: str
    new: str
    calls: int
    max_abs: float
    max_rel: float
    bound: float | None
    failures: tuple[Failure, ...]
    noise: float | None = None


def compare_gradients(
    variables: VariableMap, runs: tuple[PairedRun, ...], tolerances: Tolerances, incomplete: bool
) -> list[VariableResult]:
    """Gradient of every variable in every training run; `incomplete`: some could not be seen."""
    results = []
    for pair in variables.pairs:
        seen = [run for run in runs if gradient(run.old.gradients, pair.old.name) is not None]
        strays = [] if incomplete else list(stray_gradients(pair, runs))
        if seen or strays:
            results.append(compare_gradient(pair, seen, tolerances, strays))
    return results


def gradient(gradients: object, name: str) -> Array | None:
    """The first gradient of the variable in a run."""
    assert isinstance(gradients, dict)
    found = gradients.get(name)
    return found if found is None or isinstance(found, np.ndarray) else None


def stray_gradients(pair: VariablePair, runs: tuple[PairedRun, ...]) -> Iterator[Failure]:
    """Runs in which only one side changes the variable through an optimizer."""
    old_name, new_name = pair.shown
    for run in runs:
        old, new = gradient(run.old.gradients, pair.old.name), gradient(run.new.gradients, pair.new.name)
        if (old is None) == (new is None) or (old is None and new is not None and not np.any(new)):
            continue
        side = f"only the old program applies a gradient to {old_name}"
        if old is None:
            side = f"only the new program applies a gradient to {new_name}"
        yield Failure(run.number, run.step, "gradient", old_name, side, sample(old), sample(new), certain=True)


def compare_gradient(
    pair: VariablePair, runs: list[PairedRun], tolerances: Tolerances, strays: list[Failure]
) -> VariableResult:
    failures = list(strays)
    worst_abs = worst_rel = 0.0
    bound = None
    calls = 0
    highest_noise = 0.0
    for run in runs:
        old, new = run.old.gradients[pair.old.name], gradient(run.new.gradients, pair.new.name)
        if new is None:
            continue
        calls += 1
        highest_noise = max(highest_noise, gradient_noise(run, pair.old.name))
        gap = difference(old, new)
        relative = tolerances.relative(GRADIENT_STRICT if run.strict else GRADIENT_LATER, highest_noise)
        bound = max(bound or 0.0, relative)
        worst_abs, worst_rel = max(worst_abs, gap.max_abs), max(worst_rel, gap.max_rel)
        among = max((largest(g) for g in run.old.gradients.values()), default=0.0)
        if gap.structure or gap.max_abs > relative * gap.scale + GRADIENT_OF_LARGEST * tolerances.factor * among:
            name = pair.shown[0]
            text = gap.structure or f"gradient of {name} differs by {gap.max_abs:.3g} (relative {gap.max_rel:.3g})"
            failures.append(
                Failure(run.number, run.step, "gradient", name, text, sample(old, new), sample(new, old), gap.max_abs)
            )
    return VariableResult(*pair.shown, calls, worst_abs, worst_rel, bound, tuple(failures))


def gradient_noise(run: PairedRun, name: str) -> float:
    again = gradient(run.noise.gradients, name) if run.noise is not None else None
    if again is None:
        return 0.0
    gap = difference(run.old.gradients[name], again)
    return gap.max_rel if gap.structure is None and gap.scale > 0 else 0.0


def compare_updates(
    variables: VariableMap,
    runs: tuple[PairedRun, ...],
    noise: Observation | None,
    tolerances: Tolerances,
    forced: bool = False,
) -> list[VariableResult]:
    """What every event did to every variable."""
    results = []
    for pair in variables.pairs:
        found = [c for c in changes(pair, runs, noise, forced) if c.old_after.dtype.kind == "f" and is_finite(c)]
        if found:
            results.append(compare_update(pair, found, tolerances))
    return results


def is_finite(change: Change) -> bool:
    values = (change.old_before, change.old_after, change.new_before, change.new_after)
    return len({value.shape for value in values}) == 1 and all(bool(np.all(np.isfinite(value))) for value in values)


@dataclass(frozen=True)
class Deviation:
    """How an update of the new side deviates from the old one: largest element, length along it, and what
    rounding of the stored values alone may cause; all relative to the old update."""

    largest: float
    length: float
    rounding: float
    rounding_length: float
    scale: float


def deviation(old: Floats, new: Floats, magnitude: Floats, eps: float) -> Deviation:
    scale = float(np.max(np.abs(old), initial=0.0))
    gap = float(np.max(np.abs(new - old), initial=0.0))
    if scale == 0:
        return Deviation(gap, 0.0, 4 * eps * float(np.max(magnitude, initial=0.0)), 0.0, 0.0)
    square = float(np.sum(old * old))
    length = float(np.sum(old * new)) / square - 1 if square > 0 else 0.0
    mean = float(np.sqrt(np.sum(magnitude * magnitude)))
    return Deviation(
        gap / scale,
        abs(length),
        4 * eps * float(np.max(magnitude)) / scale,
        6 * eps * mean / float(np.sqrt(square)) / float(np.sqrt(old.size)) if square > 0 else 0.0,
        scale,
    )


def compare_update(pair: VariablePair, found: list[Change], tolerances: Tolerances) -> VariableResult:
    failures: list[Failure] = []
    worst_abs = worst_rel = 0.0
    bound = None
    noises = cumulative_max(noise_deviation(change) for change in found)
    length_noises = cumulative_max(noise_length(change) for change in found)
    updated = False
    for change, noise, length_noise in zip(found, noises, length_noises, strict=True):
        seen = deviation_of(change, change.new_before, change.new_after)
        default = UPDATE_STRICT if change.run.strict else UPDATE_LATER
        relative, along = tolerances.relative(default, noise), tolerances.relative(default, length_noise)
        bound = max(bound or 0.0, relative)
        gap = seen.largest * (seen.scale or 1.0)
        worst_abs = max(worst_abs, gap)
        worst_rel = max(worst_rel, seen.largest if seen.scale else 0.0)
        wrong = seen.largest > seen.rounding + (relative if seen.scale else 0.0)
        wrong = wrong or seen.length > max(relative, along) + seen.rounding_length
        certain = False
        if seen.scale and not updated:
            updated = True
            certain = not first_update_follows_gradient(pair, change, tolerances)
        if wrong or certain:
            failures.append(replace(update_failure(pair, change, seen, gap), certain=certain))
    return VariableResult(
        *pair.shown, len({change.run.number for change in found}), worst_abs, worst_rel, bound, tuple(failures)
    )


def deviation_of(change: Change, before: Array, after: Array) -> Deviation:
    old = floats(change.old_after) - floats(change.old_before)
    new = floats(after) - floats(before)
    magnitude = np.maximum(np.abs(floats(change.old_after)), np.abs(floats(change.old_before)))
    return deviation(old, new, magnitude, precision(change.old_after))


def second_run(change: Change) -> Deviation | None:
    """How the update of the old side's second run deviates from that of its first."""
    before, after = change.noise_before, change.noise_after
    if before is None or after is None or before.shape != change.old_before.shape:
        return None
    seen = deviation_of(change, before, after)
    return seen if seen.scale else None


def noise_deviation(change: Change) -> float:
    """How far an element deviates there, beyond what rounding of the stored values explains."""
    seen = second_run(change)
    return max(0.0, seen.largest - seen.rounding) if seen is not None else 0.0


def noise_length(change: Change) -> float:
    """How far the length deviates there: all of it is rounding where the whole update is no larger than that."""
    seen = second_run(change)
    return max(0.0, seen.length - seen.rounding_length) if seen is not None else 0.0


def first_update_follows_gradient(pair: VariablePair, change: Change, tolerances: Tolerances) -> bool:
    """Where both gradients agree, do the updates agree as closely, element by element?"""
    old_gradient = gradient(change.run.old.gradients, pair.old.name)
    new_gradient = gradient(change.run.new.gradients, pair.new.name)
    twice = f"{pair.old.name}@1" in change.run.old.gradients
    if old_gradient is None or new_gradient is None or twice or old_gradient.shape != new_gradient.shape:
        return True
    old, new = floats(old_gradient), floats(new_gradient)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.where(old == new, 0.0, np.abs(new - old) / np.abs(old))
    reliable = spread < UNRELIABLE_GRADIENT
    old_update = floats(change.old_after) - floats(change.old_before)
    new_update = floats(change.new_after) - floats(change.new_before)
    eps = precision(change.old_after)
    magnitude = np.abs(floats(change.old_before)) + np.abs(floats(change.old_after))
    relative = tolerances.relative(FIRST_UPDATE, 0.0)
    allowed = (relative + 2 * np.where(reliable, spread, 0.0)) * np.abs(old_update) + 4 * eps * magnitude
    return not bool(np.any(reliable & (np.abs(new_update - old_update) > allowed)))


def update_failure(pair: VariablePair, change: Change, seen: Deviation, gap: float) -> Failure:
    name = pair.shown[0]
    text = f"the change of {name} differs by {gap:.3g}"
    if seen.scale:
        text += f", relative {seen.largest:.3g}; its size by {seen.length:.3g}"
    old, new = change.old_after, change.new_after
    return Failure(change.run.number, change.run.step, "update", name, text, sample(old, new), sample(new, old), gap)


def compare_final(
    variables: VariableMap,
    sides: tuple[Observation, Observation, Observation | None],
    strict: bool,
    tolerances: Tolerances,
) -> list[VariableResult]:
    """Every variable at the end."""
    old, new, noise = sides
    results = []
    for pair in variables.pairs:
        if pair.old.name not in old.final or pair.new.name not in new.final:
            continue
        first, second = old.final[pair.old.name], new.final[pair.new.name]
        gap = difference(first, second)
        spread = final_noise(first, pair.old.name, noise)
        tolerance = tolerances.of(gap.dtype, strict, spread)
        failures: tuple[Failure, ...] = ()
        if not tolerance.allows(gap):
            text = gap.structure or f"{pair.shown[0]} ends {gap.max_abs:.3g} apart (relative {gap.max_rel:.3g})"
            at = (sample(first, second), sample(second, first))
            failures = (Failure(len(old.events), None, "variable", pair.shown[0], text, *at, gap.max_abs),)
        calls, bound = len(old.events), tolerance.rtol
        results.append(VariableResult(*pair.shown, calls, gap.max_abs, gap.max_rel, bound, failures, spread))
    return results


def final_noise(value: Array, name: str, noise: Observation | None) -> float:
    if noise is None or name not in noise.final:
        return 0.0
    gap = difference(value, noise.final[name])
    return gap.max_rel if gap.structure is None and gap.scale > 0 else 0.0
