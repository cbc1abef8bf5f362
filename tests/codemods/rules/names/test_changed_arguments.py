"""Calls whose parameters changed: what is written, what stays as it is and why."""

from __future__ import annotations

import pytest

from tests.codemods.rules.names.translation import expression, findings, notes, translate

CHANGES = [
    ("tf.reduce_sum(x, reduction_indices=[1], keep_dims=True)", "tf.reduce_sum(x, axis=[1], keepdims=True)"),
    ("tf.transpose(x, [1, 0], 'n')", "tf.transpose(x, [1, 0], name='n')"),
    ("tf.expand_dims((a + b), dim=-1)", "tf.expand_dims((a + b), axis=-1)"),
    ("tf.argmax(z, dimension=(1))", "tf.argmax(z, axis=(1))"),
    ("tf.nn.dropout(h, keep_prob)", "tf.nn.dropout(h, rate=1 - keep_prob)"),
    ("tf.nn.dropout(h, keep_prob=0.8, seed=3)", "tf.nn.dropout(h, rate=0.2, seed=3)"),
    ("tf.nn.dropout(h, 1 - rate)", "tf.nn.dropout(h, rate=rate)"),
    ("tf.nn.dropout(h, a if b else c)", "tf.nn.dropout(h, rate=1 - (a if b else c))"),
    ("tf.nn.dropout(h, .5, None, 1)", "tf.nn.dropout(h, rate=0.5, noise_shape=None, seed=1)"),
    ("tf.nn.conv2d(x, w, s, 'SAME', True)", "tf.nn.conv2d(x, w, s, 'SAME')"),
    (
        "tf.nn.conv2d(x, w, s, 'SAME', True, 'NHWC', [1, 2, 2, 1])",
        "tf.nn.conv2d(x, w, s, 'SAME', data_format='NHWC', dilations=[1, 2, 2, 1])",
    ),
    ("tf.nn.conv2d(use_cudnn_on_gpu=True, input=x, filter=w)", "tf.nn.conv2d(input=x, filters=w)"),
    ("tf.nn.in_top_k(z, y, 1)", "tf.nn.in_top_k(predictions=z, targets=y, k=1)"),
    ("tf.random_poisson(lam, [3])", "tf.random.poisson(lam=lam, shape=[3])"),
    ("tf.batch_gather(x, i)", "tf.gather(x, i, batch_dims=tf.get_static_value(tf.rank(i)) - 1)"),
    ("tf.gfile.Exists(filename=p)", "tf.io.gfile.exists(path=p)"),
    ("tf.constant_initializer()", "tf.keras.initializers.Constant(value=0)"),
    ("tf.truncated_normal_initializer(stddev=0.02)", "tf.keras.initializers.TruncatedNormal(stddev=0.02)"),
    ("tf.random_uniform_initializer(-1, 1, dtype=t)", "tf.keras.initializers.RandomUniform(-1, 1)"),
    ("tf.contrib.layers.xavier_initializer()", "tf.keras.initializers.GlorotUniform()"),
    ("tf.to_float(tf.to_int32((a + b)))", "tf.cast(tf.cast(a + b, tf.int32), tf.float32)"),
    ("tf.contrib.layers.l2_regularizer(0.001)", "tf.keras.regularizers.L2(0.0005)"),
    ("tf.contrib.layers.l2_regularizer(scale=s)", "tf.keras.regularizers.L2(s / 2)"),
    ("tf.div(tf.log(a), b) ** 2", "(tf.math.log(a) / b) ** 2"),
    ("f(tf.div(tf.log(a), b + c))", "f(tf.math.log(a) / (b + c))"),
    ("tf.assign(v[0] if a else b, w)", "(v[0] if a else b).assign(w)"),
    ("tf.where(x > 0, x, y)", "tf.where(x > 0, x, y)"),
    ("tf.where(mask)", "tf.where(mask)"),
    ("tf.where_v2(done, x, y)", "tf.raw_ops.SelectV2(condition=done, t=x, e=y)"),
    ("tf.arg_min(x, 1, tf.int32)", "tf.argmin(x, 1, output_type=tf.int32)"),
    (
        "-tf.losses.mean_squared_error(y, z, 0.5)",
        "-(0.5 * tf.reduce_mean(tf.math.squared_difference(z, tf.cast(y, tf.float32))))",
    ),
    ("tf.losses.hinge_loss(labels=1.0, logits=z)", "tf.reduce_mean(tf.nn.relu(1.0 - (2.0 * 1.0 - 1.0) * z))"),
    (
        "tf.losses.mean_squared_error(1.0, z, weights=1.0, loss_collection=None)",
        "tf.reduce_mean(tf.math.squared_difference(z, 1.0))",
    ),
    ("tf.scatter_add(v, i, x + y)", "v.scatter_add(tf.IndexedSlices(x + y, i))"),
    ("tf.assert_equal(x, y, [x], 3, 'm')", "tf.assert_equal(x, y, summarize=3, message='m')"),
    ("tf.assert_rank(x, 2, data=[x], message='m')", "tf.assert_rank(x, 2, message='m')"),
    ("tf.space_to_batch(x, p, 2)", "tf.space_to_batch(x, paddings=p, block_shape=[2] * 2)"),
    ("tf.sparse.reduce_sum(x, 1, output_is_sparse=True)", "tf.sparse.reduce_sum(x, 1, output_is_sparse=True)"),
    ("tf.where(done, x, y)", "tf.raw_ops.Select(condition=done, x=x, y=y)"),
    (
        "tf.train.exponential_decay(0.1, step, 100, 0.96, True)",
        "tf.keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.96, staircase=True)(step)",
    ),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_call_becomes(old: str, new: str) -> None:
    assert expression(old) == new


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_new_call_stays(old: str, new: str) -> None:
    del old
    assert expression(new) == new


KEEPS = [
    ("tf.losses.mean_squared_error(y, z, weights=w)", "weights"),
    ("tf.losses.mean_squared_error(y, z, weights=0.0)", "weights"),
    ("tf.losses.mean_squared_error(y, z, 2.0, reduction=tf.losses.Reduction.MEAN)", "not the mean"),
    ("tf.assert_scalar(x)", "no equivalent"),
    ("tf.losses.softmax_cross_entropy(y, z, label_smoothing=0.1)", "label_smoothing"),
    ("tf.while_loop(c, b, [i])", "loop_vars"),
    ("tf.nn.embedding_lookup([e1, e2], ids)", "partitions"),
    ("tf.metrics.accuracy(a, b)", "tf.keras.metrics"),
    ("tf.sparse_merge(a, b, 3)", "no equivalent"),
    ("tf.map_fn(tf.to_float, x)", "passed on"),
    ("tf.div(a, b)", "integers"),
    ("tf.reduce_sum(*args)", "told apart"),
    ("tf.reduce_sum(x, **options)", "told apart"),
    ("tf.cond(p, f, g, strict=True)", "structure"),
    ("tf.uniform_unit_scaling_initializer(1.43)", "square"),
    ("tf.losses.log_loss(y, f(z))", "twice"),
    ("tf.contrib.rnn.BasicLSTMCell(10)", "contrib"),
    ("tf.image.resize_images(x, [3, 3])", "pixel centres"),
]


@pytest.mark.parametrize(("text", "reason"), KEEPS)
def test_call_without_an_equal_stays_and_says_why(text: str, reason: str) -> None:
    assert expression(text) == text
    assert any(reason in note for note in notes(f"import tensorflow as tf\n{text}\n"))


LABELS = "tf.nn.softmax_cross_entropy_with_logits(labels={}, logits=z)"


@pytest.mark.parametrize("labels", ["tf.one_hot(ids, 10)", "[[0., 1.]]", "tf.stop_gradient(y)"])
def test_labels_that_are_plainly_data_are_left(labels: str) -> None:
    assert expression(LABELS.format(labels)) == LABELS.format(labels)


def test_labels_that_may_carry_a_gradient_are_stopped() -> None:
    assert expression(LABELS.format("y")) == LABELS.format("tf.stop_gradient(y)")


def step(body: str, dtype: str = "tf.float32") -> str:
    return (
        f"import tensorflow as tf\n\n\n@tf.function(input_signature=[tf.TensorSpec([None, 3], {dtype})])\n"
        f"def step(y):\n    {body}\n"
    )


def test_what_a_step_is_called_with_is_data() -> None:
    text = step("return " + LABELS.format("y"))
    assert translate(text) == text


def test_what_a_tape_watches_is_not_data() -> None:
    text = step("tape.watch(y)\n    return " + LABELS.format("y"))
    assert "tf.stop_gradient(y)" in translate(text)


def test_second_version_is_told_from_the_first_by_position() -> None:
    second = "tf.nn.softmax_cross_entropy_with_logits_v2(logits=z, labels=y, dim=1)"
    assert expression(second) == "tf.nn.softmax_cross_entropy_with_logits(y, z, axis=1)"


@pytest.mark.parametrize(
    ("dtype", "labels"),
    [("tf.float32", "y"), ("tf.int32", "tf.cast(y, tf.float32)"), ("tf.bool", "tf.cast(y, tf.float32)")],
)
def test_labels_are_cast_unless_plainly_floats(dtype: str, labels: str) -> None:
    text = translate(step("return tf.losses.absolute_difference(y, z)", dtype))
    assert f"tf.reduce_mean(tf.abs(z - {labels}))" in text


def test_comments_inside_of_a_call_stay() -> None:
    text = "import tensorflow as tf\nx = tf.to_float(\n    a,  # the net\n    name='n',  # its name\n)\n"
    done = translate(text)
    assert "# the net" in done and "# its name" in done
    compile(done, "program.py", "exec")


def test_layout_of_a_call_stays() -> None:
    text = "import tensorflow as tf\nx = tf.reduce_sum(\n    a,\n    keep_dims=True,  # keep\n)\n"
    assert translate(text) == text.replace("keep_dims", "keepdims")


def test_characters_are_counted_not_bytes() -> None:
    assert expression("f('größe', tf.to_float(a))") == "f('größe', tf.cast(a, tf.float32))"


def test_tensorflow_under_another_name() -> None:
    text = "import tensorflow.compat.v1 as tf1\nx = tf1.to_float(tf1.log(a))\n"
    assert translate(text).splitlines()[1] == "x = tf1.cast(tf1.math.log(a), tf1.float32)"


def test_without_a_name_for_tensorflow_nothing_is_written() -> None:
    text = "from tensorflow import to_float\nx = to_float(a)\n"
    assert translate(text) == text
    assert [finding.edits for finding in findings(text)] == [()]


def test_other_names_are_not_touched() -> None:
    text = "import numpy as tf\nx = tf.to_float(tf.log(a))\n"
    assert translate(text) == text
