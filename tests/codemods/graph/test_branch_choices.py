"""Branches that choose an optimizer: one that leaves the program needs no optimizer."""

from __future__ import annotations

import pytest

from tests.codemods.lowering import obstacles

TEXT = """\
import sys
from os import _exit as leave
{0}x = tf.placeholder(tf.float32, [])
w = tf.Variable(3.0)
loss = tf.square(w - x)
if sys.argv[1:]:
    opt = tf.train.AdamOptimizer(0.1)
else:
    {1}
train = opt.minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run(train, {{x: 1.0}})
"""


@pytest.mark.parametrize("left", ["exit()", "quit(1)", "sys.exit()", "leave(1)", "raise ValueError('other')"])
def test_a_branch_that_leaves_chooses_nothing(left: str) -> None:
    assert obstacles(TEXT.format("", left)) == []


@pytest.mark.parametrize(
    ("before", "left"),
    [("def exit():\n    print('other')\n", "exit()"), ("quit = print\n", "quit(1)"), ("", "print('exit()')")],
)
def test_a_branch_that_only_seems_to_leave_is_not_understood(before: str, left: str) -> None:
    assert [each.split(":")[0] for each in obstacles(TEXT.format(before, left))] == ["graph-under-if"]
