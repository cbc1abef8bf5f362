"""Looks at every `Session.run` of the user: what was fetched, what came back, gradients, variables.

Serves the old program, and a migrated one that still runs in graph mode.
"""

from __future__ import annotations

import functools
import threading

import numpy

from . import frames, graph_gradients, graph_variables, graphs


def install(recorder):
    """Replace `BaseSession.run`, `make_callable` and `close`; watch optimizers."""
    from tensorflow.python.client import session

    watch = Watch(recorder, session.BaseSession.run, graph_gradients.install())
    session.BaseSession.run = watch.method(watch.run)
    session.BaseSession.make_callable = watch.method(watch.make_callable)
    close = session.BaseSession.close

    def close_after_look(self):
        watch.before_close(self)
        close(self)

    session.BaseSession.close = close_after_look
    recorder.readers.append(watch.read_open_sessions)


class Watch:
    """The replaced methods, and what they remember between calls."""

    def __init__(self, recorder, original, applied):
        self.recorder = recorder
        self.original = original
        self.applied = applied
        self.variables = graph_variables.GraphVariables(recorder, original)
        self.busy = threading.local()
        self.reach = {}
        self.sessions = {}

    def method(self, function):
        """A method of a session that passes the session and every argument to `function`."""

        @functools.wraps(function)
        def call(session, *arguments, **options):
            return function(session, *arguments, **options)

        return call

    def make_callable(self, session, fetches, feed_list=None, accept_options=False):
        """A callable that goes through `run`, as the library's own does not."""
        names = list(feed_list or [])

        def call(*values, **options):
            return session.run(fetches, dict(zip(names, values)), **options)  # noqa: B905

        return call

    def run(self, session, fetches, feed_dict=None, options=None, run_metadata=None):
        """One run: initialization, a run of the program, or something in between that is none of our business."""
        if getattr(self.busy, "on", False):
            return self.original(session, fetches, feed_dict, options, run_metadata)
        self.busy.on = True
        try:
            self.sessions[id(session)] = session
            return self.look(session, fetches, (feed_dict, options, run_metadata))
        finally:
            self.busy.on = False

    def look(self, session, fetches, rest):
        graph = session.graph
        place = frames.user_place(self.recorder.config["root"], 3)
        wanted = user_fetches(fetches)
        single = graphs.leaves(wanted)
        operations = [op for fetch in single for op in graphs.elements(graph, fetch)]
        matched = self.recorder.sites.match(place, len(single)) if place is not None else None
        if matched is None and graphs.is_initialization(operations, graphs.all_variables(graph)):
            return self.initialize(session, fetches, rest, operations)
        counts = place is not None and (matched is not None or not self.recorder.sites.known)
        if not counts:
            return self.pass_by(session, fetches, rest, operations, place)
        return self.observe(session, fetches, rest, (place, matched or ("run", 0), wanted, operations))

    def reached(self, graph, operations):
        key = (id(graph), tuple(op.name for op in operations))
        if key not in self.reach:
            self.reach[key] = graphs.reached(operations)
        return self.reach[key]

    def number_draws(self, graph, operations):
        draws = self.recorder.draws
        known = draws.operations
        draws.begin_outside([known[op] for op in self.reached(graph, operations) if op in known])

    def initialize(self, session, fetches, rest, operations):
        """First values: keep them, and put others in their place if the configuration says so."""
        self.number_draws(session.graph, operations)
        result = self.original(session, fetches, *rest)
        self.variables.after_initialization(session)
        return result

    def pass_by(self, session, fetches, rest, operations, place):
        """A run that no step stands for: only its draws are looked after."""
        self.number_draws(session.graph, operations)
        if place is not None:
            self.recorder.skipped += 1
        return self.original(session, fetches, *rest)

    def observe(self, session, fetches, rest, what):
        """A run of the program: fetch the gradients beside it, keep everything, give back only what was asked for."""
        place, (step, site), wanted, operations = what
        call = self.recorder.begin(step)
        looks = self.recorder.wants_state()
        before = self.variables.read(session) if looks else None
        self.variables.force(session, self.recorder.forced_values(step, call))
        taps = self.applied.reached_by(self.reached(session.graph, operations))
        try:
            result, extra = self.original(session, [fetches, [gradient for _, gradient in taps]], *rest)
        except BaseException:
            self.recorder.sites.calls[step] = call
            raise
        finally:
            self.recorder.end()
        outputs = [
            None if is_summary(session.graph, fetch) else value
            for fetch, value in zip(graphs.leaves(wanted), graphs.paired_leaves(wanted, user_fetches(result)))  # noqa: B905
        ]
        states = (before, self.variables.read(session) if looks else None)
        names = [str(getattr(fetch, "name", fetch)) for fetch in graphs.leaves(wanted)]
        self.recorder.add(
            step, call, outputs, gather(taps, extra), states, site=site, place=place, names=names, feeds=sizes(rest[0])
        )
        return result

    def before_close(self, session):
        """The last look at the variables of a session."""
        if self.sessions.pop(id(session), None) is None or getattr(self.busy, "on", False):
            return
        self.busy.on = True
        try:
            self.recorder.remember_state("final", self.variables.read(session))
        except Exception as error:
            self.recorder.note(f"variables could not be read: {str(error)[:200]}")
        finally:
            self.busy.on = False

    def read_open_sessions(self):
        """Variables of every session that is still open."""
        self.busy.on = True
        state = {}
        for session in list(self.sessions.values()):
            if not session._closed:
                state.update(self.variables.read(session))
        return state


def user_fetches(structure):
    """A monitored session adds fetches of its hooks around those of the caller."""
    if isinstance(structure, dict) and "caller" in structure:
        return structure["caller"]
    return structure


def gather(taps, values):
    """Gradient arrays by variable name; a second gradient of one variable in the same run gets a number."""
    gathered = {}
    for (name, _), value in zip(taps, values):  # noqa: B905
        number = sum(1 for known in gathered if known.split("@")[0] == name)
        gathered[name if number == 0 else f"{name}@{number}"] = dense(value)
    return gathered


def dense(value):
    """Slices of a gradient as the whole array, duplicates added up."""
    if not hasattr(value, "indices"):
        return value
    whole = numpy.zeros([int(size) for size in value.dense_shape], value.values.dtype)
    numpy.add.at(whole, value.indices, value.values)
    return whole


def is_summary(graph, fetch):
    """Serialized summaries are not numbers that can be compared."""
    return any("Summary" in operation.type for operation in graphs.elements(graph, fetch))


def sizes(feeds):
    """Largest leading dimension of what is fed: how many examples a mean is taken over."""
    shapes = [numpy.shape(value) for value in (feeds or {}).values() if hasattr(value, "__len__")]
    return max([shape[0] for shape in shapes if shape] or [1])
