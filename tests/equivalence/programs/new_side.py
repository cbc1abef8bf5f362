"""Computes cases in native TensorFlow 2 with Keras 3: eager, and in one tf.function where the old code ran a graph."""

import json
import sys

import numpy as np
import tensorflow as tf

SEED = 87


def projection(value):
    weights = tf.reshape(tf.cos(tf.cast(tf.range(tf.size(value)), tf.float32)), tf.shape(value))
    return tf.reduce_sum(tf.cast(value, tf.float32) * weights)


def weights_of(value):
    """What a gradient starts from: another number for every element."""
    return tf.reshape(tf.cast(tf.cos(tf.range(tf.cast(tf.size(value), tf.float64))), value.dtype), tf.shape(value))


def flat(value):
    if isinstance(value, dict):
        return flat([value[key] for key in sorted(value)])
    if isinstance(value, tf.SparseTensor):
        return [value.indices, value.values, value.dense_shape]
    if isinstance(value, tf.IndexedSlices):
        return [value.indices, value.values]
    if isinstance(value, tf.RaggedTensor):
        return [value.flat_values, *value.nested_row_splits]
    if isinstance(value, (list, tuple)):
        return [item for part in value for item in flat(part)]
    return [] if value is None or isinstance(value, tf.Operation) else [value]


def names_in(case, arrays, inputs):
    """What the text of a call may name: the inputs, a variable, two sparse tensors, an example in bytes."""
    found = dict(inputs, tf=tf, np=np)
    for name in ("S", "T"):
        if name in case["names"]:
            value = inputs["values" + name]
            found[name] = tf.SparseTensor(arrays["indices" + name], value, np.array([4, 6], "int64"))
    values = tf.train.Feature(int64_list=tf.train.Int64List(value=[3, 4]))
    found["EXAMPLE"] = tf.train.Example(features=tf.train.Features(feature={"v": values})).SerializeToString()
    return found


def call(case, arrays):
    inputs = {name: tf.constant(arrays["input:" + name]) for name in case["inputs"]}
    variable = tf.Variable(np.arange(24, dtype="float32").reshape(4, 6)) if "v" in case["names"] else None

    def run(given):
        sources = [given[name] for name in sorted(given) if given[name].dtype.is_floating]
        with tf.GradientTape() as tape:
            tape.watch(sources)
            known = dict(names_in(case, arrays, given), v=variable)
            values = [tf.convert_to_tensor(value) for value in flat(eval(case["text"], known))]
        floats = [value for value in values if value.dtype.is_floating]
        return values + gradients_of(tape, floats, sources) if case["differentiate"] else values

    return [value.numpy() for value in (tf.function(run) if case["function"] else run)(inputs)]


def gradients_of(tape, floats, sources):
    if not floats or not sources:
        return []
    try:
        weights = [weights_of(value) for value in floats]
        gradients = tape.gradient(floats, sources, weights, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    except LookupError:  # the operation has no gradient
        return []
    return [tf.convert_to_tensor(gradient) for gradient in gradients]


def keras_optimizer(case):
    keywords = dict(case["keras_arguments"], learning_rate=case["rates"][0])
    made = getattr(tf.keras.optimizers, case["keras"])(**keywords)
    return made, made.learning_rate


def v1_optimizer(case):
    rate = tf.Variable(case["rates"][0], dtype=tf.float32)
    keywords = dict(case["arguments"], learning_rate=rate)
    if case["v1"].endswith("AdagradDAOptimizer"):
        keywords["global_step"] = tf.Variable(0, dtype=tf.int64)
    return eval(case["v1"])(**keywords), rate


def optimizer(case, arrays):
    """The variable after each step: first with tf.compat.v1.train, then with Keras if the row names a class."""
    makers = [v1_optimizer] + ([keras_optimizer] if case["keras"] else [])
    return [steps(case, arrays, *maker(case)) for maker in makers]


def steps(case, arrays, made, rate):
    variable = tf.Variable(arrays["start"])

    @tf.function(reduce_retracing=True)
    def step(values, rows):
        gradient = tf.IndexedSlices(values, rows, tf.constant([6, 4])) if case["mode"] == "sparse" else values
        made.apply_gradients([(gradient, variable)])
        if case["v1"].endswith("AdagradDAOptimizer") and hasattr(made, "_global_step"):
            made._global_step.assign_add(1)

    found = []
    for index, rate_now in enumerate(case["rates"]):
        if case["mode"] == "changing_rate":
            rate.assign(rate_now)
        step(tf.constant(arrays[case["mode"]][index]), tf.constant(arrays["rows"][index]))
        found.append(variable.numpy())
    return np.stack(found)


def layer(case, arrays):
    inputs = tf.constant(arrays["input:" + case["input"]])
    made = getattr(tf.keras.layers, case["keras"])(**{k: eval(v) for k, v in case["constructor"].items()})
    keywords = {k: eval(v) for k, v in case["call"].items()}
    made.build(inputs.shape)
    made.set_weights([arrays[f"{case['id']}:{suffix}"] for suffix in case["weights"]])
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        output = made(inputs, **keywords)
        total = projection(output)
    gradients = tape.gradient(total, [inputs, *made.trainable_variables])
    return [output.numpy(), *(gradient.numpy() for gradient in gradients), *made.get_weights()]


def initializer(case, arrays):
    return [np.asarray(eval(case["text"], {"tf": tf, "np": np})(case["shape"]))]


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
        tf.random.set_seed(SEED)
        try:
            values = globals()[case["kind"]](case, arrays)
        except Exception as error:  # the case fails, the others are still computed
            found[case["id"] + ":error"] = np.asarray(f"{type(error).__name__}: {error}")
            continue
        found.update({f"{case['id']}:{index:03d}": plain(value) for index, value in enumerate(values)})
    np.savez(answer, **found)


main(*sys.argv[1:])
