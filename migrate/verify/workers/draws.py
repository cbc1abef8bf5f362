"""Random values as a function of the run (step and call), the distribution, shape and dtype: equal on both sides.

Draws of one run that agree in all of these share their values, so their order does not matter; what the new program
draws beyond the old one's number is fresh, so that evaluating a noisy tensor twice is seen.
"""

from __future__ import annotations

import threading
import zlib

import numpy


class Draws:
    """Hands out the values, and counts what was drawn. `key` names the run that is going on."""

    def __init__(self, seed, counts):
        self.seed = seed
        self.expected = counts
        self.drawn = {}
        self.key = None
        self.ranks = {}
        self.outside = {}
        self.tokens = 0
        self.operations = {}
        self.lock = threading.Lock()

    def new_token(self):
        """A number for an operation that draws, in order of creation."""
        self.tokens += 1
        return self.tokens

    def values(self, kind, token, shape, dtype, parameters=()):
        """The values of one draw."""
        shape = tuple(int(size) for size in shape)
        what = sort_of_draw(kind, shape, dtype)
        name = f"{self.seed}|{what}|{self.position(what, token)}"
        state = numpy.random.RandomState(zlib.crc32(name.encode()) & 0xFFFFFFFF)
        return SAMPLERS[kind](state, shape, dtype, *parameters)

    def position(self, what, token):
        """Which draw of its sort is this?"""
        with self.lock:
            if self.key is not None and token is not None:
                slot = f"{self.key}|{what}"
                number = self.drawn.get(slot, 0)
                self.drawn[slot] = number + 1
                surplus = self.expected is not None and number >= self.expected.get(slot, number + 1) > 0
                return f"{self.key}|{number if surplus else 0}"
            if token in self.ranks:
                return f"outside|{self.ranks[token]}"
            number = self.outside.get(what, 0)
            self.outside[what] = number + 1
            return f"outside|{number}"

    def begin_outside(self, tokens):
        """A run that belongs to no step will evaluate these draws (token, sort): number them in order of creation."""
        with self.lock:
            self.ranks = {}
            for token, what in sorted(tokens):
                number = self.outside.get(what, 0)
                self.outside[what] = number + 1
                self.ranks[token] = number


def sort_of_draw(kind, shape, dtype):
    """Distribution, shape and dtype in one word; `shape` is None where it is not known before the run."""
    sizes = "?" if shape is None else "x".join(str(int(size)) for size in shape)
    return f"{kind}|{sizes}|{numpy.dtype(dtype).name}"


def uniform(state, shape, dtype):
    values = state.random_sample(shape).astype(dtype)
    return numpy.minimum(values, numpy.nextafter(numpy.asarray(1, dtype), numpy.asarray(0, dtype)), dtype=dtype)


def normal(state, shape, dtype):
    return numpy.asarray(state.standard_normal(shape), dtype)


def truncated(state, shape, dtype):
    values = numpy.asarray(state.standard_normal(shape))
    while True:
        far = numpy.abs(values) > 2
        if not far.any():
            return numpy.asarray(values, dtype)
        values = numpy.where(far, state.standard_normal(values.shape), values)


def integers(state, shape, dtype, low, high):
    span = numpy.asarray(high, numpy.float64) - numpy.asarray(low, numpy.float64)
    return (numpy.floor(state.random_sample(shape) * span) + low).astype(dtype)


def full_integers(state, shape, dtype):
    count = int(numpy.prod(shape, dtype=numpy.int64)) * numpy.dtype(dtype).itemsize
    return numpy.frombuffer(state.bytes(count), dtype).reshape(shape)


def choices(state, shape, dtype, logits):
    """Categorical draws by inverting the cumulative distribution of each row."""
    rows = numpy.asarray(logits, numpy.float64)
    weights = numpy.exp(rows - rows.max(axis=1, keepdims=True))
    cumulative = numpy.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)
    points = state.random_sample(shape)
    picked = (points[:, :, None] > cumulative[:, None, :]).sum(axis=2)
    return numpy.minimum(picked, rows.shape[1] - 1).astype(dtype)


def gamma(state, shape, dtype, alpha):
    return numpy.asarray(state.standard_gamma(numpy.broadcast_to(alpha, shape)), dtype)


def poisson(state, shape, dtype, rate):
    return numpy.asarray(state.poisson(numpy.broadcast_to(rate, shape)), dtype)


def permutation(state, shape, dtype):
    return state.permutation(shape[0]).astype(dtype)


def log_uniform(state, shape, dtype, span):
    """Distinct candidates with P(c) = log((c + 2) / (c + 1)) / log(span + 1); the last number: how many were tried."""
    found = {}
    tries = 0
    while len(found) < shape[0] - 1:
        tries += 1
        candidate = int(numpy.exp(state.random_sample() * numpy.log(span + 1.0))) - 1
        found.setdefault(min(max(candidate, 0), int(span) - 1), None)
    return numpy.array([*found, tries], dtype)


SAMPLERS = {
    "uniform": uniform,
    "normal": normal,
    "truncated": truncated,
    "integers": integers,
    "full_integers": full_integers,
    "choices": choices,
    "gamma": gamma,
    "poisson": poisson,
    "permutation": permutation,
    "log_uniform": log_uniform,
}
