"""The value of a method call, by what the object is: a variable, an optimizer, a session, a tensor, a container."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.analysis.arguments import bind
from codemods.api.context import has_trait
from codemods.graph import values
from codemods.graph.averages import call_averages_method
from codemods.graph.cells import cell_method
from codemods.graph.datasets import MAKERS, call_dataset_method, call_iterator_method
from codemods.graph.evaluate import GRADIENTS, Evaluation, evaluate
from codemods.graph.initial_reads import initial_read
from codemods.graph.kept_names import read_shape_of
from codemods.graph.program import Apply, Assign, Minimize, OpenScopes, Use
from codemods.graph.runs import run_site
from codemods.graph.savers import SAVER, call_saver_method
from codemods.graph.size_reads import static_shape
from codemods.graph.summaries import EVENT_WRITER, call_writer
from codemods.graph.values import AVERAGES, DATASET, DATASET_ITERATOR, Kind, Value, computed, elements, lateness, parts

_ASSIGNS = frozenset({"assign", "assign_add", "assign_sub"})
_MUTATORS = frozenset({"append", "extend", "insert", "add", "update", "remove", "pop", "clear", "setdefault"})
_MINIMIZE = ("loss", "global_step", "var_list", "gate_gradients", "aggregation_method", "colocate", "name", "grad_loss")

_COMPUTE = ("loss", "var_list", "gate_gradients", "aggregation_method", "colocate_gradients_with_ops", "grad_loss")


def call_method(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value | None:
    """The value of `owner.method(...)`; None if the object is nothing special."""
    if owner.items is not None or owner.element is not None:
        return _of_container(build, node, owner, method)
    if owner.api == DATASET:
        return call_dataset_method(build, node, method)
    if method in MAKERS and owner.kind != Kind.UNKNOWN:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], "its dataset is not known")
    if owner.api == DATASET_ITERATOR:
        return call_iterator_method(build, node, owner, method)
    if owner.api == SAVER:
        return call_saver_method(build, node, method)
    if owner.api == AVERAGES and owner.kind == Kind.PYTHON:
        return call_averages_method(build, node, owner, method)
    if owner.api == EVENT_WRITER:
        return call_writer(build, node, method)
    match owner.kind:
        case Kind.SESSION:
            return _of_session(build, node, owner, method)
        case Kind.OPTIMIZER:
            return _of_optimizer(build, node, owner, method)
        case Kind.VARIABLE if owner.state is not None:
            return cell_method(build, node, owner, method)
        case Kind.VARIABLE:
            return _of_variable(build, node, owner, method)
        case Kind.CONSTANT | Kind.INPUT | Kind.TENSOR | Kind.RANDOM | Kind.UPDATE | Kind.INIT:
            return _of_tensor(build, node, owner, method)
        case Kind.UNKNOWN:
            return values.UNKNOWN
        case _:
            return None


def _given(build: Evaluation, node: ast.Call) -> list[Value]:
    found = [evaluate(build, arg.value if isinstance(arg, ast.Starred) else arg) for arg in node.args]
    return found + [evaluate(build, keyword.value) for keyword in node.keywords]


def _of_container(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    given = _given(build, node)
    if method in _MUTATORS:
        late = max((lateness(value) for value in given), default=Kind.PYTHON)
        build.record.effects = True
        if late > Kind.FUNCTION:
            return build.note("state-in-dynamic-loop", node, ast.unparse(node.func), "a list is filled step by step")
        return values.PYTHON
    if method == "items":
        pair = values.container([values.PYTHON, elements(owner)], "tuple")
        return Value(Kind.PYTHON, element=pair, sequence="list")
    if method in ("values", "copy"):
        return owner if method == "copy" else Value(Kind.PYTHON, element=elements(owner), sequence="list")
    if method in ("keys", "index", "count"):
        return values.PYTHON
    return computed([owner, *given])


def _of_session(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    if method == "run" and has_trait("session_givers", owner.api):
        bound = bind(node, ("fetches", "feed_dict", "options", "run_metadata"))
        if bound is None or "fetches" not in bound or "run_metadata" in bound:
            return build.note("dynamic-fetch", node, ast.unparse(node.func))
        return run_site(build, node, bound["fetches"], bound.get("feed_dict"))
    if method in ("close", "as_default", "__enter__", "__exit__", "finalize"):
        _given(build, node)
        return Value(Kind.SESSION, api=owner.api)
    if method in ("partial_run", "partial_run_setup"):
        return build.note("partial-run", node, ast.unparse(node.func))
    return build.note("session-escapes", node, ast.unparse(node.func))


def _of_optimizer(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    if method == "apply_gradients" and isinstance(owner.site, ast.Call):
        return _apply(build, node, owner, owner.site)
    bound = bind(node, _MINIMIZE if method == "minimize" else _COMPUTE)
    if (
        method not in ("minimize", "compute_gradients")
        or bound is None
        or "loss" not in bound
        or not isinstance(owner.site, ast.Call)
    ):
        _given(build, node)
        return build.note("unknown-api", node, f"optimizer.{method}")
    if set(bound) - {"loss", "global_step", "var_list", "name"}:
        return build.note("unknown-api", node, f"optimizer.{method}", "with these arguments")
    found = {name: evaluate(build, expression) for name, expression in bound.items()}
    if not all(part.trainable for part in parts(found.get("var_list", values.PYTHON))):
        return build.note("no-native-equivalent", node, f"optimizer.{method}", "it trains what is not trainable")
    if build.functions:
        return build.note("foreign-builder", node, "minimize", "training is set up inside of a function")
    _reads_rate(build, owner)
    training = Minimize(node, owner.site, bound["loss"], bound.get("var_list"), bound.get("global_step"),
                        _scopes(build))  # fmt: skip
    if method == "minimize":
        build.record.minimizes.append(training)
        return values.UPDATE
    build.record.gradients.append(training)
    pair = values.container([values.TENSOR, Value(Kind.VARIABLE)], "tuple")
    return Value(Kind.PYTHON, element=pair, sequence="list", api=GRADIENTS)


def _reads_rate(build: Evaluation, optimizer: Value) -> None:
    """A rate that decays is computed wherever the optimizer is used."""
    if optimizer.rate is not None:
        build.record.uses[Use(*optimizer.rate)] = None


def _scopes(build: Evaluation) -> OpenScopes:
    return OpenScopes(build.scopes.prefix, build.op_names.full("").rstrip("/"))


def _apply(build: Evaluation, node: ast.Call, owner: Value, optimizer: ast.Call) -> Value:
    bound = bind(node, ("grads_and_vars", "global_step", "name"))
    if bound is None or "grads_and_vars" not in bound or build.functions:
        return build.note("unknown-api", node, "optimizer.apply_gradients")
    found = {name: evaluate(build, expression) for name, expression in bound.items()}
    _reads_rate(build, owner)
    pairs = bound["grads_and_vars"]
    variables = _holds_variables(found["grads_and_vars"])
    build.record.applies.append(Apply(node, optimizer, pairs, bound.get("global_step"), _scopes(build), variables))
    return values.UPDATE


def _holds_variables(pairs: Value) -> bool:
    """Whether the first element of any pair is a variable."""
    found = pairs.items if pairs.items is not None else (elements(pairs),)
    return any(pair.items is not None and lateness(pair.items[0]) == Kind.VARIABLE for pair in found)


def _of_variable(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    if method == "initialized_value":
        return initial_read(build, node, owner)
    if method == "eval":
        return _of_tensor(build, node, Value(Kind.VARIABLE), method)
    given = _given(build, node)
    if method in _ASSIGNS:
        build.record.assigns.append(Assign(node))
        return values.UPDATE
    if method == "get_shape":
        return read_shape_of(build, node, owner)
    if method in ("load", "scatter_update", "scatter_sub", "scatter_add", "count_up_to"):
        return build.note("unknown-api", node, f"Variable.{method}")
    made = computed([values.TENSOR, *given])
    return replace(made, api=values.VIEW) if method in ("value", "read_value") else made


def _of_tensor(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    assert isinstance(node.func, ast.Attribute)
    if method in ("eval", "run"):
        bound = bind(node, ("feed_dict", "session"))
        if bound is None:
            return build.note("dynamic-fetch", node, ast.unparse(node.func))
        if "session" in bound and lateness(evaluate(build, bound["session"])) != Kind.SESSION:
            return build.note("session-escapes", node, ast.unparse(bound["session"]))
        return run_site(build, node, node.func.value, bound.get("feed_dict"))
    given = _given(build, node)
    if method in _ASSIGNS:
        return build.note(
            "unknown-api", node, ast.unparse(node.func), "what is assigned to is not known to be a variable"
        )
    if owner.kind in (Kind.UPDATE, Kind.INIT):
        return build.note("unknown-api", node, ast.unparse(node.func))
    if method == "set_shape":
        return build.note("tensor-escapes", node, ast.unparse(node.func))
    if owner.kind == Kind.CONSTANT and method in ("get_shape", "as_list"):
        return values.PYTHON
    if method == "get_shape" and not given:
        return static_shape(build, owner, computed([owner]))
    return computed([owner, *given])
