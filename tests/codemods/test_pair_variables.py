"""Pairs of gradients of which only the variables are read: only those of TensorFlow's optimizers are known."""

from __future__ import annotations

import pytest

from codemods.pair_variables import with_variables_of_pairs
from tests.codemods.lowering import read

REST = """
trained = tf.trainable_variables()
pairs = {owner}.compute_gradients(loss, trained)
added = [(sums[i], pair[1]) for i, pair in enumerate(pairs)]
"""


def rewritten(before: str, owner: str) -> bool:
    text = with_variables_of_pairs(read(before + REST.format(owner=owner))).text
    return "for i, variable in enumerate(trained)" in text


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("opt = tf.train.AdamOptimizer(0.1)", "opt"),
        ("from tensorflow.train import MomentumOptimizer\nopt = MomentumOptimizer(0.1, 0.9)", "opt"),
        ("", "tf.train.AdamOptimizer(0.1)"),
    ],
)
def test_optimizers_of_tensorflow(before: str, owner: str) -> None:
    assert rewritten(before, owner)


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("from trainers import opt", "opt"),
        ("opt = Trainer()", "opt"),
        ("opt = tf.train.AdamOptimizer(0.1)\nopt = Trainer()", "opt"),
        ("opt = Trainer() if own else tf.train.AdamOptimizer(0.1)", "opt"),
        ("def change(opt):\n    return opt", "opt"),
        ("class Trainer:\n    opt = tf.train.AdamOptimizer(0.1)", "Trainer"),
        ("trainer = Trainer()", "trainer.opt"),
        ("", "Trainer()"),
        ("", "tf.train.Saver()"),
    ],
)
def test_what_is_not_known(before: str, owner: str) -> None:
    assert not rewritten(before, owner)
