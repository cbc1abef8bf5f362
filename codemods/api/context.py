"""What the code around a call tells about its arguments: plainly input data, plainly floating point. No guesses."""

from __future__ import annotations

import ast
from functools import cache, lru_cache

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api.files import texts, toml, with_prefix
from codemods.api.table import canonical
from codemods.source.module import Module

Function = ast.FunctionDef | ast.AsyncFunctionDef

DEPTH = 12
FLOATS = frozenset({"tf.float16", "tf.float32", "tf.float64", "tf.bfloat16"})
FLOAT_WORDS = frozenset({"float", "float16", "float32", "float64"})


@cache
def _trait(key: str) -> frozenset[str]:
    return frozenset(canonical(with_prefix(name)) for name in texts(toml("traits.toml")[key]))


def _has(trait: str, api: str | None) -> bool:
    return api is not None and canonical(api) in _trait(trait)


def enclosing(module: Module, node: ast.expr) -> Function | None:
    """The innermost function whose body holds a node."""
    before = (node.lineno, node.col_offset)
    holders = [function for function, start, end in _functions(module) if start <= before < end]
    return holders[-1] if holders else None


@lru_cache(maxsize=64)
def _functions(module: Module) -> tuple[tuple[Function, tuple[int, int], tuple[int, int]], ...]:
    found = [node for node in ast.walk(module.tree) if isinstance(node, Function)]
    spans = [(node, (node.body[0].lineno, node.body[0].col_offset), _end(node)) for node in found]
    return tuple(sorted(spans, key=lambda item: item[1]))


def _end(node: Function) -> tuple[int, int]:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def single_value(module: Module, name: ast.Name) -> ast.expr | None:
    """The expression a name stands for, if its function (or the module) binds it exactly once, by `name = …`."""
    function = enclosing(module, name)
    bindings = _bindings(module, function)
    if function is not None and name.id not in bindings and name.id not in _parameters(function):
        bindings = _bindings(module, None)
    values = bindings.get(name.id, ())
    return values[0] if len(values) == 1 else None


@lru_cache(maxsize=256)
def _bindings(module: Module, function: Function | None) -> dict[str, tuple[ast.expr | None, ...]]:
    """Name -> what each binding in one scope gives it; None for a binding that is no plain assignment."""
    found: dict[str, tuple[ast.expr | None, ...]] = {}
    body: list[ast.stmt] = module.tree.body if function is None else function.body
    plain: dict[int, ast.expr] = {}
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            plain[id(node.targets[0])] = node.value
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = (*found.get(node.id, ()), plain.get(id(node)))
        if isinstance(node, ast.Global | ast.Nonlocal):
            found.update(dict.fromkeys(node.names, (None, None)))
        if not isinstance(node, Function | ast.Lambda | ast.ClassDef):
            waiting.extend(reversed(list(ast.iter_child_nodes(node))))
    return found


def _parameters(function: Function) -> list[str]:
    arguments = function.args
    return [argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


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
    if not isinstance(node, ast.Name):
        return False
    function = enclosing(names.module, node)
    if function is not None and node.id in _parameters(function):
        return (
            _is_step(names, function)
            and not _watches(function, node.id)
            and not _rebinds(names.module, function, node.id)
        )
    value = single_value(names.module, node)
    return value is not None and is_data(names, value, depth - 1)


def _is_data_call(names: Names, call: ast.Call, depth: int) -> bool:
    api = names.api_of(call.func)
    if _has("no_gradient", api):
        return True
    return _has("same_data", api) and bool(call.args) and is_data(names, call.args[0], depth - 1)


def _is_step(names: Names, function: Function) -> bool:
    return any(names.api_of(_callee(decorator)) == "tf.function" for decorator in function.decorator_list)


def _callee(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _watches(function: Function, name: str) -> bool:
    """Does a tape in the function differentiate with respect to the name?"""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    watched = [
        call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in ("watch", "gradients")
    ]
    return any(isinstance(node, ast.Name) and node.id == name for call in watched for node in ast.walk(call))


def _rebinds(module: Module, function: Function, name: str) -> bool:
    return name in _bindings(module, function)


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
            value = single_value(names.module, node)
            return _is_float_parameter(names, node) if value is None else is_float(names, value, depth - 1)
    return False


def _is_float_call(names: Names, call: ast.Call, depth: int) -> bool:
    api = names.api_of(call.func)
    dtype = _dtype_argument(api, call)
    if dtype is not None:
        return is_float_dtype(names, dtype)
    if _has("float_makers", api) or _has("float_only", api):
        return True
    return _has("same_dtype", api) and bool(call.args) and is_float(names, call.args[0], depth - 1)


def _dtype_argument(api: str | None, call: ast.Call) -> ast.expr | None:
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "dtype"), None)
    if named is None and _has("dtype_second", api) and len(call.args) > 1:
        return call.args[1]
    return named


def is_float_dtype(names: Names, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return node.value in FLOAT_WORDS
    return names.api_of(node) in FLOATS


def _is_float_parameter(names: Names, node: ast.Name) -> bool:
    """Does the input signature of the function say so?"""
    function = enclosing(names.module, node)
    if function is None or node.id not in _parameters(function):
        return False
    parameters = [name for name in _parameters(function) if name != "self"]
    specs = next((found for found in map(_signature, function.decorator_list) if found), ())
    position = parameters.index(node.id) if node.id in parameters else len(specs)
    if position >= len(specs) or _rebinds(names.module, function, node.id):
        return False
    spec = specs[position]
    bound = bind(spec, ("shape", "dtype", "name")) if isinstance(spec, ast.Call) else None
    return bound is not None and "dtype" in bound and is_float_dtype(names, bound["dtype"])


def _signature(decorator: ast.expr) -> tuple[ast.expr, ...]:
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    value = next((keyword.value for keyword in keywords if keyword.arg == "input_signature"), None)
    return tuple(value.elts) if isinstance(value, ast.List | ast.Tuple) else ()
