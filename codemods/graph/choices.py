"""Optimizers of which one is chosen when the program runs: by an `if`, or by a conditional expression."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Choices:
    """`groups`: each construction of an optimizer with those that may stand in its place; `statements`: the `if`s that
    choose; `unnamed`: the optimizers that these make where they train."""

    groups: dict[ast.Call, tuple[ast.Call, ...]] = field(default_factory=dict)
    statements: set[ast.stmt] = field(default_factory=set)
    unnamed: set[ast.Call] = field(default_factory=set)

    def group(self, call: ast.Call) -> tuple[ast.Call, ...]:
        """The constructions of which one is chosen where this one stands."""
        return self.groups.get(call, (call,))

    def join(self, calls: Sequence[ast.Call]) -> None:
        """One of these is chosen."""
        every = tuple(dict.fromkeys(one for call in calls for one in self.group(call)))
        self.groups |= dict.fromkeys(every, every)
