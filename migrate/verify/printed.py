"""Compares what both programs print: numbers in lines that otherwise read the same.

Text decides only for numbers that the old program prints alike in two runs of its own; lines about time never count.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from migrate.verify.failures import Failure

NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?(?![\w])")
TIMING = re.compile(r"time|secs?\b|seconds?|elapsed|duration|speed|\bms\b|/s\b|/sec|date|0x[0-9a-f]{6}", re.IGNORECASE)
RELATIVE = 2e-3
NOISE_FACTOR = 20.0
STABLE = 0.05


@dataclass(frozen=True)
class PrintedResult:
    """`lines`: how many lines were compared; `numbers`: how many numbers in them."""

    lines: int
    numbers: int
    max_abs: float
    max_rel: float
    same_lines: bool
    failures: tuple[Failure, ...]


def compare_printed(old: str, new: str, again: str | None, after: int) -> PrintedResult:
    """Compare line by line where the words agree; `again` is what the old program printed in a second run."""
    old_lines, new_lines = old.splitlines(), new.splitlines()
    stable = stable_numbers(old_lines, again.splitlines()) if again is not None else {}
    failures: list[Failure] = []
    numbers = lines = 0
    worst_abs = worst_rel = 0.0
    for first, second in matching(old_lines, new_lines):
        if TIMING.search(old_lines[first]):
            continue
        lines += 1
        for index, (mine, theirs) in enumerate(number_pairs(old_lines[first], new_lines[second])):
            spread = stable.get((first, index), 0.0 if again is None else None)
            if spread is None:
                continue
            numbers += 1
            gap = abs(float(mine) - float(theirs))
            worst_abs, worst_rel = max(worst_abs, gap), max(worst_rel, gap / max(abs(float(mine)), 1e-30) if gap else 0)
            if gap > RELATIVE * abs(float(mine)) + NOISE_FACTOR * spread + 1.01 * last_place(mine):
                failures.append(failure(after, old_lines[first], new_lines[second], gap))
    same = [skeleton(line) for line in old_lines] == [skeleton(line) for line in new_lines]
    return PrintedResult(lines, numbers, worst_abs, worst_rel, same, tuple(failures))


def stable_numbers(old: list[str], again: list[str]) -> dict[tuple[int, int], float]:
    """(line, number in it) -> how much it varies between two runs; numbers that vary a lot are left out."""
    found = {}
    for first, second in matching(old, again):
        for index, (mine, theirs) in enumerate(number_pairs(old[first], again[second])):
            gap = abs(float(mine) - float(theirs))
            if gap <= STABLE * abs(float(mine)) + last_place(mine):
                found[(first, index)] = max(0.0, gap - last_place(mine))
    return found


def matching(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Positions of lines whose words agree, in order."""
    first, second = [skeleton(line) for line in old], [skeleton(line) for line in new]
    if first == second:
        return [(i, i) for i in range(len(old))]
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return [(a + i, b + i) for a, b, size in matcher.get_matching_blocks() for i in range(size)]


def skeleton(line: str) -> str:
    """The line without its numbers and without what depends on their width."""
    return " ".join(NUMBER.sub("#", line).replace("[", "[ ").replace("]", " ]").split())


def number_pairs(old: str, new: str) -> list[tuple[str, str]]:
    return list(zip(NUMBER.findall(old), NUMBER.findall(new), strict=False))


def last_place(number: str) -> float:
    """Value of one unit in the last printed place."""
    mantissa, _, exponent = number.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(10.0 ** (int(exponent or 0) - decimals)) if "." in mantissa or exponent else 0.0


def failure(after: int, old: str, new: str, gap: float) -> Failure:
    return Failure(after, None, "printed", "standard output", "other numbers are printed", old[:200], new[:200], gap)
