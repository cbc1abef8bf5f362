"""What the code around an argument tells: data or not, floating point or not."""

from __future__ import annotations

import ast

import pytest

from codemods.analysis.names import Names
from codemods.api.context import is_data, is_float
from tests.codemods.rules.names.translation import read

STEP = """import tensorflow as tf
rate = 0.5
count = 3
@tf.function(input_signature=[tf.TensorSpec([None], tf.float32), tf.TensorSpec(shape=[None], dtype=tf.int64)])
def step(x, labels):
    h = x * 2
    twice = labels
    again = 1
    again = 2
    return {}
def plain(x):
    return x
"""


def at_the_end(text: str) -> tuple[Names, ast.expr]:
    module = read(STEP.format(text))
    found = [node for node in ast.walk(module.tree) if isinstance(node, ast.Return)]
    value = min(found, key=lambda node: node.lineno).value
    assert value is not None
    return Names.of(module), value


@pytest.mark.parametrize("text", ["x", "rate", "h", "x * 2", "tf.one_hot(labels, 3)", "tf.cast(labels, tf.float32)",
                                  "tf.reshape(x, [-1])", "tf.nn.softmax(labels)", "-x", "tf.zeros([3])"])  # fmt: skip
def test_floats(text: str) -> None:
    assert is_float(*at_the_end(text))


@pytest.mark.parametrize("text", ["labels", "count", "tf.one_hot(labels, 3, dtype=tf.int32)", "again", "unknown",
                                  "twice", "tf.cast(x, tf.int32)", "f(x)", "tf.zeros([3], tf.int32)"])  # fmt: skip
def test_not_plainly_floats(text: str) -> None:
    assert not is_float(*at_the_end(text))


@pytest.mark.parametrize("text", ["x", "labels", "twice", "tf.one_hot(unknown, 3)", "tf.cast(x, tf.int32)", "3"])
def test_data(text: str) -> None:
    assert is_data(*at_the_end(text))


@pytest.mark.parametrize("text", ["again + unknown", "unknown", "tf.matmul(x, x)", "f(x)"])
def test_not_plainly_data(text: str) -> None:
    assert not is_data(*at_the_end(text))


def test_parameter_of_another_function_is_not_data() -> None:
    module = read(STEP.format("0"))
    last = [node for node in ast.walk(module.tree) if isinstance(node, ast.Return)]
    value = max(last, key=lambda node: node.lineno).value
    assert value is not None and not is_data(Names.of(module), value) and not is_float(Names.of(module), value)
