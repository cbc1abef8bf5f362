"""A place where the two programs differ."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("initial", "call", "output", "gradient", "update", "variable", "printed")


@dataclass(frozen=True)
class Failure:
    """What differs, first seen in event `call` (-1: before the first one; the number of events: after the last).

    `certain`: no growth of rounding errors can explain it.
    """

    call: int
    step: str | None
    kind: str
    name: str
    message: str
    old: object = None
    new: object = None
    max_abs: float | None = None
    certain: bool = False

    @property
    def key(self) -> tuple[int, str, str]:
        """What makes two failures of different runs the same one."""
        return self.call, self.kind, self.name


def first_of(failures: tuple[Failure, ...]) -> Failure | None:
    """The earliest difference; within one event causes come before consequences."""
    order = {kind: position for position, kind in enumerate(KINDS)}
    return min(failures, key=lambda f: (f.call, order[f.kind], f.name), default=None)
