"""Where each variable of TensorFlow 1 is found in the migrated program, and where nothing is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods import describe, migrate_sources
from codemods.checkpoint_map import CheckpointMap, checkpoint_map
from codemods.rule import Optimizers, Options, Tier

TREES = Path(__file__).resolve().parents[1] / "trees"

RUN = """
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
"""
TRAIN = """
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
"""
START = "import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, 2])\n"


def found(body: str, end: str = RUN, options: Options | None = None) -> CheckpointMap:
    return checkpoint_map({"a.py": f"{START}{body}{end}".encode()}, "a.py", options or Options())


def paths(body: str, end: str = RUN) -> dict[str, str]:
    known = found(body, end)
    assert known.refusal is None, known.refusal
    return {each.name: "/".join(each.path) for each in known.variables}


def test_variables_by_their_names_in_the_graph() -> None:
    body = """
a = tf.Variable(tf.ones([2, 2]))
with tf.variable_scope("scope"):
    b = tf.get_variable("b", [2])
    c = tf.Variable(1.0)
d = tf.Variable(2.0, name="d")
e = tf.Variable(3.0, name="d")
y = tf.matmul(x, a) + b + c + d + e
"""
    assert paths(body) == {"Variable": "a", "scope/b": "b", "scope/Variable": "c", "d": "d", "d_1": "e"}


def test_layers_by_their_attributes() -> None:
    body = """
with tf.variable_scope("net"):
    first = tf.layers.dense(x, 3)
    second = tf.layers.dense(first, 3, use_bias=False, name="second")
y = tf.contrib.layers.fully_connected(second, 2)
"""
    assert paths(body) == {
        "net/dense/kernel": "first_layer/_kernel",
        "net/dense/bias": "first_layer/bias",
        "net/second/kernel": "second_layer/_kernel",
        "fully_connected/weights": "y_layer/_kernel",
        "fully_connected/biases": "y_layer/bias",
    }


def test_containers_and_small_functions() -> None:
    body = """
def weight(shape):
    return tf.Variable(tf.ones(shape))

both = [weight([2, 2]), weight([2])]
named = {"w": weight([2]), "b": tf.Variable(0.0, name="b")}
y = tf.matmul(x, both[0]) + both[1] + named["w"] + named["b"]
"""
    wanted = {"Variable": "both/0", "Variable_1": "both/1", "Variable_2": "named/w", "b": "named/b"}
    assert paths(body) == wanted


def test_functions_that_become_classes() -> None:
    body = """
def linear(inputs, size, scope):
    with tf.variable_scope(scope):
        w = tf.get_variable("w", [2, size])
        return tf.layers.dense(tf.matmul(inputs, w), size)

y = linear(linear(x, 2, "one"), 2, "two")
"""
    known = found(body)
    assert {"one/w", "one/dense/kernel", "one/dense/bias", "two/w"} < {each.name for each in known.variables}
    assert all(each.path[0] in {plain[0] for plain in known.plain} for each in known.variables)
    assert len({each.path for each in known.variables}) == 6


def test_functions_that_make_variables_for_classes() -> None:
    body = """
def weight(name, shape):
    return tf.get_variable("W_" + name, shape)

def bias(name, shape):
    return tf.get_variable("b_" + name, shape)

def linear(inputs, size, name):
    w = weight(name, [2, size])
    out = tf.layers.dense(tf.matmul(inputs, w), size, name=name + "_dense")
    pair = [bias(name, [size]), weight(name + "_more", [2, size])]
    return tf.matmul(out, pair[1]) + pair[0]

y = linear(linear(x, 2, "one"), 2, "two")
loss = tf.reduce_sum(y)
train = tf.train.AdamOptimizer().minimize(loss)
"""
    known = found(body, TRAIN)
    one = {
        "W_one": "y_linear/w",
        "one_dense/kernel": "y_linear/out/_kernel",
        "one_dense/bias": "y_linear/out/bias",
        "b_one": "y_linear/pair/0",
        "W_one_more": "y_linear/pair/1",
    }
    wanted = one | {key.replace("one", "two"): path.replace("y_linear", "y_linear_2") for key, path in one.items()}
    assert {each.name: "/".join(each.path) for each in known.variables} == wanted
    assert known.optimizers[0].trained == tuple(wanted)


def test_variables_of_functions_that_have_no_known_name() -> None:
    body = """
def weight(name, shape):
    if len(shape) > 1:
        name = name + "_matrix"
    return tf.get_variable(name, shape)

def linear(inputs, size, name):
    w = weight(name, [2, size])
    return tf.matmul(inputs, w)

y = linear(linear(x, 2, "one"), 2, "two")
loss = tf.reduce_sum(y)
train = tf.train.AdamOptimizer().minimize(loss)
"""
    known = found(body, TRAIN)
    assert known.refusal is not None or (known.variables == () and known.optimizers[0].trained is None)


def test_nothing_is_said_of_names_that_are_not_known() -> None:
    body = """
many = [tf.Variable(tf.ones([2, 2])) for _ in range(3)]
one = tf.Variable(1.0)
own = tf.Variable(2.0, name="own")
for each in many:
    x = tf.matmul(x, each)
y = x * one * own
""".replace("    x = tf.matmul(x, each)\ny = x", "    print(each.shape)\ny = tf.matmul(x, many[0])")
    assert paths(body) == {"own": "own"}, "how many have no name is not known, so which number `one` has is not"


def test_optimizers_with_what_they_train() -> None:
    body = """
w = tf.Variable(tf.ones([2, 2]), name="w")
hidden = tf.layers.dense(tf.matmul(x, w), 2, name="hidden")
rate = 0.5
train = tf.train.MomentumOptimizer(rate, 0.9, name="Mine").minimize(tf.reduce_sum(hidden))
"""
    only = found(body, TRAIN).optimizers[0]
    assert (only.keras, only.v1, only.label) == ("SGD", "MomentumOptimizer", "Mine")
    assert only.trained == ("w", "hidden/kernel", "hidden/bias")
    assert only.numbers == {"learning_rate": 0.5, "momentum": 0.9}
    assert (only.scope, only.operations) == ("", "")
    v1 = found(body, TRAIN, Options(optimizers=Optimizers.V1)).optimizers[0]
    assert v1.keras is None and v1.slots == {"momentum": "momentum"}


def test_what_an_optimizer_trains_is_known_for_sure_or_not_at_all() -> None:
    body = """
def linear(inputs):
    a = tf.Variable(tf.ones([2, 2]))
    b = tf.Variable(tf.ones([2, 2]))
    return tf.matmul(tf.matmul(inputs, a), b)

loss = tf.reduce_sum(linear(linear(x)))
with tf.name_scope("training"):
    train = tf.train.AdamOptimizer().minimize(loss)
"""
    known = found(body, TRAIN)
    assert known.variables == () and known.optimizers[0].trained is None
    assert (known.optimizers[0].scope, known.optimizers[0].operations) == ("", "training")


def test_shapes_that_the_source_tells() -> None:
    body = """
size = 4
w = tf.get_variable("w", [2, size])
v = tf.Variable(tf.random_normal([4, 2]))
y = tf.layers.dense(tf.matmul(tf.matmul(x, w), v), units=size)
"""
    shapes = {each.name: each.shape for each in found(body).variables}
    w, v, kernel = shapes["w"], shapes["Variable"], shapes["dense/kernel"]
    assert w is not None and w.sizes == (2, 4) and w.whole
    assert v is not None and v.sizes == (4, 2)
    assert kernel is not None and kernel.sizes == (4,) and not kernel.whole


def test_programs_that_are_not_native_have_no_map() -> None:
    kept = "q = tf.FIFOQueue(2, tf.float32)\ny = q.dequeue()\n"
    assert "stays in graph mode" in (found(kept).refusal or "")
    plain = checkpoint_map({"a.py": b"print(1)\n"}, "a.py", Options())
    assert "runs nothing of TensorFlow 1" in (plain.refusal or "")


def test_programs_over_several_modules_are_read_as_one() -> None:
    before = TREES / "two_modules" / "before"
    sources = {path.name: path.read_bytes() for path in before.glob("*.py")}
    known = checkpoint_map(sources, "main.py", Options())
    assert {each.name: each.path for each in known.variables} == {"out_w": ("dense", "w"), "out_b": ("dense", "b")}
    assert [each.path for each in known.optimizers] == [("optimizer",)]
    assert "dense" in describe(sources, "main.py") and "foreign-builder" not in describe(sources, "main.py")


@pytest.mark.parametrize("tree", sorted(each.parent.name for each in TREES.glob("*/after")))
def test_every_program_over_several_modules_has_a_map(tree: str) -> None:
    before = TREES / tree / "before"
    sources = {path.relative_to(before).as_posix(): path.read_bytes() for path in before.rglob("*.py")}
    entries = [each.entry for each in migrate_sources(sources, Options()).programs if each.tier == Tier.NATIVE]
    assert entries
    assert [checkpoint_map(sources, each, Options()).refusal for each in entries] == [None] * len(entries)
