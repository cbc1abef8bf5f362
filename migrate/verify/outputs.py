"""Compares every fetched value of every run with what the step returned for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from migrate.verify.align import ComparedOutput, PairedRun
from migrate.verify.compare import Difference, Tolerance, cumulative_max, difference, is_all_nan, largest, sample
from migrate.verify.failures import Failure
from migrate.verify.tolerances import Tolerances

EARLIER_SCALE = 0.01
NOISY = 0.01
BEYOND_ROUNDING = 30
MANY = 1000


@dataclass(frozen=True)
class OutputResult:
    """One output of one step over all its calls. Tolerances are relative to the output's own magnitude."""

    step: str
    fetch: str
    dtype: str
    calls: int
    max_abs: float
    max_rel: float
    strict: Tolerance | None
    later: Tolerance | None
    passes_at: float | None
    noise: float
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...] = ()


def compare_outputs(pairs: Iterable[PairedRun], tolerances: Tolerances) -> list[OutputResult]:
    """One result for every output of every step that was compared, in order of first appearance."""
    grouped: dict[tuple[str, int, str], list[tuple[PairedRun, ComparedOutput]]] = {}
    for pair in pairs:
        for output in pair.outputs:
            grouped.setdefault((pair.step, output.position, output.name), []).append((pair, output))
    return [compare_calls(step, name, calls, tolerances) for (step, _, name), calls in grouped.items()]


def compare_calls(
    step: str, name: str, calls: list[tuple[PairedRun, ComparedOutput]], tolerances: Tolerances
) -> OutputResult:
    """All calls of one output."""
    noises = cumulative_max(noise_of(output) for _, output in calls)
    magnitudes = cumulative_max(largest(output.old) for _, output in calls)
    checked = []
    for (pair, output), noise, magnitude in zip(calls, noises, magnitudes, strict=True):
        gap = gap_of(output)
        tolerance = one_flip(tolerances.of(gap.dtype, pair.strict, noise), pair, output, tolerances)
        checked.append((pair, output, gap, tolerance, EARLIER_SCALE * magnitude))
    failures = tuple(
        failure_of(step, name, pair, output, gap, tolerance)
        for pair, output, gap, tolerance, scale in checked
        if not tolerance.allows(gap, scale)
    )
    needed = [tolerance.needed_rtol(gap, scale) for _, _, gap, tolerance, scale in checked]
    numeric = [gap for _, _, gap, _, _ in checked if gap.structure is None]
    return OutputResult(
        step=step,
        fetch=name,
        dtype=checked[0][2].dtype,
        calls=len(checked),
        max_abs=max((gap.max_abs for gap in numeric), default=float("inf")),
        max_rel=max((gap.max_rel for gap in numeric), default=float("inf")),
        strict=widest(t for pair, _, _, t, _ in checked if pair.strict),
        later=widest(t for pair, _, _, t, _ in checked if not pair.strict),
        passes_at=None if None in needed else max(n for n in needed if n is not None),
        noise=noises[-1],
        failures=failures,
        remarks=remarks_of(step, name, calls, noises),
    )


def one_flip(tolerance: Tolerance, pair: PairedRun, output: ComparedOutput, tolerances: Tolerances) -> Tolerance:
    """Kernels of two versions may decide a tie differently: one of very many examples may fall on the other side."""
    examples = pair.old.feeds
    if not tolerances.across_versions or output.old.shape or output.old.dtype.kind != "f" or examples < MANY:
        return tolerance
    hits = float(output.old) * examples
    is_share = 0 <= hits <= examples and abs(hits - round(hits)) < 1e-2
    return replace(tolerance, atol=max(tolerance.atol, 1.01 / examples)) if is_share else tolerance


def widest(tolerances: Iterable[Tolerance]) -> Tolerance | None:
    return max(tolerances, key=lambda tolerance: tolerance.rtol, default=None)


def gap_of(output: ComparedOutput) -> Difference:
    if output.new is None:
        return Difference(float("inf"), largest(output.old), output.old.dtype.name, "the step returns no such value")
    return difference(output.old, output.new)


def noise_of(output: ComparedOutput) -> float:
    """Relative difference between two runs of the old side; 0 where they cannot be compared."""
    if output.noise is None:
        return 0.0
    gap = difference(output.old, output.noise)
    return gap.max_rel if gap.structure is None and gap.scale > 0 else 0.0


def failure_of(
    step: str, name: str, pair: PairedRun, output: ComparedOutput, gap: Difference, tolerance: Tolerance
) -> Failure:
    message = gap.structure or f"{name} of {step} differs by {gap.max_abs:.3g} (relative {gap.max_rel:.3g})"
    old, new = sample(output.old, output.new), sample(output.new, output.old)
    beyond = Tolerance(BEYOND_ROUNDING * tolerance.rtol, BEYOND_ROUNDING * tolerance.atol)
    certain = gap.structure is not None or (pair.number == 0 and not gap.exact and not beyond.allows(gap))
    return Failure(
        pair.number, step, "output", name, message, old, new, None if gap.structure else gap.max_abs, certain
    )


def remarks_of(
    step: str, name: str, calls: list[tuple[PairedRun, ComparedOutput]], noises: list[float]
) -> tuple[str, ...]:
    """What limits the worth of this comparison."""
    found = []
    early = [noise for (pair, _), noise in zip(calls, noises, strict=True) if pair.strict]
    if early and early[-1] > NOISY:
        found.append(f"{name} of {step} varies by {early[-1]:.1g} (relative) between runs of the old program itself")
    if any(is_all_nan(output.old) for _, output in calls):
        found.append(f"{name} of {step} is not a number on both sides")
    return tuple(found)
