"""Every form of import of TensorFlow becomes one of tensorflow.compat.v1, and nothing else does."""

from __future__ import annotations

import pytest

from codemods.rules.kept.program import still_tf1
from tests.codemods.rules.kept.programs import kept_entry, read, result

SWITCH = "\ntf.disable_v2_behavior()\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import tensorflow as tf\n", "import tensorflow.compat.v1 as tf\n"),
        ("import numpy as np, tensorflow as tf  # both\n",
         "import numpy as np\nimport tensorflow.compat.v1 as tf  # both\n"),
        ("import tensorflow as tf\nfrom tensorflow import (nn,  # one\n    train)\n",
         "import tensorflow.compat.v1 as tf\nfrom tensorflow.compat.v1 import (nn,  # one\n    train)\n"),
        ("import tensorflow as tf\nfrom tensorflow.train import AdamOptimizer as Adam\n",
         "import tensorflow.compat.v1 as tf\nfrom tensorflow.compat.v1.train import AdamOptimizer as Adam\n"),
        ("import tensorflow as tf\nimport tensorflow.losses as losses\n",
         "import tensorflow.compat.v1 as tf\nimport tensorflow.compat.v1.losses as losses\n"),
        ("import tensorflow as tf\nfrom tensorflow.python.framework import ops\n",
         "import tensorflow.compat.v1 as tf\nfrom tensorflow.python.framework import ops\n"),
        ("import tensorflow as tf\nfrom tensorflow.examples.tutorials.mnist import input_data\n",
         "import tensorflow.compat.v1 as tf\nfrom tensorflow.examples.tutorials.mnist import input_data\n"),
        ("import tensorflow as tf\nfrom tensorflow import nn, python\n",
         "import tensorflow.compat.v1 as tf\nfrom tensorflow.compat.v1 import nn\nfrom tensorflow import python\n"),
    ],
)  # fmt: skip
def test_import(before: str, after: str) -> None:
    assert kept_entry(before) == after + SWITCH


def test_a_plain_import_keeps_its_name() -> None:
    after = kept_entry("import tensorflow\nx = tensorflow.placeholder(tensorflow.float32)\n")
    assert after.startswith("import tensorflow.compat.v1 as tensorflow\n\ntensorflow.disable_v2_behavior()\n\nx = ")


def test_an_import_in_a_try_is_changed_in_place() -> None:
    before = "try:\n    import tensorflow as tf\nexcept ImportError:\n    tf = None\nx = 1\n"
    assert kept_entry(before) == (
        "try:\n    import tensorflow.compat.v1 as tf\nexcept ImportError:\n    tf = None\n"
        "\ntf.disable_v2_behavior()\n\nx = 1\n"
    )


def test_standalone_keras_is_that_of_tensorflow() -> None:
    after = kept_entry("import tensorflow as tf\nimport keras\nfrom keras.layers import Dense\n")
    package = "tensorflow.compat.v1"
    assert f"from {package} import keras\nfrom {package}.keras.layers import Dense\n" in after
    assert 'os.environ["TF_USE_LEGACY_KERAS"] = "1"' in after


def test_a_repository_with_a_module_called_keras_keeps_it() -> None:
    assert "\nimport keras\n" in kept_entry("import tensorflow as tf\nimport keras\n", keras="def f(): pass\n")


@pytest.mark.parametrize(
    "text",
    [
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(tf.float32)\n",
        "import tensorflow.compat.v1 as tf\nwith tf.Graph().as_default():\n    x = tf.placeholder(tf.float32)\n",
        "import tensorflow as tf\ntf.compat.v1.disable_eager_execution()\nx = tf.compat.v1.placeholder(tf.float32)\n",
        "import numpy as np\nx = np.float\n",
        "from .tensorflow import x\n",
        "import tensorflow_hub as hub\n",
    ],
)
def test_left_alone(text: str) -> None:
    found = result(text)
    assert not found.findings
    assert not found.blocked


def test_old_code_that_mentions_compat_is_still_old() -> None:
    assert still_tf1(read("import tensorflow as tf\nx = tf.compat.v1.placeholder\ny = tf.placeholder\n"))
    assert not still_tf1(read("import tensorflow as tf\nx = tf.compat.v1.placeholder\ny = tf.nn.relu\n"))


def test_a_private_import_is_noted_and_one_that_is_gone_blocks() -> None:
    noted = result("import tensorflow as tf\nfrom tensorflow.python.framework import ops\n")
    assert [each.safety.value for each in noted.findings["main.py"] if not each.edits] == ["note"]
    gone = result("import tensorflow as tf\nfrom tensorflow.python.ops.rnn_cell_impl import _linear\n")
    assert [each.id for each in gone.obstacles] == ["symbol-gone"]


def test_the_data_of_the_tutorials_is_noted_but_does_not_block() -> None:
    found = result("import tensorflow as tf\nfrom tensorflow.examples.tutorials.mnist import input_data\n")
    assert not found.blocked
    assert [each.id for each in found.notes] == ["tutorial-data"]
