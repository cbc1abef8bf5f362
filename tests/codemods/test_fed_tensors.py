"""The rule that makes tensors of what is fed, in the calls: off by default."""

from __future__ import annotations

import pytest

from codemods import Options, migrate_sources
from codemods.rule import FED_TENSORS

PROGRAM = """\
import numpy as np
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 2])
rate = tf.placeholder(tf.float32, [])
size = tf.placeholder("int", [2])
w = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.matmul(x, w)) * rate + tf.cast(tf.reduce_sum(size), tf.float32)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
rows, sizes = np.ones((4, 2)), np.array([1, 2])
print(sess.run(loss, {x: rows, rate: 0.5, size: sizes}))
for step in range(3):
    batch, level = rows[step:], 0.1 * step
    print(sess.run(loss, {x: batch, rate: level, size: sizes}))
    print(sess.run(loss, {x: [[1.0, 2.0]], rate: level, size: sizes + 1}))
"""


def written(options: Options) -> str:
    return migrate_sources({"p.py": PROGRAM.encode()}, options).final_bytes()["p.py"].decode()


def test_it_is_off_by_default() -> None:
    text = written(Options())
    assert "print(loss(batch, level, sizes_tensor).numpy())" in text
    assert "sizes_tensor = tf.constant(sizes, tf.int32)\nfor step in range(3):" in text


def test_it_converts_arrays_in_loops_and_nothing_else() -> None:
    text = written(Options(select=frozenset({FED_TENSORS})))
    assert "print(loss(rows, 0.5, sizes).numpy())" in text
    assert "print(loss(tf.constant(batch, tf.float32), level, sizes_tensor).numpy())" in text
    assert "print(loss([[1.0, 2.0]], level, tf.constant(sizes + 1, tf.int32)).numpy())" in text


@pytest.mark.parametrize(
    ("select", "skip", "wanted"),
    [
        ((), (), {"variable": True, FED_TENSORS: False}),
        ((FED_TENSORS,), (), {"variable": True, FED_TENSORS: True}),
        (("variable",), (), {"variable": True, "optimizer": False, FED_TENSORS: False}),
        (("variable", FED_TENSORS), (), {"variable": True, "optimizer": False, FED_TENSORS: True}),
        ((FED_TENSORS,), (FED_TENSORS, "variable"), {"variable": False, "optimizer": True, FED_TENSORS: False}),
    ],
)
def test_what_selecting_means(select: tuple[str, ...], skip: tuple[str, ...], wanted: dict[str, bool]) -> None:
    options = Options(select=frozenset(select), skip=frozenset(skip))
    assert {rule: options.wants(rule) for rule in wanted} == wanted


def test_what_is_converted_already_is_not_converted_again() -> None:
    loop = "for step in range(3):\n    print(sess.run(loss, {x: tensorflow_rows, rate: 1.0, size: [1, 2]}))\n"
    program = PROGRAM.replace("import tensorflow as tf", "import tensorflow as tensorflow").replace(
        "tf.", "tensorflow."
    )
    text = (
        migrate_sources(
            {"p.py": f"{program}tensorflow_rows = list(rows)\ntensorflow_rows.pop()\n{loop}".encode()},
            Options(select=frozenset({FED_TENSORS})),
        )
        .final_bytes()["p.py"]
        .decode()
    )
    assert "loss(tensorflow.constant(tensorflow_rows, tensorflow.float32), 1.0, [1, 2])" in text
