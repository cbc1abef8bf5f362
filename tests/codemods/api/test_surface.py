"""The lists of names: what existed, what exists today and how it is reached, and that reading them costs little."""

from __future__ import annotations

import subprocess
import sys

import pytest

from codemods.api import surface
from codemods.api.advice import advice
from codemods.api.table import canonical
from codemods.rules.kept.homes import contrib_home


def test_every_area_of_tensorflow_1_is_listed() -> None:
    names = set(surface.old_names())
    assert len(names) > 7000
    expected = "abs nn.dropout keras.layers.Dense contrib.layers.batch_norm contrib.framework.nest.flatten raw_ops.Abs"
    assert {f"tf.{name}" for name in f"{expected} estimator.Estimator app.flags.FLAGS".split()} <= names
    assert not any(".python." in name for name in names)


def test_signatures_have_names_and_defaults() -> None:
    dropout = surface.old("tf.nn.dropout")
    assert dropout is not None
    assert dropout.signature == "(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None)"
    now = surface.current("tf.nn.dropout")
    assert now is not None and now.signature == "(x, rate, noise_shape=None, seed=None, name=None)"


@pytest.mark.parametrize(
    ("name", "legacy", "dead"),
    [
        ("tf.placeholder", False, "tf.placeholder"),
        ("tf.compat.v1.placeholder", False, None),
        ("tf.compat.v1.layers.dense", False, "tf.compat.v1.layers"),
        ("tf.compat.v1.layers.dense", True, None),
        ("tf.keras.layers.CuDNNLSTM", False, "tf.keras.layers.CuDNNLSTM"),
        ("tf.data.Dataset.make_one_shot_iterator", False, "tf.data.Dataset.make_one_shot_iterator"),
        ("tf.data.Dataset.from_tensors", False, None),
        ("tf.float32.as_numpy_dtype.whatever", False, None),
        ("tf.python.ops.rnn", False, "tf.python"),
        ("tf.compat.v1.GraphKeys.NO_SUCH", False, "tf.compat.v1.GraphKeys.NO_SUCH"),
        ("tf.estimator.Estimator", True, "tf.estimator"),
        ("tf.__version__", False, None),
    ],
)
def test_missing_attributes(name: str, legacy: bool, dead: str | None) -> None:
    assert surface.missing(name, 1, legacy) == dead


@pytest.mark.parametrize(
    ("package", "name", "works"),
    [
        ("tf", "nn", True),
        ("tf", "Session", False),
        ("tf.contrib", "slim", False),
        ("tf.python.ops", "rnn_cell_impl", True),
        ("tf.python.ops.rnn_cell_impl", "_linear", False),
        ("tf.python.framework.ops", "Tensor", False),
        ("tf.compat.v1.app", "run", True),
        ("tf.compat.v1.app", "flags", False),
        ("tf.keras.layers", "Dense", True),
        ("tf_slim", "conv2d", True),
        ("tf.compiler.unknown", "x", None),
    ],
)
def test_from_imports(package: str, name: str, works: bool | None) -> None:
    assert surface.has(package, name, legacy=False) is works


def test_homes_agree_with_what_was_the_same_object() -> None:
    """Where tf.contrib only handed on a public name, a home in TensorFlow is that name or one of its aliases."""
    other = []
    for name in surface.old_names():
        row, home = surface.old(name), contrib_home(name, None)
        if row is None or home is None or not row.same or row.same.startswith("tf.contrib."):
            continue
        target = ".".join((home.target, *name.split(".")[home.length :]))
        listed = target.startswith("tf.") and not target.startswith("tf.keras.")
        if listed and canonical(target) != canonical(row.same):
            other.append(f"{name}: {target} is not {row.same}")
    assert other == []


def test_everything_gone_has_advice() -> None:
    for name in surface.old_names():
        if name.startswith("tf.contrib."):
            assert advice(name), name


def test_lists_load_quickly() -> None:
    script = (
        "import time; from codemods.api import surface as s; start = time.process_time();"
        "s.missing('tf.compat.v1.nn.relu', 1, False); print(time.process_time() - start)"
    )
    spent = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(spent) < 0.03
