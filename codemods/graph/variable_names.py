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


class Made(NamedTuple):
    """What made variables. `name`: of the variable, or the scope of those of a layer; empty where a query could not
    tell it. `known`: the name that was asked for, before it is made unique. `serial`: tells variables apart."""

    name: str
    site: ast.expr
    trainable: bool
    api: str = ""
    known: str = ""
    serial: int | None = None


def variable_names(made: Sequence[Made], op_names: OpNames) -> list[tuple[str, ...] | None]:
    """For each the names of its variables; None where they are not known from the source."""
    asked = [_asked(each) for each in made]
    counts = Counter(name.lower() for names in asked for name in names)
    vague = any(not names for names in asked)  # it may take any name, and so change the number of another
    taken: set[str] = set()
    found: list[tuple[str, ...] | None] = []
    for each, names in zip(made, asked, strict=True):
        numbered = any(counts[name.lower()] > 1 for name in names)
        plain = bool(names) and all(_is_plain(op_names, name, counts[name.lower()]) for name in names)
        if not plain or (numbered and (vague or each.api != VARIABLE)) or (vague and is_numbered(names[-1])):
            found.append(None)
            continue
        found.append(tuple(_unique(name, taken) for name in names))
        taken |= {name.lower() for name in found[-1] or ()}
    return found


def _asked(made: Made) -> tuple[str, ...]:
    """The names that are asked for; none if they are not known."""
    if not made.known or "?" in made.known:
        return ()
    row = table.layer(made.api)
    if row is not None and row.stateful:
        return ()  # which variables it has depends on its arguments
    return (made.known,) if row is None else tuple(f"{made.known}/{weight}" for weight in row.weights)


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
    return known and own and op_names.counts.get(name.lower(), 0) <= count and not (numbered and count > 1)


def _unique(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found.lower() in taken:
        found, number = f"{name}_{number}", number + 1
    return found
