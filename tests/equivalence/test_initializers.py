"""Initializers: a large sample of the Keras initializer has the distribution of the TensorFlow 1 one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from codemods.api.table import initializers
from tests.codemods.rules.names.translation import expression
from tests.equivalence.sides import Case, run_new, run_old

pytestmark = pytest.mark.tensorflow
SHAPE = (200, 300)
KERNEL = (5, 5, 40, 60)
QUANTILES = (0.0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1.0)
EXACT = ("zeros", "ones", "constant", "identity")
TEXTS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("tf.zeros_initializer()", SHAPE),
    ("tf.ones_initializer(dtype=tf.float32)", SHAPE),
    ("tf.constant_initializer(0.1)", SHAPE),
    ("tf.constant_initializer(value=3)", SHAPE),
    ("tf.constant_initializer()", SHAPE),
    ("tf.random_normal_initializer()", SHAPE),
    ("tf.random_normal_initializer(1., 0.02)", SHAPE),
    ("tf.random_normal_initializer(stddev=0.1, seed=3)", SHAPE),
    ("tf.random_uniform_initializer()", SHAPE),
    ("tf.random_uniform_initializer(-0.1, 0.2)", SHAPE),
    ("tf.random_uniform_initializer(maxval=2., dtype=tf.float32)", SHAPE),
    ("tf.truncated_normal_initializer()", SHAPE),
    ("tf.truncated_normal_initializer(mean=0.5, stddev=0.02)", SHAPE),
    ("tf.uniform_unit_scaling_initializer()", SHAPE),
    ("tf.uniform_unit_scaling_initializer(seed=1)", KERNEL),
    ("tf.variance_scaling_initializer()", SHAPE),
    ("tf.variance_scaling_initializer(2., 'fan_out', 'uniform')", KERNEL),
    ("tf.variance_scaling_initializer(scale=0.5, mode='fan_avg', distribution='normal')", SHAPE),
    ("tf.variance_scaling_initializer(distribution='untruncated_normal')", SHAPE),
    ("tf.orthogonal_initializer(gain=1.5)", SHAPE),
    ("tf.glorot_uniform_initializer()", SHAPE),
    ("tf.glorot_uniform_initializer(seed=4)", KERNEL),
    ("tf.glorot_normal_initializer()", SHAPE),
    ("tf.initializers.he_normal()", KERNEL),
    ("tf.initializers.he_uniform(seed=2)", SHAPE),
    ("tf.initializers.lecun_normal()", SHAPE),
    ("tf.initializers.lecun_uniform()", SHAPE),
    ("tf.initializers.identity(gain=2.)", SHAPE),
    ("tf.initializers.zeros()", SHAPE),
)
CONTRIB: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("tf.contrib.layers.xavier_initializer()", SHAPE),
    ("tf.contrib.layers.xavier_initializer_conv2d(seed=3)", KERNEL),
)


@cache
def cases(reference: str, new: bool) -> tuple[Case, ...]:
    texts = (*TEXTS, *(CONTRIB if reference == "tf115" else ()))
    return tuple(
        {"id": f"initializer{index}", "kind": "initializer", "shape": shape, "text": expression(text) if new else text}
        for index, (text, shape) in enumerate(texts)
    )


@pytest.mark.parametrize("index", range(len(TEXTS) + len(CONTRIB)))
def test_initializer_draws_from_the_same_distribution(index: int, reference: str, shared_folder: Path) -> None:
    if index >= len(TEXTS) and reference != "tf115":
        pytest.skip("only TensorFlow 1.15 has contrib")
    folder = shared_folder / "initializers"
    folder.mkdir(exist_ok=True)
    text = (*TEXTS, *CONTRIB)[index][0]
    old = run_old(folder, reference, cases(reference, new=False), {}).of(f"initializer{index}")[0]
    new = run_new(folder, reference, cases(reference, new=True), {}).of(f"initializer{index}")[0]
    assert old.dtype == new.dtype and old.shape == new.shape
    if any(name in text for name in EXACT):
        np.testing.assert_array_equal(new, old)
    else:
        alike(old, new, bounded="uniform" in text or "tf.truncated" in text)


def alike(old: np.ndarray, new: np.ndarray, bounded: bool) -> None:
    spread = float(old.std())
    tolerance = 8 * spread / np.sqrt(old.size)
    assert abs(float(old.mean() - new.mean())) < tolerance
    assert abs(float(old.std() - new.std())) < tolerance
    for quantile in QUANTILES:
        if 0.05 < quantile < 0.95 or bounded:
            difference = abs(float(np.quantile(old, quantile) - np.quantile(new, quantile)))
            assert difference < 4 * tolerance, quantile


def test_every_row_has_a_case() -> None:
    texts = " ".join(text for text, _ in (*TEXTS, *CONTRIB))
    assert [row.api for row in initializers() if f"{row.api}(" not in texts] == []
