"""Remembers which gradients every optimizer of a graph applies, and with which operation."""

from __future__ import annotations


def install():
    """Replace `Optimizer.apply_gradients`; answer the memory of what was applied."""
    from tensorflow.python.training import optimizer

    applied = Applied()
    original = optimizer.Optimizer.apply_gradients

    def apply_gradients(self, grads_and_vars, *arguments, **options):
        pairs = list(grads_and_vars)
        operation = original(self, pairs, *arguments, **options)
        applied.remember(operation, pairs)
        return operation

    optimizer.Optimizer.apply_gradients = apply_gradients
    return applied


class Applied:
    """Gradients by the operation that applies them."""

    def __init__(self):
        self.known = []

    def remember(self, operation, pairs):
        operation = getattr(operation, "op", operation)
        if operation is None or not hasattr(operation, "control_inputs"):
            return
        taps = [(v.name, g) for g, v in pairs if g is not None and hasattr(v, "name") and not in_loop(g)]
        self.known.append((operation, taps))

    def reached_by(self, operations):
        """Those (variable name, gradient) whose application is among these operations, in order of creation."""
        return [tap for operation, taps in self.known if operation in operations for tap in taps]


def in_loop(gradient):
    """A tensor in the body of a loop or a branch cannot be fetched; what leaves a loop can."""
    tensor = getattr(gradient, "values", gradient)
    return not tensor.graph.is_fetchable(tensor)
