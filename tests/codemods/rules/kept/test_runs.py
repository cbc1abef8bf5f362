"""Kept programs run on the installed TensorFlow, and every home in the tables is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codemods import Options, Tier, migrate_sources
from codemods.api.files import mapping, strings, texts, toml
from tests.equivalence.printed import same_print

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

PORTED = """
import numpy as np
import tensorflow as tf
from tensorflow.contrib import legacy_seq2seq, seq2seq
from tensorflow.contrib.training import HParams

hparams = HParams(steps=3, size=4).parse("steps=2")
logits, targets = np.arange(24.0).reshape(2, 3, 4) % 5, [[0, 1, 2], [3, 3, 0]]
weights = tf.constant([[1, 1, 0], [1, 0.5, 1]])
logits = tf.constant(logits, tf.float32)
loss = seq2seq.sequence_loss(logits, tf.constant(targets), weights)
steps = [tf.unstack(each, axis=1) for each in (logits, tf.constant(targets), weights)]
old = legacy_seq2seq.sequence_loss_by_example(*steps)
cell = tf.contrib.rnn.BasicRNNCell(hparams.size, activation=tf.identity)
with tf.variable_scope("rnn", initializer=tf.ones_initializer()):
    inputs = [tf.ones([2, 1])] * hparams.steps
    outputs, state = legacy_seq2seq.rnn_decoder(inputs, cell.zero_state(2, tf.float32), cell)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print("%.9f" % sess.run(loss), *("%.9f" % each for each in sess.run(old)), sess.run(state).tolist())
"""

EAGER = """
import tensorflow as tf
tf.enable_eager_execution()
tfe = tf.contrib.eager

class Net(tfe.Network):
    def __init__(self):
        super(Net, self).__init__()
        self.dense = self.track_layer(tf.layers.Dense(1, kernel_initializer=tf.ones_initializer()))

    def call(self, x):
        return self.dense(x)

net, w = Net(), tfe.Variable(3.0)
rows = tfe.Iterator(tf.data.Dataset.from_tensor_slices([[1.0, 2.0]]).batch(1))
grads = tfe.implicit_gradients(lambda x: tf.reduce_sum(net(x)) * w)(rows.next())
print(sorted(float(tf.reduce_sum(g)) for g, _ in grads), len(net.variables))
print([float(g) for g in tfe.gradients_function(lambda x, y: x * x * y)(3.0, 2.0)])
tf.train.GradientDescentOptimizer(0.5).apply_gradients(grads)
print(w.numpy())
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


def kept_sources(**texts: str) -> dict[str, str]:
    """The whole tree afterwards."""
    sources = {f"{name}.py": text.encode() for name, text in texts.items()}
    final = sources | migrate_sources(sources, Options(tier=Tier.KEPT)).final_bytes()
    return {path.removesuffix(".py"): data.decode() for path, data in final.items()}


def test_layers_of_slim_with_batch_normalization(tmp_path: Path) -> None:
    assert "falls True" in run(tmp_path, **kept_sources(main=SLIM))


def test_cells_and_a_module_that_builds_when_imported(tmp_path: Path) -> None:
    assert "shape (2, 6)" in run(tmp_path, **kept_sources(main=RECURRENT, model=MODEL))


def test_functions_that_are_added_to_the_tree(tmp_path: Path) -> None:
    """The numbers are those that TensorFlow 1.15 prints."""
    for name, text, expected in (
        ("graph", PORTED, "3.490082741 3.812685966 3.232000351 [[5.0, 5.0, 5.0, 5.0], [5.0, 5.0, 5.0, 5.0]]"),
        ("eager", EAGER, "[3.0, 3.0, 9.0] 2\n[12.0, 9.0]\n1.5"),
    ):
        (tmp_path / name).mkdir()
        assert same_print(expected, run(tmp_path / name, **kept_sources(main=text)))


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
import importlib, sys, tf_slim, tf_slim.nets, tf_slim.layers.summaries
import tensorflow.compat.v1 as tf
for target in {[target for target in targets if not target.startswith(("tensorboard.", "tf_contrib."))]!r}:
    root, *path = target.split(".")
    found = tf if root == "tf" else importlib.import_module(root)
    for name in path:
        found = sys.modules[target] if target == "tf_slim.layers.summaries" else getattr(found, name)
print("all found")
"""
    assert len(targets) > 200
    assert run(tmp_path, main=source).strip() == "all found"
