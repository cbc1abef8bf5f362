"""Optimizers: 50 steps of given gradients. What a row claims to be exact is, and what it does not claim differs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from codemods.api.table import OptimizerRow, optimizer, optimizers
from tests.equivalence.sides import Arrays, Case, run_new, run_old

pytestmark = pytest.mark.tensorflow
STEPS = 50
SMALL_STEPS = 1e-3
EQUAL = 2e-5
DIFFERENT = 2e-4
MODES = ("dense", "changing_rate", "sparse")
# More than one set of arguments where defaults and other values could hide different things: (rate, arguments).
SETTINGS: tuple[tuple[str, float, dict[str, object]], ...] = (
    ("GradientDescentOptimizer", 0.1, {}),
    ("MomentumOptimizer", 0.1, {"momentum": 0.9}),
    ("MomentumOptimizer", 0.1, {"momentum": 0.8, "use_nesterov": True}),
    ("AdamOptimizer", 0.1, {}),
    ("AdamOptimizer", 0.05, {"beta1": 0.5, "beta2": 0.9, "epsilon": 0.01}),
    ("AdagradOptimizer", 0.1, {}),
    ("AdagradOptimizer", 0.1, {"initial_accumulator_value": 0.01}),
    ("AdadeltaOptimizer", 1.0, {}),
    ("AdadeltaOptimizer", 1.0, {"rho": 0.8, "epsilon": 1e-4}),
    ("FtrlOptimizer", 0.1, {}),
    ("FtrlOptimizer", 0.1, {"l1_regularization_strength": 0.01, "l2_regularization_strength": 0.02,
                            "l2_shrinkage_regularization_strength": 0.03, "initial_accumulator_value": 0.2}),
    ("RMSPropOptimizer", 0.05, {}),
    ("RMSPropOptimizer", 0.05, {"decay": 0.8, "momentum": 0.5, "centered": True, "epsilon": 1e-3}),
    ("ProximalAdagradOptimizer", 0.1, {"l1_regularization_strength": 0.01}),
    ("ProximalGradientDescentOptimizer", 0.1, {"l2_regularization_strength": 0.01}),
    ("AdagradDAOptimizer", 0.1, {"l1_regularization_strength": 0.001}),
)  # fmt: skip


def row_of(index: int) -> OptimizerRow:
    row = optimizer(f"tf.train.{SETTINGS[index][0]}")
    assert row is not None
    return row


def gradients() -> Arrays:
    draw = np.random.RandomState(5)
    rows = np.array([draw.choice([0, 1, 2, 4], 5) for _ in range(STEPS)], "int32")  # row 3 is never touched
    rows[:, 0] = rows[:, 1]
    dense = draw.randn(STEPS, 6, 4).astype("float32")
    sparse = draw.randn(STEPS, 5, 4).astype("float32")
    start = draw.randn(6, 4).astype("float32")
    return {"start": start, "dense": dense, "changing_rate": dense, "sparse": sparse, "rows": rows}


def name_of(index: int, mode: str) -> str:
    return f"{SETTINGS[index][0]}{index}-{mode}"


@cache
def cases() -> tuple[Case, ...]:
    return tuple(case(index, mode) for index in range(len(SETTINGS)) for mode in MODES)


def case(index: int, mode: str) -> Case:
    _, rate, arguments = SETTINGS[index]
    row = row_of(index)
    renamed = {str(row.arguments[name]): value for name, value in arguments.items() if row.keras}
    fixed = {name: ast.literal_eval(text) for name, text in row.fixed.items()}
    factor = 0.9 if mode == "changing_rate" else 1.0
    rates = [rate * factor**step for step in range(STEPS)]
    return {
        "id": name_of(index, mode), "kind": "optimizer", "mode": mode, "api": row.api, "v1": row.v1, "keras": row.keras,
        "arguments": arguments, "keras_arguments": {**fixed, **renamed}, "rates": rates,
    }  # fmt: skip


def distances(index: int, mode: str, reference: str, shared_folder: Path) -> list[float]:
    """How far the new trajectories (v1 in a tf.function; Keras) ever are from the old one."""
    folder = shared_folder / "optimizers"
    folder.mkdir(exist_ok=True)
    old = run_old(folder, reference, cases(), gradients()).of(name_of(index, mode))[0]
    new = run_new(folder, reference, cases(), gradients()).of(name_of(index, mode))
    return [float(np.abs(each - old).max()) for each in new]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("index", range(len(SETTINGS)))
def test_v1_optimizer_in_a_function_takes_the_same_steps(
    index: int, mode: str, reference: str, shared_folder: Path
) -> None:
    assert distances(index, mode, reference, shared_folder)[0] <= EQUAL


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("index", [i for i in range(len(SETTINGS)) if row_of(i).keras])
def test_keras_optimizer_is_exact_where_claimed(index: int, mode: str, reference: str, shared_folder: Path) -> None:
    row = row_of(index)
    claims = {"dense": row.exact_dense, "changing_rate": row.exact_changing_rate, "sparse": row.exact_sparse}
    distance = distances(index, mode, reference, shared_folder)[1]
    assert distance <= EQUAL if claims[mode] else distance >= DIFFERENT


def test_every_row_has_a_case() -> None:
    assert {row.api for row in optimizers()} == {f"tf.train.{name}" for name, _, _ in SETTINGS}


def test_arguments_of_every_row_are_known() -> None:
    for row in optimizers():
        assert set(row.parameters) >= {name for name in row.arguments if name != "name"}, row.api
