"""Layers: with the same weights the Keras layer computes the same output and gradients, and updates alike."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from codemods.api.table import LayerRow, layer, layers
from tests.equivalence.sides import Answers, Arrays, Case, run_new, run_old

pytestmark = pytest.mark.tensorflow
TOLERANCE = 3e-5
# (input, call): the same kind of layer with its defaults and with most of its arguments
CALLS: tuple[tuple[str, str], ...] = (
    ("flat", "tf.layers.dense(x, 5)"),
    ("flat", "tf.layers.dense(x, units=5, activation=tf.nn.relu, use_bias=False, name='hidden')"),
    ("seq", "tf.layers.dense(x, 3, tf.nn.tanh)"),
    ("seq", "tf.layers.conv1d(x, 3, 2)"),
    ("seq", "tf.layers.conv1d(x, filters=3, kernel_size=3, strides=2, padding='SAME', activation=tf.nn.relu)"),
    ("image", "tf.layers.conv2d(x, 4, 3)"),
    ("image", "tf.layers.conv2d(x, 4, [3, 2], (2, 1), 'same', activation=tf.nn.relu, name='conv')"),
    ("image", "tf.layers.conv2d(inputs=x, filters=2, kernel_size=[3, 3], dilation_rate=2, use_bias=False)"),
    ("volume", "tf.layers.conv3d(x, 3, 2)"),
    ("volume", "tf.layers.conv3d(x, 2, 3, strides=2, padding='same')"),
    ("image", "tf.layers.conv2d_transpose(x, 4, 3)"),
    ("image", "tf.layers.conv2d_transpose(x, 4, 3, strides=2, padding='SAME', activation=tf.nn.relu)"),
    ("volume", "tf.layers.conv3d_transpose(x, 3, 2, 2, 'same')"),
    ("image", "tf.layers.separable_conv2d(x, 4, 3)"),
    ("image", "tf.layers.separable_conv2d(x, 4, 3, padding='same', depth_multiplier=2, activation=tf.nn.relu)"),
    ("seq", "tf.layers.max_pooling1d(x, 2, 2)"),
    ("image", "tf.layers.max_pooling2d(x, 2, 2)"),
    ("image", "tf.layers.max_pooling2d(inputs=x, pool_size=[3, 3], strides=1, padding='SAME', name='pool')"),
    ("volume", "tf.layers.max_pooling3d(x, 2, 2)"),
    ("seq", "tf.layers.average_pooling1d(x, 2, 2, 'same')"),
    ("image", "tf.layers.average_pooling2d(x, [2, 2], 2)"),
    ("image", "tf.layers.average_pooling2d(x, 3, 2, 'same')"),
    ("volume", "tf.layers.average_pooling3d(x, 2, 2)"),
    ("image", "tf.layers.flatten(x)"),
    ("flat", "tf.layers.dropout(x, 0.4)"),
    ("flat", "tf.layers.dropout(x, rate=0.4, training=False)"),
    ("flat", "tf.layers.batch_normalization(x)"),
    ("flat", "tf.layers.batch_normalization(x, training=True)"),
    ("flat", "tf.layers.batch_normalization(x, momentum=0.9, epsilon=0.1, center=False, training=True)"),
    ("image", "tf.layers.batch_normalization(x, scale=False, training=False)"),
)
CONTRIB: tuple[tuple[str, str], ...] = (
    ("flat", "tf.contrib.layers.fully_connected(x, 5)"),
    ("flat", "tf.contrib.layers.fully_connected(x, num_outputs=5, activation_fn=None, scope='out')"),
    ("flat", "tf.contrib.layers.fully_connected(x, 4, biases_initializer=None)"),
    ("image", "tf.contrib.layers.flatten(x)"),
    ("seq", "tf.contrib.layers.conv1d(x, 3, 2)"),
    ("image", "tf.contrib.layers.conv2d(x, 4, 3)"),
    ("image", "tf.contrib.layers.conv2d(x, 4, [3, 2], (2, 1), 'VALID', activation_fn=None, scope='conv')"),
    ("image", "tf.contrib.layers.conv2d(inputs=x, num_outputs=2, kernel_size=3, rate=2, activation_fn=tf.nn.tanh)"),
    ("volume", "tf.contrib.layers.conv3d(x, 2, 3, stride=2)"),
    ("image", "tf.contrib.layers.conv2d_transpose(x, 4, 3)"),
    ("image", "tf.contrib.layers.conv2d_transpose(x, 4, [3, 2], stride=2, padding='VALID', activation_fn=None)"),
    ("image", "tf.contrib.layers.max_pool2d(x, 2)"),
    ("image", "tf.contrib.layers.max_pool2d(inputs=x, kernel_size=[3, 3], stride=1, padding='SAME', scope='pool')"),
    ("image", "tf.contrib.layers.avg_pool2d(x, [2, 2], 2)"),
    ("image", "tf.contrib.layers.avg_pool2d(x, 3, padding='SAME')"),
    ("volume", "tf.contrib.layers.max_pool3d(x, 2)"),
    ("volume", "tf.contrib.layers.avg_pool3d(x, 2, stride=1)"),
    ("image", "tf.contrib.layers.batch_norm(x)"),
    ("image", "tf.contrib.layers.batch_norm(x, scale=True, epsilon=0.01, scope='norm')"),
    ("image", "tf.contrib.layers.batch_norm(x, center=False, is_training=False)"),
)


def inputs() -> Arrays:
    draw = np.random.RandomState(9)
    shapes = {"flat": (5, 7), "seq": (2, 6, 4), "image": (2, 7, 8, 3), "volume": (1, 4, 5, 4, 2)}
    return {f"input:{name}": draw.randn(*shape).astype("float32") for name, shape in shapes.items()}


def texts(reference: str) -> tuple[tuple[str, str], ...]:
    return (*CALLS, *(CONTRIB if reference == "tf115" else ()))


@cache
def old_cases(reference: str) -> tuple[Case, ...]:
    return tuple(
        {"id": f"layer{index}", "kind": "layer", "input": name, "text": text}
        for index, (name, text) in enumerate(texts(reference))
    )


def row_of(text: str) -> LayerRow:
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    row = layer(ast.unparse(call.func))
    assert row is not None
    return row


def arguments_of(text: str, row: LayerRow) -> dict[str, str]:
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    given = dict(zip(row.parameters, call.args, strict=False))
    given.update({str(keyword.arg): keyword.value for keyword in call.keywords})
    return {name: ast.unparse(value) for name, value in given.items()}


def weights_of(row: LayerRow, answers: Answers, case: str) -> Mapping[str, np.ndarray]:
    """The variables of the old layer in the order of the Keras layer's weights."""
    values = answers.of(case)
    named = {str(name).rpartition("/")[2]: value for name, value in zip(values[0], values[2:], strict=False)}
    return {suffix: named[suffix] for suffix in row.weights if suffix in named}


def new_case(index: int, name: str, text: str, weights: Mapping[str, np.ndarray]) -> Case:
    row = row_of(text)
    given = arguments_of(text, row)
    none = {name for name, text in given.items() if text == "None"}
    constructor = {new: given[old] for old, new in row.arguments.items() if new is not None and old in given}
    constructor = {name: text for name, text in constructor.items() if text != "None" or name == "activation"}
    constructor |= {
        written.partition("=")[0]: written.partition("=")[2] for old, written in row.none.items() if old in none
    }
    call = {
        "training" if old == row.switch else old: value
        for old, value in given.items() if old in row.call and old != "inputs"
    }  # fmt: skip
    if row.trains:
        call.setdefault("training", "True")
    return {
        "id": f"layer{index}", "kind": "layer", "input": name, "keras": row.keras, "call": call,
        "constructor": {**row.fixed, **constructor}, "weights": list(weights),
    }  # fmt: skip


@cache
def both(reference: str, shared_folder: Path) -> tuple[Answers, Answers]:
    folder = shared_folder / "layers"
    folder.mkdir(exist_ok=True)
    old = run_old(folder, reference, old_cases(reference), inputs())
    cases, arrays = [], dict(inputs())
    for index, (name, text) in enumerate(texts(reference)):
        weights = weights_of(row_of(text), old, f"layer{index}")
        cases.append(new_case(index, name, text, weights))
        arrays.update({f"layer{index}:{suffix}": value for suffix, value in weights.items()})
    return old, run_new(folder, reference, cases, arrays)


@pytest.mark.parametrize("index", range(len(CALLS) + len(CONTRIB)))
def test_layer_computes_the_same(index: int, reference: str, shared_folder: Path) -> None:
    if index >= len(CALLS) and reference != "tf115":
        pytest.skip("only TensorFlow 1.15 has contrib")
    sides = both(reference, shared_folder)
    old, new = (side.of(f"layer{index}") for side in sides)
    row = row_of((*CALLS, *CONTRIB)[index][1])
    count, trained = len(old[0]), [str(name).rpartition("/")[2] for name in old[1]]
    output, input_gradient, *gradients = old[2 + count : 4 + count + len(trained)]
    after = dict(zip((str(name).rpartition("/")[2] for name in old[0]), old[4 + count + len(trained) :], strict=True))
    present = [suffix for suffix in row.weights if suffix in after]
    by_name = dict(zip(trained, gradients, strict=True))
    expected = [output, input_gradient, *(by_name[s] for s in present if s in by_name), *(after[s] for s in present)]
    assert len(expected) == len(new)
    for before, now in zip(expected, new, strict=True):
        np.testing.assert_allclose(now, before, rtol=TOLERANCE, atol=TOLERANCE)


def test_every_row_has_a_case() -> None:
    assert {row.api for row in layers()} == {row_of(text).api for _, text in (*CALLS, *CONTRIB)}


def test_every_parameter_of_a_row_is_accounted_for() -> None:
    for row in layers():
        known = {*row.call, *row.arguments, *row.declines}
        assert [name for name in row.parameters if name not in known] == [], row.api
