"""Looks at every call of a `tf.function` of the user: results, gradients, variables."""

from __future__ import annotations

import functools

import numpy

from . import frames


def install(recorder):
    """Replace the methods of the class behind `tf.function`, and the optimizers' application of gradients."""
    from tensorflow.python.eager import context
    from tensorflow.python.eager.polymorphic_function import autograph_util, polymorphic_function

    watch = Watch(recorder, autograph_util, context)
    function = polymorphic_function.Function
    function.__init__ = watch.wrap_init(function.__init__)
    function.__call__ = watch.wrap_call(function.__call__)
    function.get_concrete_function = watch.wrap_concrete(function.get_concrete_function)
    install_taps(watch)


def install_taps(watch):
    from keras.src.optimizers import base_optimizer
    from tensorflow.python.training import optimizer

    apply = base_optimizer.BaseOptimizer.apply
    apply_v1 = optimizer.Optimizer.apply_gradients

    @functools.wraps(apply)
    def apply_keras(self, grads, trainable_variables=None):
        grads = list(grads)
        variables = self._trainable_variables if trainable_variables is None else list(trainable_variables)
        watch.tap(grads, variables)
        return apply(self, grads, None if trainable_variables is None else variables)

    @functools.wraps(apply_v1)
    def apply_old(self, grads_and_vars, *arguments, **options):
        pairs = list(grads_and_vars)
        watch.tap([g for g, _ in pairs], [v for _, v in pairs])
        return apply_v1(self, pairs, *arguments, **options)

    base_optimizer.BaseOptimizer.apply = apply_keras
    optimizer.Optimizer.apply_gradients = apply_old


class Watch:
    """The replaced methods, and the taps of the functions that are being traced."""

    def __init__(self, recorder, autograph_util, context):
        self.recorder = recorder
        self.autograph_util = autograph_util
        self.context = context
        self.tracing = []
        self.running = False

    def wrap_init(self, original):
        @functools.wraps(original)
        def __init__(function, python_function, name, *arguments, **options):
            inner = innermost(python_function)
            function._tfmigrate_step = None
            file = source_of(self.recorder.config["root"], inner)
            if file is not None:
                if options.get("jit_compile"):
                    options["jit_compile"] = None
                    self.recorder.note("jit_compile was switched off for the comparison")
                if not is_tapped(python_function):
                    python_function, options = self.tapped(python_function, options)
                function._tfmigrate_step = inner.__name__
            original(function, python_function, name, *arguments, **options)

        return __init__

    def tapped(self, python_function, options):
        """The function, returning its result together with the gradients applied while it was traced."""
        convert = options.get("autograph", True)
        body = python_function
        if convert:
            body = self.converted(python_function, options.get("experimental_autograph_options"))

        @functools.wraps(python_function)
        def traced(*arguments, **named):
            from tensorflow.python.framework import ops

            step = innermost(python_function).__name__
            self.recorder.traces[step] = self.recorder.traces.get(step, 0) + 1
            self.tracing.append((ops.get_default_graph(), {}))
            try:
                result = body(*arguments, **named)
            finally:
                taps = self.tracing.pop()[1]
            return result, taps

        traced._tfmigrate_tapped = True
        return traced, dict(options, autograph=False)

    def converted(self, python_function, options):
        """The function as AutoGraph makes it, callable where AutoGraph is switched off around it."""
        from tensorflow.python.autograph.core import ag_ctx

        body = self.autograph_util.py_func_from_autograph(python_function, options)

        def call(*arguments, **named):
            with ag_ctx.ControlStatusCtx(status=ag_ctx.Status.UNSPECIFIED):
                return body(*arguments, **named)

        return call

    def wrap_call(self, original):
        @functools.wraps(original)
        def __call__(function, *arguments, **options):
            if function._tfmigrate_step is None:
                return original(function, *arguments, **options)
            return self.called(function._tfmigrate_step, functools.partial(original, function, *arguments, **options))

        return __call__

    def wrap_concrete(self, original):
        @functools.wraps(original)
        def get_concrete_function(function, *arguments, **options):
            concrete = original(function, *arguments, **options)
            if function._tfmigrate_step is None:
                return concrete
            return Concrete(self, function._tfmigrate_step, concrete)

        return get_concrete_function

    def is_event(self, step):
        """Where the plan names steps, other functions are the program's own affair."""
        return not self.recorder.sites.known or step in self.recorder.sites.names

    def called(self, step, call):
        """One call: the outermost one is an event, those inside hand their taps on."""
        if self.running or not self.context.executing_eagerly() or not self.is_event(step):
            result, taps = call()
            if self.tracing:
                self.forward(taps)
            return result
        return self.event(step, call)

    def forward(self, taps):
        known = self.tracing[-1][1]
        for key in sorted(taps):
            known[numbered(len(known), key.split("|", 1)[1])] = taps[key]

    def event(self, step, call):
        self.running = True
        number = self.recorder.begin(step)
        looks = self.recorder.wants_state()
        before = self.recorder.created.read() if looks else None
        self.recorder.created.force(self.recorder.forced_values(step, number))
        try:
            result, taps = call()
        except BaseException:
            self.recorder.sites.calls[step] = number
            raise
        finally:
            self.running = False
            self.recorder.end()
        outputs = [array_of(leaf) for leaf in leaves(result)]
        states = (before, self.recorder.created.read() if looks else None)
        place = frames.user_place(self.recorder.config["root"])
        self.recorder.add(step, number, outputs, gather(taps), states, site=0, place=place, names=[], feeds=1)
        return result

    def tap(self, gradients, variables):
        """Gradients are being applied: keep them among the outputs of the function that is being traced."""
        from tensorflow.python.framework import ops

        if not self.tracing:
            return
        graph, taps = self.tracing[-1]
        if graph is not ops.get_default_graph():
            self.recorder.note("gradients applied inside a loop or branch were not compared")
            return
        for gradient, variable in zip(gradients, variables):  # noqa: B905
            key = self.recorder.created.key_of(variable)
            if gradient is not None and key is not None:
                taps[numbered(len(taps), key)] = ops.convert_to_tensor(gradient)


class Concrete:
    """A concrete function whose calls are seen, and whose taps are kept from the user."""

    autograph_info__ = None  # AutoGraph leaves alone what has this attribute

    def __init__(self, watch, step, concrete):
        self._watch, self._step, self._concrete = watch, step, concrete

    def __call__(self, *arguments, **options):
        return self._watch.called(self._step, functools.partial(self._concrete, *arguments, **options))

    def __getattr__(self, name):
        return getattr(self._concrete, name)


def numbered(position, key):
    """A name for a tap that sorts by the order of application."""
    return f"{position:04d}|{key}"


def innermost(function):
    """The user's function below decorators and bound methods."""
    while True:
        inner = getattr(function, "__wrapped__", None) or getattr(function, "__func__", None)
        if inner is None:
            inner = getattr(function, "func", None) if isinstance(function, functools.partial) else None
        if inner is None:
            return function
        function = inner


def is_tapped(function):
    while function is not None:
        if getattr(function, "_tfmigrate_tapped", False):
            return True
        function = getattr(function, "__wrapped__", None) or getattr(function, "__func__", None)
    return False


def source_of(root, function):
    code = getattr(function, "__code__", None)
    return frames.relative(root, code.co_filename) if code is not None else None


def leaves(result):
    """Returned values in the order in which they are written."""
    if isinstance(result, dict):
        return [leaf for value in result.values() for leaf in leaves(value)]
    if isinstance(result, (list, tuple)):
        return [leaf for value in result for leaf in leaves(value)]
    return [result]


def array_of(value):
    if hasattr(value, "numpy"):
        try:
            return value.numpy()
        except Exception:
            return None
    return numpy.asarray(value) if isinstance(value, (bool, int, float, numpy.generic, numpy.ndarray)) else None


def gather(taps):
    """Gradient arrays by variable; a second gradient of one variable in the same run gets a number."""
    gathered = {}
    for key in sorted(taps):
        name = key.split("|", 1)[1]
        number = sum(1 for known in gathered if known.split("@")[0] == name)
        gathered[name if number == 0 else f"{name}@{number}"] = numpy.array(taps[key].numpy())
    return gathered
