"""Joining, iterating and flattening of abstract values."""

from __future__ import annotations

from codemods.graph import values
from codemods.graph.values import Kind, Value, computed, container, elements, join, lateness, parts, repeated

W = Value(Kind.VARIABLE, serial=3)


def test_parts_are_the_leaves_in_order() -> None:
    nested = container([values.TENSOR, container([W, values.PYTHON], "tuple")], "list")
    assert parts(nested) == (values.TENSOR, W, values.PYTHON)
    assert lateness(nested) == Kind.TENSOR
    assert parts(container([], "list")) == () and lateness(container([], "list")) == Kind.PYTHON


def test_reading_a_variable_or_an_input_computes_a_tensor() -> None:
    assert computed([W]) == computed([Value(Kind.INPUT)]) == values.TENSOR
    assert computed([values.CONSTANT, values.PYTHON]) == values.CONSTANT
    assert computed([values.SESSION]) == values.PYTHON


def test_join_is_the_later_of_two_and_goes_into_containers() -> None:
    assert join(values.PYTHON, values.TENSOR) == join(values.TENSOR, values.PYTHON) == values.TENSOR
    joined = join(container([W, values.PYTHON], "list"), container([values.PYTHON, values.TENSOR], "list"))
    assert joined.items == (W, values.TENSOR)


def test_elements_of_known_and_unknown_containers() -> None:
    assert elements(container([values.PYTHON, W], "list")) == W
    assert elements(Value(Kind.PYTHON, element=values.TENSOR, sequence="list")) == values.TENSOR
    assert elements(values.PYTHON) == values.PYTHON


def test_what_is_repeated_is_no_longer_one_variable() -> None:
    assert repeated(W).serial is None
    assert [part.serial for part in parts(repeated(container([W, W], "list")))] == [None, None]
