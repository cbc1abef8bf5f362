"""The static shape of what a function returns, as TensorFlow 1 infers it; None where that is not known."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from codemods.api.static_shapes import shape_row
from codemods.graph import literals, values
from codemods.graph.size import FREE, MISSING, Shape, Size, is_same
from codemods.graph.sizes import size_of, sizes_of
from codemods.graph.values import Kind, Value

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation

Given = Mapping[str, Value]
_TENSORS = frozenset({Kind.CONSTANT, Kind.RANDOM, Kind.TENSOR})


def shaped(build: Evaluation, value: Value, api: str, bound: Mapping[str, ast.expr], found: Given) -> Value:
    """The result of a call with its shape. `bound`: parameter -> argument; `found`: what the arguments are."""
    row = shape_row(api)
    if row is None or value.kind not in _TENSORS or row.parameters[0] not in found:
        return value
    asked = {name: sized(build, bound[name], found[name]) for name in row.parameters if name in found}
    return replace(value, shape=_RULES[row.rule]({**found, **asked}, row.parameters))


def sized(build: Evaluation, expression: ast.expr, value: Value) -> Value:
    """A plain value with what it says as a size."""
    plain = value.kind == Kind.PYTHON and value.items is None and value.element is None
    return replace(value, size=size_of(build, expression, value)) if plain else value


def elementwise(value: Value, left: Value, right: Value) -> Value:
    """The result of an operator with its shape."""
    return replace(value, shape=_wider(left, right)) if value.kind in _TENSORS else value


def _wider(left: Value, right: Value) -> Shape | None:
    first, second = _operand(left), _operand(right)
    if first is None or second is None:
        return None
    rank = max(len(first), len(second))
    ones = Size(1)
    padded = [(*(ones,) * (rank - len(each)), *each) for each in (first, second)]
    return tuple(_either(a, b) for a, b in zip(*padded, strict=True))


def _operand(value: Value) -> Shape | None:
    return () if value.kind == Kind.PYTHON and value.literal is not None else value.shape


def _either(a: Size, b: Size) -> Size:
    """The size of a dimension in which one tensor may be repeated."""
    if 1 in (a.number, b.number):
        return b if a.number == 1 else a
    if is_same(a, b) or (a.number is not None and b.free):
        return a
    return b if a.free and b.number is not None else MISSING


def _same(given: Given, names: Sequence[str]) -> Shape | None:
    return given[names[0]].shape


def _said(given: Given, names: Sequence[str]) -> Shape | None:
    found = sizes_of(given[names[0]])
    return None if found is None or FREE in found else found


def _said_but_first(given: Given, names: Sequence[str]) -> Shape | None:
    found = _said(given, names)
    return None if found is None else (MISSING, *found[1:])


def _broadcast(given: Given, names: Sequence[str]) -> Shape | None:
    return _wider(given[names[0]], given[names[1]]) if names[1] in given else None


def _matmul(given: Given, names: Sequence[str]) -> Shape | None:
    if set(given) - {*names, "name"}:
        return None
    first, second = (given[name].shape if name in given else None for name in names)
    plain = first is not None and second is not None and len(first) == len(second) == 2
    return (first[0], second[1]) if plain and first is not None and second is not None else None


def _reshape(given: Given, names: Sequence[str]) -> Shape | None:
    target = given.get(names[1], values.PYTHON)
    found = sizes_of(target)
    if found is None or target.items is None:
        return None
    open_at = [index for index, each in enumerate(target.items) if each.literal == "-1"]
    if not open_at:
        return tuple(each if each.number is not None else MISSING for each in found)
    rest = _open(given[names[0]].shape, [each for index, each in enumerate(found) if index != open_at[0]])
    return tuple(rest if index in open_at else each for index, each in enumerate(found))


def _open(shape: Shape | None, rest: Sequence[Size]) -> Size:
    """The size that -1 stands for."""
    if shape is not None and any(each.free for each in shape):
        return FREE
    if shape is None or any(each.number is None for each in shape):
        return MISSING
    count = prod(each.number or 0 for each in rest)
    return derived(prod(each.number or 0 for each in shape) // count, (*shape, *rest)) if count else MISSING


def derived(number: int, sizes: Sequence[Size]) -> Size:
    """A number that was computed from sizes: it belongs to the outermost place that one of them was said at."""
    return Size(number, owner=min((each.owner for each in sizes), key=len))


def _flatten(given: Given, names: Sequence[str]) -> Shape | None:
    shape = given[names[0]].shape
    if shape is None or len(shape) < 2:
        return None
    numbers = [each.number for each in shape[1:] if each.number is not None]
    known = len(numbers) == len(shape) - 1
    return shape[0], derived(prod(numbers), shape[1:]) if known else MISSING


def _dense(given: Given, names: Sequence[str]) -> Shape | None:
    shape, units = given[names[0]].shape, given.get(names[1], values.PYTHON)
    return None if shape is None else (*shape[:-1], units.size or MISSING)


def _looked_up(given: Given, names: Sequence[str]) -> Shape | None:
    table, ids = (given[name].shape if name in given else None for name in names)
    return None if table is None or ids is None else (*ids, *table[1:])


def _filter(given: Given, names: Sequence[str]) -> Shape | None:
    window = given[names[1]].shape if names[1] in given else None
    if window is None or len(window) != 4 or set(given) - {*names, "name", "use_cudnn_on_gpu"}:
        return None
    return _slid(given, names, list(window[:2]), window[3])


def _window(given: Given, names: Sequence[str]) -> Shape | None:
    shape, channels = given[names[0]].shape, given.get(names[4])
    if shape is None or len(shape) != 4 or "data_format" in given or "dilation_rate" in given:
        return None
    window = _pair(given.get(names[1]))
    return _slid(given, names, window, shape[3] if channels is None else channels.size or MISSING)


def _strided(given: Given, names: Sequence[str]) -> Shape | None:
    """Pooling of contrib, which takes steps of 2 unless it is told otherwise."""
    return _window({names[2]: replace(values.PYTHON, size=Size(2)), **given}, names)


def _bordered(given: Given, names: Sequence[str]) -> Shape | None:
    """Convolution of contrib, which adds a border unless it is told otherwise."""
    return None if "rate" in given else _window({names[3]: replace(values.PYTHON, literal="'SAME'"), **given}, names)


def _slid(given: Given, names: Sequence[str], window: Sequence[Size], channels: Size) -> Shape | None:
    """The shape when a window has slid over the two sizes in the middle."""
    shape = given[names[0]].shape
    strides = _pair(given.get(names[2])) if names[2] in given else [Size(1), Size(1)]
    padding = literals.text(given[names[3]]) if names[3] in given else "valid"
    if shape is None or len(shape) != 4 or padding is None:
        return None
    same = padding.upper() == "SAME"
    middle = [_steps(each, *it, same) for each, it in zip(shape[1:3], zip(window, strides, strict=False), strict=False)]
    return (shape[0], *middle, channels) if len(middle) == 2 else (shape[0], MISSING, MISSING, channels)


def _steps(size: Size, window: Size, stride: Size, same: bool) -> Size:
    if same and stride.number == 1:
        return size
    if size.free:
        return FREE
    if size.number is None or stride.number is None or (window.number is None and not same):
        return MISSING
    wide = 1 if same or window.number is None else window.number
    return derived((size.number - wide) // stride.number + 1, (size, window, stride))


def _pair(value: Value | None) -> list[Size]:
    """The two sizes in the middle of `[1, 2, 2, 1]`, those of `(2, 2)`, or twice those of `2`."""
    if value is None:
        return []
    found = sizes_of(value)
    if found is None:
        return [value.size, value.size] if value.size is not None else []
    return list(found[1:3] if len(found) == 4 else found)


_RULES: Mapping[str, Callable[[Given, Sequence[str]], Shape | None]] = {
    "same": _same,
    "said": _said,
    "said_but_first": _said_but_first,
    "broadcast": _broadcast,
    "matmul": _matmul,
    "reshape": _reshape,
    "flatten": _flatten,
    "dense": _dense,
    "looked_up": _looked_up,
    "window": _window,
    "strided": _strided,
    "bordered": _bordered,
    "filter": _filter,
}
