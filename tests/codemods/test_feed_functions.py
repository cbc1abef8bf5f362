"""Functions that return feed dictionaries, where other files of the tree call them too."""

from __future__ import annotations

import pytest

from codemods import migrate_sources
from codemods.rule import Options, Tier

TRAIN = """\
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x * y


def feed_dict(number):
    feed = {x: number}
    feed[y] = 2.0
    return feed


sess = tf.Session()
print(sess.run(total, feed_dict=feed_dict(3.0)))
"""


def test_values_are_returned() -> None:
    changes = migrate_sources({"train.py": TRAIN.encode()}, Options())
    assert [each.tier for each in changes.programs] == [Tier.NATIVE]
    text = changes.final_bytes()["train.py"].decode()
    assert "    return number, 2.0\n" in text
    assert "x_value, y_value = feed_dict(3.0)\nprint(total(x_value, y_value).numpy())\n" in text


@pytest.mark.parametrize(
    "other",
    ["from train import feed_dict\nprint(len(feed_dict(1.0)))\n", "import train\nprint(len(train.feed_dict(1.0)))\n"],
)
def test_what_other_files_get_stays_a_dictionary(other: str) -> None:
    changes = migrate_sources({"train.py": TRAIN.encode(), "other.py": other.encode()}, Options())
    assert [each.tier for each in changes.programs] == [Tier.KEPT]
    assert [each.id for each in changes.programs[0].obstacles] == ["graph-across-functions"]
