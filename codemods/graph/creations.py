"""Calls that make state: variables, layers, optimizers. Their identity is their full TF1 name."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from codemods.analysis.arguments import bind
from codemods.api import table
from codemods.graph import literals, values
from codemods.graph.batch_norm import is_understood, note_updates
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.given_names import create_given
from codemods.graph.initial_reads import read_within
from codemods.graph.initializers import is_shared
from codemods.graph.passed import is_passed_once
from codemods.graph.program import Creation, LayerUse, OptimizerUse
from codemods.graph.scope_defaults import (
    check_regularizers,
    is_repeated,
    layer_defaults,
    note_layer_penalties,
    note_variable_penalty,
    variable_defaults,
    with_texts,
)
from codemods.graph.size import Shape
from codemods.graph.size_reads import shape_here
from codemods.graph.sizes import sizes_of
from codemods.graph.static_shapes import shaped
from codemods.graph.values import Kind, Value, lateness
from codemods.graph.variable_names import Made
from codemods.source.walk import walk

VARIABLE_PARAMETERS = ("initial_value", "trainable", "collections", "validate_shape", "caching_device", "name",
                       "variable_def", "dtype", "expected_shape", "import_scope", "constraint")  # fmt: skip
GET_VARIABLE_PARAMETERS = ("name", "shape", "dtype", "initializer", "regularizer", "trainable", "collections")
_WRITABLE = {
    "tf.Variable": frozenset({"initial_value", "trainable", "name", "dtype"}),
    "tf.get_variable": frozenset({"name", "shape", "dtype", "initializer", "regularizer", "trainable"}),
}

_OWNED = "a function of the program makes it"
_SIMPLE = (ast.Assign, ast.Expr, ast.Return)


def create_variable(build: Evaluation, node: ast.Call, api: str) -> Value:
    """A variable. Inside of a followed function it is made by that function, which stays."""
    bound = bind(node, VARIABLE_PARAMETERS if api == "tf.Variable" else GET_VARIABLE_PARAMETERS)
    if bound is None or set(bound) - _WRITABLE[api]:
        extra = ", ".join(sorted(set(bound or ()) - _WRITABLE[api]))
        return build.note("unknown-api", node, api, f"with these arguments: {extra or 'not known from the source'}")
    defaults = variable_defaults(build, node, api, bound)
    bound = {**bound, **with_texts(defaults)}
    evaluated, reads = read_within(build, lambda: {name: _given(build, each) for name, each in bound.items()})
    if not check_regularizers(build, node, api, evaluated):
        return values.UNKNOWN
    late = [lateness(value) for value in evaluated.values()]
    if any(kind in values.PER_RUN - {Kind.RANDOM} or kind == Kind.UNKNOWN for kind in late):
        return build.note("no-native-equivalent", node, api, _late_detail(bound))
    unclear = _unclear(build, api, bound, evaluated)
    if unclear is not None:
        return build.note("unknown-api", node, api, unclear)
    trainable = _trainable(evaluated.get("trainable")) is not False
    build.serial += 1
    several = is_repeated(defaults.get("initializer"))
    init = bound.get("initializer")
    shared = is_shared(build, init, evaluated.get("initializer"), several) and not is_passed_once(build, init)
    shape = _shape(evaluated) if build.sized else None
    kind = _initializer_kind(build, evaluated.get("initializer"), bound)
    if build.functions:
        note_variable_penalty(build, node, bound, evaluated, defaults)
        made = _in_function(build, Creation(node, api, None, False, None, kind, shared, trainable=trainable), bound)
        return replace(made, shape=shape)
    name, reuses = _identity(build, node, api, bound)
    if kind is None:
        return build.note("unknown-api", node, api, "its initializer is not known from the source")
    scoped, given = bool(build.scopes.prefix), with_texts(defaults)
    trainable = next((each.trainable for each in build.all_variables if each.site is reuses), trainable)
    build.record.creations.append(
        Creation(node, api, name, scoped, reuses, kind, shared, reads=reads, defaults=given, trainable=trainable)
    )
    if reuses is None:
        note_variable_penalty(build, node, bound, evaluated, defaults)
        known = name or build.op_names.full("Variable")
        asked = "" if build.looped or (name is None and not is_none(bound.get("name"))) else known
        _take_name(build, name)
        build.all_variables.append(Made(known, node, trainable, api, asked, build.serial))
    serial = build.serial if reuses is None else build.serials[reuses]
    build.serials[node] = serial
    return Value(Kind.VARIABLE, site=reuses or node, serial=serial, shape=shape, trainable=trainable)


def _unclear(build: Evaluation, api: str, bound: Mapping[str, ast.expr], evaluated: Mapping[str, Value]) -> str | None:
    """What the source does not say of a variable."""
    initializer = lateness(evaluated.get("initializer", values.PYTHON))
    if Kind.VARIABLE in {lateness(value) for value in evaluated.values()}:
        return "its initial value depends on another variable"
    shaped_by = "shape" in bound or initializer >= Kind.CONSTANT
    if api == "tf.get_variable" and not shaped_by and not _is_found(build, bound):
        return "without a shape"
    return (
        "whether it is trainable is not known from the source"
        if _trainable(evaluated.get("trainable")) is None
        else None
    )


def _is_found(build: Evaluation, bound: Mapping[str, ast.expr]) -> bool:
    """Whether the variable is there already, made by the scope itself."""
    name = known_text(build, bound.get("name"))
    full = build.scopes.full(name) if name is not None else ""
    return build.scopes.reuse and not build.functions and full in build.scopes.made and full not in build.owners


def _take_name(build: Evaluation, full: str | None) -> None:
    if full is not None and build.looped:
        build.op_names.loose.add(full.lower())
    elif full is not None:
        build.op_names.take_variable(full)


def _given(build: Evaluation, argument: ast.expr) -> Value:
    """An initial value may be a function that gives it."""
    match argument:
        case ast.Lambda(args=ast.arguments(args=[], kwonlyargs=[], vararg=None, kwarg=None)):
            return evaluate(build, argument.body)
        case _:
            return evaluate(build, argument)


def _late_detail(bound: Mapping[str, ast.expr]) -> str:
    read = [
        each
        for argument in bound.values()
        for each in walk(argument)
        if isinstance(each, ast.Attribute) and each.attr in ("shape", "get_shape")
    ]
    if not read:
        return "its initial value or shape depends on a tensor"
    return f"the static shape of `{ast.unparse(read[0].value)[:40]}` is not known from the source"


def _shape(evaluated: Mapping[str, Value]) -> Shape | None:
    if "shape" in evaluated:
        return sizes_of(evaluated["shape"])
    return evaluated.get("initial_value", evaluated.get("initializer", values.PYTHON)).shape


def _default_kind(build: Evaluation, dtype: ast.expr | None) -> str | None:
    """Without an initializer TF1 draws floats from a Glorot distribution and makes everything else zero."""
    if is_none(dtype) or dtype is None:
        return "default"
    name = text_of(dtype) or (build.names.api_of(dtype) or "").removeprefix("tf.")
    if name in ("float16", "float32", "float64", "bfloat16", "float", "half", "double"):
        return "default"
    return "zeros" if name.startswith(("int", "uint", "bool")) else None


def _initializer_kind(build: Evaluation, value: Value | None, bound: Mapping[str, ast.expr]) -> str | None:
    if value is None or is_none(bound["initializer"]):
        return _default_kind(build, bound.get("dtype"))
    if value.api is not None and table.initializer(value.api) is not None:
        return "class" if value.kind == Kind.API else "object"
    return "tensor" if value.kind in (Kind.CONSTANT, Kind.RANDOM) and "shape" not in bound else None


def _in_function(build: Evaluation, made: Creation, bound: Mapping[str, ast.expr]) -> Value:
    made = replace(made, name=known_text(build, bound.get("name")))
    node, api, trainable = made.call, made.api, made.trainable
    if api == "tf.get_variable" and (build.scopes.prefix or build.scopes.reuse):
        return create_given(build, made, bound.get("name"))
    if api == "tf.get_variable" and not _is_new(build, made):
        return build.note("foreign-builder", node, api, "the name of the variable depends on the caller")
    build.record.state_in_function = True
    known = _name_in_function(build, made)
    if made.name is not None:
        _take_name(build, made.name) if api == "tf.get_variable" else build.op_names.take(made.name)
    build.all_variables.append(Made("", node, trainable, api, known, build.serial))
    return Value(Kind.VARIABLE, site=node, serial=build.serial, trainable=trainable)


def _name_in_function(build: Evaluation, made: Creation) -> str:
    """The name that a variable asks for inside of a function without branches, loops and scopes; empty: not known."""
    function = build.functions[-1]
    simple = isinstance(function, ast.FunctionDef) and all(isinstance(each, _SIMPLE) for each in function.body)
    if not simple or len(build.functions) > 1 or build.looped:
        return ""
    if made.api == "tf.get_variable":
        return made.name or ""
    given = next((each for each in made.call.keywords if each.arg == "name"), None)
    named = given is not None or len(made.call.args) > VARIABLE_PARAMETERS.index("name")
    return "" if named and made.name is None else build.op_names.full(made.name or "Variable")


def _is_new(build: Evaluation, made: Creation) -> bool:
    """Whether the variable has a name of its own, and is made as the same call made those before it."""
    before = build.in_functions.setdefault(made.call, made)
    if made.name is None or made.initializer is None or build.scopes.reuse or made.name in build.scopes.made:
        return False
    build.scopes.claim(made.name, made.call, False)
    return (before.initializer, before.shared) == (made.initializer, made.shared)


def _identity(
    build: Evaluation, node: ast.Call, api: str, bound: Mapping[str, ast.expr]
) -> tuple[str | None, ast.Call | None]:
    literal = known_text(build, bound.get("name"))
    if api == "tf.Variable":
        return (build.op_names.full(literal) if literal is not None else None), None
    if literal is None:
        build.note("variable-scope-dynamic", node, api)
        return None, None
    full = build.scopes.full(literal)
    if build.scopes.reuse and not build.scopes.creates and full not in build.scopes.made:
        build.note("variable-reuse-dynamic", node, api)
    reuses = build.scopes.claim(full, node, build.scopes.reuse)
    if build.scopes.reuse and (full in build.owners or reuses in build.in_functions):
        build.note("variable-reuse-dynamic", node, api, _OWNED)
        return full, None
    return full, reuses


def create_layer(build: Evaluation, node: ast.Call, api: str) -> Value:
    """A layer function: the tensor that it returns; the layer itself goes to the record."""
    row = table.layer(api)
    assert row is not None
    bound = bind(node, row.parameters)
    if bound is None:
        return build.note("unknown-api", node, api, "with arguments that cannot be told apart")
    defaults = layer_defaults(build, node, api, row, bound)
    bound = {**bound, **with_texts(defaults)}
    found = {name: evaluate(build, expression) for name, expression in bound.items()}
    if not check_regularizers(build, node, api, found):
        return values.UNKNOWN
    for name, expression in bound.items():
        if lateness(found[name]) in values.PER_RUN and name not in row.call:
            return build.note("no-native-equivalent", node, api, f"`{name}` depends on a tensor")
        if name in row.declines and not is_none(expression):
            return build.note("no-native-equivalent", node, api, row.declines[name])
        if name not in row.arguments and name not in row.call:
            return build.note("no-native-equivalent", node, api, f"with `{name}`")
    if build.functions:
        return build.note("foreign-builder", node, api, "layers are made inside of a function")
    if row.stateful and not is_understood(build, row, bound):
        return build.note("batch-norm-state", node, api)
    if row.stateful:
        note_updates(build, node, row, bound)
    if _name_layer(build, node, api, bound, found, frozenset(defaults)) is None:
        given = {**found, **{name: each.value for name, each in defaults.items()}}
        note_layer_penalties(build, node, api, row, given, defaults)
    return shaped(build, values.TENSOR, api, bound, found) if build.sized else values.TENSOR


def _name_layer(
    build: Evaluation, node: ast.Call, api: str, bound: Mapping[str, ast.expr], found: Mapping[str, Value],
    defaults: frozenset[str],
) -> ast.Call | None:  # fmt: skip
    row = table.layer(api)
    assert row is not None
    given = bound.get("scope" if "scope" in row.arguments else "name")
    literal = known_text(build, given)
    asked = known_reuse(build, bound.get("reuse"))
    reuse = build.scopes.reuse or asked in (True, AUTO_REUSE)
    creates = asked == AUTO_REUSE or (build.scopes.creates and asked is not True)
    if asked is None or (given is not None and literal is None and evaluate(build, given).literal != "None"):
        build.note("variable-reuse-dynamic", node, api)
    scope = literal or (row.scope if asked else None)  # a layer that is told to reuse gets no number
    full = build.scopes.named(scope) if scope is not None else build.scopes.unnamed(row.scope)
    if reuse and not creates and row.weights and full not in build.scopes.made:
        build.note("variable-reuse-dynamic", node, api)
    if reuse and full in build.owners:
        build.note("variable-reuse-dynamic", node, api, _OWNED)
    reuses = build.scopes.claim(full, node, reuse) if row.weights else None
    shared = frozenset(
        key
        for key, it in bound.items()
        if key.endswith("_initializer") and is_shared(build, it, evaluate(build, it), key in defaults)
    )
    trainable = _trainable(evaluate(build, bound["trainable"]) if "trainable" in bound else None)
    shapes = {name: it for name in row.call if name in found and (it := shape_here(build, found[name])) is not None}
    rank = len(shape) if (shape := found.get(row.call[0], values.PYTHON).shape) is not None else None
    build.record.layers.append(
        LayerUse(
            node, api, bound, full, literal is not None, reuses, shared, rank=rank, trainable=trainable is not False,
            shapes=shapes,
        )
    )  # fmt: skip
    if row.weights and reuses is None:
        known = "" if build.looped else full
        build.all_variables.append(Made(full, node, trainable is not False, api, known, settled=trainable is not None))
    return reuses


def create_optimizer(build: Evaluation, node: ast.Call, api: str) -> Value:
    """An optimizer; its rate may be fed, every other argument is a plain value."""
    row = table.optimizer(api)
    assert row is not None
    bound = bind(node, row.parameters)
    if bound is None:
        return build.note("unknown-api", node, api, "with arguments that cannot be told apart")
    if build.functions:
        return build.note("foreign-builder", node, api, "an optimizer is made inside of a function")
    rate = decaying = None
    fed: dict[str, int] = {}
    for name, expression in bound.items():
        value = evaluate(build, expression)
        decays = value.api == values.DECAY
        if (value.kind == Kind.INPUT or decays) and name == "learning_rate" and isinstance(expression, ast.Name):
            rate = build.environment.look_up(expression.id)[1].definition
            decaying = (expression.id, rate) if decays and rate is not None else None
        elif name in row.fed and (placeholder := _placeholder(build, expression, value)) is not None:
            fed[name] = placeholder
        elif lateness(value) in values.PER_RUN:
            return build.note("no-native-equivalent", node, api, f"`{name}` is computed by the graph")
    build.optimizers = True
    given = bound.get("learning_rate")
    python = rate is not None or given is None or lateness(evaluate(build, given)) == Kind.PYTHON
    build.record.optimizers.append(OptimizerUse(node, api, bound, rate, python, fed))
    return Value(Kind.OPTIMIZER, site=node, rate=decaying)


def _placeholder(build: Evaluation, expression: ast.expr, value: Value) -> int | None:
    """The definition of the placeholder that an argument is."""
    if value.kind != Kind.INPUT or not isinstance(expression, ast.Name):
        return None
    return build.environment.look_up(expression.id)[1].definition


AUTO_REUSE = "tf.AUTO_REUSE"


def known_text(build: Evaluation, node: ast.expr | None) -> str | None:
    """The text of an expression whose value is known to be that text."""
    return literals.text(evaluate(build, node)) if node is not None else None


def known_reuse(build: Evaluation, node: ast.expr | None) -> bool | str | None:
    """What a `reuse` argument asks for: True, False or AUTO_REUSE; None if that is not known."""
    if node is None:
        return False
    value = evaluate(build, node)
    if value.kind == Kind.API:
        return AUTO_REUSE if value.api == AUTO_REUSE else None
    return literals.truth(value)


def text_of(node: ast.expr | None) -> str | None:
    """The text of a literal string."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def is_none(node: ast.expr | None) -> bool:
    """Whether an argument is absent or a literal None."""
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def is_false(node: ast.expr | None) -> bool:
    """Whether an argument is a literal False."""
    return isinstance(node, ast.Constant) and node.value is False


def _trainable(asked: Value | None) -> bool | None:
    """What a `trainable` argument says; None if that is not known. A dtype in its place counts as true."""
    if asked is None or asked.literal == "None":
        return True
    return literals.truth(asked)
