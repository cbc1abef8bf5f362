"""Rows of array_calls.toml: calls that neither change nor keep the arrays that they are given."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import mapping, texts, toml

_POSITIONS = {"one": 1, "two": 2, "three": 3}
_COUNTS = {"one": 1, "two": 2, "any": 99}


@dataclass(frozen=True)
class Reading:
    """How many of the first arguments may be arrays, and whether the result may share what they hold."""

    arrays: int
    shared: bool


_DRAWING = Reading(_COUNTS["any"], shared=True)


def function(dotted: str) -> Reading | None:
    """What is known of a function by its name as an import writes it, or `builtins.x`."""
    return _DRAWING if _draws(dotted) else _functions().get(dotted)


def is_timeless(dotted: str) -> bool:
    """Whether it does not matter when the function is called: all that it reads is what it is given."""
    module = dotted.rpartition(".")[0]
    outside = dotted in _listed("outside", "functions") or module in _listed("outside", "modules") or _draws(dotted)
    return not outside and function(dotted) is not None


def method(name: str) -> Reading | None:
    """What is known of a method of arrays, lists, dictionaries and strings."""
    return _methods().get(name)


def tells_nothing(attribute: str) -> bool:
    """Whether an attribute of an array says nothing of what it holds, so that it cannot be changed through it."""
    return attribute in _listed("new", "attributes")


def shares_after_all(keyword: str | None) -> bool:
    """Whether an argument of this name makes such a call something else."""
    return keyword is None or keyword in _listed("but", "keywords")


def most_positional(name: str) -> int:
    """How many arguments a function or method may be given by position."""
    known = mapping(toml("array_calls.toml")["at_most"]).get(name)
    return known if isinstance(known, int) else _COUNTS["any"]


def module_of(dotted: str) -> str | None:
    """The module whose functions are methods of what this call makes."""
    if _draws(dotted):
        return dotted.rpartition(".")[0]
    known = mapping(toml("array_calls.toml")["methods_of"]).get(dotted)
    return known if isinstance(known, str) else None


def is_giving(dotted: str) -> bool:
    """Whether a function hands out nothing that anything else may change, except what it was given."""
    return dotted.partition(".")[0] in _listed("giving", "packages")


def is_quick(dotted: str | None) -> bool:
    """Whether a function gives a number or a text, or what it is given, and does nothing else."""
    return dotted in _listed("quick", "functions")


def gives_fixed(dotted: str) -> bool:
    """Whether what a function gives cannot change."""
    return dotted in _listed("fixed", "functions") or dotted.partition(".")[0] in _listed("fixed", "packages")


def shares(dotted: str) -> bool:
    """Whether what a function gives may be what it was given, or a part of it."""
    reading = function(dotted)
    return reading is not None and reading.shared


def changes_container(method: str) -> bool:
    """Whether a method changes the list, dictionary or set that it is called of."""
    return method in _listed("changing", "containers")


def changes_owner(method: str) -> bool:
    """Whether a method changes what it is called of."""
    return changes_container(method) or method in _listed("changing", "objects")


def changes_first(function: str) -> bool:
    """Whether a function changes its first argument; by the last part of its name."""
    return function in _listed("changing", "first")


def written_from(function: str) -> int:
    """How many of the first arguments of a function of NumPy are read; it writes to those behind them."""
    counts = (count for count in (1, 2) if function in _listed("changing", ("behind_one", "behind_two")[count - 1]))
    return next(counts, _COUNTS["any"])


def written_by(dotted: str) -> int:
    """The same for a function by its whole name, and for all that write to one of their arguments."""
    counts = (count for key, count in _POSITIONS.items() if dotted in _listed("written", key))
    return next(counts, _COUNTS["any"])


def is_view(name: str) -> bool:
    """Whether the result is a part of what a method is called of, or a function is given."""
    return name in _listed("viewing", "names")


def is_library(dotted: str) -> bool:
    """Whether it belongs to TensorFlow or another well-known package, whose functions change what they say they do."""
    package = dotted.partition(".")[0]
    return package in sys.stdlib_module_names or package in _libraries()


def _draws(dotted: str) -> bool:
    return dotted.rpartition(".")[0] in _listed("drawing", "modules")


@cache
def _libraries() -> frozenset[str]:
    return _listed("giving", "packages") | _listed("known", "packages")


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(texts(mapping(toml("array_calls.toml")[table]).get(key)))


@cache
def _functions() -> Mapping[str, Reading]:
    return {
        name: Reading(count, table == "shared")
        for table in ("new", "shared")
        for key, count in _COUNTS.items()
        for name in _listed(table, key)
    }


@cache
def _methods() -> Mapping[str, Reading]:
    return {name: Reading(1, table == "shared") for table in ("new", "shared") for name in _listed(table, "methods")}
