"""The names of variables in TensorFlow 1, and so in its checkpoints: unique among all operations of the graph."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from codemods.api import table
from codemods.graph.op_names import OpNames, is_default

VARIABLE = "tf.Variable"
CELLS = "cells"  # of the variables of recurrent cells, instead of an API


class Made(NamedTuple):
    """What made variables. `name`: of the variable, or the scope of those of a layer; empty where a query could not
    tell it. `known`: the name that was asked for, before it is made unique. `serial`: tells variables apart. `settled`:
    whether they are trainable is known."""

    name: str
    site: ast.expr
    trainable: bool
    api: str = ""
    known: str = ""
    serial: int | None = None
    settled: bool = True


def variable_names(made: Sequence[Made], op_names: OpNames) -> list[tuple[str, ...] | None]:
    """For each the names of its variables; None where they are not known from the source."""
    asked = [_asked(each) for each in made]
    counts = Counter(name.lower() for names in asked for name in names)
    vague = any(not names and not scope_of(each) for each, names in zip(made, asked, strict=True))  # it may take any
    scopes = tuple(scope_of(each) for each, names in zip(made, asked, strict=True) if not names and scope_of(each))
    taken: set[str] = set()
    found: list[tuple[str, ...] | None] = []
    for each, names in zip(made, asked, strict=True):
        numbered = any(counts[name.lower()] > 1 for name in names)
        plain = bool(names) and all(_is_plain(op_names, name, counts[name.lower()]) for name in names)
        plain = plain and not any(name.startswith(scopes) for name in names)
        plain = plain and (each.api != VARIABLE or _is_below_plain(op_names, names[0]))
        if not plain or (numbered and (vague or each.api != VARIABLE)) or (vague and is_numbered(names[-1])):
            found.append(None)
            continue
        found.append(tuple(_unique(name, taken) for name in names))
        taken |= {name.lower() for name in found[-1] or ()}
    return found


def possible_names(made: Sequence[Made], op_names: OpNames) -> list[tuple[str, ...]]:
    """For each the names that its variables may have; none where they are not known from the source."""
    named = variable_names(made, op_names)
    return [_possible(each, op_names) if names is None else names for each, names in zip(made, named, strict=True)]


def _possible(made: Made, op_names: OpNames) -> tuple[str, ...]:
    """Those of a layer whose arguments decide which of its variables there are."""
    row, scope = table.layer(made.api), scope_of(made)
    names = tuple(f"{scope}{weight}" for weight in row.weights) if row is not None and row.stateful and scope else ()
    return names if all(_is_plain(op_names, name, 1) for name in names) else ()


def _asked(made: Made) -> tuple[str, ...]:
    """The names that are asked for; none if they are not known."""
    if made.api == CELLS or not made.known or "?" in made.known:
        return ()
    row = table.layer(made.api)
    if row is not None and row.stateful:
        return ()  # which variables it has depends on its arguments
    return (made.known,) if row is None else tuple(f"{made.known}/{weight}" for weight in row.weights)


def scope_of(made: Made) -> str:
    """What the names of a layer or of recurrent cells begin with, also where they are not known; else empty."""
    full = made.name if made.api == CELLS else made.known
    row = table.layer(made.api)
    layered = made.api == CELLS or (row is not None and bool(row.weights))
    return f"{full}/" if layered and full and "?" not in full else ""


def is_numbered(name: str) -> bool:
    """Whether the name is one that TensorFlow gives to what has none, and numbers."""
    last = re.sub(r"_\d+$", "", name.rsplit("/", 1)[-1].lower())
    return last == "variable"


def _is_plain(op_names: OpNames, name: str, count: int) -> bool:
    """Whether nothing but variables can have the name, or take it from them."""
    last = re.sub(r"_\d+$", "", name.rsplit("/", 1)[-1].lower())
    known = bool(name) and "?" not in name and name.lower() not in op_names.loose
    own = last in ("variable", "global_step") or not is_default(last)
    numbered = re.search(r"_\d+$", name) is not None
    return known and own and not op_names.is_of_operation(name) and not (numbered and count > 1)


def _is_below_plain(op_names: OpNames, name: str) -> bool:
    """Whether operations without a name of their own cannot have given the name scopes other numbers."""
    parts = name.lower().split("/")[:-1]
    scopes = ["/".join(parts[: number + 1]) for number in range(len(parts))]
    plain = not any(is_default(re.sub(r"_\d+$", "", part)) for part in parts)
    return plain and op_names.loose.isdisjoint(scopes)


def _unique(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found.lower() in taken:
        found, number = f"{name}_{number}", number + 1
    return found
