"""What is fed, as a parameter of a function takes it: TensorFlow 1 made an array of the placeholder's dtype of it."""

from __future__ import annotations

import ast
import struct

from codemods.emit.fed_states import state_text
from codemods.emit.inputs import dtype_text
from codemods.emit.writer import Writer
from codemods.graph import literals
from codemods.graph.values import Value
from codemods.plan.slices import is_boolean

_EXACT = 2**24  # the whole numbers below it are the same in float32
_INTEGERS = frozenset({"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "int"})


def fed_text(writer: Writer, given: ast.expr, definition: int) -> str:
    """The expression; numbers of another kind than the placeholder's, which are refused, are made of that kind."""
    inputs = writer.node(writer.program.definitions[definition].node).inputs
    state = state_text(writer, given, definition)
    if state is not None:
        return state
    dtype = next((each.dtype for each in inputs if each.definition == definition and each.default is None), None)
    boolean = is_boolean(dtype)
    if not boolean and not _is_integer(dtype):
        return writer.text(given)
    if isinstance(given, ast.Name):
        found = [each for each in writer.program.definitions.values() if each.name == given.id]
        numbers = _numbers(found[0].value) if len(found) == 1 else None
        if not numbers or not _is_refused(numbers, boolean) or not all(_is_cast(each, boolean) for each in numbers):
            return writer.text(given)
        return f"{writer.tf}.cast({writer.text(given)}, {dtype_text(writer, dtype)})"
    converted = _converted(given, boolean)
    return writer.text(given) if converted is None else repr(converted)


def _is_integer(dtype: ast.expr | None) -> bool:
    match dtype:
        case ast.Attribute(attr=name) | ast.Name(id=name) | ast.Constant(value=str(name)):
            return name in _INTEGERS
        case _:
            return False


def _is_refused(numbers: list[float], boolean: bool) -> bool:
    """Whether TensorFlow 2 makes no tensor of the dtype of these numbers of Python."""
    return any(not isinstance(each, bool) if boolean else isinstance(each, float) for each in numbers)


def _is_cast(number: float, boolean: bool) -> bool:
    """Whether `tf.cast`, which makes a float32 of it first, gives what NumPy gave. It takes no Booleans among them."""
    if isinstance(number, bool) or not abs(number) < _EXACT:
        return False
    single = struct.unpack("f", struct.pack("f", number))[0]
    return bool(single) == bool(number) if boolean else int(single) == int(number)


def _numbers(value: Value) -> list[float] | None:
    """The numbers of a number or list that is known; None if anything of it is not."""
    if value.items is not None and value.keys is None:
        parts = [_numbers(each) for each in value.items]
        return None if any(each is None for each in parts) else [one for each in parts for one in each or ()]
    found = literals.known(value)
    return [found] if isinstance(found, int | float) else None


def _converted(given: ast.expr, boolean: bool) -> object | None:
    """The literal in the other kind; None if it is no literal, or fits as it is."""
    try:
        found = ast.literal_eval(given)
    except ValueError:
        return None
    numbers = _flat(found)
    if not numbers or not _is_refused(numbers, boolean) or any(each != each or abs(each) > 2**53 for each in numbers):
        return None
    return _each(found, bool if boolean else int)


def _flat(found: object) -> list[float] | None:
    if isinstance(found, list | tuple):
        parts = [_flat(each) for each in found]
        return None if any(each is None for each in parts) else [one for each in parts for one in each or ()]
    return [found] if isinstance(found, int | float) else None


def _each(found: object, kind: type[int]) -> object:
    if isinstance(found, list):
        return [_each(each, kind) for each in found]
    if isinstance(found, tuple):
        return tuple(_each(each, kind) for each in found)
    return kind(found) if isinstance(found, int | float) else found
