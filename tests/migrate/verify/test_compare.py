"""Numbers of the comparison: structure, distance, tolerance, what would have passed."""

import numpy as np
import pytest

from migrate.verify.compare import Tolerance, default_tolerance, difference, json_number, largest_positions, sample


def test_equal_arrays_have_no_difference() -> None:
    gap = difference(np.float32([1, 2]), np.float32([1, 2]))
    assert (gap.max_abs, gap.max_rel, gap.structure) == (0.0, 0.0, None)


def test_difference_is_relative_to_the_largest_old_value() -> None:
    gap = difference(np.float32([0, 4]), np.float32([1, 4]))
    assert gap.max_abs == 1.0
    assert gap.max_rel == 0.25


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (np.zeros(3), np.zeros(4), "shape"),
        (np.zeros((2, 1)), np.zeros((1, 2)), "shape"),
        (np.zeros(3, np.float32), np.zeros(3, np.float64), "dtype"),
        (np.zeros(3, np.int32), np.zeros(3, np.int64), "dtype"),
        (np.float32([1, np.nan]), np.float32([1, 1]), "not a number"),
        (np.float32([1, np.inf]), np.float32([1, -np.inf]), "infinite"),
        (np.array([b"a"]), np.array([b"b"]), "text"),
    ],
)
def test_structure_that_cannot_be_tolerated(old: np.ndarray, new: np.ndarray, word: str) -> None:
    gap = difference(old, new)
    assert gap.structure is not None and word in gap.structure
    assert not Tolerance(1e9, 1e9).allows(gap)
    assert Tolerance(1e9, 1e9).needed_rtol(gap) is None


def test_equal_patterns_of_nan_are_equal() -> None:
    gap = difference(np.float32([np.nan, np.inf, 1]), np.float32([np.nan, np.inf, 1]))
    assert gap.structure is None and gap.max_abs == 0.0


def test_whole_numbers_count_by_share_and_must_be_equal() -> None:
    gap = difference(np.array([1, 2, 3, 4]), np.array([1, 2, 3, 5]))
    assert gap.max_rel == 0.25
    assert not default_tolerance("int64", strict=False, noise=0.0, across_versions=False).allows(gap)
    assert default_tolerance("int64", strict=False, noise=0.1, across_versions=False).allows(gap)


def test_large_whole_numbers_do_not_lose_digits() -> None:
    assert difference(np.array([2**62]), np.array([2**62 + 1])).max_abs == 1.0


def test_truth_values() -> None:
    assert difference(np.array([True, False]), np.array([True, True])).max_rel == 0.5


def test_smallest_tolerance_that_would_have_passed() -> None:
    gap = difference(np.float32([10.0]), np.float32([10.5]))
    needed = Tolerance(1e-5, 0.0).needed_rtol(gap)
    assert needed == pytest.approx(0.05)
    assert Tolerance(needed * 1.0001, 0.0).allows(gap)
    assert not Tolerance(needed * 0.999, 0.0).allows(gap)


def test_tolerance_is_stricter_at_first_and_widened_by_noise_only() -> None:
    strict = default_tolerance("float32", strict=True, noise=0.0, across_versions=False)
    later = default_tolerance("float32", strict=False, noise=0.0, across_versions=False)
    noisy = default_tolerance("float32", strict=True, noise=1e-3, across_versions=False)
    assert strict.rtol < later.rtol < noisy.rtol
    assert default_tolerance("float64", strict=False, noise=0.0, across_versions=False).rtol <= 1e-9


def test_sample_shows_where_it_differs_most() -> None:
    old = np.zeros(100, np.float32)
    new = old.copy()
    new[77] = 3
    assert 3.0 in sample(new, old)
    assert sample(np.float32(2.5)) == 2.5
    assert json_number(float("nan")) == "nan"


def test_of_equal_gaps_the_first_are_shown() -> None:
    old, new = np.zeros(9, np.float32), np.array([0, 2, 2, 5, 2, 0, 2, 2, 1], np.float32)
    assert sample(new, old) == [2.0, 2.0, 5.0, 2.0]
    assert largest_positions(np.array([1.0, 3.0, 3.0, 2.0]), 2) == [1, 2]
    assert largest_positions(np.zeros(6), 4) == [0, 1, 2, 3]


def test_empty_arrays_are_equal() -> None:
    assert difference(np.zeros((0, 3)), np.zeros((0, 3))).max_abs == 0.0
