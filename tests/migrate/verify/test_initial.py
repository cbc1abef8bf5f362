"""First values that the comparison itself overwrites."""

import numpy as np

from migrate.verify.initial import judge
from migrate.verify.observe import SeenVariable
from migrate.verify.states import VariablePair


def pair_of(old: np.ndarray, new: np.ndarray) -> VariablePair:
    shape = old.shape
    return VariablePair(
        SeenVariable("w:0", shape, "float32", True, False, old.astype(np.float32), None, None),
        SeenVariable("0:w:0", shape, "float32", True, False, new.astype(np.float32), "w:0", "a.py:1"),
    )


NORMAL = np.random.RandomState(0).standard_normal(2000)
OTHER = np.random.RandomState(1).standard_normal(2000)


def test_equal_values() -> None:
    assert judge(pair_of(NORMAL, NORMAL)) is None


def test_other_draws_of_one_distribution_are_unproved() -> None:
    assert judge(pair_of(NORMAL, OTHER)) == "unproved"


def test_another_spread_or_mean_is_a_difference() -> None:
    assert "became" in str(judge(pair_of(NORMAL, 2 * OTHER)))
    assert "became" in str(judge(pair_of(NORMAL, OTHER + 1)))


def test_the_same_draw_scaled_is_a_difference_however_small() -> None:
    assert "scaled" in str(judge(pair_of(NORMAL[:10], 1.01 * NORMAL[:10])))


def test_constants_must_be_equal() -> None:
    assert "became" in str(judge(pair_of(np.zeros(4), np.ones(4))))
    assert "became" in str(judge(pair_of(np.zeros(4), NORMAL[:4])))
