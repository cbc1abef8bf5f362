"""Names of variables as TensorFlow 1.15 gives them, or None where the source does not say them."""

from __future__ import annotations

import pytest

from codemods.graph.variable_names import variable_names
from tests.codemods.lowering import lowered

KNOWN = {
    "a = tf.Variable(1.0, name='w'); b = tf.Variable(1.0, name='w')": ["w", "w_1"],
    "a = tf.Variable(1.0, name='w'); b = tf.Variable(1.0, name='w_1'); c = tf.Variable(1.0, name='w')": [
        "w",
        "w_1",
        "w_2",
    ],
    "a = tf.get_variable('v', []); b = tf.get_variable(name='u', shape=[])": ["v", "u"],
}
UNKNOWN = [
    "c = tf.constant(1.0, name='w'); a = tf.Variable(1.0, name='w')",
    "c = tf.placeholder(tf.float32, [], 'w'); a = tf.get_variable('w', [])",
    "c = tf.constant(1.0, name='w'); a = tf.get_variable('w', [])",
    "c = tf.placeholder(tf.float32, [None, 1]); d = tf.layers.dense(c, 1, name='w'); a = tf.get_variable('w', [])",
]


@pytest.mark.parametrize("source", KNOWN)
def test_names_that_the_source_says(source: str) -> None:
    program = lowered(source)
    assert variable_names(program.variables, program.op_names) == [(name,) for name in KNOWN[source]]


@pytest.mark.parametrize("source", UNKNOWN)
def test_names_that_something_else_may_take(source: str) -> None:
    program = lowered(source)
    assert variable_names(program.variables, program.op_names)[-1] is None


def test_variables_below_a_scope_that_unnamed_layers_may_have_taken() -> None:
    program = lowered("""
        x = tf.placeholder(tf.float32, [None, 1])
        y = tf.layers.dense(x, 1)
        with tf.name_scope("dense"):
            w = tf.Variable(1.0, name="w")
    """)
    assert variable_names(program.variables, program.op_names) == [("dense/kernel", "dense/bias"), None]
