"""The parts of `tf.contrib` that still have a home, gathered under their old names."""

from __future__ import annotations

import importlib
import types


def build(v1):
    """A module that stands for `tf.contrib`; asking it for what has no home raises an AttributeError that says so."""
    contrib = package("contrib")
    contrib.rnn = rnn(v1)
    contrib.layers = package("contrib.layers", slim_module("layers"), layer_names())
    contrib.slim = package("contrib.slim", slim_module(None))
    contrib.framework = framework(v1)
    contrib.losses = package("contrib.losses", slim_module("losses"))
    contrib.metrics = package("contrib.metrics", slim_module("metrics"))
    contrib.training = package("contrib.training", None, {"HParams": HParams})
    contrib.data = package("contrib.data", v1.data.experimental)
    contrib.lookup = package("contrib.lookup", v1.lookup)
    contrib.distributions = package("contrib.distributions", v1.distributions)
    contrib.seq2seq = package("contrib.seq2seq", None, {"sequence_loss": sequence_loss(v1)})
    contrib.summary = package("contrib.summary", getattr(v1, "summary", None))
    contrib.image = package("contrib.image")
    contrib.opt = package("contrib.opt")
    contrib.legacy_seq2seq = package("contrib.legacy_seq2seq", None, {"sequence_loss_by_example": by_example(v1)})
    return contrib


def package(name, source=None, extra=None):
    """A module with the public names of another one and some more."""
    made = Home("tensorflow." + name)
    made.__path__ = []
    for attribute in dir(source) if source is not None else ():
        if not attribute.startswith("_"):
            setattr(made, attribute, getattr(source, attribute))
    for attribute, value in (extra or {}).items():
        setattr(made, attribute, value)
    return made


class Home(types.ModuleType):
    """A module that explains what it lacks."""

    def __getattr__(self, name):
        raise AttributeError(f"{self.__name__}.{name} has no counterpart in the installed TensorFlow")


def slim_module(name):
    """A module of `tf_slim`, or None where that is not installed. Its attributes are not always its submodules."""
    try:
        return importlib.import_module("tf_slim" + ("." + name if name else ""))
    except ImportError:
        return None


def layer_names():
    """Layers and initializers of contrib that `tf_slim` keeps under another roof, or not at all."""
    import tensorflow.compat.v1 as v1

    return {
        "embed_sequence": embed_sequence(v1),
    }


def embed_sequence(v1):
    def embed(ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, scope=None, reuse=None, **_):
        with v1.variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
            table = v1.get_variable("embeddings", [vocab_size, embed_dim], initializer=initializer)
            return v1.nn.embedding_lookup(table, ids)

    return embed


def rnn(v1):
    """Cells and loops of `tf.contrib.rnn`."""
    made = package("contrib.rnn")
    try:
        cells = v1.nn.rnn_cell
    except AttributeError:
        return made
    for name in dir(cells):
        if not name.startswith("_"):
            setattr(made, name, getattr(cells, name))
    made.RNNCell = cells.RNNCell
    made.static_rnn = v1.nn.static_rnn
    made.static_bidirectional_rnn = v1.nn.static_bidirectional_rnn
    made.static_state_saving_rnn = v1.nn.static_state_saving_rnn
    made.core_rnn_cell = cells
    return made


def framework(v1):
    extra = {"nest": v1.nest, "sort": v1.sort, "argsort": v1.argsort}
    extra["get_or_create_global_step"] = v1.train.get_or_create_global_step
    extra["get_global_step"] = v1.train.get_global_step
    extra["create_global_step"] = v1.train.create_global_step
    slim = slim_module(None)
    if slim is not None:
        for name in ("arg_scope", "add_arg_scope", "get_variables", "get_trainable_variables", "get_model_variables"):
            extra[name] = getattr(slim, name, None)
        for name in ("assign_from_checkpoint", "assign_from_checkpoint_fn", "get_variables_to_restore"):
            extra[name] = getattr(slim, name, None)
    return package("contrib.framework", None, {k: v for k, v in extra.items() if v is not None})


def sequence_loss(v1):
    def loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True, **_):
        steps = v1.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=logits) * weights
        if average_across_timesteps and average_across_batch:
            return v1.reduce_sum(steps) / (v1.reduce_sum(weights) + 1e-12)
        if average_across_batch:
            return v1.reduce_sum(steps, axis=0) / (v1.reduce_sum(weights, axis=0) + 1e-12)
        if average_across_timesteps:
            return v1.reduce_sum(steps, axis=1) / (v1.reduce_sum(weights, axis=1) + 1e-12)
        return steps

    return loss


def by_example(v1):
    def loss(logits, targets, weights, average_across_timesteps=True, **_):
        terms = [
            v1.nn.sparse_softmax_cross_entropy_with_logits(labels=t, logits=x) * w
            for x, t, w in zip(logits, targets, weights)  # noqa: B905
        ]
        total = v1.add_n(terms)
        return total / (v1.add_n(weights) + 1e-12) if average_across_timesteps else total

    return loss


class HParams:
    """Named hyperparameters, as `tf.contrib.training.HParams` held them."""

    def __init__(self, **values):
        self._names = list(values)
        self.__dict__.update(values)

    def add_hparam(self, name, value):
        self._names.append(name)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        setattr(self, name, value)

    def values(self):
        return {name: getattr(self, name) for name in self._names}

    def get(self, name, default=None):
        return getattr(self, name, default)

    def __contains__(self, name):
        return name in self._names

    def parse(self, text):
        """Assignments of the form `name=value,...`."""
        for part in filter(None, text.split(",")):
            name, _, value = part.partition("=")
            old = getattr(self, name.strip())
            setattr(self, name.strip(), type(old)(value) if not isinstance(old, bool) else value in ("True", "true"))
        return self
