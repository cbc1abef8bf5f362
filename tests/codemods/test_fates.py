"""Every name of TensorFlow 1 has a fate that can be told, and the tables and the lists agree about it."""

from __future__ import annotations

import pytest

from codemods.api import surface
from codemods.api.signatures import differences
from codemods.fates import fate_of, near_names


@pytest.mark.parametrize(
    ("asked", "fate", "native", "kept"),
    [
        ("tf.nn.relu", "same", "tf.nn.relu", "tensorflow.compat.v1.nn.relu"),
        ("tf.log", "renamed", "tf.math.log", "tensorflow.compat.v1.log"),
        ("tf.mul", "renamed", "tf.multiply", "tensorflow.compat.v1.multiply"),
        ("tf.nn.dropout", "other arguments", "tf.nn.dropout", "tensorflow.compat.v1.nn.dropout"),
        ("tf.layers.dense", "rewritten", "tf.keras.layers.Dense",
         "tensorflow.compat.v1.layers.dense, with legacy Keras (tf_keras)"),
        ("tf.div", "rewritten", "x / y", "tensorflow.compat.v1.div"),
        ("tf.setdiff1d", "rewritten", "tf.raw_ops.ListDiff(x=x, y=y, out_idx=index_dtype)",
         "tensorflow.compat.v1.setdiff1d"),
        ("tf.Session", "rewritten", "left out: runs become calls of functions (session-to-function)",
         "tensorflow.compat.v1.Session"),
        ("tf.train.Saver", "only in tf.compat.v1", "", "tensorflow.compat.v1.train.Saver"),
        ("tf.strings.split", "same name, other behaviour", "", "tensorflow.compat.v1.strings.split"),
        ("tf.keras.regularizers.l2", "other arguments", "tf.keras.regularizers.l2",
         "tensorflow.compat.v1.keras.regularizers.l2, with legacy Keras (tf_keras)"),
        ("tf.contrib.layers.batch_norm", "rewritten", "tf.keras.layers.BatchNormalization",
         "tf_slim.batch_norm, with legacy Keras (tf_keras)"),
        ("tf.contrib.layers.layer_norm", "home elsewhere", "", "tf_slim.layer_norm, with legacy Keras (tf_keras)"),
        ("tf.contrib.crf.crf_decode", "gone", "", ""),
        ("tf.keras.layers.GRU", "same name, other behaviour", "",
         "tensorflow.compat.v1.keras.layers.GRU, with legacy Keras (tf_keras)"),
        ("tf.estimator.Estimator", "gone", "", ""),
        ("tf.python.ops.rnn_cell_impl._linear", "gone", "", ""),
        ("tf.python.framework.ops.control_dependencies", "private", "",
         "tensorflow.python.framework.ops.control_dependencies, as it is"),
    ],
)  # fmt: skip
def test_fate(asked: str, fate: str, native: str, kept: str) -> None:
    found = fate_of(asked)
    assert found is not None and (found.fate, found.native, found.kept) == (fate, native, kept)
    assert found.native or found.instead
    assert found.evidence


@pytest.mark.parametrize("asked", ["nn.relu", "tf.nn.relu", "tensorflow.nn.relu", "tensorflow.compat.v1.nn.relu"])
def test_any_prefix_will_do(asked: str) -> None:
    found = fate_of(asked)
    assert found is not None and found.name == "tf.nn.relu"


@pytest.mark.parametrize(
    ("asked", "name", "differs"),
    [
        ("tf.data.Dataset.make_one_shot_iterator", "tf.data.Dataset",
         "tf.data.Dataset has no make_one_shot_iterator"),
        ("tf.Session.run", "tf.Session", None),
        ("tf.contrib.rnn.BasicLSTMCell.zero_state", "tf.contrib.rnn.BasicLSTMCell", None),
        ("tf.estimator.Estimator.train", "tf.estimator.Estimator", None),
    ],
)  # fmt: skip
def test_members_go_where_their_class_goes(asked: str, name: str, differs: str | None) -> None:
    found = fate_of(asked)
    assert found is not None and found.name == name
    assert differs is None or differs in found.differs


def test_members_that_no_version_has_are_unknown() -> None:
    assert fate_of("tf.data.Dataset.no_such_method") is None


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("tf.div", "only if x or y is plainly of a floating point type"),
        ("tf.where", "calls without x and y stay as they are"),
        ("tf.losses.mean_squared_error", "with reduction: not native, for the reduction is not the mean"),
        ("tf.nn.embedding_lookup",
         "not with a list written out as params: TensorFlow 2 spreads rows over partitions otherwise"),
        ("tf.nn.dropout", "keep_prob is written as rate=1 - keep_prob"),
        ("tf.nn.softmax_cross_entropy_with_logits",
         "labels is written as labels=tf.stop_gradient(labels) unless it is plainly input data"),
    ],
)  # fmt: skip
def test_conditions_are_told(name: str, condition: str) -> None:
    found = fate_of(name)
    assert found is not None and condition in found.differs


def test_unknown_names_have_neighbours() -> None:
    assert fate_of("tf.placehoder") is None and near_names("tf.placehoder")[0] == "tf.placeholder"
    assert "tf.nn.softmax" in near_names("softmax", 5)


def test_every_name_has_a_fate_and_something_to_write_or_use() -> None:
    untold = []
    for name in surface.old_names():
        found = fate_of(name)
        if found is None or not (found.native or found.instead) or not found.evidence:
            untold.append(name)
    assert untold == []


def test_differences() -> None:
    old, new = "(x, keep_dims=None, seed=3, name=None)", "(x, seed=4, keepdims=False, name=None, *, more)"
    assert list(differences(old, new, {"keep_dims": "keepdims"})) == [
        "argument keep_dims is now keepdims",
        "argument keepdims has the default False; it was None",
        "argument seed has the default 4; it was 3",
        "new arguments: more",
        "the order of the arguments is another: (x, seed, keepdims, name)",
    ]
    assert list(differences("(x, y=...)", "(x, y=None, **kwargs)", {})) == []
    assert list(differences("(x, y)", "(x)", {})) == ["argument y is gone"]
    assert list(differences("", "(x)", {})) == []
    assert list(differences("(x=0, y=1)", "(x=0.0, y=True)", {})) == ["argument y has the default True; it was 1"]
    assert list(differences("(x, y)", "(y, x)", {}, by_keyword=True)) == []
