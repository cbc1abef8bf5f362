"""What the entry of a program gets: graph mode once and in time, the legacy Keras package only if it is needed."""

from __future__ import annotations

from codemods.rules.kept import kept_edits, merge_kept
from codemods.source.edits import apply_edits
from tests.codemods.rules.kept.programs import kept, kept_entry, read, result

KERAS = """import os

# tf.layers and tf.nn.rnn_cell are part of the legacy Keras package, tf_keras.
os.environ["TF_USE_LEGACY_KERAS"] = "1"

"""


def test_graph_mode_follows_the_block_of_imports() -> None:
    future = '"""Doc."""\nfrom __future__ import print_function\n\n'
    before = f"{future}import tensorflow as tf\nimport numpy as np\n\n\nx = 1\n"
    assert kept_entry(before) == (
        f"{future}import tensorflow.compat.v1 as tf\nimport numpy as np\n\ntf.disable_v2_behavior()\n\n\nx = 1\n"
    )


def test_legacy_keras_is_asked_for_before_the_first_import_of_tensorflow() -> None:
    before = "#!/usr/bin/env python\n'''Doc.'''\nimport sys\nimport tensorflow as tf\ny = tf.layers.dense(x, 1)\n"
    assert kept_entry(before) == (
        f"#!/usr/bin/env python\n'''Doc.'''\nimport sys\n{KERAS}import tensorflow.compat.v1 as tf\n"
        "\ntf.disable_v2_behavior()\n\ny = tf.layers.dense(x, 1)\n"
    )


def test_legacy_keras_needs_no_second_import_of_os() -> None:
    text = kept_entry("import os\nimport tensorflow as tf\ny = tf.layers.dense(x, 1)\n")
    assert text.count("import os\n") == 1


def test_legacy_keras_is_asked_for_when_another_module_needs_it_and_before_that_is_imported() -> None:
    text = kept_entry("import model\nimport tensorflow as tf\n", model="import tensorflow as tf\ny = tf.layers\n")
    assert text.startswith(f"{KERAS}import model\n")


def test_no_legacy_keras_without_layers() -> None:
    assert "environ" not in kept_entry("import tensorflow as tf\ny = tf.matmul(a, b)\n")


def test_other_modules_get_imports_only() -> None:
    after = kept("import tensorflow as tf\nimport model\n", model="import tensorflow as tf\nf = lambda: tf.layers\n")
    assert after["model.py"] == "import tensorflow.compat.v1 as tf\nf = lambda: tf.layers\n"


def test_graph_mode_comes_before_modules_that_build_graph_when_imported() -> None:
    model = "import tensorflow as tf\nx = tf.placeholder(tf.float32)\n"
    assert kept_entry("import tensorflow as tf\nimport model\ny = 1\n", model=model) == (
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nimport model\ny = 1\n"
    )
    assert kept_entry("import model\nimport tensorflow as tf\ny = 1\n", model=model) == (
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
        "import model\nimport tensorflow.compat.v1 as tf\ny = 1\n"
    )


def test_an_entry_without_tensorflow_gets_it() -> None:
    text = kept_entry("import model\nmodel.run()\n", model="import tensorflow as tf\ndef run(): tf.Session()\n")
    assert text == "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nimport model\nmodel.run()\n"


def test_a_program_that_switches_eager_execution_on_is_not_switched_to_graph_mode() -> None:
    text = kept_entry("import tensorflow as tf\ntf.enable_eager_execution()\n")
    assert "disable_v2_behavior" not in text


def test_windows_newlines_stay() -> None:
    assert kept_entry("import tensorflow as tf\r\nx = tf.Session()\r\n") == (
        "import tensorflow.compat.v1 as tf\r\n\r\ntf.disable_v2_behavior()\r\n\r\nx = tf.Session()\r\n"
    )


def test_names_from_before_version_1_are_renamed_and_unknown_ones_block() -> None:
    assert kept_entry("import tensorflow as tf\ny = tf.mul(a, b)\n").endswith("y = tf.multiply(a, b)\n")
    gone = result("import tensorflow as tf\ny = tf.estimator.Estimator(f)\nz = tf.nn.seq2seq.rnn_decoder(d)\n")
    assert [each.symbol for each in gone.obstacles] == ["tf.estimator.Estimator", "tf.nn.seq2seq.rnn_decoder"]


def test_unknown_names_that_are_tried_do_not_block() -> None:
    text = "import tensorflow as tf\ntry:\n    w = tf.nn.seq2seq.rnn_decoder(d)\nexcept AttributeError:\n    w = None\n"
    assert not result(text).blocked


def test_a_star_import_of_tensorflow_is_kept_as_one() -> None:
    text = kept_entry("from tensorflow import *\ny = placeholder(float32)\n")
    assert text.startswith(
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nfrom tensorflow.compat.v1 import *\n"
    )


def test_a_module_that_is_an_entry_too_gets_what_either_program_needs() -> None:
    first = read("import tensorflow as tf\nimport second\n", "first.py")
    second = read("import tensorflow as tf\ndef f(): return tf.layers\n", "second.py")
    merged = merge_kept([kept_edits(first, [second]), kept_edits(second, [])])
    text = apply_edits(second.text, [edit for finding in merged["second.py"] for edit in finding.edits])
    assert text == kept_entry(second.text)
    assert set(merged) == {"first.py", "second.py"}
