"""A file that pins versions, as the rules of this group see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from codemods.api.packages import Needed
from codemods.rule import Edit, Finding, Place, Safety

RULE = "pins"


@dataclass(frozen=True)
class PinFile:
    """`needed`: packages that the migrated programs import and did not import before; `imported`: packages whose pins
    stay because a program imports them."""

    path: str
    text: str = field(repr=False)
    needed: tuple[Needed, ...] = ()
    imported: frozenset[str] = frozenset()

    def replaced(self, start: int, end: int, text: str, why: str) -> Finding:
        """A finding that replaces a piece of the text."""
        return Finding(RULE, self.place(start), why, Safety.SAFE, (Edit(start, end, text),))

    def told(self, start: int, why: str) -> Finding:
        """A finding that changes nothing."""
        return Finding(RULE, self.place(start), why, Safety.NOTE)

    def place(self, offset: int) -> Place:
        """Where a character of the text stands."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.path, self.text.count("\n", 0, offset) + 1, offset - line_start)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Where each line begins, and its text without the line's end."""
        start = 0
        for line in self.text.splitlines(keepends=True):
            yield start, line.rstrip("\r\n")
            start += len(line)

    @property
    def newline(self) -> str:
        """How lines of the file end."""
        return "\r\n" if "\r\n" in self.text else "\n"
