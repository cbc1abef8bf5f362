"""Plain values that are known from the source: literals, and what simple operations make of them."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph import values
from codemods.graph.values import Kind, Value, lateness

_LONGEST = 200
_PLAIN = (str, bool, int, float, type(None))


def value_of(found: object) -> Value:
    """The value of a literal."""
    if not isinstance(found, _PLAIN) or (isinstance(found, str) and len(found) > _LONGEST):
        return values.PYTHON
    return Value(Kind.PYTHON, literal=repr(found))


def is_known(value: Value) -> bool:
    """Whether the value is known."""
    return value.literal is not None


def known(value: Value) -> object:
    """The plain value itself; ask `is_known` first."""
    return ast.literal_eval(value.literal) if value.literal is not None and value.literal not in _ODD else None


_ODD = frozenset({"inf", "-inf", "nan"})


def text(value: Value) -> str | None:
    """The text of a string that is known."""
    found = known(value)
    return found if isinstance(found, str) else None


def truth(value: Value) -> bool | None:
    """Whether the value counts as true; None if that is not known."""
    if value.kind in (Kind.API, Kind.FUNCTION):
        return True
    return bool(known(value)) if is_known(value) and value.literal not in _ODD else None


def binary(operator: ast.operator, left: Value, right: Value) -> Value | None:
    """Strings joined by `+`, or formatted by `%`."""
    first, second = known(left), known(right)
    if not isinstance(first, str) or not is_known(right):
        return None
    if isinstance(operator, ast.Add) and isinstance(second, str):
        return value_of(first + second)
    if isinstance(operator, ast.Mod) and first.count("%") == 1:
        try:
            return value_of(first % second)
        except (TypeError, ValueError):
            return None
    return None


def unary(operator: ast.unaryop, value: Value) -> Value | None:
    """`not` of something known, `-` of a known number."""
    number = known(value)
    if isinstance(operator, ast.USub) and type(number) in (int, float):
        return value_of(ast.literal_eval(f"-{value.literal}"))
    found = truth(value)
    return value_of(not found) if isinstance(operator, ast.Not) and found is not None else None


def either(operator: ast.boolop, found: Sequence[Value]) -> Value | None:
    """`a or b` and `a and b`, as far as the operands that decide are known."""
    for value in found[:-1]:
        decided = truth(value)
        if decided is None:
            return None
        if decided is isinstance(operator, ast.Or):
            return value if is_known(value) else None
    return found[-1] if is_known(found[-1]) else None


def compared(node: ast.Compare, found: Sequence[Value]) -> Value | None:
    """`is None`, `is not None`, and `==` or `!=` between literals."""
    if len(found) != 2:
        return None
    left, right = found
    match node.ops[0]:
        case ast.Is() | ast.IsNot() if right.literal == "None":
            if is_known(left) or _is_something(left):
                return value_of((left.literal == "None") is isinstance(node.ops[0], ast.Is))
        case ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq() if is_known(left) and is_known(right):
            same = isinstance(node.ops[0], ast.Is | ast.Eq)
            return value_of((known(left) == known(right)) is same)
    return None


def _is_something(value: Value) -> bool:
    return lateness(value) not in (Kind.PYTHON, Kind.UNKNOWN) or value.items is not None


def formatted(node: ast.JoinedStr, found: Sequence[Value]) -> Value | None:
    """An f-string whose parts are known."""
    pieces = []
    for part, value in zip(node.values, found, strict=True):
        plain = not isinstance(part, ast.FormattedValue) or (part.conversion == -1 and part.format_spec is None)
        if not is_known(value) or not plain:
            return None
        pieces.append(str(known(value)))
    return value_of("".join(pieces))


def format_call(node: ast.Call, owner: Value, given: Sequence[Value]) -> Value | None:
    """`"...".format(a, b)`, where everything is known."""
    pattern = text(owner)
    if pattern is None or node.keywords or not all(is_known(each) for each in given):
        return None
    try:
        return value_of(pattern.format(*(known(each) for each in given)))
    except (IndexError, KeyError, ValueError):
        return None
