"""Reads the variables of a session, and sets their first values where the comparison needs equal ones."""

from __future__ import annotations

import numpy

from . import graphs


class GraphVariables:
    """Variables of all graphs that were seen, by name."""

    def __init__(self, recorder, run):
        self.recorder = recorder
        self.run = run
        self.graphs = []
        self.slots = {}

    def prefix(self, graph):
        """Names are unique within a graph only: later graphs get a number."""
        if not any(graph is known for known in self.graphs):
            self.graphs.append(graph)
        number = [known is graph for known in self.graphs].index(True)
        return "" if number == 0 else f"graph{number}:"

    def of(self, graph):
        """(name, variable) of every variable of the program itself."""
        prefix = self.prefix(graph)
        found = []
        for variable in graphs.all_variables(graph):
            key = prefix + variable.name
            if key not in self.slots:
                self.slots[key] = graphs.is_slot(variable)
            if not self.slots[key]:
                found.append((key, variable))
        return found

    def read(self, session):
        """Arrays of all variables that have a value."""
        pairs = self.of(session.graph)
        if not pairs:
            return {}
        try:
            values = self.run(session, [variable for _, variable in pairs])
        except Exception:
            return self.read_singly(session, pairs)
        return {name: numpy.array(value) for (name, _), value in zip(pairs, values)}  # noqa: B905

    def read_singly(self, session, pairs):
        state = {}
        for name, variable in pairs:
            try:
                state[name] = numpy.array(self.run(session, variable))
            except Exception:
                continue
        return state

    def after_initialization(self, session):
        """Keep first values of variables not met before; jitter them or take those of the other side."""
        fresh = []
        for name, variable in self.of(session.graph):
            if name not in self.recorder.variables:
                fresh.append((name, variable))
        for name, value in sorted(self.read_singly(session, fresh).items()):
            variable = dict(fresh)[name]
            partner = self.replace(session, name, variable, value)
            self.describe(session.graph, name, variable, value, partner)

    def describe(self, graph, name, variable, value, partner):
        self.recorder.variables[name] = {
            "name": name,
            "shape": list(value.shape),
            "dtype": value.dtype.name,
            "trainable": graphs.is_trainable(graph, variable),
            "local": graphs.is_local(graph, variable),
            "order": variable.initializer._id,
            "initial": self.recorder.keep("initial/" + name, value),
            "partner": partner,
        }

    def replace(self, session, name, variable, value):
        """Set another first value, if the configuration asks for it; answer whose value it is."""
        config = self.recorder.config
        if config["jitter"] and value.dtype.kind == "f":
            other, partner = jittered(value, len(self.recorder.variables)), None
        else:
            other = self.other_side(name, value) if config["initial"] else None
            partner = name
        if other is None:
            return None
        assign = variable.initializer
        self.run(session, assign, {assign.inputs[1]: other})
        value[...] = other if partner is None else value
        return partner

    def force(self, session, values):
        """Set variables to these values before a run."""
        for name, variable in self.of(session.graph):
            if name in values:
                value = values[name]
                if self.recorder.config["jitter"] and value.dtype.kind == "f":
                    value = jittered(value, len(self.recorder.events))
                assign = variable.initializer
                self.run(session, assign, {assign.inputs[1]: value})

    def other_side(self, name, value):
        with numpy.load(self.recorder.config["initial"]) as arrays:
            key = "initial/" + name
            if key in arrays.files and arrays[key].shape == value.shape and arrays[key].dtype == value.dtype:
                return arrays[key]
        return None


def jittered(value, seed):
    """The value changed by about one unit in the last place: what rounding alone may do."""
    state = numpy.random.RandomState(seed)
    step = numpy.finfo(value.dtype).eps
    return (value * (1 + step * state.uniform(-1, 1, value.shape))).astype(value.dtype)
