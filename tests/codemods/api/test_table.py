"""The tables: aliases, stages, fates, and that what they name exists in the generated list."""

from __future__ import annotations

import subprocess
import sys

import pytest

from codemods.api import surface
from codemods.api.calls import call_rows, expression_rows
from codemods.api.files import entry, listed, mapping, texts, toml
from codemods.api.native import slots_of
from codemods.api.table import (
    Fate,
    Stage,
    canonical,
    changed_keras,
    initializer,
    layer,
    optimizer,
    stage,
    symbol,
    symbols,
)


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("tf.math.log", "tf.log"),
        ("tf.compat.v1.random_normal", "tf.random_normal"),
        ("tf.initialize_all_variables", "tf.global_variables_initializer"),
        ("tf.mul", "tf.multiply"),
        ("tf.double", "tf.float64"),
        ("tf.initializers.zeros", "tf.zeros_initializer"),
        ("tf.no_such_name", "tf.no_such_name"),
    ],
)
def test_canonical(spelled: str, name: str) -> None:
    assert canonical(spelled) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tf.float32", Stage.PYTHON),
        ("tf.add", Stage.TENSOR),
        ("tf.nn.relu", Stage.TENSOR),
        ("tf.nn.dropout", Stage.RANDOM),
        ("tf.random_normal", Stage.RANDOM),
        ("tf.placeholder", Stage.INPUT),
        ("tf.get_variable", Stage.STATE),
        ("tf.layers.dense", Stage.STATE),
        ("tf.train.AdamOptimizer", Stage.STATE),
        ("tf.assign", Stage.UPDATE),
        ("tf.trainable_variables", Stage.QUERY),
        ("tf.Session", Stage.DRIVER),
        ("tf.variable_scope", Stage.SCOPE),
        ("tf.while_loop", Stage.CONTROL),
        ("tf.Print", Stage.EFFECT),
        ("tf.estimator.Estimator", Stage.OTHER),
        ("tf.contrib.unknown", Stage.OTHER),
    ],
)
def test_stage(name: str, expected: Stage) -> None:
    assert stage(name) is expected


@pytest.mark.parametrize(
    ("name", "fate", "target"),
    [
        ("tf.matmul", Fate.SAME, "tf.matmul"),
        ("tf.nn.tanh", Fate.SAME, "tf.nn.tanh"),
        ("tf.log", Fate.RENAMED, "tf.math.log"),
        ("tf.reduce_mean", Fate.ARGUMENTS, "tf.reduce_mean"),
        ("tf.nn.softmax", Fate.ARGUMENTS, "tf.nn.softmax"),
        ("tf.count_nonzero", Fate.ARGUMENTS, "tf.math.count_nonzero"),
        ("tf.to_float", Fate.ARGUMENTS, None),
        ("tf.layers.dense", Fate.RULE, None),
        ("tf.Session", Fate.RULE, None),
        ("tf.metrics.accuracy", Fate.V1_ONLY, None),
        ("tf.nn.rnn_cell.LSTMCell", Fate.GONE, None),
    ],
)
def test_fate(name: str, fate: Fate, target: str | None) -> None:
    found = symbol(name)
    assert found is not None and (found.fate, found.target) == (fate, target)


CHANGED_MEANING = """nn.softmax_cross_entropy_with_logits nn.embedding_lookup where image.resize_bilinear
    image.resize_images
    nn.moments nn.dropout argmax expand_dims squeeze reduce_sum nn.softmax string_split sparse_to_dense div nn.in_top_k
    space_to_batch nn.ctc_loss multinomial while_loop cond losses.mean_squared_error nn.fused_batch_norm metrics.auc
    train.AdamOptimizer layers.batch_normalization random_normal_initializer gradients Variable strings.split"""


@pytest.mark.parametrize("name", CHANGED_MEANING.split())
def test_what_changed_its_meaning_is_never_the_same(name: str) -> None:
    found = symbol(f"tf.{name}")
    assert found is not None and found.fate not in (Fate.SAME, Fate.RENAMED)


def test_every_symbol_has_a_row() -> None:
    for name in symbols():
        found = symbol(name)
        assert found is not None and found.name == canonical(name)
        assert found.fate is not Fate.RENAMED or found.target


def test_rows_speak_of_listed_names() -> None:
    rows = (*call_rows(), *expression_rows())
    assert [row.api for row in rows if entry(row.api) is None and not row.api.startswith("tf.contrib.")] == []
    for row in rows:
        used = {*row.arguments, *row.conditions.harmless, *row.conditions.whole, *row.conditions.several}
        assert used <= {*row.parameters, "scope", "name"}, row.api


def test_expressions_name_parameters() -> None:
    for row in expression_rows():
        places = {*slots_of(row.text), *slots_of(row.data_text)}
        assert places <= set(row.parameters), row.api


def test_stages_speak_of_listed_names() -> None:
    short = {name.removeprefix("tf.") for name in listed()}
    named = [name for key in toml("stages.toml") for name in texts(toml("stages.toml")[key])]
    unknown = [n for n in named if "*" not in n and canonical(f"tf.{n}").removeprefix("tf.") not in short]
    assert [n for n in unknown if not n.startswith(("contrib.", "keras.", "__"))] == []


def test_renames_speak_of_names_that_need_one() -> None:
    for short in mapping(toml("renames.toml")["native"]):
        assert entry(f"tf.{short}") is not None or surface.old(f"tf.{short}") is not None, short


@pytest.mark.parametrize("name", ["tf.layers.conv3d", "tf.compat.v1.layers.conv3d"])
def test_rows_are_found_by_any_spelling(name: str) -> None:
    row = layer(name)
    assert row is not None and row.keras == "Conv3D" and row.weights == ("kernel", "bias") and row.once


def test_exact_claims_and_fixed_arguments() -> None:
    adam, momentum, zeros = (
        optimizer("tf.train.AdamOptimizer"),
        optimizer("tf.train.MomentumOptimizer"),
        initializer("tf.initializers.zeros"),
    )
    assert adam is not None and momentum is not None and zeros is not None
    assert adam.fixed == {"epsilon": "1e-08"} and adam.exact_changing_rate and not adam.exact_sparse
    assert momentum.exact_dense and not momentum.exact_changing_rate
    assert zeros.shorthand == "tf.zeros"


def test_tables_load_quickly() -> None:
    script = (
        "import time; import codemods.api.table as t; start = time.process_time();"
        "t.symbol('tf.log'); t.layer('tf.layers.dense'); t.optimizer('tf.train.AdamOptimizer');"
        "print(time.process_time() - start)"
    )
    spent = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(spent) < 0.1


def test_keras_names_with_other_defaults_are_not_believed() -> None:
    assert changed_keras("tf.keras.layers.GRU") and changed_keras("tf.keras.optimizers.Adam")
    assert changed_keras("tf.keras.layers.Dense") is None and changed_keras("tf.log") is None
