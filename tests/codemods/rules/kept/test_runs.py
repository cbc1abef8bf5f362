"""Kept programs run on the installed TensorFlow, and every home in the tables is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codemods.api.files import mapping, strings, texts, toml
from tests.codemods.rules.kept.programs import kept

pytestmark = pytest.mark.tensorflow

SLIM = """
import numpy as np
import tensorflow as tf
from tensorflow.contrib import slim
from tensorflow.contrib.layers import xavier_initializer

tf.set_random_seed(1)
x = tf.placeholder(tf.float32, [None, 8, 8, 3])
training = tf.placeholder(tf.bool)
with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm, normalizer_params={"is_training": training}):
    h = slim.conv2d(x, 4, [3, 3], weights_regularizer=tf.contrib.layers.l2_regularizer(0.1))
h = tf.layers.dense(tf.contrib.layers.flatten(h), 2, kernel_initializer=xavier_initializer())
loss = tf.reduce_mean(tf.square(h)) + tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
train = slim.learning.create_train_op(loss, tf.train.GradientDescentOptimizer(0.001))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    data = np.arange(384, dtype=np.float).reshape([2, 8, 8, 3]) % 7
    losses = [sess.run(train, {x: data, training: True}) for _ in range(5)]
    print("falls", losses[-1] < losses[0])
"""

RECURRENT = """
import model
import numpy as np
import tensorflow as tf

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print("shape", sess.run(model.last, {model.x: np.zeros([2, 3, 4])}).shape)
"""

MODEL = """
import tensorflow as tf
from tensorflow.contrib import rnn

x = tf.placeholder(tf.float32, [None, 3, 4])
cell = rnn.MultiRNNCell([rnn.DropoutWrapper(rnn.BasicLSTMCell(5), 0.5), rnn.GRUCell(6)])
outputs, _ = rnn.static_rnn(cell, tf.unstack(x, axis=1), dtype=tf.float32)
last = tf.mul(outputs[-1], 2.0)
"""

SAME_INITIALIZER = """
import os
os.environ["TF_USE_LEGACY_KERAS"] = "1"
import tensorflow.compat.v1 as tf
import tf_slim
tf.disable_v2_behavior()
with tf.Session() as sess:
    for shape in ([3], [3, 4], [3, 4, 5, 6]):
        pair = [init(seed=7)(shape) for init in (tf_slim.xavier_initializer, tf.glorot_uniform_initializer)]
        first, second = sess.run(pair)
        print("same", bool((first == second).all()))
"""


def run(folder: Path, **sources: str) -> str:
    for name, text in sources.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("TF_USE_LEGACY_KERAS", None)
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def kept_sources(text: str, **others: str) -> dict[str, str]:
    return {path.removesuffix(".py"): source for path, source in kept(text, **others).items()}


def test_layers_of_slim_with_batch_normalization(tmp_path: Path) -> None:
    assert "falls True" in run(tmp_path, **kept_sources(SLIM))


def test_cells_and_a_module_that_builds_when_imported(tmp_path: Path) -> None:
    assert "shape (2, 6)" in run(tmp_path, **kept_sources(RECURRENT, model=MODEL))


def test_glorot_is_xavier(tmp_path: Path) -> None:
    assert run(tmp_path, main=SAME_INITIALIZER).split() == ["same", "True"] * 3


def test_every_home_exists(tmp_path: Path) -> None:
    table = toml("contrib.toml")
    rows = table["home"]
    assert isinstance(rows, list)
    targets = [f"{row['to']}.{name}" for row in map(mapping, rows) for name in texts(row["names"])]
    targets += strings(table["renamed"]).values()
    source = f"""
import os
os.environ["TF_USE_LEGACY_KERAS"] = "1"
import importlib, tf_slim, tf_slim.nets
import tensorflow.compat.v1 as tf
for target in {[target for target in targets if not target.startswith("tensorboard.")]!r}:
    root, *path = target.split(".")
    found = tf if root == "tf" else importlib.import_module(root)
    for name in path:
        found = getattr(found, name)
print("all found")
"""
    assert len(targets) > 200
    assert run(tmp_path, main=source).strip() == "all found"
