"""Numbers of one kind that are fed to placeholders of another: converted only where that gives what was given."""

from __future__ import annotations

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options

PROGRAM = """\
import tensorflow as tf
x = tf.placeholder(tf.{dtype}, [None])
y = tf.cast(x, tf.float32) * 2.0
given = {given}
sess = tf.Session()
print(sess.run(y, {{x: given}}))
"""


def call_of(dtype: str, given: str) -> str:
    source = PROGRAM.format(dtype=dtype, given=given).encode()
    text = migrate_sources({"p.py": source}, Options()).final_bytes()["p.py"].decode()
    return text.splitlines()[-1].removeprefix("print(y(").removesuffix(").numpy())")


@pytest.mark.parametrize(("dtype", "given"), [("int32", "[1.5, 2.0]"), ("bool", "[0, 1, 2]"), ("int64", "[-2.9, 1]")])
def test_numbers_are_cast_where_float32_does_no_harm(dtype: str, given: str) -> None:
    assert call_of(dtype, given) == f"tf.cast(given, tf.{dtype})"


@pytest.mark.parametrize(
    ("dtype", "given"),
    [("int32", "[0.99999999]"), ("bool", "[1e-60, 0.0]"), ("bool", "[True, 0, 1]"), ("int32", "[1.5, True]"),
     ("int32", "[float('nan'), 1.5]"), ("int32", "[33554433.5]"), ("int32", "[1, 2]"), ("bool", "[True, False]")],
)  # fmt: skip
def test_other_numbers_stay_as_they_are(dtype: str, given: str) -> None:
    assert call_of(dtype, given) == "given"
