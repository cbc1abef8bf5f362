"""References that TensorFlow 2 cannot resolve: found in every form, never where they resolve, and reported."""

from __future__ import annotations

import pytest

from codemods import migrate_sources
from codemods.dead_references import dead_references, what_to_use
from codemods.results import ChangeSet
from codemods.rule import Options, Safety, Tier
from codemods.source.module import Module, parse_module


def module(text: str) -> Module:
    found = parse_module("m.py", text.encode())
    assert isinstance(found, Module)
    return found


def dead(text: str, legacy: bool = False) -> list[str]:
    return [each.name for each in dead_references(module(text), legacy)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import tensorflow as tf\nx = tf.placeholder(tf.float32)\n", ["tf.placeholder"]),
        ("import tensorflow.compat.v1 as tf\nx = tf.layers.dense(y, 3)\n", ["tf.layers.dense"]),
        ("from tensorflow import Session\n", ["tf.Session"]),
        ("from tensorflow.contrib import slim\n", ["tf.contrib.slim"]),
        ("from tensorflow.contrib import rnn\nc = rnn.GRUCell(3)\n", ["tf.contrib.rnn", "tf.contrib.rnn.GRUCell"]),
        ("import tensorflow.contrib.slim as slim\n", ["tf.contrib.slim"]),
        ("from tensorflow.python.ops import seq2seq\n", ["tf.python.ops.seq2seq"]),
        ("from tensorflow.python.ops.rnn_cell_impl import _linear\n", ["tf.python.ops.rnn_cell_impl._linear"]),
        ("import tensorflow as tf\nx = tf.python.ops\n", ["tf.python.ops"]),
        ("import tensorflow as tf\nlayers = tf.layers\ny = layers.dense(x, 3)\n", ["tf.layers", "tf.layers.dense"]),
        ("import tensorflow as tf\nif a:\n    tf.nn.no_such(x)\n", ["tf.nn.no_such"]),
        ("import tf_slim as slim\ny = slim.no_such(x)\n", ["tf_slim.no_such"]),
        ("from tensorflow.examples.tutorials.mnist import input_data\nd = input_data.read_data_sets('.')\n",
         ["tf.examples.tutorials.mnist.input_data"]),
    ],
)  # fmt: skip
def test_found(text: str, names: list[str]) -> None:
    assert dead(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "import tensorflow as tf\nx = tf.nn.relu(tf.Variable(1.0))\n",
        "import tensorflow.compat.v1 as tf\ntf.app.flags.DEFINE_string('a', '', '')\nprint(tf.app.flags.FLAGS.a)\n",
        "from tensorflow.python.framework import ops\nops.reset_default_graph()\n",
        "import tensorflow.compat.v1 as tf\nFLAGS = tf.app.flags.FLAGS\nprint(FLAGS.anything)\n",
        "import tensorflow as tf\ntf.train = None\n",
        "class tf: pass\ntf.placeholder\n",
        "def f(tf):\n    return tf.placeholder\nimport tensorflow\n",
        "from tensorflow import keras\nkeras.layers.Dense(3)\n",
        "import tensorflow as tf\nx = tf.compat.v2.nn.relu\nx = tf.float32.as_numpy_dtype\n",
        "import tensorflow as tf\no = tf.compat.v1.train.AdamOptimizer()\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert dead(text) == []


def test_legacy_keras_brings_names_back() -> None:
    text = "import tensorflow.compat.v1 as tf\ny = tf.layers.dense(x, 3)\nc = tf.nn.rnn_cell.GRUCell(3)\n"
    assert len(dead(text)) == 2 and dead(text, legacy=True) == []


def refused(text: str, legacy: bool = False) -> list[tuple[str, str]]:
    return [(each.name, each.refused) for each in dead_references(module(text), legacy) if each.refused]


V1_TEXT = "import tensorflow.compat.v1 as tf\n"
TF_TEXT = "import tensorflow as tf\n"


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        (f"{TF_TEXT}tf.reduce_sum(x, keep_dims=True)\n", "tf.reduce_sum", "it takes no argument keep_dims"),
        (f"{TF_TEXT}tf.keras.regularizers.l2(l=0.1)\n", "tf.keras.regularizers.l2", "it takes no argument l"),
        (f"{TF_TEXT}tf.math.log(x, 'n', 3)\n", "tf.math.log", "it takes 2 arguments by position"),
        (f"{TF_TEXT}tf.keras.layers.AveragePooling2D()\n", "tf.keras.layers.AveragePooling2D",
         "its argument pool_size must be given"),
        (f"{TF_TEXT}tf.matmul(x, y, b=y)\n", "tf.matmul", "its argument b is given twice"),
        (f"{V1_TEXT}tf.reduce_sum(x, no_such=True)\n", "tf.reduce_sum", "it takes no argument no_such"),
        (f"{V1_TEXT}tf.nn.top_k(x, 3, True, 'best')\n", "tf.nn.top_k", "its argument index_type is where name was"),
        ("import tf_slim as slim\nslim.conv2d(x, 3, 3, kernel=3)\n", "tf_slim.conv2d", "it takes no argument kernel"),
    ],
)  # fmt: skip
def test_refused_arguments_are_found(text: str, name: str, reason: str) -> None:
    assert refused(text) == [(name, reason)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TF_TEXT}tf.reduce_sum(x, keepdims=True)\n",
        f"{TF_TEXT}tf.matmul(*xs, **options)\n",
        f"{TF_TEXT}tf.matmul(**options)\n",
        f"{TF_TEXT}tf.nn.top_k(x, 3, True, tf.int64)\n",
        f"{TF_TEXT}tf.keras.layers.Dense(3, trainable=False, input_shape=[2])\n",
        f"{V1_TEXT}tf.reduce_sum(x, keep_dims=True, reduction_indices=0)\n",
        f"{V1_TEXT}tf.nn.top_k(x, 3, True, name='best')\n",
        f"{V1_TEXT}tf.app.flags.DEFINE_string('a', default_value='', docstring='')\n",
        f"{V1_TEXT}tf.keras.layers.Dense(3, no_such=3)\n",
        "class tf: pass\ntf.reduce_sum(no_such=3)\n",
    ],
)
def test_arguments_that_are_taken_are_left_alone(text: str) -> None:
    assert refused(text) == []


def test_refused_arguments_block_where_they_fail_for_certain() -> None:
    text = "import tensorflow as tf\nx = tf.ones([3], no_such=1)\n" + SESSION
    (program,) = run({"a.py": text}).programs
    assert program.tier is Tier.BLOCKED
    assert [(each.id, each.place.line) for each in program.obstacles] == [("refused-arguments", 2)]


def test_arguments_at_another_place_are_reported() -> None:
    text = "import tensorflow as tf\nx = tf.nn.top_k([1.0, 2.0], 1, True, 'best')[0]\n" + SESSION
    (program,) = run({"a.py": text}).programs
    assert program.tier is Tier.KEPT and [each.id for each in program.obstacles] == ["refused-arguments"]
    (native,) = run({"a.py": text}, Tier.NATIVE).programs
    assert native.tier is Tier.KEPT and "no-native-equivalent" in {each.id for each in native.obstacles}


def test_what_to_use() -> None:
    assert what_to_use("tf.contrib.layers.conv2d") == "tf_slim.conv2d is the same"
    assert what_to_use("tf.contrib.eager.GradientTape") == "tensorflow.compat.v1.GradientTape is the same"
    assert what_to_use("tf.placeholder") == "tensorflow.compat.v1.placeholder has it"
    assert "adds HParams" in what_to_use("tf.contrib.training.HParams")
    assert "copy the few functions" in what_to_use("tf.contrib.crf.crf_decode")


def run(files: dict[str, str], tier: Tier = Tier.KEPT) -> ChangeSet:
    return migrate_sources({path: text.encode() for path, text in files.items()}, Options(tier=tier))


SESSION = "with tf.Session() as sess:\n    print(sess.run(x))\n"


def test_a_reference_in_a_function_is_an_obstacle_and_the_program_stays_kept() -> None:
    text = (
        f"import tensorflow as tf\ndef late():\n    return tf.keras.layers.NoSuchLayer()\nx = tf.constant(1)\n{SESSION}"
    )
    changes = run({"a.py": text})
    (program,) = changes.programs
    (found,) = [each for each in program.obstacles if each.id == "dead-reference"]
    assert program.tier is Tier.KEPT and found.symbol == "tf.keras.layers.NoSuchLayer"
    assert (found.place.file, found.place.line) == ("a.py", 3), "the line of the old text"


def test_a_reference_that_is_certainly_reached_blocks() -> None:
    text = f"import tensorflow as tf\ny = tf.keras.layers.NoSuchLayer()\nx = tf.constant(1)\n{SESSION}"
    (program,) = run({"a.py": text}).programs
    assert program.tier is Tier.BLOCKED


def test_a_file_of_no_program_gets_notes() -> None:
    changes = run({"library.py": "import tensorflow as tf\n\n\ndef f(x):\n    return tf.to_float(x)\n"})
    (report,) = changes.files
    assert [(each.rule, each.safety, each.place.line) for each in report.findings] == [
        ("dead-reference", Safety.NOTE, 5)
    ]
    assert "tensorflow.compat.v1.to_float" in report.findings[0].message


def test_a_guarded_reference_is_a_note() -> None:
    guard = "try:\n    from tensorflow.python.ops import nothing\nexcept ImportError:\n    nothing = None\n"
    changes = run({"a.py": f"import tensorflow as tf\n{guard}x = tf.constant(1)\n{SESSION}"})
    (program,) = changes.programs
    notes = [each for each in changes.files[0].findings if each.rule == "dead-reference"]
    assert len(notes) == 1 and "may fail" in notes[0].message
    assert program.tier is Tier.KEPT


def test_names_that_another_module_hands_on() -> None:
    files = {
        "common.py": "import tensorflow as tf\n",
        "a.py": "import common\nfrom common import tf\ndef f():\n    common.tf.nn.no_such(1)\n"
        f"x = tf.constant(1)\n{SESSION}",
    }
    (program,) = run(files).programs
    assert any("no_such" in each.symbol for each in program.obstacles)


def test_native_text_with_a_dead_reference_is_not_native() -> None:
    text = (
        "import tensorflow as tf\nx = tf.placeholder(tf.float32, [3])\ny = x * 2.0\n"
        "def late():\n    return tf.math.no_such(1)\n"
        "with tf.Session() as sess:\n    print(sess.run(y, {x: [1.0, 2.0, 3.0]}))\n"
    )
    (program,) = run({"a.py": text}, Tier.NATIVE).programs
    assert program.tier is not Tier.NATIVE and any("no_such" in each.symbol for each in program.obstacles)
