"""Gradients and updates: what must be seen, and what rounding may do."""

from dataclasses import replace

import numpy as np
import pytest

from migrate.verify.align import PairedRun
from migrate.verify.observe import Array, Event, SeenVariable
from migrate.verify.states import VariableMap, VariablePair
from migrate.verify.tolerances import Tolerances
from migrate.verify.training import compare_gradients, compare_updates

SHAPE = (40, 5)
RANDOM = np.random.RandomState(3)
START = (0.1 * RANDOM.standard_normal(SHAPE)).astype(np.float32)
GRADIENT = (0.01 * RANDOM.standard_normal(SHAPE)).astype(np.float32)
OLD = SeenVariable("w:0", SHAPE, "float32", True, False, START, None, None)
NEW = SeenVariable("0:w:0", SHAPE, "float32", True, False, START, "w:0", "a.py:1")
VARIABLES = VariableMap((VariablePair(OLD, NEW),), (), (), (0,))
TOLERANCES = Tolerances(None, None, across_versions=False)


def event(name: str, gradient: Array | None, after: Array) -> Event:
    gradients = {name: gradient} if gradient is not None else {}
    return Event("train", 0, 0, (), gradients, {name: START}, {name: after}, (), None, 1)


def run(old_after: Array, new_after: Array, old: Array | None = GRADIENT, new: Array | None = GRADIENT) -> PairedRun:
    return PairedRun(0, "train", 0, event("w:0", old, old_after), event("0:w:0", new, new_after), None, True, ())


def descend(rate: float, gradient: Array = GRADIENT) -> Array:
    return (START - np.float32(rate) * gradient).astype(np.float32)


def first_adam_step(epsilon: float) -> Array:
    change = 1e-3 * GRADIENT / (np.abs(GRADIENT) + epsilon / np.sqrt(1e-3))
    return (START - change).astype(np.float32)


def updates(pair: PairedRun) -> tuple[object, ...]:
    return compare_updates(VARIABLES, (pair,), None, TOLERANCES)[0].failures


def gradients(pair: PairedRun) -> tuple[object, ...]:
    return tuple(f for result in compare_gradients(VARIABLES, (pair,), TOLERANCES, False) for f in result.failures)


def test_equal_updates_pass() -> None:
    assert updates(run(descend(0.5), descend(0.5))) == ()


def test_rounding_of_stored_values_passes() -> None:
    noisy = np.nextafter(descend(1e-4), np.float32(np.inf))
    assert updates(run(descend(1e-4), noisy)) == ()


@pytest.mark.parametrize("factor", [1.001, 0.999, 1.1])
def test_a_learning_rate_slightly_off_is_seen(factor: float) -> None:
    assert updates(run(descend(0.5), descend(0.5 * factor)))


def test_another_epsilon_is_seen() -> None:
    assert updates(run(first_adam_step(1e-8), first_adam_step(1e-8))) == ()
    assert updates(run(first_adam_step(1e-8), first_adam_step(1e-7)))


def test_an_update_left_out_is_seen() -> None:
    assert updates(run(descend(0.5), START))
    assert updates(run(START, descend(0.5)))


def test_gradients_that_are_rounding_noise_may_update_as_they_like() -> None:
    noise = (1e-9 * RANDOM.standard_normal(SHAPE)).astype(np.float32)
    other = (1e-9 * RANDOM.standard_normal(SHAPE)).astype(np.float32)
    old, new = START - 0.01 * np.sign(noise), START - 0.01 * np.sign(other)
    again = replace(event("w:0", other, new.astype(np.float32)))
    pair = replace(run(old.astype(np.float32), new.astype(np.float32), noise, other), noise=again)
    assert updates(pair) == ()


def test_gradients_must_agree_closely() -> None:
    assert gradients(run(START, START)) == ()
    assert gradients(run(START, START, new=GRADIENT * np.float32(1 + 1e-6))) == ()
    assert gradients(run(START, START, new=GRADIENT * np.float32(1 + 1e-4)))


def test_a_gradient_on_one_side_only_is_seen() -> None:
    assert gradients(run(START, START, new=None))
    assert gradients(run(START, START, old=None))
    assert gradients(run(START, START, old=None, new=np.zeros(SHAPE, np.float32))) == ()


def test_changes_of_a_few_roundings_may_point_anywhere() -> None:
    """The bias before a batch normalization: its gradient is rounding noise, and so is what Adam makes of it."""
    start = np.full(SHAPE, 0.1, np.float32)
    unit = np.spacing(np.float32(0.1))
    drawn = [(start + unit * RANDOM.randint(-2, 3, SHAPE)).astype(np.float32) for _ in "abc"]
    gradients = [(1e-12 * RANDOM.standard_normal(SHAPE)).astype(np.float32) for _ in "abc"]
    names = ("w:0", "0:w:0", "w:0")
    old, new, again = (
        Event("train", 0, 0, (), {name: gradient}, {name: start}, {name: after}, (), None, 1)
        for name, gradient, after in zip(names, gradients, drawn, strict=True)
    )
    pair = PairedRun(0, "train", 0, old, new, again, True, ())
    assert updates(pair) == ()
    steady = replace(again, state={"w:0": drawn[0]})
    assert updates(replace(pair, noise=steady, new=replace(new, state={"0:w:0": start})))
