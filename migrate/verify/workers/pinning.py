"""Puts our draws in the place of TensorFlow's random kernels, at the Python entry points of them all."""

from __future__ import annotations

import importlib

import numpy

from .draws import sort_of_draw


def install(recorder):
    """Replace the entry points of the random kernels, and leave data sets unshuffled."""
    pins = Pins(recorder)
    replace("gen_random_ops", pins.stateful())
    replace("gen_stateless_random_ops", pins.stateless())
    replace("gen_stateless_random_ops_v2", pins.stateless_v2())
    replace("gen_candidate_sampling_ops", {"log_uniform_candidate_sampler": pins.log_uniform_candidates})
    keep_order(recorder)


def replace(module_name, functions):
    try:
        module = importlib.import_module("tensorflow.python.ops." + module_name)
    except ImportError:
        return
    for name, function in functions.items():
        if hasattr(module, name):
            setattr(module, name, function)


class Pins:
    """The replacements. Each has the signature of the kernel that it stands for."""

    def __init__(self, recorder):
        self.recorder = recorder

    def stateful(self):
        return {
            "random_uniform": self.plain("uniform"),
            "random_standard_normal": self.plain("normal"),
            "truncated_normal": self.plain("truncated"),
            "random_uniform_int": lambda shape, minval, maxval, *_, **__: self.integers(shape, minval, maxval),
            "random_shuffle": lambda value, *_, **__: self.shuffle(value),
            "multinomial": self.multinomial,
            "random_gamma": lambda shape, alpha, *_, **__: self.shaped("gamma", shape, alpha, alpha.dtype),
            "random_poisson_v2": self.poisson,
            "parameterized_truncated_normal": self.parameterized,
        }

    def stateless(self):
        return {
            "stateless_random_uniform": self.seeded("uniform"),
            "stateless_random_normal": self.seeded("normal"),
            "stateless_truncated_normal": self.seeded("truncated"),
            "stateless_random_uniform_int": lambda shape, seed, minval, maxval, *_, **__: self.integers(
                shape, minval, maxval
            ),
            "stateless_multinomial": lambda logits, num_samples, seed=None, output_dtype=None, name=None: (
                self.multinomial(logits, num_samples, output_dtype=output_dtype)
            ),
        }

    def stateless_v2(self):
        return {
            "stateless_random_uniform_v2": self.seeded("uniform"),
            "stateless_random_normal_v2": self.seeded("normal"),
            "stateless_truncated_normal_v2": self.seeded("truncated"),
            "stateless_random_uniform_int_v2": lambda shape, key, counter, alg, minval, maxval, name=None: (
                self.integers(shape, minval, maxval)
            ),
            "stateless_random_gamma_v3": lambda shape, key, counter, alg, alpha, name=None: self.shaped(
                "gamma", shape, alpha, alpha.dtype
            ),
            "stateless_shuffle": lambda value, *_, **__: self.shuffle(value),
        }

    def plain(self, kind):
        return lambda shape, dtype, *_, **__: self.draw(kind, shape, dtype)

    def seeded(self, kind):
        return lambda shape, *_, **options: self.draw(kind, shape, options.get("dtype") or numpy.float32)

    def draw(self, kind, shape, dtype, *parameters):
        """One draw: at once when executing eagerly, else as an operation that asks when it runs."""
        from tensorflow.python.eager import context
        from tensorflow.python.framework import dtypes, ops, tensor_util
        from tensorflow.python.ops import script_ops

        dtype = dtypes.as_dtype(dtype)
        known = isinstance(shape, (list, tuple, numpy.ndarray))
        shape = ops.convert_to_tensor(shape, dtype=dtypes.int32) if known else ops.convert_to_tensor(shape)
        draws = self.recorder.draws
        made_of = dtype.as_numpy_dtype
        if context.executing_eagerly():
            numbers = [ops.convert_to_tensor(parameter).numpy() for parameter in parameters]
            return ops.convert_to_tensor(draws.values(kind, None, shape.numpy(), made_of, numbers))
        token = draws.new_token()

        def evaluate(size, *numbers):
            return numpy.asarray(draws.values(kind, token, size, made_of, numbers), made_of)

        drawn = script_ops.numpy_function(evaluate, [shape, *parameters], dtype)
        drawn.set_shape(tensor_util.constant_value_as_shape(shape))
        static = tensor_util.constant_value(shape)
        draws.operations[drawn.op] = (token, sort_of_draw(kind, static, made_of))
        return drawn

    def integers(self, shape, minval, maxval):
        from tensorflow.python.framework import ops

        maxval = ops.convert_to_tensor(maxval)
        return self.draw("integers", shape, maxval.dtype, ops.convert_to_tensor(minval, dtype=maxval.dtype), maxval)

    def shuffle(self, value):
        from tensorflow.python.framework import dtypes, ops
        from tensorflow.python.ops import array_ops

        value = ops.convert_to_tensor(value)
        order = self.draw("permutation", array_ops.shape(value)[:1], dtypes.int32)
        shuffled = array_ops.gather(value, order)
        shuffled.set_shape(value.shape)
        return shuffled

    def multinomial(self, logits, num_samples, seed=0, seed2=0, output_dtype=None, name=None):
        from tensorflow.python.framework import dtypes, ops
        from tensorflow.python.ops import array_ops

        logits = ops.convert_to_tensor(logits)
        shape = array_ops.stack([array_ops.shape(logits)[0], num_samples])
        return self.draw("choices", shape, output_dtype or dtypes.int64, logits)

    def shaped(self, kind, shape, parameter, dtype):
        """Draws of the given shape for each element of a parameter."""
        from tensorflow.python.framework import dtypes, ops
        from tensorflow.python.ops import array_ops

        shape = ops.convert_to_tensor(shape, dtype=dtypes.int32)
        full = array_ops.concat([shape, array_ops.shape(parameter)], 0)
        return self.draw(kind, full, dtype, parameter)

    def poisson(self, shape, rate, seed=0, seed2=0, dtype=None, name=None):
        from tensorflow.python.framework import dtypes

        return self.shaped("poisson", shape, rate, dtype or dtypes.int64)

    def parameterized(self, shape, means, stdevs, minvals, maxvals, *_, **__):
        """Close to the kernel's distribution, and the same on both sides."""
        from tensorflow.python.framework import ops
        from tensorflow.python.ops import clip_ops

        means = ops.convert_to_tensor(means)
        return clip_ops.clip_by_value(self.draw("truncated", shape, means.dtype) * stdevs + means, minvals, maxvals)

    def log_uniform_candidates(self, true_classes, num_true, num_sampled, unique, range_max, *_, **__):
        """The sampler of `nce_loss` and `sampled_softmax_loss`: candidates and both expected counts."""
        from tensorflow.python.framework import constant_op, dtypes, ops
        from tensorflow.python.ops import math_ops

        span = constant_op.constant(range_max, dtypes.int64)
        drawn = self.draw("log_uniform", [num_sampled + 1], dtypes.int64, span)
        candidates, tries = drawn[:num_sampled], math_ops.cast(drawn[num_sampled], dtypes.float32)

        def expected(classes):
            classes = math_ops.cast(ops.convert_to_tensor(classes), dtypes.float32)
            chance = math_ops.log((classes + 2.0) / (classes + 1.0)) / numpy.log(range_max + 1.0).astype("float32")
            return -math_ops.expm1(tries * math_ops.log1p(-chance))

        return SampledCandidates(candidates, expected(true_classes), expected(candidates))


class SampledCandidates(tuple):
    """What a candidate sampler returns: a tuple whose members also have names."""

    def __new__(cls, candidates, true_expected, sampled_expected):
        made = super().__new__(cls, (candidates, true_expected, sampled_expected))
        made.sampled_candidates, made.true_expected_count, made.sampled_expected_count = made
        return made


def keep_order(recorder):
    """Leave data sets and queues in their order: their shuffling has no counterpart across versions."""
    import tensorflow
    from tensorflow.python.data.ops import dataset_ops

    def shuffle(self, *_, **__):
        recorder.note("Dataset.shuffle was left out on both sides")
        return self

    for name in ("DatasetV1", "DatasetV2"):
        getattr(dataset_ops, name).shuffle = shuffle
    train = tensorflow.compat.v1.train
    _keep_order_of_queues(recorder)
    in_order = train.batch

    def shuffle_batch(tensors, batch_size, capacity, min_after_dequeue=0, num_threads=1, *_, **options):
        recorder.note("tf.train.shuffle_batch was left in order on both sides")
        known = ("enqueue_many", "shapes", "allow_smaller_final_batch", "name")
        kept = {name: value for name, value in options.items() if name in known}
        return in_order(tensors, batch_size, capacity=capacity, **kept)

    for namespace in {id(m): m for m in (train, tensorflow.train)}.values():
        if hasattr(namespace, "shuffle_batch"):
            namespace.shuffle_batch = shuffle_batch


def _keep_order_of_queues(recorder):
    """Queues hand out what they were given in its order, and one thread gathers batches of it."""
    import tensorflow
    from tensorflow.python.training import input as queues

    make, gather = queues.input_producer, queues.batch

    def input_producer(input_tensor, element_shape=None, num_epochs=None, shuffle=True, *rest, **options):
        if shuffle:
            recorder.note("input queues were left in order on both sides")
        return make(input_tensor, element_shape, num_epochs, False, *rest, **options)

    def batch(tensors, batch_size, num_threads=1, *rest, **options):
        if num_threads != 1:
            recorder.note("tf.train.batch was left to one thread on both sides")
        return gather(tensors, batch_size, 1, *rest, **options)

    queues.input_producer, queues.batch = input_producer, batch
    for namespace in {id(m): m for m in (tensorflow.compat.v1.train, tensorflow.train)}.values():
        for changed in (input_producer, batch):
            if hasattr(namespace, changed.__name__):
                setattr(namespace, changed.__name__, changed)
