"""Verdicts from observations, without any process."""

import json
from dataclasses import replace

import numpy as np

from migrate.verify.judge import Sides, judge
from migrate.verify.observe import Array, Event, Observation, Outcome
from migrate.verify.run import is_doubtful
from migrate.verify.verdict import Verdict
from tests.migrate.verify.program_pairs import request_for

FIELDS = {
    "entry", "verdict", "reason", "runs_compared", "noise_floor", "assumptions", "outputs", "gradients", "updates",
    "variables", "first_divergence", "not_exercised", "notes", "skipped_runs", "printed", "runtime",
}  # fmt: skip


def event(value: Array, call: int = 0, step: str = "train_step", old: bool = False) -> Event:
    outputs = (None, value) if old else (value,)
    return Event(step, call, 0, outputs, {}, None, None, ("train", "loss"), "train.py:1", 1)


def ran(*events: Event, status: str = "finished", error: str | None = None) -> Observation:
    return Observation(Outcome(status, error), events=events)


def losses(*values: float, old: bool = False) -> Observation:
    return ran(*(event(np.float32(value), call, old=old) for call, value in enumerate(values)))


def verdict_of(old: Observation, new: Observation, noise: Observation | None = None):  # type: ignore[no-untyped-def]
    return judge(request_for("softmax"), Sides(old, new, noise))


def test_equal_runs_are_equivalent() -> None:
    verdict = verdict_of(losses(1, 2, old=True), losses(1, 2))
    assert verdict.verdict is Verdict.EQUIVALENT
    assert verdict.runs_compared == 2
    assert verdict.not_exercised == ("accuracy",)


def test_the_first_difference_is_named() -> None:
    verdict = verdict_of(losses(1, 2, 3, old=True), losses(1, 2.5, 3.5))
    assert verdict.verdict is Verdict.DIFFERENT
    first = verdict.to_json()["first_divergence"]
    assert isinstance(first, dict)
    assert (first["call"], first["step"], first["fetch"], first["old"], first["new"]) == (
        1, "train_step", "cross_entropy", 2.0, 2.5,
    )  # fmt: skip


def test_another_number_of_calls_is_different() -> None:
    verdict = verdict_of(losses(1, 2, old=True), losses(1))
    assert verdict.verdict is Verdict.DIFFERENT
    assert verdict.reason == "train_step ran twice in the old program, once in the new"
    assert not is_doubtful(verdict)


def test_an_old_program_that_does_not_run_is_not_comparable() -> None:
    old = ran(status="crashed", error="ImportError: no module")
    verdict = verdict_of(old, ran())
    assert verdict.verdict is Verdict.NOT_COMPARABLE
    assert "ImportError: no module" in str(verdict.reason)


def test_a_new_program_that_fails_where_the_old_one_runs_is_different() -> None:
    new = replace(losses(1), outcome=Outcome("crashed", "ValueError: bad", "train.py:7"))
    verdict = verdict_of(losses(1, 2, old=True), new)
    assert verdict.verdict is Verdict.DIFFERENT
    assert "train.py:7: ValueError: bad" in str(verdict.reason)


def test_an_old_program_that_fails_later_is_never_equivalent() -> None:
    old = replace(losses(1, old=True), outcome=Outcome("crashed", "IndexError: end"))
    assert verdict_of(old, losses(1)).verdict is Verdict.NOT_COMPARABLE


def test_a_time_limit_is_not_comparable() -> None:
    new = replace(losses(1), outcome=Outcome("timeout"))
    assert verdict_of(losses(1, old=True), new).verdict is Verdict.NOT_COMPARABLE


def test_no_run_is_nothing_to_compare() -> None:
    verdict = verdict_of(ran(), ran())
    assert verdict.verdict is Verdict.NOT_COMPARABLE
    assert "nothing to compare" in str(verdict.reason)


def test_noise_of_the_old_program_widens_the_tolerance_and_raises_doubt() -> None:
    old, noise = losses(1, old=True), losses(1.01, old=True)
    close = verdict_of(old, losses(1.05), noise)
    assert close.verdict is not Verdict.DIFFERENT
    assert is_doubtful(close)
    assert verdict_of(old, losses(2), noise).verdict is Verdict.DIFFERENT


def test_assumptions_are_listed_and_change_the_verdict() -> None:
    request = request_for("softmax")
    assumed = replace(request, program=replace(request.program, assumptions=("the order is free",)))
    verdict = judge(assumed, Sides(losses(1, old=True), losses(1), None))
    assert verdict.verdict is Verdict.UNDER_ASSUMPTIONS
    assert verdict.assumptions == ("the order is free",)


def test_json_has_every_field_whatever_happened() -> None:
    for verdict in (verdict_of(losses(1, old=True), losses(1)), verdict_of(ran(status="timeout"), ran())):
        written = verdict.to_json()
        assert set(written) == FIELDS
        assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_demanded_tolerances_replace_the_defaults() -> None:
    strict = judge(request_for("softmax", rtol=1e-12, atol=0.0), Sides(losses(1, old=True), losses(1 + 1e-6), None))
    assert strict.verdict is Verdict.DIFFERENT
    assert strict.outputs[0].passes_at is not None and strict.outputs[0].passes_at > 0
    loose = judge(request_for("softmax", rtol=0.5), Sides(losses(1, old=True), losses(1.2), None))
    assert loose.verdict is Verdict.EQUIVALENT


def test_only_confirmed_differences_count() -> None:
    sides = Sides(losses(1, 2, old=True), losses(1, 2.1), None)
    (failure,) = judge(request_for("softmax"), sides).failures
    assert judge(request_for("softmax"), sides, frozenset({failure.key})).verdict is Verdict.DIFFERENT
    assert judge(request_for("softmax"), sides, frozenset()).verdict is Verdict.EQUIVALENT


def test_one_of_very_many_examples_may_fall_on_the_other_side_between_versions_only() -> None:
    old = ran(replace(event(np.float32(0.9), old=True), feeds=2000))
    new = ran(event(np.float32(0.9005)))
    across = request_for("softmax", reference="/usr/bin/python3.7")
    assert judge(across, Sides(old, new, None)).verdict is Verdict.EQUIVALENT
    assert judge(request_for("softmax"), Sides(old, new, None)).verdict is Verdict.DIFFERENT
