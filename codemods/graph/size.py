"""One size of a static shape, as far as the source tells it."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """`number`: what it is, where that is known; `expression`: the piece of the source that says it, and `names` what
    it reads, with their definitions; `owner`: the builders inside of which it was said, outermost first."""

    number: int | None = None
    expression: ast.expr | None = None
    names: tuple[tuple[str, int | None], ...] = ()
    owner: tuple[ast.FunctionDef, ...] = ()
    free: bool = False  # None in the program: it may be any number

    @property
    def is_known(self) -> bool:
        """Whether it can be written down."""
        return self.number is not None or self.expression is not None


Shape = tuple[Size, ...]
FREE = Size(free=True)
MISSING = Size()


def is_same(first: Size, second: Size) -> bool:
    """Whether two sizes are known to be the same."""
    if first.free or second.free or (first.number is not None and second.number is not None):
        return (first.free, first.number) == (second.free, second.number)
    if first.expression is None or second.expression is None:
        return False
    said = ast.dump(first.expression) == ast.dump(second.expression)
    return said and (first.names, first.owner) == (second.names, second.owner)
