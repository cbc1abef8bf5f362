"""Medians, ratios and warm-up of the timing."""

import pytest

from migrate.verify.observe import Observation, Outcome
from migrate.verify.timing import spread, summarize, warm_calls


def seen(*times: tuple[str, float]) -> Observation:
    return Observation(Outcome("finished"), times=times, environment={"device": "cpu"}, peak_mib=100)


def test_first_calls_are_left_out() -> None:
    assert warm_calls([("a", 9.0), ("a", 8.0), ("a", 1.0), ("b", 1.0)]) == {"a": [1.0]}


def test_ratio_weighs_steps_by_their_calls() -> None:
    old = seen(*[("a", 1.0)] * 12, *[("b", 4.0)] * 3)
    new = seen(*[("a", 2.0)] * 12, *[("b", 4.0)] * 3)
    runtime = summarize([(old, new)], seen())
    assert runtime is not None
    assert runtime.ratio.median == pytest.approx((10 * 2 + 4) / (10 * 1 + 4))
    assert runtime.repetitions == 1 and runtime.device == "cpu"


def test_spread_of_repetitions() -> None:
    rounds = [(seen(*[("a", 1.0)] * 5), seen(*[("a", ratio)] * 5)) for ratio in (0.8, 1.2)]
    runtime = summarize(rounds, seen())
    assert runtime is not None
    assert (runtime.ratio.low, runtime.ratio.high) == pytest.approx((0.8, 1.2))


def test_tracing_is_what_the_first_call_takes_longer() -> None:
    runtime = summarize([(seen(*[("a", 1.0)] * 4), seen(("a", 5.0), *[("a", 1.0)] * 3))], seen())
    assert runtime is not None and runtime.trace_s == pytest.approx(4.0)


def test_too_few_calls_give_no_times() -> None:
    assert summarize([(seen(("a", 1.0)), seen(("a", 1.0)))], seen()) is None


def test_percentile() -> None:
    assert spread([i / 1000 for i in range(1, 101)]).p95 == pytest.approx(95, abs=1)
