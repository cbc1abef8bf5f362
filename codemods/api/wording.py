"""Rows of arguments*.toml in words, for people: what is written for a call, and under which conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.api.calls import CallRow, Conditions, ExpressionRow

_WRITTEN = {
    "": "{}",
    "float": "tf.cast({}, tf.float32)",
    "float32": "tf.cast({}, tf.float32)",
    "single": "{}",
    "factor": "{} * ",
}


def expression_wording(row: ExpressionRow) -> str:
    """The expression with the arguments of TensorFlow 1 by name: `tf.cast(x, tf.float32)`."""
    old = {new: name for name, new in row.arguments.items() if new is not None}
    rest = "".join(f", {new}={old.get(new, new)}" for new in row.rest)

    def written(slot: re.Match[str]) -> str:
        name, _, form = slot[1].partition(":")
        return rest if name == "rest" else _WRITTEN[form].format(old.get(name, name))

    return re.sub(r"\{([\w:]+)\}", written, row.text)


def condition_wordings(row: CallRow | ExpressionRow) -> Iterator[str]:
    """A line for each thing that the row adds, rewrites or demands."""
    if isinstance(row, CallRow):
        for name, text in row.wrap.items():
            unless = " unless it is plainly input data" if name in row.unless_data else ""
            yield f"{name} is written as {row.arguments.get(name, name)}={text.replace('{}', name)}{unless}"
        yield from (f"{name}={text} is added, so that the behaviour stays" for name, text in row.add.items())
    yield from _demands(row.conditions)


def _demands(conditions: Conditions) -> Iterator[str]:
    yield from (f"with {name}: not native, for {reason}" for name, reason in conditions.declines.items())
    for name, reason in conditions.numbers.items():
        yield f"only with a number written out as {name}: {reason}"
    for name in conditions.whole:
        yield f"not with a list written out as {name}: TensorFlow 2 spreads rows over partitions otherwise"
    for name in conditions.several:
        yield f"only with a list of two or more written out as {name}"
    if conditions.one_float:
        yield f"only if {' or '.join(conditions.one_float)} is plainly of a floating point type"
    if conditions.only_with:
        yield f"calls without {' and '.join(conditions.only_with)} stay as they are"
    if conditions.alike:
        first, *others = conditions.alike
        yield f"a {first} that plainly has the shape of {' or '.join(others)} lets the call stay as it is"
