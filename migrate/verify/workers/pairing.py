"""Which variable of the new program is which of the old one? By name, else by order among those of one form.

Pure: used while the new program runs (a variable needs its first value when it is made) and again afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANONYMOUS = re.compile(r"(^|.*_)Variable(_\d+)?$")


@dataclass(frozen=True)
class Named:
    """What pairing knows of a variable."""

    name: str
    shape: tuple[int, ...]
    dtype: str

    @property
    def form(self) -> tuple[tuple[int, ...], str]:
        return (self.shape, self.dtype)


def normalise(name: str) -> str:
    """One spelling: `Generator/dense/kernel:0` and the Keras path `Generator_dense/kernel` are the same."""
    return re.sub(r":\d+$", "", name).replace("/", "_")


def is_anonymous(variable: Named) -> bool:
    """Was the name given by TensorFlow rather than by the program?"""
    return ANONYMOUS.match(normalise(variable.name)) is not None


def last_word(variable: Named) -> str:
    """`kernel` of `dense_1/kernel:0`; numbers that make names unique do not count."""
    word = re.sub(r":\d+$", "", variable.name).rsplit("/", 1)[-1]
    return re.sub(r"_\d+$", "", word)


def pair(old: list[Named], new: list[Named]) -> list[int | None]:
    """For each new variable the position of its old one, or None. Both lists are in order of creation."""
    partner: list[int | None] = [None] * len(new)
    taken: set[int] = set()
    pair_by_name(old, new, partner, taken)
    keys = (
        lambda v: (v.form, is_anonymous(v), last_word(v)),
        lambda v: (v.form, last_word(v)),
        lambda v: v.form,
    )
    for key in keys:
        for position, variable in enumerate(new):
            if partner[position] is None:
                pair_in_order(position, key(variable), [key(v) for v in old], partner, taken)
    return partner


def pair_by_name(old: list[Named], new: list[Named], partner: list[int | None], taken: set[int]) -> None:
    """Equal names that occur once on each side, with equal form; names that TensorFlow made up do not count."""
    old_names = [normalise(v.name) for v in old]
    new_names = [normalise(v.name) for v in new]
    for position, name in enumerate(new_names):
        if is_anonymous(new[position]) or new_names.count(name) != 1 or old_names.count(name) != 1:
            continue
        candidate = old_names.index(name)
        if old[candidate].form == new[position].form:
            partner[position] = candidate
            taken.add(candidate)


def pair_in_order(
    position: int, key: object, old_keys: list[object], partner: list[int | None], taken: set[int]
) -> None:
    """The first old variable of the same key that is still free."""
    for candidate, old_key in enumerate(old_keys):
        if candidate not in taken and old_key == key:
            partner[position] = candidate
            taken.add(candidate)
            return
