# ruff: noqa: UP031, B905, RUF005, I001
"""Computes cases as TensorFlow 1 does: in TensorFlow 1.15, or with tf.compat.v1 and legacy Keras. Valid Python 3.7."""

import json
import sys

import numpy as np

import tensorflow

if tensorflow.__version__.startswith("1."):
    tf = tensorflow
else:
    import tensorflow.compat.v1 as tf

    tf.disable_v2_behavior()
SEED = 87


def projection(value):
    """A scalar that depends on every element in its own way."""
    shape = tf.shape(value)
    weights = tf.reshape(tf.cos(tf.cast(tf.range(tf.size(value)), tf.float32)), shape)
    return tf.reduce_sum(tf.cast(value, tf.float32) * weights)


def weights_of(value):
    """What a gradient starts from: another number for every element."""
    if value.shape.is_fully_defined():
        numbers = np.cos(np.arange(value.shape.num_elements())).reshape(value.shape.as_list())
        return tf.constant(numbers, value.dtype)
    return tf.reshape(tf.cos(tf.cast(tf.range(tf.size(value)), value.dtype)), tf.shape(value))


def flat(value):
    """The tensors of a result; operations stand for themselves, they are run for what they do."""
    if isinstance(value, dict):
        return flat([value[key] for key in sorted(value)])
    if isinstance(value, (tf.SparseTensor, tf.SparseTensorValue)):
        return [value.indices, value.values, value.dense_shape]
    if isinstance(value, tf.IndexedSlices):
        return [value.indices, value.values]
    if isinstance(value, tf.RaggedTensor):
        return [value.flat_values] + list(value.nested_row_splits)
    if isinstance(value, (list, tuple)):
        return [item for part in value for item in flat(part)]
    return [] if value is None else [value]


def names_in(case, arrays):
    """What the text of a call may name: the inputs, a variable, two sparse tensors, an example in bytes."""
    inputs = {name: tf.constant(arrays["input:" + name]) for name in case["inputs"]}
    found = dict(inputs, tf=tf, np=np)
    if "v" in case["names"]:
        found["v"] = tf.Variable(np.arange(24, dtype="float32").reshape(4, 6), use_resource=True)
    for name in ("S", "T"):
        if name in case["names"]:
            value = inputs["values" + name]
            found[name] = tf.SparseTensor(arrays["indices" + name], value, np.array([4, 6], "int64"))
    values = tf.train.Feature(int64_list=tf.train.Int64List(value=[3, 4]))
    found["EXAMPLE"] = tf.train.Example(features=tf.train.Features(feature={"v": values})).SerializeToString()
    return inputs, found


def call(case, arrays):
    inputs, known = names_in(case, arrays)
    found = flat(eval(case["text"], known))
    operations = [value for value in found if isinstance(value, tf.Operation)]
    found = [value for value in found if not isinstance(value, tf.Operation)]
    values = [value if isinstance(value, tf.Tensor) else tf.convert_to_tensor(value) for value in found]
    floats = [value for value in values if value.dtype.is_floating]
    sources = [inputs[name] for name in sorted(inputs) if inputs[name].dtype.is_floating]
    gradients = gradients_of(floats, sources) if floats and sources and case["differentiate"] else []
    with tf.Session(config=unoptimized()) as session:
        if "v" in case["names"]:
            session.run(tf.global_variables_initializer())
        return session.run([values + gradients, operations])[0]


def unoptimized():
    """Each graph runs once: optimizing it would take longer than running it."""
    config = tf.ConfigProto()
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    config.graph_options.optimizer_options.opt_level = tf.OptimizerOptions.L0
    return config


def gradients_of(floats, sources):
    try:
        gradients = tf.gradients(floats, sources, [weights_of(value) for value in floats])
    except LookupError:  # the operation has no gradient
        return []
    return [tf.convert_to_tensor(g if g is not None else tf.zeros_like(s)) for g, s in zip(gradients, sources)]


def optimizer(case, arrays):
    """The variable after each step."""
    variable = tf.Variable(arrays["start"])
    rate = tf.placeholder(tf.float32, [])
    keywords = dict(case["arguments"])
    keywords["learning_rate"] = rate if case["mode"] == "changing_rate" else case["rates"][0]
    if case["api"].endswith("AdagradDAOptimizer"):
        keywords["global_step"] = tf.train.get_or_create_global_step()
    values = tf.placeholder(tf.float32, [None, 4])
    rows = tf.placeholder(tf.int32, [None])
    gradient = tf.IndexedSlices(values, rows, tf.constant([6, 4])) if case["mode"] == "sparse" else values
    made = eval(case["api"])(**keywords)
    apply = made.apply_gradients([(gradient, variable)], global_step=keywords.get("global_step"))
    found = []
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for step, rate_now in enumerate(case["rates"]):
            feed = {values: arrays[case["mode"]][step], rate: rate_now, rows: arrays["rows"][step]}
            session.run(apply, feed)
            found.append(session.run(variable))
    return [np.stack(found)]


def layer(case, arrays):
    """The names and values of the variables, then output, gradients, and the variables after the update operations."""
    inputs = tf.constant(arrays["input:" + case["input"]])
    output = eval(case["text"], {"tf": tf, "np": np, "x": inputs})
    variables = tf.global_variables()
    values = [weights(index, variable.shape.as_list()) for index, variable in enumerate(variables)]
    trained = [variable for variable in variables if variable in tf.trainable_variables()]
    gradients = tf.gradients(projection(output), [inputs] + trained)
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for variable, value in zip(variables, values):
            variable.load(value, session)
        found = session.run([output] + gradients)
        session.run(updates)
        after = session.run(variables)
    names = np.asarray([variable.op.name for variable in variables])
    order = np.asarray([variable.op.name for variable in trained])
    return [names, order] + values + found + after


def weights(index, shape):
    return np.abs(np.random.RandomState(SEED + index).randn(*shape)).astype("float32") * 0.5 + 0.1


def initializer(case, arrays):
    value = eval(case["text"], {"tf": tf, "np": np})(case["shape"], dtype=tf.float32)
    with tf.Session() as session:
        return [session.run(value)]


def plain(value):
    """As an array that can be stored: no Python objects, no types of TensorFlow's own."""
    value = np.asarray(value)
    if value.dtype == object:
        return value.astype("S")
    return value.astype("float32") if value.dtype.name == "bfloat16" else value


def main(request, inputs, answer):
    arrays = dict(np.load(inputs))
    found = {}
    with open(request) as file:
        cases = json.load(file)
    for case in cases:
        with tf.Graph().as_default():
            tf.set_random_seed(SEED)
            try:
                values = globals()[case["kind"]](case, arrays)
            except Exception as error:  # the case fails, the others are still computed
                found[case["id"] + ":error"] = np.asarray("%s: %s" % (type(error).__name__, error))
                continue
        found.update({"%s:%03d" % (case["id"], index): plain(value) for index, value in enumerate(values)})
    np.savez(answer, **found)


main(*sys.argv[1:])
