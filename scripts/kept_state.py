"""Reads all variables of a program, and gives them the values back that they had then."""

from __future__ import annotations

from typing import Any

Values = list[tuple[Any, Any]]


class Sessions:
    """The old side: every session that ran a step. None of them closes, so that its runs can be repeated."""

    def __init__(self, graphs: Any) -> None:
        from tensorflow.python.client import session

        self.graphs = graphs
        self.run = session.BaseSession.run
        self.values: list[tuple[Any, Values]] | None = None
        self.known: dict[int, Any] = {}
        session.BaseSession.close = lambda _: None

    def meet(self, session: Any) -> None:
        self.known[id(session)] = session

    def read(self, session: Any) -> Values:
        found = []
        for variable in self.graphs.all_variables(session.graph):
            try:
                found.append((variable.initializer, self.run(session, variable)))
            except Exception:  # it never got a value
                continue
        return found

    def restore(self) -> None:
        """The first time, remember the values."""
        if self.values is None:
            self.values = [(session, self.read(session)) for session in self.known.values()]
        for session, pairs in self.values:
            if pairs:
                self.run(session, [assign for assign, _ in pairs], {a.inputs[1]: value for a, value in pairs})


class Objects:
    """The new side: every variable that is made, those of optimizers and random generators too."""

    def __init__(self) -> None:
        import tensorflow as tf

        self.variables: list[Any] = []
        self.values: Values | None = None
        self.scope = tf.variable_creator_scope(self.create)
        self.scope.__enter__()

    def create(self, next_creator: Any, **options: Any) -> Any:
        self.variables.append(next_creator(**options))
        return self.variables[-1]

    def read(self) -> Values:
        found = []
        for variable in self.variables:
            try:
                found.append((variable, variable.numpy()))
            except Exception:  # it belongs to a graph that is gone, or never got a value
                continue
        return found

    def restore(self) -> None:
        """The first time, remember the values."""
        if self.values is None:
            self.values = self.read()
        for variable, value in self.values:
            variable.assign(value)
