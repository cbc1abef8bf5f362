"""What variable scopes give to the variables and layers that are made inside: an initializer, a regularizer."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codemods.api import table
from codemods.api.rows import LayerRow
from codemods.graph import values
from codemods.graph.evaluate import Evaluation
from codemods.graph.regularizers import add_layer_penalties, add_penalty, is_none, is_regularizer, is_still
from codemods.graph.scopes import Default
from codemods.graph.values import Value
from codemods.source.walk import walk

_KIND = "variable-scope-dynamic"
_PLAIN = frozenset({"kernel", "bias"})


def variable_defaults(build: Evaluation, node: ast.Call, api: str, bound: Mapping[str, ast.expr]) -> dict[str, Default]:
    """The arguments that `tf.get_variable` takes from the scope around it."""
    if api != "tf.get_variable":
        return {}
    found = {"initializer": build.scopes.initializer, "regularizer": build.scopes.regularizer}
    given = {name: each for name, each in found.items() if each is not None and _is_absent(bound.get(name))}
    for name, each in given.items():
        if not is_still(build, each) or (name == "initializer" and not _is_initializer(each)):
            build.note(_KIND, node, api, f"the {name} of its scope cannot be written here")
    return given


def _is_absent(given: ast.expr | None) -> bool:
    return given is None or (isinstance(given, ast.Constant) and given.value is None)


def _is_initializer(default: Default) -> bool:
    """Whether the expression is an initializer that may be written again for each variable."""
    known = default.value.api is not None and table.initializer(default.value.api) is not None
    return known and sum(isinstance(each, ast.Call) for each in walk(default.expression)) <= 1


def note_variable_penalty(
    build: Evaluation, node: ast.Call, bound: Mapping[str, ast.expr], evaluated: Mapping[str, Value],
    defaults: Mapping[str, Default],
) -> None:  # fmt: skip
    """What a new variable adds to the collection of penalties."""
    default = defaults.get("regularizer")
    expression = default.expression if default is not None else bound.get("regularizer")
    value = default.value if default is not None else evaluated.get("regularizer", values.PYTHON)
    if expression is not None and not is_none(value):
        add_penalty(build, node, expression, value)


def layer_defaults(
    build: Evaluation, node: ast.Call, api: str, row: LayerRow, bound: Mapping[str, ast.expr]
) -> dict[str, Default]:
    """The arguments that a layer takes from the scope around it. Only kernels have no initializer of their own; a
    regularizer of the scope is that of every variable."""
    found: dict[str, Default] = {}
    initializer, regularizer = build.scopes.initializer, build.scopes.regularizer
    if initializer is not None and any(_is_none(bound.get(each)) for each in ("weights_initializer", "initializer")):
        build.note(_KIND, node, api, "the scope gives it an initializer")
    if initializer is not None and api.startswith("tf.layers.") and row.weights:
        kernels = [each for each in row.weights if each.endswith("kernel")]
        found |= dict.fromkeys((f"{each}_initializer" for each in kernels if each == "kernel"), initializer)
        if kernels and kernels != ["kernel"]:
            build.note(_KIND, node, api, "the scope gives it an initializer")
    if regularizer is not None and not is_none(regularizer.value) and _has_plain_weights(api, row):
        weights = [each for each in row.weights if each != "bias" or not _is_false(bound.get("use_bias"))]
        found |= dict.fromkeys((f"{each}_regularizer" for each in weights), regularizer)
    taken = {name: each for name, each in found.items() if _is_absent(bound.get(name))}
    for name, each in taken.items():
        if not is_still(build, each) or (name.endswith("_initializer") and not _is_initializer(each)):
            build.note(_KIND, node, api, "what its scope gives to it cannot be written here")
    return taken


def _is_none(given: ast.expr | None) -> bool:
    return isinstance(given, ast.Constant) and given.value is None


def _is_false(given: ast.expr | None) -> bool:
    return isinstance(given, ast.Constant) and given.value is False


def _has_plain_weights(api: str, row: LayerRow) -> bool:
    return api.startswith("tf.layers.") and bool(row.weights) and set(row.weights) <= _PLAIN


def note_layer_penalties(
    build: Evaluation,
    node: ast.Call,
    api: str,
    row: LayerRow,
    given: Mapping[str, Value],
    defaults: Mapping[str, Default],
) -> None:
    """What a new layer adds to the collection of penalties; `given`: its arguments, those of the scope included."""
    regularizers = {name: each for name, each in given.items() if name.endswith("_regularizer") and not is_none(each)}
    default = build.scopes.regularizer
    problem = ""
    if default is not None and not is_none(default.value) and row.weights:
        same = set(regularizers) <= set(defaults)
        problem = "" if same and _has_plain_weights(api, row) else "a scope gives it a regularizer beside its own"
    if build.builders and set(regularizers) & set(defaults):
        problem = "a scope in a function gives it a regularizer"
    if "trainable" in given:
        problem = "the layer is not trained"
    if regularizers or problem:
        add_layer_penalties(build, node, regularizers, problem if row.weights else "")


def check_regularizers(build: Evaluation, node: ast.Call, api: str, given: Mapping[str, Value]) -> bool:
    """Whether every regularizer of a layer or variable is understood."""
    for name, value in given.items():
        if name.endswith("regularizer") and not is_regularizer(value):
            build.note("collection-query", node, api, "regularization losses are collected by the graph")
            return False
    return True


def with_texts(defaults: Mapping[str, Default]) -> dict[str, ast.expr]:
    """The expressions of defaults."""
    return {name: each.expression for name, each in defaults.items()}


def is_repeated(default: Default | None) -> bool:
    """Whether one object is the initializer of several variables."""
    return default is not None and not isinstance(default.expression, ast.Call)
