"""The verdict of one program, as data and in the form of the report."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from migrate.verify.compare import Tolerance
from migrate.verify.failures import Failure, first_of
from migrate.verify.outputs import OutputResult
from migrate.verify.printed import PrintedResult
from migrate.verify.timing import Runtime
from migrate.verify.training import VariableResult


class Verdict(Enum):
    EQUIVALENT = "equivalent"
    UNDER_ASSUMPTIONS = "equivalent-under-assumptions"
    DIFFERENT = "different"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True)
class NoiseFloor:
    """What the old program shows against itself: largest relative difference of any output, gradient-free."""

    method: str
    outputs: float | None
    variables: float | None


@dataclass(frozen=True)
class ProgramVerdict:
    """Everything that verification found out about one program."""

    entry: str
    verdict: Verdict
    reason: str | None
    runs_compared: int = 0
    noise_floor: NoiseFloor | None = None
    assumptions: tuple[str, ...] = ()
    outputs: tuple[OutputResult, ...] = ()
    gradients: tuple[VariableResult, ...] = ()
    updates: tuple[VariableResult, ...] = ()
    variables: tuple[VariableResult, ...] = ()
    failures: tuple[Failure, ...] = ()
    not_exercised: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    skipped_runs: int = 0
    printed: PrintedResult | None = None
    runtime: Runtime | None = None
    environment: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """One entry of `programs` in the JSON of `verify`."""
        first = first_of(self.failures)
        return {
            "entry": self.entry,
            "verdict": self.verdict.value,
            "reason": self.reason,
            "runs_compared": self.runs_compared,
            "noise_floor": noise_json(self.noise_floor),
            "assumptions": list(self.assumptions),
            "outputs": [output_json(output) for output in self.outputs],
            "gradients": [variable_json(result) for result in self.gradients],
            "updates": [variable_json(result) for result in self.updates],
            "variables": [variable_json(result, "after_calls") for result in self.variables],
            "first_divergence": failure_json(first) if first is not None else None,
            "not_exercised": list(self.not_exercised),
            "notes": list(self.notes),
            "skipped_runs": self.skipped_runs,
            "printed": printed_json(self.printed),
            "runtime": runtime_json(self.runtime),
        }


def finite(value: float | None) -> float | None:
    """JSON has no infinity: what could not be measured is null."""
    return None if value is None or not math.isfinite(value) else value


def noise_json(noise: NoiseFloor | None) -> dict[str, object] | None:
    if noise is None:
        return None
    return {"method": noise.method, "outputs": finite(noise.outputs), "variables": finite(noise.variables)}


def tolerance_json(tolerance: Tolerance | None) -> dict[str, object] | None:
    return {"rtol": tolerance.rtol, "atol": tolerance.atol} if tolerance is not None else None


def output_json(output: OutputResult) -> dict[str, object]:
    widest = output.later or output.strict
    return {
        "step": output.step,
        "fetch": output.fetch,
        "dtype": output.dtype,
        "calls": output.calls,
        "max_abs": finite(output.max_abs),
        "max_rel": finite(output.max_rel),
        "tolerance": (tolerance_json(widest) or {}) | {"first_updates": tolerance_json(output.strict)},
        "passes_at": {"rtol": output.passes_at} if output.passes_at is not None else None,
        "noise": output.noise,
        "passed": not output.failures,
    }


def variable_json(result: VariableResult, calls: str = "calls") -> dict[str, object]:
    return {
        "variable": result.variable,
        "new": result.new,
        calls: result.calls,
        "max_abs": finite(result.max_abs),
        "max_rel": finite(result.max_rel),
        "rtol": result.bound,
        "passed": not result.failures,
    }


def failure_json(failure: Failure) -> dict[str, object]:
    """`fetch`, `variable` or `gradient` holds the name, whichever it is; the other two are null."""
    place = {"output": "fetch", "gradient": "gradient", "update": "variable"}.get(failure.kind)
    place = place or ("variable" if failure.kind in ("initial", "variable") else None)
    return {
        "call": failure.call,
        "step": failure.step,
        "kind": failure.kind,
        "fetch": failure.name if place == "fetch" else None,
        "variable": failure.name if place == "variable" else None,
        "gradient": failure.name if place == "gradient" else None,
        "message": failure.message,
        "old": failure.old,
        "new": failure.new,
        "max_abs": finite(failure.max_abs),
    }


def printed_json(printed: PrintedResult | None) -> dict[str, object] | None:
    if printed is None:
        return None
    return {
        "lines": printed.lines,
        "numbers": printed.numbers,
        "same_lines": printed.same_lines,
        "max_abs": finite(printed.max_abs),
        "max_rel": finite(printed.max_rel),
        "passed": not printed.failures,
    }


def runtime_json(runtime: Runtime | None) -> dict[str, object] | None:
    if runtime is None:
        return None
    return {
        "device": runtime.device,
        "old_ms": {"median": runtime.old_ms.median, "p95": runtime.old_ms.p95},
        "new_ms": {"median": runtime.new_ms.median, "p95": runtime.new_ms.p95},
        "ratio": {"median": runtime.ratio.median, "low": runtime.ratio.low, "high": runtime.ratio.high},
        "trace_s": runtime.trace_s,
        "traces": runtime.traces,
        "peak_mib": {"old": runtime.peak_old, "new": runtime.peak_new},
        "calls": runtime.calls,
        "repetitions": runtime.repetitions,
    }
