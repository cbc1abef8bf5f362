"""Tensors that a program makes of arrays for one call of a step: making them is a part of the step's time.

A session is fed arrays and converts them; a step may be called with `tf.constant(array)`, and by then the work is done.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

Run = Callable[[], object]


class MadeTensors:
    """Watches `tf.constant`. What is given to a second call was not made for one: it stays as it is."""

    def __init__(self) -> None:
        import tensorflow as tf

        self.original = tf.constant
        self.recent: dict[int, tuple[Any, Run]] = {}
        self.given: dict[int, Any] = {}
        tf.constant = self.watched()

    def watched(self) -> Callable[..., Any]:
        original, recent = self.original, self.recent

        @functools.wraps(original)
        def constant(*arguments: Any, **options: Any) -> Any:
            made = original(*arguments, **options)
            recent[id(made)] = (made, functools.partial(original, *arguments, **options))
            return made

        return constant

    def with_making(self, run: Run) -> Run:
        """The call of a step, which first makes the tensors that were made for it."""
        body = run.args[-1] if isinstance(run, functools.partial) and run.args else None
        if not isinstance(body, functools.partial):
            return run
        makers = [self.maker(argument) for argument in body.args]
        self.recent.clear()
        if not any(makers):
            return run

        def made_and_run() -> object:
            tensors = (make() if make else given for make, given in zip(makers, body.args, strict=True))
            return run.func(*run.args[:-1], functools.partial(body.func, *tensors, **body.keywords))

        return made_and_run

    def maker(self, argument: Any) -> Run | None:
        known = self.recent.get(id(argument))
        if known is None or id(argument) in self.given:
            return None
        self.given[id(argument)] = argument
        return known[1]
