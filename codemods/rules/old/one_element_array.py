"""What it does
    Takes the one element out of an array before `int` or `float` is called on it.

Why
    NumPy no longer turns an array of one element into a Python number by itself, only one without dimensions.

Example
    `int(np.searchsorted(t, np.random.rand(1) * s))` becomes `int(np.searchsorted(t, np.random.rand(1) * s).item())`.

When it declines
    Where the argument is not certain to be an array: it must be drawn with a size, or computed from such a draw.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module

RULE = "one-element-array"
# Draws of numpy.random, with the place of their argument `size`; None: each argument is a dimension.
_DRAWS = {
    "rand": None, "randn": None, "random": 0, "random_sample": 0, "ranf": 0, "sample": 0, "uniform": 2, "normal": 2,
    "randint": 2, "choice": 1, "standard_normal": 0, "exponential": 1, "poisson": 1, "binomial": 2,
}  # fmt: skip
# Functions that give an array of the shape of this argument, whatever the others are.
_SHAPED_LIKE = {"searchsorted": 1} | dict.fromkeys(
    ("floor", "ceil", "round", "rint", "exp", "log", "sqrt", "abs", "square", "digitize"), 0
)


def check(module: Module) -> Iterator[Finding]:
    """One finding for each such call of `int` or `float`."""
    if b"numpy" not in module.data or b"random" not in module.data:
        return
    names = Names.of(module)
    if not names.scopes.words & {"int", "float"}:
        return
    for call in names.scopes.calls.values():
        if _is_conversion(names, call) and _is_array(names, call.args[0]):
            start, end = module.span(call.args[0])
            plain = isinstance(call.args[0], ast.Call)
            edits = (Edit(end, end, ".item()"),) if plain else (Edit(start, start, "("), Edit(end, end, ").item()"))
            message = "NumPy turns an array into a number only if it has no dimensions."
            yield Finding(RULE, module.place(call), message, Safety.SAFE, edits)


def _is_conversion(names: Names, call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Name) or call.func.id not in ("int", "float") or call.keywords:
        return False
    scope = names.scopes.scope_of.get(call.func)
    return scope is not None and scope.owner(call.func.id) is None and not names.stars and len(call.args) == 1


def _is_array(names: Names, node: ast.expr) -> bool:
    """Is a value certain to be an array with dimensions? Then, as it could be converted, it has one element."""
    if isinstance(node, ast.BinOp):
        return _is_array(names, node.left) or _is_array(names, node.right)
    if not isinstance(node, ast.Call) or any(isinstance(each, ast.Starred) for each in node.args):
        return False
    package, _, name = (names.dotted_of(node.func) or "").rpartition(".")
    if package == "numpy.random" and name in _DRAWS:
        return _has_size(node, _DRAWS[name])
    place = _SHAPED_LIKE.get(name) if package == "numpy" else None
    return place is not None and len(node.args) > place and _is_array(names, node.args[place])


def _has_size(call: ast.Call, place: int | None) -> bool:
    """Is the argument `size` of a draw something else than None?"""
    if place is None:
        return bool(call.args)
    given = [keyword.value for keyword in call.keywords if keyword.arg == "size"] + call.args[place : place + 1]
    return any(isinstance(each, ast.Constant | ast.Tuple | ast.List) and not _is_empty(each) for each in given)


def _is_empty(size: ast.expr) -> bool:
    return (isinstance(size, ast.Constant) and size.value is None) or (isinstance(size, ast.Tuple) and not size.elts)
