"""What native_forms.toml says of names of graphs is so: a program with the name becomes native; others stay kept."""

from __future__ import annotations

import pytest

from codemods import Options, Tier, migrate_sources
from codemods.fates import fate_of, native_forms

PROGRAM = """\
import numpy as np
import tensorflow as tf

{first}
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([4, 1]))
score = tf.matmul(x, w)
loss = tf.reduce_mean(tf.square(score - y))
{graph}
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
rows, truth = np.ones((3, 4)), np.ones((3, 1))
{session}
    {start}
    for step in range(10):
        _, cost = sess.run([train, loss], {{x: rows, y: truth}})
        print(cost)
    {end}
"""
USUAL = {
    "first": "",
    "graph": "",
    "session": "with tf.Session() as sess:",
    "start": "sess.run(tf.global_variables_initializer())",
    "end": "",
}
WRITE = "writer = tf.summary.FileWriter('logs')\n    writer.add_summary(sess.run(record, {x: rows, y: truth}), 1)"
L2 = "tf.contrib.layers.l2_regularizer(0.1)"
RUN_Z = "print(sess.run(z, {x: rows, y: truth}))"
QUEUE = {
    "graph": "a, b = np.ones((4, 1)), np.ones((4, 1))\n"
    "one, other = tf.train.slice_input_producer([a, b], shuffle=False)\n"
    "ones, others = tf.train.batch([one, other], batch_size=2)\n"
    "z = tf.reduce_sum(ones) + tf.reduce_sum(others)",
    "start": "sess.run(tf.global_variables_initializer())\n    coord = tf.train.Coordinator()\n"
    "    threads = tf.train.start_queue_runners(sess, coord)",
    "end": "print(sess.run(z))\n    coord.request_stop()\n    coord.join(threads)",
}
ENDS = {each: QUEUE[each] for each in ("start", "end")}


def _queue(producer: str, taken: str) -> dict[str, str]:
    return {"graph": f"queue = {producer}\n{taken}\nz = tf.size(one)", **ENDS}


FILES = "tf.train.string_input_producer(['a', 'b'])"
STEP = "counter = tf.train.get_or_create_global_step()"
METRICS = [
    "accuracy",
    "mean",
    "precision",
    "recall",
    "auc",
    "true_positives",
    "true_negatives",
    "false_positives",
    "false_negatives",
]
NATIVE: dict[str, dict[str, str]] = {
    "tf.placeholder": {},
    "tf.placeholder_with_default": {
        "graph": "k = tf.placeholder_with_default(1.0, [])\nz = score * k",
        "end": "print(sess.run(z, {x: rows, k: 0.5}))",
    },
    "tf.Variable": {},
    "tf.get_variable": {"graph": "b = tf.get_variable('b', [1])\nloss = loss + tf.reduce_sum(b)"},
    "tf.variable_scope": {
        "graph": "with tf.variable_scope('a'):\n    b = tf.get_variable('b', [1])\nloss = loss + tf.reduce_sum(b)"
    },
    "tf.get_variable_scope": {"graph": "with tf.variable_scope('a'):\n    tf.get_variable_scope().reuse_variables()"},
    "tf.data.Dataset": {
        "first": "iterator = tf.data.Dataset.from_tensor_slices(np.ones(20, np.float32)).make_one_shot_iterator()\n"
        "rate = iterator.get_next()",
        "graph": "loss = loss * rate",
    },
    "tf.name_scope": {"graph": "with tf.name_scope('a'):\n    z = score * 2.0", "end": RUN_Z},
    "tf.device": {"graph": "with tf.device('/cpu:0'):\n    z = score * 2.0", "end": RUN_Z},
    "tf.control_dependencies": {
        "graph": "w2 = tf.assign_add(w, loss)\nwith tf.control_dependencies([w2]):\n    z = tf.identity(loss)",
        "end": RUN_Z,
    },
    "tf.train.ExponentialMovingAverage": {
        "graph": "averages = tf.train.ExponentialMovingAverage(0.9)\nz = averages.apply([w])",
        "end": "sess.run(z)",
    },
    "tf.Session": {},
    "tf.InteractiveSession": {"session": "sess = tf.InteractiveSession()\nif True:"},
    "tf.ConfigProto": {"session": "with tf.Session(config=tf.ConfigProto(allow_soft_placement=True)) as sess:"},
    "tf.GPUOptions": {
        "first": "options = tf.GPUOptions(allow_growth=True)",
        "session": "with tf.Session(config=tf.ConfigProto(gpu_options=options)) as sess:",
    },
    "tf.Graph": {"first": "tf.Graph().as_default().__enter__()"},
    "tf.reset_default_graph": {"first": "tf.reset_default_graph()"},
    "tf.global_variables_initializer": {},
    "tf.local_variables_initializer": {
        "start": "sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])"
    },
    "tf.variables_initializer": {"start": "sess.run(tf.variables_initializer([w]))"},
    "tf.tables_initializer": {"start": "sess.run([tf.global_variables_initializer(), tf.tables_initializer()])"},
    "tf.disable_v2_behavior": {"first": "tf.disable_v2_behavior()"},
    "tf.disable_eager_execution": {"first": "tf.disable_eager_execution()"},
    "tf.enable_resource_variables": {"first": "tf.enable_resource_variables()"},
    "tf.trainable_variables": {"graph": "z = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables()])"},
    "tf.global_variables": {"graph": "loss += tf.add_n([tf.nn.l2_loss(v) for v in tf.global_variables()])"},
    "tf.get_collection": {
        "graph": "found = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES)\n"
        "loss = loss + tf.add_n([tf.nn.l2_loss(v) for v in found])"
    },
    "tf.add_to_collection": {
        "graph": "tf.add_to_collection('terms', tf.nn.l2_loss(w))\nloss += tf.add_n(tf.get_collection('terms'))"
    },
    "tf.losses.add_loss": {"graph": "tf.losses.add_loss(loss)\nloss = tf.losses.get_total_loss()"},
    "tf.losses.get_losses": {"graph": "tf.losses.add_loss(loss)\nloss = tf.add_n(tf.losses.get_losses())"},
    "tf.losses.get_total_loss": {"graph": "tf.losses.add_loss(loss)\nloss = tf.losses.get_total_loss()"},
    "tf.losses.get_regularization_loss": {
        "graph": f"v = tf.get_variable('v', [2], regularizer={L2})\nloss += tf.losses.get_regularization_loss()"
    },
    "tf.losses.get_regularization_losses": {
        "graph": f"v = tf.get_variable('v', [2], regularizer={L2})\n"
        "loss += tf.add_n(tf.losses.get_regularization_losses())"
    },
    "tf.gradients": {"graph": "z = tf.gradients(loss, [w])", "end": RUN_Z},
    "tf.summary.scalar": {"graph": "record = tf.summary.scalar('loss', loss)", "end": WRITE},
    "tf.summary.histogram": {"graph": "record = tf.summary.histogram('score', score)", "end": WRITE},
    "tf.summary.image": {"graph": "record = tf.summary.image('s', tf.reshape(score, [1, -1, 1, 1]))", "end": WRITE},
    "tf.summary.merge": {"graph": "record = tf.summary.merge([tf.summary.scalar('loss', loss)])", "end": WRITE},
    "tf.summary.merge_all": {
        "graph": "tf.summary.scalar('loss', loss)\nrecord = tf.summary.merge_all()",
        "end": WRITE,
    },
    "tf.summary.FileWriter": {
        "graph": "record = tf.summary.scalar('loss', loss)",
        "start": "writer = tf.summary.FileWriter('logs')\n    sess.run(tf.global_variables_initializer())",
        "end": "writer.add_summary(sess.run(record, {x: rows, y: truth}), 1)",
    },
    **{
        f"tf.metrics.{name}": {
            "graph": f"_, z = tf.metrics.{name}({'score' if name == 'mean' else 'y > 0.5, score > 0.5'})",
            "start": "sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])",
            "end": RUN_Z,
        }
        for name in METRICS
    },
    "tf.train.slice_input_producer": QUEUE,
    "tf.train.batch": QUEUE,
    "tf.train.shuffle_batch": {
        **QUEUE,
        "graph": QUEUE["graph"]
        .replace("batch(", "shuffle_batch(", 1)
        .replace("=2", "=2, capacity=9, min_after_dequeue=3"),
    },
    "tf.train.string_input_producer": _queue(FILES, "one = queue.dequeue()"),
    "tf.train.input_producer": _queue("tf.train.input_producer([1, 2])", "one = queue.dequeue()"),
    "tf.train.range_input_producer": _queue("tf.train.range_input_producer(3)", "one = queue.dequeue()"),
    "tf.io.match_filenames_once": _queue(
        "tf.train.string_input_producer(tf.train.match_filenames_once('*.txt'))", "one = queue.dequeue()"
    ),
    **{
        f"tf.{reader}": _queue(FILES, f"one = tf.{reader}({given}).read(queue)[1]")
        for reader, given in {
            "TextLineReader": "",
            "TFRecordReader": "",
            "WholeFileReader": "",
            "FixedLengthRecordReader": "3",
        }.items()
    },
    "tf.train.start_queue_runners": QUEUE,
    "tf.train.Coordinator": QUEUE,
    "tf.app.run": {"first": "def main(_):\n    print('started')", "end": "tf.app.run()"},
    "tf.flags.FLAGS": {
        "first": "tf.flags.DEFINE_float('rate', 0.1, '')\nFLAGS = tf.flags.FLAGS",
        "end": "print(FLAGS.rate)",
    },
    **{
        f"tf.flags.DEFINE_{kind}": {"first": f"tf.app.flags.DEFINE_{kind}('rate', {arguments}, help='')"}
        for kind, arguments in {
            "string": "'0.1'",
            "float": "0.1",
            "integer": "1",
            "bool": "True",
            "enum": "'a', ['a', 'b']",
            "list": "['a']",
        }.items()
    },
    "tf.train.create_global_step": {"graph": "z = tf.train.create_global_step()", "end": RUN_Z},
    "tf.train.get_or_create_global_step": {"graph": "z = tf.train.get_or_create_global_step()", "end": RUN_Z},
    "tf.train.get_global_step": {"graph": f"{STEP}\nz = tf.train.get_global_step()", "end": RUN_Z},
    "tf.train.global_step": {"graph": STEP, "end": "print(tf.train.global_step(sess, counter))"},
    "tf.hessians": {"graph": "z = tf.hessians(loss, w)[0]", "end": RUN_Z},
    "tf.examples.tutorials.mnist.input_data": {
        "first": "from tensorflow.examples.tutorials.mnist import input_data\nmnist = input_data.read_data_sets('data')"
    },
}


def tier(pieces: dict[str, str]) -> Tier:
    text = PROGRAM.format(**{**USUAL, **pieces})
    (program,) = migrate_sources({"a.py": text.encode()}, Options(tier=Tier.NATIVE)).programs
    return program.tier


def test_every_form_has_a_program() -> None:
    assert set(native_forms()) == set(NATIVE)


@pytest.mark.parametrize("name", NATIVE)
def test_a_program_with_the_name_becomes_native(name: str) -> None:
    assert tier(NATIVE[name]) is Tier.NATIVE


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("tf.train.Saver", {"end": "tf.train.Saver().save(sess, 'model')"}),
        ("tf.sparse_placeholder", {"graph": "s = tf.sparse_placeholder(tf.float32)\nloss += tf.sparse_reduce_sum(s)"}),
        ("tf.get_default_graph", {"graph": "print(len(tf.get_default_graph().get_operations()))"}),
        ("tf.count_up_to", {"graph": "c = tf.Variable(0, trainable=False)\nz = tf.count_up_to(c, 5)", "end": RUN_Z}),
    ],
)  # fmt: skip
def test_a_name_without_a_form_keeps_its_program(name: str, pieces: dict[str, str]) -> None:
    found = fate_of(name)
    assert found is not None and not found.native and found.kept and found.instead
    assert tier(pieces) is Tier.KEPT
