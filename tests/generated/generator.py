"""Writes one program for each seed: inputs, networks, losses and optimizers, and a session that runs them."""

from __future__ import annotations

import random

from tests.generated.networks import add_network
from tests.generated.running import evaluate, initialize, train
from tests.generated.script import Script
from tests.generated.training import add_losses, add_measures, add_trainings, add_updates

HEAD = """import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3) / 10.0
target = np.eye(2)[[0, 1, 1, 0]]
factor = 0.5
settings = [0.5, 0.25]
learning_rate = 0.05
"""
OPTIONAL = {
    "rate": ("tf.placeholder(tf.float32, [])", "tf.placeholder(tf.float32, shape=(), name='rate')"),
    "keep": ("tf.placeholder(tf.float32)", "tf.placeholder_with_default(1.0, [])"),
    "training": ("tf.placeholder(tf.bool)", "tf.placeholder_with_default(False, ())"),
}


def program(seed: int) -> str:
    """The program of a seed: always the same text."""
    script = Script(random.Random(seed))
    script.taken |= {"x", "y", "data", "target", "factor", "settings", "learning_rate", "total", "penalized"}
    form = script.one(("module", "module", "session at module level", "function", "function with parameters"))
    script.write(*HEAD.splitlines(), "")
    parameters = "rows=4, scale=1.0" if form == "function with parameters" else ""
    with script.block(f"def main({parameters}):" if form.startswith("function") else None):
        build(script)
        if form == "session at module level" or script.happens(0.2):
            script.write("sess = tf.Session()")
            run_all(script)
            script.write(*(["sess.close()"] if script.happens(0.3) else []))
        else:
            with script.block("with tf.Session() as sess:"):
                run_all(script)
    if form.startswith("function"):
        script.write("", "", *(["if __name__ == '__main__':", "    main()"] if script.happens(0.6) else ["main()"]))
    return script.text


def build(script: Script) -> None:
    """The graph."""
    rows = script.one(("tf.float32, [None, 3]", "'float', [None, 3]"))
    truth = script.one(("[None, 2]", "(None, 2)", "shape=[None, 2], name='y'"))
    script.write(f"x = tf.placeholder({rows})", f"y = tf.placeholder(tf.float32, {truth})")
    for kind, forms in OPTIONAL.items():
        if script.happens(0.25):
            name = script.name(kind if kind != "keep" else "keep_prob")
            script.inputs[name] = kind
            script.write(f"{name} = {script.one(forms)}")
    for _ in range(script.one((1, 1, 2, 2, 2, 3))):
        script.write(*script.one(((), (), ("# the next part",), ("",))))
        add_network(script)
    add_losses(script)
    add_updates(script)
    add_trainings(script)
    add_measures(script)
    script.write(*script.one(((), ("",))))


def run_all(script: Script) -> None:
    """The session."""
    initialize(script)
    if script.happens(0.4):
        evaluate(script)
    for _ in range(script.one((1, 1, 2))):
        train(script)
    for _ in range(script.one((1, 2, 3))):
        evaluate(script)
