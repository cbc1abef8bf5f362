"""`tfmigrate checkpoint`: what TensorFlow 1 saved loads bit for bit into the objects of the migrated program, which
goes on as the old one did; and the way back gives the same tensors under the old names."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options, Tier
from migrate.checkpoint import CheckpointOrder, convert_checkpoint
from migrate.problems import ExitCode, UserError
from tests.equivalence.test_checkpoints import executed, written

pytestmark = pytest.mark.tensorflow
HERE = "# the checkpoint"
PROGRAM = """
import sys
import numpy as np
import tensorflow as tf

tf.set_random_seed(1)
rng = np.random.RandomState(1)
rows = rng.normal(size=(32, 8, 8, 2)).astype(np.float32)
truth = rng.randint(3, size=32)
x = tf.placeholder(tf.float32, [None, 8, 8, 2])
y = tf.placeholder(tf.int32, [None])


def weights(shape):
    return tf.Variable(tf.random_normal(shape, stddev=0.3))


def block(inputs, size, name):
    with tf.variable_scope(name):
        v = tf.get_variable("v", [8, size])
        return tf.layers.dense(tf.matmul(inputs, v), size, activation=tf.nn.tanh)


conv = tf.layers.conv2d(x, 4, 3, activation=tf.nn.relu)
deep = tf.layers.separable_conv2d(conv, 3, 3, name="deep")
hidden = tf.layers.dense(tf.layers.flatten(deep), 8, tf.nn.relu)
inner = block(hidden, 6, "block")
plain = tf.get_variable("plain", [6, 6])
params = {"first": weights([6, 5]), "second": tf.Variable(tf.zeros([5]), name="second")}
with tf.variable_scope("head"):
    w = tf.get_variable("w", [5, 3])
    b = tf.get_variable("b", [3], initializer=tf.zeros_initializer())
logits = tf.matmul(tf.matmul(tf.matmul(inner, plain), params["first"]) + params["second"], w) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
OPTIMIZER

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        sess.run(train, {x: rows, y: truth})
    # the checkpoint
    for step in range(3):
        sess.run(train, {x: rows, y: truth})
        print(sess.run(loss, {x: rows, y: truth}))
"""
COUNTED = """steps = tf.Variable(0, name="global_step", trainable=False)
with tf.name_scope("training"):
    train = tf.train.AdamOptimizer(0.01, beta2=0.99).minimize(loss, global_step=steps)"""
SEVERAL = """first = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss, var_list=[w])
second = tf.train.AdagradOptimizer(0.1).minimize(loss, var_list=[b])
third = tf.train.AdadeltaOptimizer(1.0).minimize(loss, var_list=[params["first"]])
fourth = tf.train.FtrlOptimizer(0.1).minimize(loss, var_list=[params["second"]])
with tf.variable_scope("late"):
    fifth = tf.train.RMSPropOptimizer(0.01, momentum=0.5, centered=True).minimize(loss, var_list=[plain])
train = tf.group(first, second, third, fourth, fifth)"""
OPTIMIZERS = {"adam": COUNTED, "several": SEVERAL}
SAVED = """
import sys
import tensorflow.compat.v1 as tf

saver = tf.train.Saver({"w": tf.Variable(tf.ones([2, 3])), "other": tf.Variable(1.0)})
saver.save(None, sys.argv[1], write_state=False)
"""
SMALL = """
import tensorflow as tf

w = tf.get_variable("w", [2, SIZE])
u = tf.get_variable("u", [1])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w))
"""
LOOSE = 'u = tf.Variable(1.0, name="u")'
READ = """
import json, sys
import tensorflow as tf
print(json.dumps([{name: tf.train.load_variable(path, name).tolist() for name, _ in tf.train.list_variables(path)
                   if name != "_CHECKPOINTABLE_OBJECT_GRAPH"} for path in sys.argv[1:]]))
"""


def read(folder: Path, *paths: Path) -> list[dict[str, Any]]:
    answer = executed(written(folder, "read.py", READ.encode()), *paths)
    found: list[dict[str, Any]] = json.loads(answer.splitlines()[-1])
    return found


def migrated(source: str, tier: Tier) -> str:
    changes = migrate_sources({"train.py": source.encode()}, replace(Options(), tier=tier))
    assert changes.programs[0].tier == tier, changes.programs[0].obstacles
    return changes.final_bytes()["train.py"].decode()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_migrated_program_goes_on_from_a_converted_checkpoint(name: str, tmp_path: Path) -> None:
    real = os.environ.get("TFMIGRATE_TF115_PYTHON")
    source = PROGRAM.replace("OPTIMIZER", OPTIMIZERS[name])
    saving = source.replace(HERE, 'tf.train.Saver().save(sess, sys.argv[1] + "/old")')
    old = written(tmp_path, "old.py", (saving if real else migrated(saving, Tier.KEPT)).encode())
    new = written(tmp_path, "train.py", source.encode())
    went_on = executed(old, tmp_path, **({"python": real} if real else {}))

    order = CheckpointOrder(tmp_path / "old", new, output=tmp_path / "new" / "model")
    done = convert_checkpoint(order)
    document = done.document.fields
    assert done.code == ExitCode.DONE, {key: document[key] for key in ("left", "missing", "shapes", "different")}
    restore = str(document["restore"])
    arguments = re.sub(r"\.restore\(.*", "", restore)
    text = migrated(source, Tier.NATIVE)
    indent = re.search(rf"^( *){HERE}", text, re.MULTILINE)
    assert indent is not None
    loading = f'{restore}.assert_nontrivial_match(); {arguments}.write(sys.argv[1] + "/loaded")'
    program = written(tmp_path, "loading.py", text.replace(HERE, loading).encode())
    losses = [[float(line) for line in text.split()] for text in (went_on, executed(program, tmp_path))]
    assert len(losses[0]) == 3
    assert losses[1] == pytest.approx(losses[0], rel=1e-4)  # the centred RMSProp magnifies rounding

    back = convert_checkpoint(CheckpointOrder(tmp_path / "loaded", new, output=tmp_path / "back"))
    assert back.code == ExitCode.DONE, back.document.fields["left"]
    before, loaded, again = read(tmp_path, tmp_path / "old", tmp_path / "loaded", tmp_path / "back")
    pairs = [(each.text("old"), each.text("new")) for each in done.document.records("pairs") if each.flag("exact")]
    assert len(pairs) >= 15
    assert all(before[mine] == loaded[f"{other}/.ATTRIBUTES/VARIABLE_VALUE"] for mine, other in pairs)
    assert set(again) == set(before)
    computed = {each.text("new") for each in back.document.records("pairs") if not each.flag("exact")}
    assert all(again[each] == before[each] for each in set(before) - computed)
    assert all(flat(again[each]) == pytest.approx(flat(before[each]), rel=1e-5) for each in computed)


def flat(value: Any) -> list[float]:
    return [each for part in value for each in flat(part)] if isinstance(value, list) else [value]


def test_what_has_no_counterpart_is_told(tmp_path: Path) -> None:
    executed(written(tmp_path, "save.py", SAVED.encode()), tmp_path / "old")
    fitting = written(tmp_path, "fitting.py", SMALL.replace("SIZE", "3").encode())
    done = convert_checkpoint(CheckpointOrder(tmp_path / "old", fitting, output=tmp_path / "new"))
    assert done.code == ExitCode.INCOMPLETE and (tmp_path / "new.index").is_file()
    assert [each.text("name") for each in done.document.records("left")] == ["other"]
    assert [each.text("name") for each in done.document.records("missing")] == ["u"]

    names = written(tmp_path, "names.json", b'{"w": "u", "other": "w"}')
    mapped = convert_checkpoint(CheckpointOrder(tmp_path / "old", fitting, names, tmp_path / "mapped"))
    assert mapped.code == ExitCode.DIFFERENT and not (tmp_path / "mapped.index").exists()
    assert {each.text("name"): each.text("program") for each in mapped.document.records("shapes")} == {
        "w": "[1]",
        "other": "[2, 3]",
    }
    loose = written(
        tmp_path, "loose.py", SMALL.replace("SIZE", "3").replace('u = tf.get_variable("u", [1])', LOOSE).encode()
    )
    names = written(tmp_path, "names.json", b'{"other": "u"}')
    mapped = convert_checkpoint(CheckpointOrder(tmp_path / "old", loose, names, tmp_path / "mapped"))
    assert mapped.code == ExitCode.DONE and (tmp_path / "mapped.index").is_file()
    assert mapped.document.records("missing") == mapped.document.records("left") == ()
    assert [(each.text("old"), each.text("new")) for each in mapped.document.records("pairs")] == [
        ("w", "w"),
        ("other", "u"),
    ]

    wider = written(tmp_path, "wider.py", SMALL.replace("SIZE", "4").encode())
    done = convert_checkpoint(CheckpointOrder(tmp_path / "old", wider, output=tmp_path / "wide"))
    assert done.code == ExitCode.DIFFERENT and not (tmp_path / "wide.index").exists()
    assert [each.fields for each in done.document.records("shapes")] == [
        {"name": "w", "file": [2, 3], "program": "[2, 4]"}
    ]
    (tmp_path / "broken.index").write_bytes(b"nothing of the kind")
    with pytest.raises(UserError, match="is not a checkpoint of TensorFlow, or is damaged"):
        convert_checkpoint(CheckpointOrder(tmp_path / "broken"))
