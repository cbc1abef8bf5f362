"""When each statement has to happen."""

from __future__ import annotations

import ast

import pytest

from codemods.graph.program import Stage
from tests.codemods.lowering import lowered

BUILT = """
n = 3
x = tf.placeholder(tf.float32, [n])
w = tf.Variable(1.0)
y = w * x
train = tf.train.GradientDescentOptimizer(0.1).minimize(y)
sess = tf.Session()
"""


@pytest.mark.parametrize(
    ("statement", "stage"),
    [
        ("m = n + 1", Stage.PYTHON),
        ("print(n)", Stage.PYTHON),
        ("shape = w.get_shape()", Stage.PYTHON),
        ("z = tf.placeholder(tf.float32, [])", Stage.INPUT),
        ("v = tf.get_variable('v', [2])", Stage.STATE),
        ("pair = [tf.Variable(1.0), tf.Variable(2.0)]", Stage.STATE),
        ("opt = tf.train.AdamOptimizer()", Stage.STATE),
        ("both = tf.trainable_variables()", Stage.STATE),
        ("z = tf.exp(y)", Stage.TENSOR),
        ("h = tf.layers.dense(x, 2)", Stage.TENSOR),
        ("noise = tf.random_normal([2])", Stage.TENSOR),
        ("z = tf.group(train)", Stage.UPDATE),
        ("up = tf.assign(w, 2.0)", Stage.UPDATE),
        ("v = sess.run(y, {x: [1.0]})", Stage.RUN),
        ("print(y.eval({x: [1.0]}, session=sess))", Stage.RUN),
        ("train.run({x: [1.0]})", Stage.RUN),
        ("sess.run(tf.global_variables_initializer())", Stage.DRIVER),
        ("init = tf.global_variables_initializer()", Stage.DRIVER),
        ("other = tf.InteractiveSession()", Stage.DRIVER),
        ("sess.close()", Stage.DRIVER),
        ("import os", Stage.PYTHON),
    ],
)
def test_stage(statement: str, stage: Stage) -> None:
    program = lowered(BUILT + statement)
    assert program.obstacles == ()
    assert program.nodes[-1].stage == stage


def test_a_random_initial_value_is_not_drawn_in_every_run() -> None:
    program = lowered("first = tf.random_normal([2])\nw = tf.Variable(first)\n")
    assert program.obstacles == ()
    assert [node.stage for node in program.nodes[1:]] == [Stage.PYTHON, Stage.STATE]


def test_statements_know_the_blocks_around_them() -> None:
    program = lowered(BUILT + "for i in range(3):\n    if i:\n        sess.run(train, {x: [1.0]})\n")
    (run,) = program.runs
    assert [type(each) for each in program.nodes[run.node].block] == [ast.For, ast.If]


def test_wrappers_are_no_blocks() -> None:
    program = lowered(BUILT + "with tf.name_scope('a'):\n    with sess.as_default():\n        v = y.eval({x: [1.0]})\n")
    (run,) = program.runs
    assert program.nodes[run.node].block == ()
    assert len(program.wrappers) == 2
