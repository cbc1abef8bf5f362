"""What an expression denotes while the graph is being built: its kind, and the elements of known containers."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from codemods.graph.size import Shape, Size


class Kind(IntEnum):
    """Ordered by lateness: an expression is as late as its latest part."""

    PYTHON = 0
    API = 1  # a TensorFlow symbol or module
    FUNCTION = 2  # a function of the program
    SESSION = 3
    INIT = 4  # an operation that initialises variables
    OPTIMIZER = 5
    CONSTANT = 6  # a tensor that depends on nothing that changes between runs
    VARIABLE = 7
    RANDOM = 8  # a tensor drawn anew in every run, depending on no input and no variable
    INPUT = 9
    TENSOR = 10
    UPDATE = 11  # changes variables when it runs
    UNKNOWN = 12  # not understood; an obstacle has been noted


@dataclass(frozen=True)
class Value:
    """An abstract value. `items`: the elements of a tuple, list or dict whose structure is known (`keys` for a dict);
    `element`: what any element of a container of unknown length is."""

    kind: Kind
    items: tuple[Value, ...] | None = None
    keys: tuple[str, ...] | None = None
    element: Value | None = None
    api: str | None = None
    function: ast.FunctionDef | ast.Lambda | None = None
    site: ast.expr | None = None  # the expression that made a variable or optimizer
    sequence: str | None = None  # "list", "tuple" or "dict" for containers with items
    serial: int | None = None  # tells variables apart; None where one expression stands for several
    feed: ast.Dict | None = None  # the literal of a dictionary whose keys are tensors
    state: Value | None = None  # of a recurrent cell: the structure of its state
    inner: tuple[Value, ...] = ()  # of a recurrent cell: the cells that it is made of
    fed: tuple[int, ...] = ()  # of a recurrent cell: the placeholders that set its dropout
    literal: str | None = None  # the `repr` of a plain value that is known
    shape: Shape | None = None  # of a tensor or variable: its static shape, where that is known
    full_names: tuple[str, ...] = ()  # of a variable in a list that the graph was asked for: all its site stands for
    size: Size | None = None  # of a plain number: which size it is of a static shape
    rate: tuple[str, int] | None = None  # of an optimizer: name and definition of the tensor that decays its rate
    trainable: bool = True  # of a variable; in a list that the graph was asked for: all that its site stands for
    others: tuple[Value, ...] = ()  # the variables that it may be instead, or that a container may hold beside


DATASET = "dataset"
DATASET_ITERATOR = "dataset iterator"
INITIALIZER = "initializer of a dataset iterator"
ITERATOR = "iterator"  # marks what can be gone through only once
STATIC = "static shape"  # marks the static shape of a tensor
AVERAGES = "moving averages"  # marks what keeps moving averages, and each of these
DECAY = "decay"  # marks a learning rate that decays with a counter, a float32 number
VIEW = "view"  # marks what shares the buffer of a variable: a run gives it as it is after all updates
BRANCH = "branch"  # marks an update that gives what one of its branches returned
CHECK = "check"  # marks an operation that fails where what it was told is not so
STRUCTURE = "structure"  # marks the state of a recurrent cell: a structure with types of its own

PYTHON = Value(Kind.PYTHON)
CONSTANT = Value(Kind.CONSTANT)
TENSOR = Value(Kind.TENSOR)
RANDOM = Value(Kind.RANDOM)
UPDATE = Value(Kind.UPDATE)
UNKNOWN = Value(Kind.UNKNOWN)
SESSION = Value(Kind.SESSION)
INIT = Value(Kind.INIT)

PER_RUN = frozenset({Kind.RANDOM, Kind.INPUT, Kind.TENSOR, Kind.UPDATE})


def parts(value: Value) -> tuple[Value, ...]:
    """The leaves of a value, through containers, and the variables that may stand in their place."""
    if value.items is not None:
        return (*(leaf for item in value.items for leaf in parts(item)), *value.others)
    if value.element is not None:
        return (*parts(value.element), *value.others)
    return (value, *value.others)


def cells_in(cell: Value) -> frozenset[object]:
    """What tells a recurrent cell and the cells inside of it from others: the serial, or where several were made."""
    inside = {each for inner in cell.inner for each in cells_in(inner)}
    return frozenset({cell.site if cell.serial is None else cell.serial, *inside})


def lateness(value: Value) -> Kind:
    """The latest kind anywhere in the value."""
    return max((leaf.kind for leaf in parts(value)), default=Kind.PYTHON)


def computed(values: Iterable[Value]) -> Value:
    """What an ordinary operation on these values gives: reading a variable gives a tensor."""
    latest = max((lateness(value) for value in values), default=Kind.PYTHON)
    if latest in (Kind.VARIABLE, Kind.INPUT):
        return TENSOR
    if latest in (Kind.API, Kind.FUNCTION, Kind.OPTIMIZER, Kind.SESSION, Kind.INIT):
        return PYTHON
    return Value(latest)


def join(first: Value, second: Value) -> Value:
    """What a name may denote after two branches."""
    if first == second:
        return first
    if first.items is not None and second.items is not None and len(first.items) == len(second.items):
        return replace(first, items=tuple(join(a, b) for a, b in zip(first.items, second.items, strict=True)))
    kept, left = (first, second) if lateness(first) >= lateness(second) else (second, first)
    found = _beside(unknown(kept), left)
    return found if first.trainable and second.trainable else replace(found, trainable=False)


def _beside(value: Value, left: Value) -> Value:
    """The value, with the variables of the one that it stands for, too."""
    known = {(each.serial, each.site) for each in parts(value)}
    lost = [replace(each, others=()) for each in parts(left) if each.kind == Kind.VARIABLE]
    new = {(each.serial, each.site): each for each in lost if (each.serial, each.site) not in known}
    return replace(value, others=(*value.others, *new.values())) if new else value


def unknown(value: Value) -> Value:
    """The value where it may be another one of its kind."""
    if value.literal is None and value.shape is None and value.size is None:
        return value
    return replace(value, literal=None, shape=None, size=None)


def repeated(value: Value) -> Value:
    """The value as made any number of times: its variables are no longer one each."""
    if value.items is not None:
        return replace(value, items=tuple(repeated(item) for item in value.items))
    if value.element is not None:
        return replace(value, element=repeated(value.element))
    return replace(value, serial=None, others=tuple(repeated(each) for each in value.others))


def holder(name: str, value: Value, site: ast.expr | None) -> str | None:
    """What the variable that was made there is read by, where a name stands for this value."""
    parts_of = [("", value)] if value.items is None else list(zip(_keys(value), value.items, strict=True))
    for key, part in parts_of:
        if part.kind == Kind.VARIABLE and part.site is site and part.items is None and part.element is None:
            return f"{name}{key}"
    return None


def _keys(value: Value) -> list[str]:
    return [f"[{each!r}]" for each in value.keys or range(len(value.items or ()))]


def container(values: Iterable[Value], sequence: str, keys: tuple[str, ...] | None = None) -> Value:
    """A tuple, list or dict of these values."""
    return Value(Kind.PYTHON, items=tuple(values), keys=keys, sequence=sequence)


def elements(value: Value) -> Value:
    """What iterating over the value yields."""
    if value.items is not None:
        merged = PYTHON
        for item in value.items:
            merged = join(merged, item)
        return merged
    if value.element is not None:
        return value.element
    return computed([value])
