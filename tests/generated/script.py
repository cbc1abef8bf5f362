"""A program that is being written: its lines, what it knows of its tensors, and where chance decides."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
WIDTH = 2  # of what the networks compute: one row for each row of `x`


@dataclass(frozen=True)
class Loss:
    """A number to make smaller. `fetched_beside` tells whether it is defined when it is fetched with its training:
    TensorFlow 1 says nothing about the order of an update and another read of the same variable."""

    name: str
    fetched_beside: bool
    scopes: tuple[str, ...]  # scopes that hold variables which it depends on
    variables: tuple[str, ...]  # expressions for some that it depends on


@dataclass
class Script:
    """Lines with the indentation of the open blocks, and the names of what they define."""

    chance: random.Random
    lines: list[str] = field(default_factory=list)
    depth: int = 0
    taken: set[str] = field(default_factory=set)
    inputs: dict[str, str] = field(default_factory=dict)  # optional placeholder -> what it is: rate, keep, training
    outputs: list[str] = field(default_factory=list)  # tensors [rows, WIDTH]
    numbers: list[str] = field(default_factory=list)  # scalar tensors, for fetching
    scopes: dict[str, tuple[str, ...]] = field(default_factory=dict)  # output -> scopes of its variables
    variables: dict[str, str] = field(default_factory=dict)  # variables with a name of their own -> their shapes
    trainable: list[str] = field(default_factory=list)  # expressions for trained variables, where some are known
    reached: dict[str, tuple[str, ...]] = field(default_factory=dict)  # output -> those of them that it depends on
    unlisted: bool = False  # whether some variables have no names that can be read from the source
    losses: list[Loss] = field(default_factory=list)
    trainings: list[tuple[str, Loss]] = field(default_factory=list)
    updates: list[str] = field(default_factory=list)  # other operations that change variables

    def write(self, *lines: str) -> None:
        for line in lines:
            self.lines.append("    " * self.depth + line if line else "")

    @contextmanager
    def block(self, header: str | None) -> Iterator[None]:
        """What is written inside stands below the header, one level deeper; without a header, where it would stand."""
        if header is not None:
            self.write(header)
            self.depth += 1
        yield
        if header is not None:
            self.depth -= 1

    def name(self, stem: str) -> str:
        """A name that is not used yet."""
        number = 0
        while (found := stem + (str(number) if number else "")) in self.taken:
            number += 1
        self.taken.add(found)
        return found

    def one(self, choices: Sequence[T]) -> T:
        return self.chance.choice(choices)

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"
