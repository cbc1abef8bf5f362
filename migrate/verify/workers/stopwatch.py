"""Times every run or call of a step and looks at nothing else."""

from __future__ import annotations

import functools
import time

from . import frames, graphs

SECONDS = 20
ENOUGH = 10


def install(recorder, side):
    """Time `Session.run` on the old side; on the new side calls of functions, and runs if it still has some."""
    time_sessions(recorder)
    if side == "new":
        time_functions(recorder)


def time_sessions(recorder):
    from tensorflow.python.client import session

    original = session.BaseSession.run
    known = {}

    @functools.wraps(original)
    def run(self, fetches, *arguments, **options):
        place = frames.user_place(recorder.config["root"])
        if place is None:
            return original(self, fetches, *arguments, **options)
        key = (place["file"], place["line"], place["column"])
        if key not in known:
            known[key] = step_of(recorder, self.graph, fetches, place)
        step = known[key]
        if step is None:
            return original(self, fetches, *arguments, **options)
        return measure(recorder, step, functools.partial(original, self, fetches, *arguments, **options))

    session.BaseSession.run = run


def step_of(recorder, graph, fetches, place):
    """The step that this run site belongs to; None for an initialization or a run that became none."""
    single = graphs.leaves(fetches)
    matched = recorder.sites.match(place, len(single))
    if matched is not None:
        return matched[0]
    operations = [operation for fetch in single for operation in graphs.elements(graph, fetch)]
    if recorder.sites.known or graphs.is_initialization(operations, graphs.all_variables(graph)):
        return None
    return "{file}:{line}".format(**place)


def time_functions(recorder):
    from tensorflow.python.eager import context
    from tensorflow.python.eager.polymorphic_function import polymorphic_function

    from . import functions

    function = polymorphic_function.Function
    initialize, call, concrete = function.__init__, function.__call__, function.get_concrete_function
    running = []

    @functools.wraps(initialize)
    def __init__(self, python_function, name, *arguments, **options):
        inner = functions.innermost(python_function)
        of_user = functions.source_of(recorder.config["root"], inner) is not None
        self._tfmigrate_step = inner.__name__ if of_user else None
        initialize(self, python_function, name, *arguments, **options)

    def timed(step, body):
        if step is None or running or not context.executing_eagerly():
            return body()
        return measure(recorder, step, functools.partial(alone, body))

    def alone(body):
        running.append(body)
        try:
            result = body()
            wait_for(result)
            return result
        finally:
            running.pop()

    class Timed(functions.Concrete):
        def __call__(self, *arguments, **options):
            return timed(self._step, functools.partial(self._concrete, *arguments, **options))

    @functools.wraps(concrete)
    def get_concrete_function(self, *arguments, **options):
        return Timed(None, self._tfmigrate_step, concrete(self, *arguments, **options))

    function.__init__ = __init__
    function.__call__ = functools.wraps(call)(
        lambda self, *a, **k: timed(self._tfmigrate_step, functools.partial(call, self, *a, **k))
    )
    function.get_concrete_function = get_concrete_function


def wait_for(result):
    """On a GPU a call returns before its kernels are done: ask for the values, as `Session.run` did."""
    from . import functions

    for leaf in functions.leaves(result):
        functions.array_of(leaf)


def measure(recorder, step, run):
    """One run of a step, timed."""
    begin(recorder)
    start = time.perf_counter()
    result = run()
    recorder.times.append([step, time.perf_counter() - start])
    return result


def begin(recorder):
    spent = time.perf_counter() - recorder.started
    if len(recorder.times) >= recorder.config["limit"] or (spent > SECONDS and len(recorder.times) >= ENOUGH):
        recorder.leave({"status": "limit"})
