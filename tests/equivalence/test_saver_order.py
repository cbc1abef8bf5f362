"""A saver finds what Keras keeps for a variable by its position: it has to list variables as the optimizer does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codemods.api import table
from codemods.engine import migrate_sources
from codemods.rule import Options, Tier

pytestmark = pytest.mark.tensorflow
TIMEOUT = 300
TRAINING = """
train = tf.train.{optimizer}.minimize(loss{chosen})
saver = tf.train.Saver()
sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run(train, {{x: [[1.0] * 4]}})
saver.save(sess, "model")
"""
HEAD = """
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 4])
"""
NESTED = """
def inner(h):
    h = tf.layers.dense(h, 4, name="within")
    k = tf.get_variable("k", [4, 4])
    return tf.matmul(h, k)
def net(h):
    h = tf.layers.dense(h, 4, name="first")
    a = tf.get_variable("a", [4], initializer=tf.ones_initializer())
    h = inner(h) * a
    return tf.layers.dense(h, 4, name="last")
y = net(x)
z = tf.get_variable("z", [4], initializer=tf.ones_initializer())
loss = tf.reduce_mean(tf.square(y * z - 1.0))
"""
CONTAINERS = """
weights = {"out": tf.Variable(tf.ones([4, 4])), "in": tf.Variable(tf.ones([4, 4]), name="inwards")}
biases = [tf.Variable(tf.ones([4])), tf.Variable(tf.zeros([4]), name="b")]
last = tf.Variable(tf.ones([4]), name="a_last")
h = tf.layers.dense(tf.matmul(x, weights["in"]) + biases[1], 4) * last
loss = tf.reduce_mean(tf.square(tf.matmul(h, weights["out"]) + biases[0]))
"""
PROGRAMS = {
    "nested": HEAD + NESTED + TRAINING.format(optimizer="AdamOptimizer(0.1)", chosen=""),
    "containers": HEAD + CONTAINERS + TRAINING.format(optimizer="AdamOptimizer(0.01)", chosen=""),
    "chosen": HEAD + CONTAINERS + TRAINING.format(
        optimizer="AdamOptimizer(0.1)", chosen=', var_list=[last, weights["out"], biases[0]]'),
}  # fmt: skip
CHECK = """
held = saver.variables() if callable(saver.variables) else saver.variables
assert saver.optimizers
for optimizer, names, *_ in saver.optimizers:
    known = {id(variable): number for number, variable in enumerate(optimizer._trainable_variables)}
    assert [known[id(held[name])] for name in names] == list(range(len(known))), names
"""
SLOTS = """
import tensorflow as tf

for name, kinds, arguments in [{rows}]:
    variables = [tf.Variable(tf.ones([number + 1]), name=name) for number in range(4)]
    optimizer = getattr(tf.keras.optimizers, name)(**arguments)
    optimizer.build(variables)
    for kind in kinds:
        slots = [each for each in optimizer.variables if each.path.endswith("_" + kind)]
        assert [each.shape[0] for each in slots] == [1, 2, 3, 4], (name, kind)
"""


def executed(folder: Path, text: str) -> None:
    (folder / "program.py").write_text(text)
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "program.py"], cwd=folder, env=environment, capture_output=True, text=True, timeout=TIMEOUT,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]


def checked(source: str) -> str:
    """The migrated program with the check at its end."""
    changes = migrate_sources({"p.py": source.encode()}, Options())
    assert changes.programs[0].tier == Tier.NATIVE, changes.programs[0].obstacles
    return changes.final_bytes()["p.py"].decode() + CHECK


def test_savers_list_variables_as_optimizers_do(tmp_path: Path) -> None:
    texts = [checked(source) for source in PROGRAMS.values()]
    executed(tmp_path, "\n".join(f"exec({text!r}, {{}})" for text in texts))


def test_optimizers_keep_slots_in_the_order_of_their_variables(tmp_path: Path) -> None:
    rows = [row for row in table.optimizers() if row.keras and row.slots]
    listed = [f"({row.keras!r}, {list(row.slots.values())}, {_arguments(row.keras)})" for row in rows if row.keras]
    assert len(listed) >= 4
    executed(tmp_path, SLOTS.replace("{rows}", ", ".join(listed)))


def _arguments(keras: str) -> dict[str, float]:
    return {"momentum": 0.9} if keras == "SGD" else {}
