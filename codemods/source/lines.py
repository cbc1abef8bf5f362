"""Which line of an old text a line of a new one comes from."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher


def lines_before(old: str, new: str) -> Callable[[int], int]:
    """A function from a line of the new text (from 1) to the line of the old one that it stands for."""
    if old == new:
        return lambda line: line
    before, after = old.splitlines(), new.splitlines()
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()

    def line_before(line: int) -> int:
        for _, start, end, new_start, new_end in blocks:
            if new_start <= line - 1 < new_end:
                return min(start + line - 1 - new_start, max(start, end - 1)) + 1
        return max(1, len(before))

    return line_before
