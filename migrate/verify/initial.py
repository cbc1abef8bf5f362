"""Compares the first values that both programs themselves choose, since the comparison overwrites them.

Draws are equal on both sides as far as possible, so most values agree. Where they do not, the two may still come
from one distribution; what can tell them apart is used, and what remains open is said.
"""

from __future__ import annotations

import numpy as np

from migrate.verify.compare import Floats, difference, floats, sample
from migrate.verify.failures import Failure
from migrate.verify.states import VariableMap, VariablePair

EQUAL = 1e-4
STANDARD_ERRORS = 6.0
ENOUGH = 20


def compare_initial(variables: VariableMap) -> tuple[list[Failure], list[str]]:
    """Differences, and assumptions where nothing can be proved."""
    failures: list[Failure] = []
    assumptions: list[str] = []
    for pair in variables.pairs:
        if pair.old.initial is None or pair.new.partner is None:
            continue
        name = pair.shown[0]
        if pair.new.initial is None:
            assumptions.append(f"the first value of {name} could not be compared")
            continue
        reason = judge(pair)
        if reason == "unproved":
            assumptions.append(f"{name} starts with other draws in the new program; those of the old one were used")
        elif reason is not None:
            at = (sample(pair.old.initial, pair.new.initial), sample(pair.new.initial, pair.old.initial))
            gap = difference(pair.old.initial, pair.new.initial).max_abs
            failures.append(
                Failure(-1, None, "initial", name, f"first value of {name}: {reason}", *at, gap, certain=True)
            )
    return failures, assumptions


def judge(pair: VariablePair) -> str | None:
    """None if equal, `unproved` if they may come from one distribution, else what differs."""
    old_array, new_array = pair.old.initial, pair.new.initial
    assert old_array is not None and new_array is not None
    gap = difference(old_array, new_array)
    if gap.structure is not None:
        return gap.structure
    if gap.max_abs <= EQUAL * max(gap.scale, 1e-30):
        return None
    if old_array.dtype.kind != "f":
        return "other values"
    return other_distribution(floats(old_array).ravel(), floats(new_array).ravel())


def other_distribution(old: Floats, new: Floats) -> str:
    """Compare two samples by what is certain, then by mean and spread."""
    if is_constant(old) or is_constant(new):
        return f"{describe(old)} became {describe(new)}"
    if is_linear_image(old, new):
        return f"the same draw scaled: {describe(old)} became {describe(new)}"
    if old.size < ENOUGH:
        return "unproved"
    error = STANDARD_ERRORS / np.sqrt(old.size)
    if abs(old.mean() - new.mean()) > error * np.sqrt(2) * max(old.std(), new.std()):
        return f"{describe(old)} became {describe(new)}"
    if abs(np.log(new.std() / old.std())) > error * np.sqrt(2):
        return f"{describe(old)} became {describe(new)}"
    return "unproved"


def is_constant(values: Floats) -> bool:
    return bool(np.all(values == values[0])) if values.size else True


def is_linear_image(old: Floats, new: Floats) -> bool:
    """Is one the other, scaled and shifted?"""
    if old.size < 3:
        return False
    slope, shift = np.polyfit(old, new, 1)
    return bool(np.max(np.abs(slope * old + shift - new)) <= EQUAL * np.max(np.abs(new)))


def describe(values: Floats) -> str:
    if is_constant(values):
        return f"constant {values[0]:.6g}" if values.size else "nothing"
    return f"mean {values.mean():.4g}, deviation {values.std():.4g}"
