"""Streaming metrics: the Keras object gives the value that the update operation gave, for batches of any sizes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from codemods.graph.metrics import METRICS

pytestmark = pytest.mark.tensorflow
SCRIPT = """
import json, sys
import numpy as np
import tensorflow as tf
names = json.loads(sys.argv[1])
draw = np.random.RandomState(5)
batches = []
for size in (3, 8, 1, 5, 40):
    labels, scores = draw.randint(0, 2, size), draw.rand(size).astype(np.float32)
    batches.append((labels, scores, draw.rand(size).astype(np.float32)))
found = {}
for name, (keras, parameters) in names.items():
    hard = keras not in ("AUC", "Mean")
    inputs = [(s,) if keras == "Mean" else (l, (s > 0.4).astype(l.dtype) if hard else s) for l, s, w in batches]
    for weighted in (False, True):
        metric = getattr(tf.keras.metrics, keras)()
        new = []
        for given, (_, _, w) in zip(inputs, batches):
            new.append(float(metric(*map(tf.constant, given), **({"sample_weight": w} if weighted else {}))))
        old = []
        with tf.Graph().as_default(), tf.compat.v1.Session() as session:
            fed = [tf.compat.v1.placeholder(each.dtype, [None]) for each in inputs[0]]
            weights = tf.compat.v1.placeholder(tf.float32, [None])
            function = getattr(tf.compat.v1.metrics, name.rsplit(".", 1)[1])
            update = function(*fed, **({"weights": weights} if weighted else {}))[1]
            session.run(tf.compat.v1.local_variables_initializer())
            for given, (_, _, w) in zip(inputs, batches):
                old.append(float(session.run(update, {**dict(zip(fed, given)), weights: w})))
        found[name + (" weighted" if weighted else "")] = (old, new)
print(json.dumps(found))
"""


def test_keras_metrics_give_the_same_values() -> None:
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, json.dumps(METRICS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert len(found) == 2 * len(METRICS)
    for name, (old, new) in found.items():
        assert new == pytest.approx(old, rel=1e-5, abs=1e-6), name
