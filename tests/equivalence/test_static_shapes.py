"""What is known of static shapes is what TensorFlow 1 infers: every size that the source tells is the size there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from codemods.api.static_shapes import shape_rows
from codemods.api.table import canonical
from codemods.graph.values import Value
from tests.codemods.lowering import lowered
from tests.equivalence.recorded import FOLDER
from tests.equivalence.sides import TF115

INPUTS = """
flat = tf.placeholder(tf.float32, [None, 6])
fixed = tf.placeholder(tf.float32, [4, 6])
image = tf.placeholder(tf.float32, [None, 9, 8, 3])
open_image = tf.placeholder(tf.float32, [2, None, 8, 3])
words = tf.placeholder(tf.int32, [None, 5])
w = tf.Variable(tf.zeros([6, 7]))
kernel = tf.Variable(tf.zeros([3, 2, 3, 4]))
"""
UNARY = ("abs", "exp", "log", "negative", "sigmoid", "sign", "sqrt", "square", "tanh", "zeros_like", "ones_like",
         "identity", "stop_gradient", "nn.elu", "nn.leaky_relu", "nn.log_softmax", "nn.relu", "nn.relu6", "nn.selu",
         "nn.sigmoid", "nn.softmax", "nn.softplus", "nn.tanh")  # fmt: skip
BINARY = ("add", "divide", "maximum", "minimum", "multiply", "subtract")
CALLS = (
    *(f"tf.{name}(image)" for name in UNARY),
    *(f"tf.{name}(flat, tf.ones([6]))" for name in BINARY),
    "tf.cast(flat, tf.float64)", "tf.clip_by_value(flat, 0.0, 1.0)", "tf.nn.bias_add(flat, tf.zeros([6]))",
    "tf.nn.dropout(flat, 0.5)", "tf.nn.lrn(image)", "tf.layers.dropout(flat)", "tf.layers.batch_normalization(flat)",
    "tf.constant(0.0, shape=[3, 2])", "tf.ones([2, 3])", "tf.zeros((4, 1))", "tf.random_normal([2, 3])",
    "tf.random_uniform([5])", "tf.truncated_normal([5, 1])",
    "tf.nn.conv2d_transpose(image, kernel[:, :, :3, :3], [2, 18, 16, 3], [1, 2, 2, 1])",
    "tf.matmul(flat, w)", "tf.matmul(fixed, w)", "fixed + flat", "flat * 2.0",
    "tf.ones([1, 6]) - flat", "flat / tf.ones([4, 1])", "tf.reshape(flat, [-1, 3, 2])", "tf.reshape(fixed, [-1, 3])",
    "tf.reshape(fixed, (8, -1))", "tf.reshape(flat, [4, 6])", "tf.reshape(image, [-1, 9 * 8 * 3])",
    "tf.reshape(fixed, [-1])", "tf.layers.flatten(image)", "tf.layers.flatten(fixed)",
    "tf.layers.flatten(open_image)", "tf.layers.dense(flat, 5)", "tf.layers.dense(inputs=image, units=2 + 3)",
    "tf.nn.embedding_lookup(w, words)",
    *(f"tf.nn.{kind}_pool({x}, [1, 3, 2, 1], [1, 2, {stride}, 1], '{padding}')"
      for kind in ("avg", "max") for x in ("image", "open_image")
      for stride in (1, 3) for padding in ("SAME", "VALID")),
    *(f"tf.layers.{kind}_pooling2d(image, 2, {stride})" for kind in ("average", "max") for stride in ("2", "(3, 1)")),
    "tf.layers.max_pooling2d(open_image, [3, 3], 2, padding='same')",
    "tf.layers.conv2d(image, 4, 3)", "tf.layers.conv2d(image, 4, [3, 2], (2, 1), 'same')",
    "tf.layers.conv2d(open_image, filters=5, kernel_size=3, strides=2, padding='SAME')",
    *(f"tf.nn.conv2d({x}, kernel, [1, {stride}, 1, 1], '{padding}')"
      for x in ("image", "open_image") for stride in (1, 2) for padding in ("SAME", "VALID")),
)  # fmt: skip
UNCERTAIN = (
    "tf.matmul(w, fixed, True, True)",
    "tf.matmul(image, image, transpose_b=True)",
    "tf.nn.conv2d(image, kernel, [1, 1, 1, 1], 'SAME', data_format='NHWC')",
    "tf.layers.conv2d(image, 4, 3, dilation_rate=2)",
    "tf.contrib.layers.conv2d(image, 4, 3, rate=2)",
    "tf.reshape(flat, tf.shape(flat))",
    "tf.transpose(flat)",
)
CONTRIB = (
    "tf.contrib.layers.batch_norm(flat)", "tf.contrib.layers.batch_norm(open_image, is_training=False)",
    "tf.contrib.layers.flatten(image)", "tf.contrib.layers.flatten(fixed)", "tf.contrib.layers.flatten(open_image)",
    "tf.contrib.layers.conv2d(image, 4, 3)",
    "tf.contrib.layers.conv2d(open_image, 4, [3, 2], 2, 'VALID')", "tf.contrib.layers.conv2d(image, 4, 3, stride=2)",
    "tf.contrib.layers.max_pool2d(image, 2)", "tf.contrib.layers.max_pool2d(image, [2, 2], stride=1, padding='SAME')",
    "tf.contrib.layers.avg_pool2d(open_image, 3)", "tf.contrib.slim.avg_pool2d(image, 2, padding='SAME')",
    "tf.contrib.layers.fully_connected(flat, 5)", "tf.contrib.layers.fully_connected(image, num_outputs=2 + 3)",
)  # fmt: skip
RECORDED = FOLDER / "static_shapes.json"
Shapes = dict[str, list[int | None]]


def found(call: str) -> Value:
    program = lowered(f"{INPUTS}\nresult = {call}\nsize = result.get_shape()")
    return next(each.value for each in program.definitions.values() if each.name == "result")


@pytest.mark.parametrize("call", (*CALLS, *CONTRIB))
def test_a_shape_is_known(call: str) -> None:
    assert found(call).shape is not None


@pytest.mark.parametrize("call", UNCERTAIN)
def test_nothing_is_known(call: str) -> None:
    assert found(call).shape is None


def test_every_row_has_a_call() -> None:
    asked = {canonical(each.partition("(")[0]) for each in (*CALLS, *CONTRIB)}
    assert [api for api in shape_rows() if api not in asked] == []


def infer(python: str, tensorflow: str, calls: tuple[str, ...]) -> Shapes:
    """What this TensorFlow infers."""
    lines = [
        "import json, os", "os.environ['TF_USE_LEGACY_KERAS'] = '1'", f"import {tensorflow} as tf",
        "tf.compat.v1.disable_v2_behavior()", INPUTS, "shapes = {}",
        *(f"shapes[{call!r}] = ({call}).get_shape().as_list()" for call in calls), "print(json.dumps(shapes))",
    ]  # fmt: skip
    command = [python, "-W", "ignore", "-c", "\n".join(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shapes: Shapes = json.loads(done.stdout.splitlines()[-1])
    return shapes


@cache
def inferred() -> Shapes:
    return infer(sys.executable, "tensorflow.compat.v1", CALLS)


@cache
def recorded() -> Shapes:
    shapes: Shapes = json.loads(RECORDED.read_text())
    return shapes


def assert_sizes(call: str, real: list[int | None]) -> None:
    shape = found(call).shape or ()
    assert len(shape) == len(real)
    for size, number in zip(shape, real, strict=True):
        if size.number is not None or size.free:
            assert size.number == number


@pytest.mark.tensorflow
@pytest.mark.parametrize("call", CALLS)
def test_the_sizes_are_those_of_tensorflow(call: str) -> None:
    assert_sizes(call, inferred()[call])


@pytest.mark.parametrize("call", (*CALLS, *CONTRIB))
def test_the_sizes_are_those_of_tensorflow_115(call: str) -> None:
    assert call in recorded(), "run scripts/record_tf115"
    assert_sizes(call, recorded()[call])


@pytest.mark.tensorflow
@pytest.mark.tf115
def test_the_recorded_sizes_are_those_of_tensorflow_115() -> None:
    if not os.environ.get(TF115):
        pytest.skip(f"{TF115} names no interpreter")
    assert infer(os.environ[TF115], "tensorflow", (*CALLS, *CONTRIB)) == recorded()
