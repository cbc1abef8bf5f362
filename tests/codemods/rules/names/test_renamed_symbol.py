"""Names that only moved: calls, references, aliases and other spellings of the package."""

from __future__ import annotations

import pytest

from tests.codemods.rules.names.translation import expression, findings, translate


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tf.log(x)", "tf.math.log(x)"),
        ("tf.map_fn(tf.log, x)", "tf.map_fn(tf.math.log, x)"),
        ("tf.random_normal([3], stddev=.1)", "tf.random.normal([3], stddev=.1)"),
        ("tf.set_random_seed(1)", "tf.random.set_seed(1)"),
        ("tf.mul(a, tf.neg(b))", "tf.multiply(a, tf.negative(b))"),
        ("tf.pack([a])", "tf.stack([a])"),
        ("tf.compat.v1.log(x)", "tf.math.log(x)"),
        ("tf.logging.set_verbosity(tf.logging.ERROR)", 'tf.get_logger().setLevel("ERROR")'),
        ("tf.gfile.FastGFile(p, 'rb')", "tf.io.gfile.GFile(p, 'rb')"),
        ("tf.VERSION", "tf.__version__"),
    ],
)
def test_name_becomes(old: str, new: str) -> None:
    assert expression(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "tf.nn.tanh(x)",
        "tf.math.log(x)",
        "tf.float32",
        "tf.keras.layers.Dense(3)",
        "tf.random.set_seed(1)",
        "tf.compat.v1.train.AdamOptimizer(0.1)",
        "tf.Variable(tf.zeros([3]))",
        "x.log(tf)",
        "tf.log",
    ],
)
def test_name_stays_unless_it_moved(text: str) -> None:
    assert expression(text) == text.replace("tf.log", "tf.math.log")


def test_imported_name_is_written_through_the_package() -> None:
    text = "import tensorflow as tf\nfrom tensorflow import log as ln\nx = ln(a)\n"
    assert translate(text).endswith("x = tf.math.log(a)\n")


def test_imported_name_without_the_package_is_a_note() -> None:
    text = "from tensorflow import log\nx = log(a)\n"
    assert translate(text) == text
    assert len(findings(text)) == 1


def test_assigned_name_is_not_tensorflow() -> None:
    text = "import tensorflow as tf\ntf = other()\nx = tf.log(a)\n"
    assert translate(text) == text


def test_names_in_f_strings_are_read_or_left() -> None:
    text = 'import tensorflow as tf\nx = f"{a}{tf.log(a)} \\n {{}}"\n'
    done = translate(text)
    assert done in (text, text.replace("tf.log", "tf.math.log"))
    compile(done, "program.py", "exec")
