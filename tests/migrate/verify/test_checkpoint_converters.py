"""What a checkpoint has and what the program keeps, put side by side without TensorFlow: what is missing, what is left
and why, and how many steps Adam took."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from migrate.verify.workers.conversion import GRAPH, VALUE
from migrate.verify.workers.to_names import ToNames
from migrate.verify.workers.to_objects import ToObjects

POWERS = ["beta1_power", "beta2_power"]
COUNTER = "its counter"


def variable(name: str, *path: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "path": path, "keras": False, "optional": False, "shape": None, **more}


def adam(*trained: str, **more: Any) -> dict[str, Any]:
    given = {
        "path": ["optimizer"],
        "keras": None,
        "v1": "AdamOptimizer",
        "label": "Adam",
        "slots": {"m": "m", "v": "v"},
    }
    return {**given, "numbers": {}, "trained": trained, "scope": "", "operations": "", "counter": None, **more}


def known(*variables: dict[str, Any], optimizers: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"variables": variables, "optimizers": optimizers}


def to_objects(stored: dict[str, Any], told: dict[str, Any]) -> ToObjects:
    found = ToObjects(None, stored, told)
    found.convert()
    return found


def power(beta: float, steps: int) -> np.float32:
    """What TensorFlow keeps after so many steps: multiplied step by step, and 0 where it is too small to be normal."""
    found = np.cumprod(np.full(steps + 1, beta, np.float32))[-1]
    return found if found >= np.finfo(np.float32).tiny else np.float32(0)


@pytest.mark.parametrize("beta", [0.9, 0.5])
@pytest.mark.parametrize("second", [0.999, 0.99, 0.4])
@pytest.mark.parametrize("steps", [0, 1, 7, 640, 700, 900, 8_600, 40_000, 87_000])
def test_steps_of_adam_are_told_by_either_power(beta: float, second: float, steps: int) -> None:
    stored = {"beta1_power": power(beta, steps), "beta2_power": power(second, steps)}
    optimizer = adam("w", numbers={"beta1": beta, "beta2": second})
    told, found = ToObjects(None, stored, known()).steps(optimizer, POWERS)
    if any(stored.values()):
        assert found == steps and stored[told] > 0
    else:
        assert found is None and "both powers of its betas are 0" in told


@pytest.mark.parametrize(
    ("counters", "named", "answer"),
    [
        ({"global_step": np.int64(100_000)}, None, ("global_step", 100_000)),
        ({"steps": np.int32(90_000), "global_step": np.int64(1)}, "steps", ("steps", 90_000)),
        ({"global_step": np.int64(2_000)}, None, "are 0, as after some 87206 steps, but global_step is 2000"),
        ({"global_step": np.float32(1e5)}, None, "and there is no counter global_step"),
        ({"global_step": np.arange(3)}, None, "and there is no counter global_step"),
        ({}, "steps", "and there is no counter steps"),
    ],
)  # fmt: skip
def test_where_both_powers_are_0_the_counter_tells(
    counters: dict[str, Any], named: str | None, answer: tuple[str, int] | str
) -> None:
    zeros = dict.fromkeys(POWERS, np.float32(0))
    told = ToObjects(None, {**zeros, **counters}, known()).steps(adam("w", counter=named), POWERS)
    assert told == answer if isinstance(answer, tuple) else (answer in told[0] and told[1] is None)


def test_slots_that_are_not_in_the_file_are_missing() -> None:
    one = np.ones(2, np.float32)
    told = known(variable("w", "w"), variable("u", "u"), optimizers=(adam("w", "u"),))
    found = to_objects({"w": one, "u": one, "w/Adam": one, "w/Adam_1": one, "beta1_power": np.float32(0.9)}, told)
    assert [each["name"] for each in found.missing] == ["u/Adam", "u/Adam_1", "beta2_power"]
    assert {each["object"] for each in found.missing} == {"optimizer"}
    assert {each["name"]: each["reason"] for each in found.left()} == {
        "w/Adam": "u/Adam is not in the file",
        "w/Adam_1": "u/Adam is not in the file",
        "beta1_power": "u/Adam is not in the file",
    }
    assert [pair[0] for pair in found.pairs] == ["w", "u"]


def test_slots_of_a_variable_that_may_not_exist_are_not_missed() -> None:
    one = np.ones(2, np.float32)
    told = known(variable("w", "w"), variable("b", "b", optional=True), optimizers=(adam("w", "b"),))
    powers = {"beta1_power": np.float32(0.9), "beta2_power": np.float32(0.999)}
    found = to_objects({"w": one, "w/Adam": one, "w/Adam_1": one, **powers}, told)
    assert (found.missing, found.left()) == ([], []) and len(found.pairs) == 5


def test_only_keras_variables_are_out_of_reach_of_an_old_optimizer() -> None:
    one, powers = np.ones(2, np.float32), dict.fromkeys(POWERS, np.float32(0.9))
    stored = {"w": one, "w/Adam": one, "w/Adam_1": one, **powers}
    for keras, count in ((False, 5), (True, 1)):
        held = known(variable("w", "params", "bias", keras=keras), optimizers=(adam("w"),))
        found = to_objects(stored, held)
        assert len(found.pairs) == count and len(found.left()) == 5 - count
        assert all("does not reach the slots of Keras variables" in each["reason"] for each in found.left())


def test_slots_are_missing_on_the_way_back_too() -> None:
    one = np.ones(2, np.float32)
    told = known(variable("w", "w"), variable("u", "u"), optimizers=(adam("w", "u"), adam("w", path=["second"])))
    slot = "/.OPTIMIZER_SLOT/"
    stored = {
        f"{name}{VALUE}": one for name in ("w", "u", f"w{slot}optimizer/m", f"w{slot}second/m", f"w{slot}second/v")
    }
    stored |= {f"second/beta{number}_power{VALUE}": np.float32(0.9) for number in (1, 2)}
    found = ToNames(None, stored, told)
    found.convert()
    assert [each["name"] for each in found.missing] == ["w/Adam_1", "u/Adam", "u/Adam_1"]
    assert [pair[1] for pair in found.pairs][2:] == ["w/Adam_2", "w/Adam_3", "beta1_power_1", "beta2_power_1"]
    assert [each["reason"] for each in found.left()] == [f"w{slot}optimizer/v is not in the file"]


def test_an_object_without_a_name_is_missing_or_left() -> None:
    one = np.ones(2, np.float32)
    told = known(variable("", "w"), variable("w", "u"), optimizers=(adam("", "w"),))
    found = to_objects({"w": one, "w/Adam": one, "w/Adam_1": one, "beta1_power": one, "beta2_power": one}, told)
    assert found.missing == [{"name": "w", "object": "w"}] and found.pairs == [["w", "u", True]]
    assert {each["reason"] for each in found.left()} == {"a variable of this optimizer is not in the file"}
    back = ToNames(None, {f"w{VALUE}": one, f"u{VALUE}": one}, known(*told["variables"]))
    back.convert()
    assert back.pairs == [["u", "w", True]]
    assert back.left() == [{"name": f"w{VALUE}", "reason": "--map gives its name to another"}]


def test_a_variable_named_save_counter_is_a_variable() -> None:
    assert to_objects({"save_counter": np.int64(1)}, known()).left() == [{"name": "save_counter", "reason": None}]
    assert ToNames(None, {f"save_counter{VALUE}": np.int64(1), GRAPH: b""}, known()).left() == []


def test_scalar_texts_have_a_shape() -> None:
    found = to_objects({"s": b"text"}, known(variable("s", "s", shape=[[2], True])))
    assert found.shapes == [{"name": "s", "file": [], "program": "[2]"}]


def test_what_an_optimizer_of_unknown_variables_keeps_has_a_reason() -> None:
    names = ("w/Adam", "scope/w/Adam_1", "beta1_power", "train/beta2_power_1", "w/Adamant", "optimizers/w")
    stored = {name: np.ones(2, np.float32) for name in names}
    told = known(optimizers=({**adam(), "trained": None},))
    reasons = {each["name"]: each["reason"] for each in to_objects(stored, told).left()}
    assert {name for name, reason in reasons.items() if reason is None} == {"w/Adamant", "optimizers/w"}
    back = ToNames(None, {f"optimizer/_variables/3{VALUE}": np.ones(2)}, told)
    back.convert()
    assert back.left()[0]["reason"] == "the source does not tell all that its optimizer trains"
