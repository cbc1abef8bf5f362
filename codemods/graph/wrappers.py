"""`with` statements whose header disappears: sessions, graphs, variable scopes, name scopes, devices."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.api.context import has_trait
from codemods.graph import values
from codemods.graph.creations import AUTO_REUSE, known_reuse, known_text, text_of
from codemods.graph.dependencies import CONTROL, enter_dependencies, is_dependencies, leave_dependencies
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.regularizers import default_of, is_regularizer
from codemods.graph.reuse import scope_number
from codemods.graph.scopes import Default
from codemods.graph.values import Kind, Value

_SCOPES = frozenset({"tf.variable_scope", "tf.name_scope", "tf.device"})


def is_wrapper(build: Evaluation, statement: ast.With) -> bool:
    """Whether every item of the `with` statement is one whose header disappears."""
    return all(_is_wrapping(build, item.context_expr) for item in statement.items)


def is_scope(build: Evaluation, statement: ast.With) -> bool:
    """Whether a wrapper opens nothing but scopes and devices."""
    return all(_scope_api(build, item.context_expr) in _SCOPES for item in statement.items)


def _is_wrapping(build: Evaluation, expression: ast.expr) -> bool:
    match expression:
        case ast.Call() if is_dependencies(build, expression):
            return True
        case ast.Call(func=function) if (api := build.names.api_of(function)) in _SCOPES or has_trait("sessions", api):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Call(func=inner), attr="as_default")):
            made = build.names.api_of(inner)
            return made == "tf.Graph" or has_trait("sessions", made)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="as_default")) | ast.Name(id=name):
            found = build.environment.look_up(name)[0]
            return found is not None and found.kind == Kind.SESSION
        case _:
            return False


def all_sessions(build: Evaluation, targets: list[ast.expr]) -> bool:
    """Whether a `del` names nothing but sessions, which are not there any more."""
    found = [build.environment.look_up(each.id)[0] for each in targets if isinstance(each, ast.Name)]
    return len(found) == len(targets) and all(each is not None and each.kind == Kind.SESSION for each in found)


def enter(build: Evaluation, statement: ast.With) -> list[tuple[str, Value]]:
    """Open the scopes of the statement; the names that its items bind."""
    bound = []
    for item in statement.items:
        value = _enter_item(build, item.context_expr)
        if isinstance(item.optional_vars, ast.Name):
            bound.append((item.optional_vars.id, value))
    return bound


def leave(build: Evaluation, statement: ast.With) -> None:
    """Close the scopes of the statement."""
    for item in statement.items:
        api = _scope_api(build, item.context_expr)
        if api == CONTROL:
            leave_dependencies(build)
        if api == "tf.variable_scope":
            build.scopes.leave()
        if api in ("tf.variable_scope", "tf.name_scope"):
            build.op_names.leave()


def _scope_api(build: Evaluation, expression: ast.expr) -> str | None:
    return build.names.api_of(expression.func) if isinstance(expression, ast.Call) else None


def _enter_item(build: Evaluation, expression: ast.expr) -> Value:
    api = _scope_api(build, expression)
    if api == CONTROL and isinstance(expression, ast.Call):
        enter_dependencies(build, expression)
        return Value(Kind.SESSION, api=api)
    if api == "tf.variable_scope" and isinstance(expression, ast.Call):
        return Value(Kind.SESSION, api=api, serial=_enter_variable_scope(build, expression))
    if api == "tf.name_scope" and isinstance(expression, ast.Call):
        bound = bind(expression, ("name", "default_name", "values")) or {}
        build.op_names.enter(text_of(bound.get("name")))
    if api in ("tf.name_scope", "tf.device"):
        return Value(Kind.SESSION, api=api)
    value = evaluate(build, expression)
    return value if value.kind == Kind.SESSION else values.UNKNOWN


def _enter_again(build: Evaluation, node: ast.Call, number: int, reuse: bool | str | None, alone: bool) -> int:
    """`with tf.variable_scope(scope, reuse=True)`."""
    if reuse is None or not alone or build.builders or build.scopes.is_open(number):
        build.note("variable-scope-dynamic", node, ast.unparse(node)[:60])
    opened = build.scopes.enter_again(number, reuse is True, reuse == AUTO_REUSE)
    build.op_names.enter(build.scopes.prefix.rpartition("/")[2])
    return opened


def _enter_variable_scope(build: Evaluation, node: ast.Call) -> int:
    bound = bind(node, ("name_or_scope", "default_name", "values", "initializer", "regularizer", "caching_device",
                        "partitioner", "custom_getter", "reuse", "dtype"))  # fmt: skip
    name = known_text(build, (bound or {}).get("name_or_scope"))
    reuse = known_reuse(build, (bound or {}).get("reuse"))
    number = scope_number(build, (bound or {}).get("name_or_scope"))
    if number is not None:
        return _enter_again(build, node, number, reuse, not set(bound or ()) - {"name_or_scope", "reuse"})
    known = bound is not None and not set(bound) - {"name_or_scope", "reuse", "initializer", "regularizer"}
    if name is None or not known or reuse is None:
        build.note("variable-scope-dynamic", node, ast.unparse(node)[:60])
    initializer, regularizer = (_default(build, (bound or {}).get(each)) for each in ("initializer", "regularizer"))
    if regularizer is not None and not is_regularizer(regularizer.value):
        build.note("collection-query", node, ast.unparse(regularizer.expression)[:60], "the regularizer is not known")
    opened = build.scopes.enter(name or "?", reuse is True, reuse == AUTO_REUSE, initializer, regularizer)
    build.op_names.enter(name)
    return opened


def _default(build: Evaluation, expression: ast.expr | None) -> Default | None:
    value = evaluate(build, expression) if expression is not None else None
    if expression is None or value is None or value.literal == "None":
        return None
    return default_of(build, expression, value)
