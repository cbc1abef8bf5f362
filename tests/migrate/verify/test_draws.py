"""Random values as a function of the run: equal on both sides, other ones in the next run."""

import numpy as np

from migrate.verify.workers.draws import Draws


def draw(draws: Draws, key: str | None, kind: str = "uniform", shape: tuple[int, ...] = (4, 3)) -> np.ndarray:
    draws.key = key
    return draws.values(kind, draws.new_token(), shape, np.float32)


def test_both_sides_draw_the_same_in_the_same_run() -> None:
    assert np.array_equal(draw(Draws(0, None), "train#3"), draw(Draws(0, {}), "train#3"))


def test_runs_shapes_and_seeds_draw_differently() -> None:
    first = draw(Draws(0, None), "train#0")
    assert not np.array_equal(first, draw(Draws(0, None), "train#1"))
    assert not np.array_equal(first, draw(Draws(1, None), "train#0"))
    assert not np.array_equal(first[0], draw(Draws(0, None), "train#0", shape=(4, 4))[0, :3])


def test_draws_of_one_run_agree_unless_there_are_more_than_before() -> None:
    old = Draws(0, None)
    assert np.array_equal(draw(old, "train#0"), draw(old, "train#0"))
    new = Draws(0, {"train#0|uniform|4x3|float32": 1})
    first, surplus = draw(new, "train#0"), draw(new, "train#0")
    assert not np.array_equal(first, surplus)
    assert np.array_equal(first, draw(Draws(0, None), "train#0"))


def test_draws_outside_of_runs_are_numbered_in_order_of_creation() -> None:
    old = Draws(0, None)
    sort = "normal|2|float32"
    late, early = old.new_token(), old.new_token()
    old.begin_outside([(early, sort), (late, sort)])
    new = Draws(0, None)
    eager = [new.values("normal", None, (2,), np.float32) for _ in range(2)]
    assert np.array_equal(old.values("normal", late, (2,), np.float32), eager[0])
    assert np.array_equal(old.values("normal", early, (2,), np.float32), eager[1])


def test_distributions() -> None:
    draws = Draws(0, None)
    uniform = draw(draws, "a#0", "uniform", (10000,))
    assert uniform.min() >= 0 and uniform.max() < 1 and abs(uniform.mean() - 0.5) < 0.02
    truncated = draw(draws, "a#0", "truncated", (10000,))
    assert np.abs(truncated).max() <= 2 and 0.8 < truncated.std() < 0.95
    assert sorted(draws.values("permutation", 1, (5,), np.int32)) == [0, 1, 2, 3, 4]
    picked = draws.values("choices", 1, (1, 1000), np.int64, [np.float32([[0.0, 50.0]])])
    assert set(picked.ravel()) == {1}
    whole = draws.values("integers", 1, (1000,), np.int32, [3, 6])
    assert set(whole) == {3, 4, 5}
    candidates = draws.values("log_uniform", 1, (9,), np.int64, [50])
    assert len(candidates) == 9  # and how many were tried
    assert len(set(candidates[:8])) == 8 and candidates[8] >= 8
