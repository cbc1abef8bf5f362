"""Symbols of tf.contrib go to their homes, whichever way they are imported; those without one block the program."""

from __future__ import annotations

import pytest

from tests.codemods.rules.kept.programs import kept_entry, result

TF = "import tensorflow.compat.v1 as tf\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tf.contrib.rnn.BasicLSTMCell(3)", "tf.nn.rnn_cell.BasicLSTMCell(3)"),
        ("tf.contrib.rnn.static_rnn(c, x)", "tf.nn.static_rnn(c, x)"),
        ("tf.contrib.layers.xavier_initializer()", "tf.glorot_uniform_initializer()"),
        ("tf.contrib.layers.xavier_initializer(seed=1)", "tf.glorot_uniform_initializer(seed=1)"),
        ("tf.contrib.framework.nest.map_structure(f, x)", "tf.nest.map_structure(f, x)"),
        ("tf.contrib.framework.nest.is_sequence(x)", "tf.nest.is_nested(x)"),
        ("tf.contrib.framework.get_or_create_global_step()", "tf.train.get_or_create_global_step()"),
        ("tf.contrib.distributions.Normal(0., 1.).log_prob(x)", "tf.distributions.Normal(0., 1.).log_prob(x)"),
        ("tf.contrib.keras.layers.Dense(1)", "tf.keras.layers.Dense(1)"),
        ("tf.contrib.rnn.GRUCell.zero_state", "tf.nn.rnn_cell.GRUCell.zero_state"),
    ],
)
def test_symbol_in_tensorflow(before: str, after: str) -> None:
    text = kept_entry(f"import tensorflow as tf\ny = {before}\n")
    assert text.endswith(f"\ny = {after}\n")
    assert "contrib" not in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tf.contrib.layers.fully_connected(x, 3)", "slim.fully_connected(x, 3)"),
        ("tf.contrib.layers.xavier_initializer(uniform=False)", "slim.xavier_initializer(uniform=False)"),
        ("tf.contrib.layers.xavier_initializer(False)", "slim.xavier_initializer(False)"),
        ("f(tf.contrib.layers.xavier_initializer)", "f(slim.xavier_initializer)"),
        ("tf.contrib.slim.losses.get_total_loss()", "slim.losses.get_total_loss()"),
        ("tf.contrib.layers.l2_regularizer(0.1)", "slim.l2_regularizer(0.1)"),
    ],
)
def test_symbol_in_tf_slim(before: str, after: str) -> None:
    text = kept_entry(f"import tensorflow as tf\ny = {before}\n")
    assert f"{TF}import tf_slim as slim\n" in text
    assert text.endswith(f"\ny = {after}\n")


@pytest.mark.parametrize(
    ("imports", "becomes"),
    [
        ("from tensorflow.contrib import slim", "import tf_slim as slim"),
        ("import tensorflow.contrib.slim as slim", "import tf_slim as slim"),
        ("slim = tf.contrib.slim", "slim = tf_slim"),
        ("from tensorflow.contrib import slim as slim", "import tf_slim as slim"),
    ],
)
def test_a_name_for_slim_goes_on_to_be_used(imports: str, becomes: str) -> None:
    text = kept_entry(f"import tensorflow as tf\n{imports}\ny = slim.conv2d(x, 3, 3)\n")
    assert f"{becomes}\n" in text
    assert text.endswith("y = slim.conv2d(x, 3, 3)\n")


def test_a_package_split_in_two_keeps_its_name_for_one_part() -> None:
    text = kept_entry(
        "import tensorflow as tf\nfrom tensorflow.contrib import rnn\nc = rnn.GRUCell(2)\no = rnn.static_rnn(c, x)\n"
    )
    assert f"{TF}from tensorflow.compat.v1.nn import rnn_cell as rnn\n" in text
    assert text.endswith("c = rnn.GRUCell(2)\no = tf.nn.static_rnn(c, x)\n")


def test_a_name_that_nothing_reads_any_more_goes() -> None:
    text = kept_entry("import tensorflow as tf\nfrom tensorflow.contrib import rnn\no = rnn.static_rnn(c, x)\n")
    assert "import rnn" not in text
    assert text.endswith("o = tf.nn.static_rnn(c, x)\n")


def test_symbols_imported_one_by_one_keep_their_names() -> None:
    text = kept_entry(
        "import tensorflow as tf\nfrom tensorflow.contrib.layers import conv2d, flatten as flat\n"
        "from tensorflow.contrib.rnn import LSTMCell, static_rnn\ny = flat(conv2d(x, LSTMCell, static_rnn))\n"
    )
    assert "from tf_slim import conv2d, flatten as flat\n" in text
    assert (
        "from tensorflow.compat.v1.nn.rnn_cell import LSTMCell\nfrom tensorflow.compat.v1.nn import static_rnn\n"
        in text
    )
    assert text.endswith("y = flat(conv2d(x, LSTMCell, static_rnn))\n")


def test_the_inside_of_contrib_has_the_same_homes() -> None:
    text = kept_entry(
        "import tensorflow as tf\nfrom tensorflow.contrib.layers.python.layers import layers, utils\n"
        "from tensorflow.contrib.framework.python.ops import arg_scope\n"
        "y = arg_scope(layers.conv2d, utils.smart_cond)\n"
    )
    assert "import tf_slim as slim\nfrom tf_slim import utils\nfrom tf_slim import arg_scope\n" in text
    assert text.endswith("y = arg_scope(slim.conv2d, utils.smart_cond)\n")


def test_an_alias_of_all_of_contrib_is_resolved_and_removed() -> None:
    text = kept_entry("import tensorflow as tf\ncontrib = tf.contrib  # short\ny = contrib.rnn.GRUCell(1)\n")
    assert text.endswith("# short\ny = tf.nn.rnn_cell.GRUCell(1)\n")


def test_tensorflow_is_imported_where_only_contrib_was() -> None:
    text = kept_entry("from tensorflow.contrib import rnn\n\n\ndef f(c, x):\n    return rnn.static_rnn(c, x)\n")
    assert "import tensorflow.compat.v1 as tf\n" in text
    assert text.endswith("    return tf.nn.static_rnn(c, x)\n")


def test_a_local_import_leaves_a_body_that_parses() -> None:
    text = kept_entry(
        "import tensorflow as tf\ndef f(c, x):\n    from tensorflow.contrib import rnn\n"
        "    return rnn.static_rnn(c, x)\n"
    )
    assert text.endswith("def f(c, x):\n    return tf.nn.static_rnn(c, x)\n")


def test_a_name_taken_in_the_module_is_not_reused() -> None:
    text = kept_entry("import tensorflow as tf\nslim = 3\ny = tf.contrib.layers.flatten(x)\n")
    assert "import tf_slim\n" in text
    assert text.endswith("y = tf_slim.flatten(x)\n")


def test_batch_normalization_of_slim_gets_its_modules_back() -> None:
    text = kept_entry("import tensorflow as tf\ny = tf.contrib.layers.batch_norm(x)\n")
    assert "sys.modules.update(" in text
    assert text.endswith("y = slim.batch_norm(x)\n")


@pytest.mark.parametrize(
    ("text", "kind", "symbol"),
    [
        ("y = tf.contrib.seq2seq.TrainingHelper(a, b)", "contrib-gone", "tf.contrib.seq2seq.TrainingHelper"),
        ("y = tf.contrib.crf.crf_log_likelihood(a)", "contrib-gone", "tf.contrib.crf.crf_log_likelihood"),
        (
            "from tensorflow.contrib import crf\ny = crf.viterbi_decode(a, b)",
            "contrib-gone",
            "tf.contrib.crf.viterbi_decode",
        ),
        ("from tensorflow.contrib.layers import *", "unresolved-star", "tf.contrib.layers.*"),
        ("tf.contrib.rnn.GRUCell = 3", "contrib-gone", "tf.contrib.rnn.GRUCell"),
        ("c = tf.contrib", "contrib-gone", "tf.contrib"),
        ("f(tf.contrib)", "contrib-gone", "tf.contrib"),
    ],
)
def test_without_a_home_the_whole_program_is_left_alone(text: str, kind: str, symbol: str) -> None:
    found = result(f"import tensorflow as tf\n{text}\n")
    assert found.blocked
    assert not found.findings
    assert [(each.id, each.symbol) for each in found.obstacles] == [(kind, symbol)]


def test_a_parameter_called_like_tensorflow_is_not_it() -> None:
    text = kept_entry("import tensorflow as tf\ndef f(tf):\n    return tf.contrib.rnn.GRUCell\n")
    assert text.endswith("    return tf.contrib.rnn.GRUCell\n")


def test_names_that_are_only_handed_on_stay_as_they_are() -> None:
    text = (
        "import tensorflow as tf\nfrom tensorflow.contrib import rnn\n"
        "if a:\n    cell = rnn.GRUCell\nelse:\n    cell = rnn.LSTMCell\n"
    )
    assert kept_entry(text).endswith("if a:\n    cell = rnn.GRUCell\nelse:\n    cell = rnn.LSTMCell\n")


GAP = "tf.contrib.crf.viterbi_decode(a, b)"


@pytest.mark.parametrize(
    "body",
    [
        f"if fast:\n    y = {GAP}\n",
        f"def f(kind):\n    if kind == 1:\n        return 1\n    elif kind == 2:\n        return {GAP}\n    return 2\n",
        f"y = {GAP} if fast else 1\n",
        f"try:\n    y = {GAP}\nexcept AttributeError:\n    y = 1\n",
        f"if fast:\n    y = 1\nelse:\n    for a in b:\n        {GAP}\n",
    ],
)
def test_a_gap_in_one_branch_is_reported_and_does_not_block(body: str) -> None:
    found = result(f"import tensorflow as tf\n{body}")
    assert not found.blocked
    assert [each.symbol for each in found.notes] == ["tf.contrib.crf.viterbi_decode"]
    assert found.edits("main.py")


@pytest.mark.parametrize(
    "body",
    [
        f"y = {GAP}\n",
        f"def f():\n    return {GAP}\n",
        f"if fast:\n    y = {GAP}\nelse:\n    y = 1 + {GAP}\n",
        f"if {GAP}:\n    y = 1\n",
        "class C(tf.contrib.crf.CrfForwardRnnCell):\n    pass\n",
        f"with open(p) as file:\n    y = {GAP}\n",
        "from tensorflow.contrib import crf\nif fast:\n    crf.viterbi_decode(a, b)\n",
    ],
)
def test_a_gap_that_every_way_meets_blocks(body: str) -> None:
    assert result(f"import tensorflow as tf\n{body}").blocked
