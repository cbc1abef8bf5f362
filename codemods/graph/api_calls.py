"""The value of a call of a TensorFlow symbol, by its stage in the tables."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import replace

from codemods.analysis.arguments import bind
from codemods.api import table
from codemods.api.context import collects, has_trait
from codemods.api.native import refusal
from codemods.api.recurrent import recurrent
from codemods.api.table import Stage
from codemods.graph import values
from codemods.graph.averages import call_averages
from codemods.graph.cells import call_recurrent
from codemods.graph.control import call_control
from codemods.graph.creations import create_layer, create_optimizer, create_variable, text_of
from codemods.graph.datasets import call_dataset
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.metrics import call_metric
from codemods.graph.program import Assign, Input
from codemods.graph.queries import query
from codemods.graph.regularizers import make_regularizer
from codemods.graph.run_effects import happens, is_at_run
from codemods.graph.savers import call_saver
from codemods.graph.sizes import sizes_of
from codemods.graph.static_shapes import shaped
from codemods.graph.summaries import call_summary
from codemods.graph.tensor_collections import note_loss
from codemods.graph.values import Kind, Value, computed, lateness, parts
from codemods.source.tree import names_in

_INITIALIZERS = frozenset({"tf.global_variables_initializer", "tf.local_variables_initializer",
                           "tf.variables_initializer", "tf.tables_initializer"})  # fmt: skip


def call_api(build: Evaluation, node: ast.Call, api: str) -> Value:
    """The value of calling a TensorFlow symbol."""
    api = table.canonical(api)
    if not api.startswith("tf.summary.") and not has_trait("variable_makers", api):
        _take_name(build, node, api)
    row = recurrent(api)
    if row is not None:
        return call_recurrent(build, node, row)
    if has_trait("variable_makers", api):
        return create_variable(build, node, api)
    if table.layer(api) is not None:
        return create_layer(build, node, api)
    if table.optimizer(api) is not None:
        return create_optimizer(build, node, api)
    if table.initializer(api) is not None:
        late = computed(_arguments(build, node))
        return Value(Kind.PYTHON, api=api) if late.kind <= Kind.CONSTANT else late
    if api.startswith("tf.examples."):
        return computed(_arguments(build, node))
    if api == "tf.no_op":
        return values.UPDATE
    if api == "tf.group":
        return _group(build, node)
    for handle in (call_metric, call_summary, call_dataset, call_saver, call_averages, make_regularizer):
        known = handle(build, node, api)
        if known is not None:
            return known
    symbol = table.symbol(api)
    if symbol is None or symbol.stage == Stage.OTHER:
        _arguments(build, node)
        return _unknown(build, node, api)
    if api in _SWITCHES and not node.args and not node.keywords:
        return Value(Kind.SESSION, api=api)
    if api in _GRADIENTS:
        return _gradients(build, node, api)
    refused = refusal(build.names, node.func, node)
    if refused is not None:
        _arguments(build, node)
        kind = next((kind for prefix, kind in _FAMILIES if api.startswith(prefix)), "no-native-equivalent")
        return build.note(kind, node, api, refused)
    return _BY_STAGE[symbol.stage](build, node, api)


def _take_name(build: Evaluation, node: ast.Call, api: str) -> None:
    """What the operation is called, where the program says it; losses and metrics are called as their functions."""
    if collects(api) or api.startswith("tf.metrics."):
        build.op_names.take(api.rsplit(".", 1)[-1])
        build.op_names.take(f"{api.rsplit('.', 1)[-1]}_loss")
    symbol = table.symbol(api)
    by_position = zip((symbol.parameters if symbol is not None else None) or (), node.args, strict=False)
    for name, value in [*by_position, *((each.arg, each.value) for each in node.keywords)]:
        literal = text_of(value) if name in ("name", "scope") else None
        if literal is not None:
            build.op_names.take(literal, None if build.functions or build.builders or build.looped else node)


def _arguments(build: Evaluation, node: ast.Call) -> list[Value]:
    found = [evaluate(build, each.value if isinstance(each, ast.Starred) else each) for each in node.args]
    return found + [evaluate(build, keyword.value) for keyword in node.keywords]


_SWITCHES = frozenset({"tf.disable_v2_behavior", "tf.disable_eager_execution", "tf.enable_resource_variables"})
_FAMILIES = (
    ("tf.summary.", "summary"),
    ("tf.train.Saver", "saver"),
    ("tf.data.", "dataset-iterator"),
    ("tf.metrics.", "metrics-state"),
    ("tf.contrib.framework.arg_scope", "arg-scope"),
    ("tf.contrib.", "contrib-gone"),
    ("tf.train.ExponentialMovingAverage", "moving-average"),
    ("tf.train.start_queue_runners", "queue-runner"),
)


_GRADIENTS = {"tf.gradients": ("ys", "xs", "grad_ys", "name"), "tf.hessians": ("ys", "xs")}


def _gradients(build: Evaluation, node: ast.Call, api: str) -> Value:
    """Symbolic gradients stay as they are: inside of a `tf.function` they mean what they meant in a graph."""
    bound = bind(node, _GRADIENTS[api])
    _arguments(build, node)
    if bound is None or build.functions:
        return build.note("no-native-equivalent", node, api, "with these arguments")
    return Value(Kind.PYTHON, element=values.TENSOR, sequence="list")


def _unknown(build: Evaluation, node: ast.Call, api: str) -> Value:
    kind = next((kind for prefix, kind in _FAMILIES if api.startswith(prefix)), "unknown-api")
    return build.note(kind, node, api)


def _state(build: Evaluation, node: ast.Call, api: str) -> Value:
    _arguments(build, node)
    return _unknown(build, node, api)


def _python(build: Evaluation, node: ast.Call, api: str) -> Value:
    return computed(_arguments(build, node))


def _tensor(build: Evaluation, node: ast.Call, api: str) -> Value:
    given = _arguments(build, node)
    if has_trait("sparse_gradients", api) and any(lateness(value) == Kind.VARIABLE for value in given):
        build.record.sparse = True
    if any(part.kind == Kind.UPDATE for value in given for part in parts(value)):
        return build.note("control-flow-in-graph", node, api, "the result of an update is used")
    result = computed(given)
    if collects(api):
        note_loss(build, node, result)
    if api == "tf.math.top_k" and result.kind == Kind.TENSOR:
        return Value(Kind.PYTHON, items=(values.TENSOR, values.TENSOR), sequence="tuple", api=values.STRUCTURE)
    if has_trait("decays", api) and result.kind == Kind.TENSOR:
        return Value(Kind.TENSOR, api=values.DECAY)
    made = _shaped(build, node, api, given, values.CONSTANT if result.kind <= Kind.CONSTANT else result)
    return replace(made, api=values.VIEW) if given and _is_buffer(given[0]) and has_trait("views", api) else made


def _is_buffer(value: Value) -> bool:
    """Whether it is a variable, or shares the buffer of one."""
    plain = value.items is None and value.element is None
    return plain and (value.kind == Kind.VARIABLE or value.api == values.VIEW)


def _shaped(build: Evaluation, node: ast.Call, api: str, given: Sequence[Value], value: Value) -> Value:
    """The result with its static shape, where the program reads shapes."""
    symbol = table.symbol(api) if build.sized else None
    bound = bind(node, symbol.parameters or ()) if symbol is not None else None
    if bound is None:
        return value
    by_argument = dict(zip([*node.args, *(each.value for each in node.keywords)], given, strict=True))
    return shaped(build, value, api, bound, {name: by_argument[each] for name, each in bound.items()})


def _random(build: Evaluation, node: ast.Call, api: str) -> Value:
    build.record.random = True
    given = _arguments(build, node)
    return _shaped(build, node, api, given, computed([values.RANDOM, *given]))


def _input(build: Evaluation, node: ast.Call, api: str) -> Value:
    if api == "tf.placeholder_with_default":
        return _input_with_default(build, node, api)
    bound = bind(node, ("dtype", "shape", "name"))
    if api != "tf.placeholder" or bound is None:
        _arguments(build, node)
        return build.note("unknown-api", node, api)
    if build.functions:
        return build.note("foreign-builder", node, api, "a placeholder is made inside of a function")
    found = {name: evaluate(build, expression) for name, expression in bound.items()}
    if any(lateness(each) in values.PER_RUN for each in found.values()):
        return build.note("tensor-escapes", node, api, "its shape depends on a tensor")
    build.record.inputs.append(Input(-1, node, bound.get("shape"), bound.get("dtype")))
    shape = sizes_of(found["shape"]) if build.sized and "shape" in found else None
    return Value(Kind.INPUT, site=node, shape=shape)


def _input_with_default(build: Evaluation, node: ast.Call, api: str) -> Value:
    bound = bind(node, ("input", "shape", "name"))
    default = (bound or {}).get("input")
    if bound is None or build.functions or default is None or not _is_default(build, default):
        return build.note("no-native-equivalent", node, api, "its default is not a literal")
    build.record.inputs.append(Input(-1, node, bound.get("shape"), None, default))
    return Value(Kind.INPUT, site=node)


def _is_default(build: Evaluation, default: ast.expr) -> bool:
    """Whether it is a literal, or the name of a tensor that stays the same."""
    if not isinstance(default, ast.Name):
        return isinstance(default, ast.Constant)
    same = [each for each in names_in(build.module) if each.id == default.id and not isinstance(each.ctx, ast.Load)]
    return len(same) == 1 and evaluate(build, default).kind == Kind.CONSTANT


def _update(build: Evaluation, node: ast.Call, api: str) -> Value:
    given = _arguments(build, node)
    symbol = table.symbol(api)
    bound = bind(node, symbol.parameters or ()) if symbol is not None else None
    assigns = has_trait("assigns", api) or has_trait("scatters", api)
    if not assigns or bound is None or set(bound) - {"ref", "value", "indices", "updates", "name"}:
        return build.note("unknown-api", node, api)
    if lateness(given[0]) != Kind.VARIABLE:
        return build.note("unknown-api", node, api, "what is assigned to is not known to be a variable")
    build.record.assigns.append(Assign(node))
    return values.UPDATE


def _query(build: Evaluation, node: ast.Call, api: str) -> Value:
    return query(build, node, api)


def _driver(build: Evaluation, node: ast.Call, api: str) -> Value:
    _arguments(build, node)
    if api in _INITIALIZERS:
        return Value(Kind.INIT, api=api)
    if api.endswith("set_random_seed"):
        build.seeded = True
        return values.PYTHON
    if api == "tf.get_default_session":
        return Value(Kind.SESSION, api=api)
    session = has_trait("sessions", api)
    build.sessions += session
    if session or api in ("tf.ConfigProto", "tf.GPUOptions"):
        return Value(Kind.SESSION, api=api)
    if api == "tf.reset_default_graph":
        if build.all_variables or build.environment_has_tensors():
            return build.note("several-graphs", node, api)
        return Value(Kind.SESSION, api=api)
    if api in ("tf.Graph", "tf.get_default_graph"):
        return (
            build.note("several-graphs", node, api) if api == "tf.get_default_graph" else Value(Kind.SESSION, api=api)
        )
    return build.note("queue-runner" if "queue" in api.lower() else "unknown-api", node, api)


def _scope(build: Evaluation, node: ast.Call, api: str) -> Value:
    kinds = {"tf.variable_scope": "variable-scope-dynamic", "tf.control_dependencies": "control-dependencies"}
    return build.note(kinds.get(api, "control-flow-in-graph"), node, api)


def _effect(build: Evaluation, node: ast.Call, api: str) -> Value:
    _arguments(build, node)
    if is_at_run(build, api):
        return happens(build, node, api)
    kind = next((kind for prefix, kind in _FAMILIES if api.startswith(prefix)), "python-effect-in-graph-code")
    return build.note(kind, node, api)


def _group(build: Evaluation, node: ast.Call) -> Value:
    given = _arguments(build, node)
    kinds = {part.kind for value in given for part in parts(value)}
    if any(part.api == values.INITIALIZER for value in given for part in parts(value)):
        return build.note("dataset-iterator", node, "tf.group", "its initializer has another name")
    if kinds and kinds <= {Kind.INIT}:
        return values.INIT
    if kinds and kinds <= {Kind.UPDATE}:
        return values.UPDATE
    return build.note("control-flow-in-graph", node, "tf.group")


_BY_STAGE: dict[Stage, Callable[[Evaluation, ast.Call, str], Value]] = {
    Stage.PYTHON: _python,
    Stage.TENSOR: _tensor,
    Stage.RANDOM: _random,
    Stage.INPUT: _input,
    Stage.STATE: _state,
    Stage.UPDATE: _update,
    Stage.QUERY: _query,
    Stage.DRIVER: _driver,
    Stage.SCOPE: _scope,
    Stage.CONTROL: call_control,
    Stage.EFFECT: _effect,
    Stage.OTHER: _state,
}
