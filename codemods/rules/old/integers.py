"""What is plainly an integer and what is plainly none, in one module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api.context import is_float
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

DEPTH = 8
_KEEPS = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod, ast.BitAnd, ast.BitOr, ast.LShift, ast.RShift)
_FLOATING = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Mod, ast.FloorDiv, ast.Pow)
_INT_CALLS = frozenset({"len", "int", "ord", "hash", "id"})
_FLOAT_CALLS = frozenset({
    "time.time", "time.clock", "time.process_time", "time.perf_counter", "numpy.mean", "numpy.std", "numpy.var",
    "numpy.median", "numpy.average", "numpy.sqrt", "numpy.exp", "numpy.log", "numpy.tanh", "numpy.sin", "numpy.cos",
    "numpy.float32", "numpy.float64", "numpy.linalg.norm", "numpy.random.rand", "numpy.random.randn",
    "numpy.random.random", "numpy.random.normal", "numpy.random.uniform", "numpy.linspace", "random.random",
    "random.uniform", "random.gauss", "math.sqrt", "math.exp", "math.log", "math.pow", "math.sin", "math.cos",
})  # fmt: skip
_FLOAT_VALUES = frozenset({"numpy.pi", "numpy.e", "math.pi", "math.e", "numpy.inf", "numpy.nan"})
_FLOAT_METHODS = frozenset({"mean", "std", "total_seconds"})
_LOOP = ast.Constant(0)  # what stands for the numbers of a range


def is_integer(module: Module, node: ast.expr, depth: int = DEPTH) -> bool:
    """Is this plainly a Python integer?"""
    if depth == 0:
        return False
    match node:
        case ast.Constant(value=value):
            return type(value) is int
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() | ast.Invert(), operand=operand):
            return is_integer(module, operand, depth - 1)
        case ast.BinOp(left=left, op=op, right=right) if isinstance(op, _KEEPS):
            return is_integer(module, left, depth - 1) and is_integer(module, right, depth - 1)
        case ast.Call(func=ast.Name(id=word) as name):
            return word in _INT_CALLS and Names.of(module).scopes.scope_of[name].owner(word) is None
        case ast.Name(id=word):
            return _always(module, word, depth)
    return False


def is_plainly_float(module: Module, node: ast.expr, depth: int = DEPTH) -> bool:
    """Is this plainly no integer: a floating point number, or an array or tensor of them?"""
    names = Names.of(module)
    if depth == 0:
        return False
    match node:
        case ast.Constant(value=value):
            return isinstance(value, float | complex)
        case ast.UnaryOp(operand=operand):
            return is_plainly_float(module, operand, depth - 1)
        case ast.BinOp(left=left, op=op, right=right) if isinstance(op, _FLOATING):
            return is_plainly_float(module, left, depth - 1) or is_plainly_float(module, right, depth - 1)
        case ast.Call(func=func):
            return _float_call(module, names, node, func)
        case ast.Name(id=word):
            values = list(_values(module, word))
            return bool(values) and all(
                each is not None and is_plainly_float(module, each, depth - 1) for each in values
            )
        case ast.Attribute():
            return names.dotted_of(node) in _FLOAT_VALUES
    return False


def _float_call(module: Module, names: Names, call: ast.expr, func: ast.expr) -> bool:
    if isinstance(func, ast.Name) and func.id == "float":
        return names.scopes.scope_of[func].owner("float") is None
    dotted = names.dotted_of(func)
    if dotted is None and isinstance(func, ast.Attribute) and func.attr in _FLOAT_METHODS:
        return True
    return dotted in _FLOAT_CALLS or is_float(names, call)


def _always(module: Module, word: str, depth: int) -> bool:
    """Does every binding of a name, in any scope of the module, give it an integer?"""
    values = list(_values(module, word))
    return bool(values) and all(each is not None and is_integer(module, each, depth - 1) for each in values)


def _values(module: Module, word: str) -> Iterator[ast.expr | None]:
    """What each binding of a name gives it; None for what is not known."""
    above = parents(module)
    if word in _otherwise_bound(module):
        yield None
    for node in above:
        if isinstance(node, ast.Name) and node.id == word and not isinstance(node.ctx, ast.Load):
            yield _value(module, node, above[node])


def _value(module: Module, node: ast.Name, parent: ast.AST) -> ast.expr | None:
    match parent:
        case ast.Assign(value=value, targets=targets) if node in targets:
            return value
        case ast.AugAssign(op=op, value=value) if isinstance(op, _KEEPS):
            return value
        case ast.For(target=target, iter=iterated) | ast.comprehension(target=target, iter=iterated) if target is node:
            return _LOOP if _is_range(module, iterated) else None
    return None


def _is_range(module: Module, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="range") as name):
            return Names.of(module).scopes.scope_of[name].owner("range") is None
        case ast.Call(func=ast.Name(id="list"), args=[inner]):
            return _is_range(module, inner)
    return False


@lru_cache(maxsize=16)
def _otherwise_bound(module: Module) -> frozenset[str]:
    found: set[str] = set()
    for node in walk(module.tree):
        match node:
            case ast.arg(arg=word) | ast.FunctionDef(name=word) | ast.ClassDef(name=word):
                found.add(word)
            case ast.ExceptHandler(name=str(word)):
                found.add(word)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found |= {alias.asname or alias.name.split(".")[0] for alias in names}
    return frozenset(found)
