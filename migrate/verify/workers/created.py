"""Meets every variable of the new program when it is made, and gives it the first value of its old partner."""

from __future__ import annotations

import sys

import numpy

from . import frames, graph_variables, pairing


def install(recorder):
    """Enter a creator scope that lasts until the process ends."""
    import tensorflow as tf

    watch = Created(recorder, tf)
    recorder.created = watch
    watch.scope = tf.variable_creator_scope(watch.create)
    watch.scope.__enter__()
    recorder.readers.append(watch.read)


class Created:
    """All variables of the program in order of creation, apart from those of optimizers and random generators."""

    def __init__(self, recorder, tf):
        self.recorder = recorder
        self.tf = tf
        config = recorder.config
        self.old = [pairing.Named(v["name"], tuple(v["shape"]), v["dtype"]) for v in config["old_variables"]]
        self.explicit = config["pairs"]
        self.new = []
        self.objects = []
        self.keys = []
        self.counters = []
        self.scope = None

    def create(self, next_creator, **options):
        """The creator: replaces the first value where a partner is known."""
        files = frames.stack_files()
        if not self.tf.executing_eagerly() and not self.tf.compat.v1.executing_eagerly_outside_functions():
            return next_creator(**options)
        if frames.made_by_seed_generator(files):
            return next_creator(**options)
        if frames.made_by_optimizer(files):
            variable = next_creator(**options)
            self.counters.append((keras_path() or variable.name, variable))
            return variable
        own = first_value(self.tf, options)
        partner = self.find_partner(options, own)
        if partner is not None:
            options["initial_value"] = self.first_value_of(partner)
        variable = next_creator(**options)
        self.describe(variable, own, partner)
        return variable

    def find_partner(self, options, own):
        """Name of the paired old variable."""
        if own is None or not self.old:
            return None
        name = keras_path() or options.get("name") or "Variable"
        seen = [*self.new, pairing.Named(name, tuple(own.shape), own.dtype.name)]
        position = len(seen) - 1
        if self.explicit is not None:
            number = self.explicit[position] if position < len(self.explicit) else None
        else:
            number = pairing.pair(self.old, seen)[-1]
        return None if number is None else self.old[number].name

    def first_value_of(self, partner):
        with numpy.load(self.recorder.config["initial"]) as arrays:
            return arrays["initial/" + partner]

    def describe(self, variable, own, partner):
        """Remember the variable, what it would have started with, and where it was made."""
        number = len(self.new)
        name = keras_path() or variable.name
        shape = tuple(own.shape) if own is not None else tuple(variable.shape)
        self.new.append(pairing.Named(name, shape, variable.dtype.base_dtype.name))
        self.objects.append(variable)
        key = f"{number}:{name}"
        self.keys.append(key)
        place = frames.user_place(self.recorder.config["root"])
        self.recorder.variables[key] = {
            "name": key,
            "shape": list(shape),
            "dtype": variable.dtype.base_dtype.name,
            "trainable": bool(variable.trainable),
            "local": False,
            "order": number,
            "initial": self.recorder.keep("initial/" + key, own),
            "partner": partner,
            "place": "{file}:{line}".format(**place) if place else None,
        }

    def key_of(self, variable):
        """Name under which a variable was met; None for one that belongs to no program."""
        variable = getattr(variable, "value", variable) if not hasattr(variable, "handle") else variable
        for key, known in zip(self.keys, self.objects):  # noqa: B905
            if known is variable or getattr(known, "handle", None) is getattr(variable, "handle", self):
                return key
        return None

    def force(self, values):
        """Set variables to the values of their partners before a run."""
        for key, variable in zip(self.keys, self.objects):  # noqa: B905
            partner = self.recorder.variables[key]["partner"]
            if partner in values:
                variable.assign(self.near(values[partner]))

    def near(self, value):
        """The value, changed by a rounding error if the configuration asks for that."""
        if self.recorder.config["jitter"] and value.dtype.kind == "f":
            return graph_variables.jittered(value, len(self.recorder.events))
        return value

    def read(self):
        """Arrays of all variables."""
        state = {}
        for key, variable in zip(self.keys, self.objects):  # noqa: B905
            with self.tf.init_scope():
                state[key] = numpy.array(variable.numpy())
        for name, counter in self.counters:
            if name.split("/")[-1].startswith("iteration"):
                state.setdefault("optimizer:iterations", numpy.array(counter.numpy()))
        return state


def first_value(tf, options):
    """The value that the program itself would give; None if it is not known before the function has run."""
    value = options.get("initial_value")
    try:
        with tf.init_scope():
            if callable(value):
                value = value()
            value = tf.convert_to_tensor(getattr(value, "value", value) if hasattr(value, "path") else value)
            if options.get("dtype") is not None:
                value = tf.cast(value, options["dtype"])
            options["initial_value"] = value
            return numpy.array(value.numpy())
    except (AttributeError, TypeError, ValueError, NotImplementedError):
        return None


def keras_path():
    """Path of the Keras variable that is being made, if it is one."""
    frame = sys._getframe(1)
    while frame is not None:
        owner = frame.f_locals.get("self")
        path = getattr(owner, "_path", None) if type(owner).__module__.startswith("keras.") else None
        if isinstance(path, str) and hasattr(owner, "_trainable"):
            return path
        frame = frame.f_back
    return None
