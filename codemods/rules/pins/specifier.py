"""Which versions a specifier admits, and the same specifier for later ones: `>=1.4,<2` becomes `>=2.21,<3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLAUSE = re.compile(r"(?P<operator>===|==|~=|!=|<=|>=|<|>|=|\^|~)(?P<gap>\s*)(?P<version>[\w.*+!-]+)")
_EXACT = ("==", "===", "=")
_CLOSE = ("~=", "^", "~")


@dataclass(frozen=True)
class Clause:
    """An operator and a version; `text`: as they stand, with what is between them."""

    operator: str
    version: str
    text: str

    @property
    def numbers(self) -> tuple[int, ...]:
        return numbers(self.version)


def numbers(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in found[0].split(".")) if found is not None else ()


def clauses(specifier: str) -> tuple[Clause, ...] | None:
    """The parts of a specifier; None if it is none that is understood here."""
    parts = [part.strip() for part in specifier.strip().strip("()").split(",")] if specifier.strip() else []
    found = [_CLAUSE.fullmatch(part) for part in parts]
    if any(match is None or not numbers(match["version"]) for match in found):
        return None
    return tuple(Clause(match["operator"], match["version"], match[0]) for match in found if match is not None)


def admits_before(found: Sequence[Clause], major: int) -> bool:
    """Whether the clauses name versions before this one, or none but those."""
    below = [each for each in found if each.operator != "!=" and each.numbers < (major,)]
    return bool(below) or any(_upper(each, (major,)) for each in found)


def moved(found: Sequence[Clause], target: str) -> str:
    """The clauses in their form, for the target and what follows it up to the next major version."""
    after = (numbers(target)[0] + 1,)
    new = [_moved(each, target, after) for each in found]
    lower = any(each.operator in (">", ">=", *_EXACT, *_CLOSE) for each in found)
    if not lower:
        new.insert(0, f">={'.'.join(target.split('.')[:2])}")
    return ",".join(new)


def _moved(clause: Clause, target: str, after: tuple[int, ...]) -> str:
    if clause.operator == "!=":
        return clause.text
    if clause.operator in (">", ">="):
        return f">={_like('1.1', target)}" if clause.numbers < numbers(target) else clause.text
    if clause.operator in ("<", "<="):
        return f"<{after[0]}" if clause.numbers <= numbers(target) else clause.text
    gap = clause.text[len(clause.operator) : len(clause.text) - len(clause.version)]
    return f"{clause.operator}{gap}{_like(clause.version, target)}"


def _like(version: str, target: str) -> str:
    """The target with as many numbers as a version has, two at least."""
    count = max(len(numbers(version)), 2)
    return ".".join(target.split(".")[:count]) + (".*" if version.endswith(".*") else "")


def excludes(found: Sequence[Clause], minimum: str) -> bool:
    """Whether no version from the minimum on is admitted."""
    return any(_excludes(each, numbers(minimum)) for each in found)


def _excludes(clause: Clause, minimum: tuple[int, ...]) -> bool:
    if clause.operator in _EXACT:
        if clause.version.endswith(".*") or clause.operator == "=":
            return clause.numbers < minimum[: len(clause.numbers)]
        return _padded(clause.numbers, minimum) < minimum
    if clause.operator == "^":
        return (clause.numbers[0] + 1,) <= minimum
    if clause.operator in ("~=", "~"):
        kept = clause.numbers[:-1] if clause.operator == "~=" else clause.numbers[:2]
        return bool(kept) and (*kept[:-1], kept[-1] + 1) <= minimum
    return _upper(clause, minimum)


def _upper(clause: Clause, minimum: tuple[int, ...]) -> bool:
    """Whether a clause admits only what is before the minimum."""
    bound = _padded(clause.numbers, minimum)
    full = _padded(minimum, bound)
    return (clause.operator == "<" and bound <= full) or (clause.operator == "<=" and bound < full)


def _padded(found: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """With as many numbers as the other has, zeros at the end."""
    return (*found, *(0,) * (len(other) - len(found)))
