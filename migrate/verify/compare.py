"""Comparison of arrays: how far apart, how far apart they may be, which tolerance would have passed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from migrate.verify.observe import Array

Floats = npt.NDArray[np.float64]

STRICT = {"float64": 1e-11, "complex128": 1e-11, "float32": 1e-5, "complex64": 1e-5, "float16": 1e-2}
LATER = {"float64": 1e-9, "complex128": 1e-9, "float32": 1e-4, "complex64": 1e-4, "float16": 5e-2}
ABSOLUTE = {"float64": 1e-15, "complex128": 1e-15, "float32": 1e-7, "complex64": 1e-7, "float16": 1e-3}
NOISE_FACTOR = 20.0
SHARE_FACTOR = 5.0
TIES = 1e-3
VERSIONS_FACTOR = 5.0
STRICT_UPDATES = 3


@dataclass(frozen=True)
class Difference:
    """How far two arrays are apart. `structure` says what makes them incomparable; then the numbers mean nothing.

    `scale` is the largest finite magnitude of the old array; relative differences are relative to it. Of values
    that are exact (whole numbers, truth values, text) the relative difference is the share of unequal elements.
    """

    max_abs: float
    scale: float
    dtype: str
    structure: str | None = None
    share: float = 0.0

    @property
    def exact(self) -> bool:
        return self.dtype not in STRICT

    @property
    def max_rel(self) -> float:
        if self.exact:
            return self.share
        if self.max_abs == 0:
            return 0.0
        return self.max_abs / self.scale if self.scale > 0 else float("inf")


@dataclass(frozen=True)
class Tolerance:
    """`max_abs <= rtol * scale + atol` passes."""

    rtol: float
    atol: float

    def allows(self, difference: Difference, scale: float | None = None) -> bool:
        if difference.structure is not None:
            return False
        if difference.exact:
            return difference.share <= self.rtol
        base = difference.scale if scale is None else max(scale, difference.scale)
        return difference.max_abs <= self.rtol * base + self.atol

    def needed_rtol(self, difference: Difference, scale: float | None = None) -> float | None:
        """The smallest `rtol` that would have passed with this `atol`; None if none would."""
        if difference.structure is not None:
            return None
        if difference.exact:
            return difference.share
        base = difference.scale if scale is None else max(scale, difference.scale)
        excess = max(0.0, difference.max_abs - self.atol)
        if excess == 0:
            return 0.0
        return excess / base if base > 0 else None


def difference(old: Array, new: Array) -> Difference:
    """Compare dtype, shape, where the values are finite, and the values."""
    dtype = old.dtype.name
    structure = structural_difference(old, new)
    if structure is not None:
        return Difference(float("inf"), largest(old), dtype, structure)
    share = float(np.mean(old != new)) if old.size else 0.0
    if old.dtype.kind in "SU":
        return Difference(share, 1.0, dtype, "other text" if share else None, share)
    if dtype not in STRICT:
        return Difference(largest_gap(old, new), largest(old), dtype, None, share)
    return Difference(largest_gap(old, new), largest(old), dtype)


def structural_difference(old: Array, new: Array) -> str | None:
    if old.shape != new.shape:
        return f"shape {list(old.shape)} became {list(new.shape)}"
    if old.dtype != new.dtype and not (old.dtype.kind in "SU" and new.dtype.kind in "SU"):
        return f"dtype {old.dtype.name} became {new.dtype.name}"
    finite = old.dtype.kind not in "fc" or bool(np.isfinite(old).all() and np.isfinite(new).all())
    if not finite and not np.array_equal(special(old), special(new)):
        return "other values are infinite or not a number"
    return None


def special(array: Array) -> npt.NDArray[np.float64]:
    """Where an array is infinite (1 or -1) or not a number (2); 0 elsewhere."""
    values = np.real(array).astype(np.float64) + np.imag(array).astype(np.float64)
    return np.where(np.isnan(values), 2.0, np.where(np.isinf(values), np.sign(values), 0.0))


def floats(array: Array) -> Floats:
    """The values in double precision, 0 where they are not finite."""
    values = np.abs(array).astype(np.float64) if array.dtype.kind == "c" else array.astype(np.float64)
    return values if np.isfinite(values).all() else np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)


def largest(array: Array) -> float:
    if array.size == 0 or array.dtype.kind in "SU":
        return 0.0
    return float(np.max(np.abs(floats(array))))


def largest_gap(old: Array, new: Array) -> float:
    if old.size == 0:
        return 0.0
    if old.dtype.kind == "c":
        return float(np.max(np.abs(np.nan_to_num(old.astype(np.complex128) - new.astype(np.complex128)))))
    if old.dtype.kind in "iu":
        return float(np.max(np.abs(old.astype(object) - new.astype(object))))
    return float(np.max(np.abs(floats(old) - floats(new))))


def precision(array: Array) -> float:
    """Distance of 1 to the next larger number of the dtype; 0 for whole numbers."""
    return float(np.finfo(array.dtype.name).eps) if array.dtype.kind == "f" else 0.0


def is_all_nan(array: Array) -> bool:
    return array.dtype.kind in "fc" and array.size > 0 and bool(np.all(np.isnan(array)))


def default_tolerance(dtype: str, strict: bool, noise: float, across_versions: bool) -> Tolerance:
    """The tolerance of a dtype, widened by the relative noise that the old side shows against itself.

    `strict` holds while rounding had no time to grow. Whole numbers, truth values and text must be equal, unless
    the old side itself gives other ones under rounding errors.
    """
    if dtype not in STRICT:
        return Tolerance(max(SHARE_FACTOR * noise, TIES if across_versions else 0.0), 0.0)
    factor = VERSIONS_FACTOR if across_versions else 1.0
    base = (STRICT if strict else LATER).get(dtype, 0.0) * factor
    return Tolerance(max(base, NOISE_FACTOR * noise), ABSOLUTE.get(dtype, 0.0) * factor)


def sample(array: Array | None, at: Array | None = None) -> object:
    """A few numbers of an array for a reader: those where it differs most from the other one."""
    if array is None:
        return None
    flat = array.ravel()
    if flat.dtype.kind in "SU":
        return [str(value) for value in flat[:4]]
    order = list(range(min(4, flat.size)))
    if at is not None and at.shape == array.shape and flat.size > 4 and flat.dtype.kind in "fiub":
        order = largest_positions(np.abs(floats(array) - floats(at)).ravel(), 4)
    values = [json_number(flat[i]) for i in order]
    return values[0] if array.ndim == 0 and values else values


def largest_positions(values: Floats, count: int) -> list[int]:
    """Where the `count` largest values are, in order of position; of equal ones the first."""
    least = np.partition(values, -count)[-count]
    above = np.flatnonzero(values > least)
    return sorted(int(position) for position in (*above, *np.flatnonzero(values == least)[: count - above.size]))


def json_number(value: object) -> object:
    """A value that JSON can hold."""
    number = value.item() if isinstance(value, np.generic) else value
    if isinstance(number, complex):
        return str(number)
    if isinstance(number, float) and not np.isfinite(number):
        return str(number)
    return number


def cumulative_max(values: Iterable[float]) -> list[float]:
    """Largest value so far, at every position."""
    highest = 0.0
    result = []
    for value in values:
        highest = max(highest, value)
        result.append(highest)
    return result
