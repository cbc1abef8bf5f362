"""What the code around a call tells about its arguments: plainly input data, plainly floating point. No guesses."""

from __future__ import annotations

import ast
from functools import cache

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api.files import texts, toml, with_prefix
from codemods.api.origins import Assigned, Function, Parameter, origin, parameters_of, passed
from codemods.api.table import canonical
from codemods.source.walk import walk

DEPTH = 12
FLOATS = frozenset({"tf.float16", "tf.float32", "tf.float64", "tf.bfloat16"})
FLOAT_WORDS = frozenset({"float", "float16", "float32", "float64"})
_DOUBLE_WORDS = frozenset({"float64", "double"})
_DOUBLE_SIGNS = ("element_spec", *sorted(_DOUBLE_WORDS))


@cache
def _trait(key: str) -> frozenset[str]:
    return frozenset(canonical(with_prefix(name)) for name in texts(toml("traits.toml")[key]))


@cache
def has_trait(trait: str, api: str | None) -> bool:
    """Whether traits.toml lists a symbol under a trait."""
    return api is not None and canonical(api) in _trait(trait)


def collects(api: str) -> bool:
    """Whether a function puts what it gives into a collection of the graph, too."""
    return has_trait("collecting", api.rpartition(".")[0])


def is_data(names: Names, node: ast.expr, depth: int = DEPTH) -> bool:
    """Does no gradient flow through this expression: constants, and what a compiled step is called with?"""
    if depth == 0:
        return False
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.List | ast.Tuple):
        return all(is_data(names, element, depth - 1) for element in node.elts)
    if isinstance(node, ast.BinOp):
        return is_data(names, node.left, depth - 1) and is_data(names, node.right, depth - 1)
    if isinstance(node, ast.Call):
        return _is_data_call(names, node, depth)
    return isinstance(node, ast.Name) and _is_data_name(names, node, depth)


def _is_data_name(names: Names, node: ast.Name, depth: int) -> bool:
    match origin(names.module, node):
        case Assigned(value=value):
            return is_data(names, value, depth - 1)
        case Parameter() as parameter if not _watches(parameter.function, node.id):
            values = passed(names.module, parameter)
            return _is_step(names, parameter.function) or (
                bool(values) and all(is_data(names, value, depth - 1) for value in values)
            )
    return False


def _is_data_call(names: Names, call: ast.Call, depth: int) -> bool:
    api = names.api_of(call.func)
    if has_trait("no_gradient", api):
        return True
    return has_trait("same_data", api) and bool(call.args) and is_data(names, call.args[0], depth - 1)


def _is_step(names: Names, function: Function) -> bool:
    return any(names.api_of(_callee(decorator)) == "tf.function" for decorator in function.decorator_list)


def _callee(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _watches(function: Function, name: str) -> bool:
    """Does a tape in the function differentiate with respect to the name?"""
    calls = [node for node in walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    watched = [
        call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in ("watch", "gradients")
    ]
    return any(isinstance(node, ast.Name) and node.id == name for call in watched for node in walk(call))


def is_float(names: Names, node: ast.expr, depth: int = DEPTH) -> bool:
    """Is this expression plainly floating point?"""
    if depth == 0:
        return False
    match node:
        case ast.Constant():
            return isinstance(node.value, float)
        case ast.UnaryOp(operand=operand):
            return is_float(names, operand, depth - 1)
        case ast.BinOp(left=left, right=right):
            return is_float(names, left, depth - 1) or is_float(names, right, depth - 1)
        case ast.Call():
            return _is_float_call(names, node, depth)
        case ast.Name():
            return _is_float_name(names, node, depth)
    return False


def has_doubles(names: Names) -> bool:
    """Whether tensors of the module may be float64: it says so somewhere, or takes what a dataset holds."""
    if not any(word in names.module.text for word in _DOUBLE_SIGNS):
        return False
    for node in walk(names.module.tree):
        match node:
            case ast.Attribute(attr="element_spec" | "float64" | "double"):
                return True
            case ast.Constant(value=str(text)) if text in _DOUBLE_WORDS:
                return True
    return False


def _is_float_call(names: Names, call: ast.Call, depth: int) -> bool:
    api = names.api_of(call.func)
    dtype = _dtype_argument(api, call)
    if dtype is not None:
        return is_float_dtype(names, dtype)
    if has_trait("float_makers", api) or has_trait("float_only", api):
        return True
    return has_trait("same_dtype", api) and bool(call.args) and is_float(names, call.args[0], depth - 1)


def _dtype_argument(api: str | None, call: ast.Call) -> ast.expr | None:
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "dtype"), None)
    if named is None and has_trait("dtype_second", api) and len(call.args) > 1:
        return call.args[1]
    return named


def is_float_dtype(names: Names, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return node.value in FLOAT_WORDS
    return names.api_of(node) in FLOATS


def _is_float_name(names: Names, node: ast.Name, depth: int) -> bool:
    match origin(names.module, node):
        case Assigned(value=value):
            return is_float(names, value, depth - 1)
        case Parameter() as parameter:
            values = passed(names.module, parameter)
            return _signed_float(names, parameter) or (
                bool(values) and all(is_float(names, value, depth - 1) for value in values)
            )
    return False


def _signed_float(names: Names, parameter: Parameter) -> bool:
    """Does the input signature of the function say so?"""
    parameters = [name for name in parameters_of(parameter.function) if name != "self"]
    specs = next((found for found in map(_signature, parameter.function.decorator_list) if found), ())
    position = parameters.index(parameter.name) if parameter.name in parameters else len(specs)
    return position < len(specs) and _is_float_spec(names, specs[position])


def _is_float_spec(names: Names, spec: ast.expr) -> bool:
    if isinstance(spec, ast.Name):
        found = origin(names.module, spec)
        return (
            isinstance(found, Assigned) and not isinstance(found.value, ast.Name) and _is_float_spec(names, found.value)
        )
    bound = bind(spec, ("shape", "dtype", "name")) if isinstance(spec, ast.Call) else None
    return bound is not None and "dtype" in bound and is_float_dtype(names, bound["dtype"])


def _signature(decorator: ast.expr) -> tuple[ast.expr, ...]:
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    value = next((keyword.value for keyword in keywords if keyword.arg == "input_signature"), None)
    return tuple(value.elts) if isinstance(value, ast.List | ast.Tuple) else ()
