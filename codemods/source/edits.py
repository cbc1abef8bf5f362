"""Edits of one text: which of them can be made together, and the text that results."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codemods.rule import Edit


@dataclass(frozen=True)
class Settled:
    """Edits that can be made together, and those that overlap an earlier one; both in the order given."""

    accepted: tuple[Edit, ...]
    refused: tuple[Edit, ...]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after every edit that `settle` accepts. Insertions at one point keep their order."""
    accepted = enumerate(settle(edits).accepted)
    pieces: list[str] = []
    end = 0
    for _, edit in sorted(accepted, key=lambda item: (item[1].start, item[1].end > item[1].start, item[0])):
        pieces += (text[end : edit.start], edit.text)
        end = edit.end
    return "".join((*pieces, text[end:]))


def settle(edits: Iterable[Edit]) -> Settled:
    """Of edits that overlap the first one given wins."""
    given = tuple(edits)
    taken = settle_groups([(edit,) for edit in given])
    return Settled(
        tuple(edit for edit, good in zip(given, taken, strict=True) if good),
        tuple(edit for edit, good in zip(given, taken, strict=True) if not good),
    )


def settle_groups(groups: Iterable[Sequence[Edit]]) -> tuple[bool, ...]:
    """For each group of edits that only make sense together: can it be made, the groups before it having their way?"""
    replaced: list[tuple[int, int]] = []
    inserted: list[int] = []
    return tuple(_take(group, replaced, inserted) for group in groups)


def _take(group: Sequence[Edit], replaced: list[tuple[int, int]], inserted: list[int]) -> bool:
    if any(_overlaps(edit, replaced, inserted) for edit in group):
        return False
    for edit in group:
        if edit.end > edit.start:
            insort(replaced, (edit.start, edit.end))
        else:
            insort(inserted, edit.start)
    return True


def _overlaps(edit: Edit, replaced: list[tuple[int, int]], inserted: list[int]) -> bool:
    """An insertion overlaps a replacement only strictly inside of it; insertions never overlap one another."""
    after = bisect_left(replaced, (edit.start, edit.start))
    if after > 0 and replaced[after - 1][1] > edit.start:
        return True
    if edit.end == edit.start:
        return False
    if after < len(replaced) and replaced[after][0] < edit.end:
        return True
    point = bisect_left(inserted, edit.start + 1)
    return point < len(inserted) and inserted[point] < edit.end
