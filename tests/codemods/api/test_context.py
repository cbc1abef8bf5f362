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


HELPERS = """import tensorflow as tf
x_spec = tf.TensorSpec([None, 3], tf.float32)
def loss(labels, logits):
    {}
def main():
    weights = tf.Variable(1)
    @tf.function(input_signature=[x_spec, tf.TensorSpec([None], tf.int32)])
    def step(x, y):
        return loss({}, x * weights)
    return step
"""


def in_helper(body: str, argument: str) -> tuple[Names, ast.expr]:
    module = read(HELPERS.format(body, argument))
    found = [node for node in ast.walk(module.tree) if isinstance(node, ast.Return)]
    value = min(found, key=lambda node: node.lineno).value
    assert value is not None
    return Names.of(module), value


def test_helper_is_judged_by_what_every_call_passes() -> None:
    assert is_data(*in_helper("return labels", "x")) and is_float(*in_helper("return labels", "x"))
    assert is_data(*in_helper("return labels", "y")) and not is_float(*in_helper("return labels", "y"))
    assert not is_data(*in_helper("return logits", "x"))


@pytest.mark.parametrize(
    "body",
    [
        "apply(loss)\n    return labels",
        "labels = f(labels)\n    return labels",
        "loss(weights, 1)\n    return labels",
        "loss(*labels)\n    return labels",
        "net.loss = 3\n    return labels",
    ],
)
def test_helper_with_other_uses_is_not_judged(body: str) -> None:
    assert not is_data(*in_helper(body, "x"))


def test_parameter_of_a_lambda_is_unknown() -> None:
    names, value = in_helper("return (lambda labels: labels)", "x")
    assert isinstance(value, ast.Lambda) and not is_data(names, value.body)


def test_name_of_an_outer_function_is_found_there() -> None:
    text = "import tensorflow as tf\nrate = 1\ndef main():\n    rate = 0.5\n    def step():\n        return rate\n"
    module = read(text)
    value = next(node.value for node in ast.walk(module.tree) if isinstance(node, ast.Return))
    assert value is not None and is_float(Names.of(module), value)
