"""One requirement, wherever it stands: `tensorflow-gpu[x]==1.15 ; marker`, `tensorflow=1.15`, `"^1.15"`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.api.packages import bounds, follow_rows, normal
from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.specifier import Clause, admits_before, clauses, excludes, moved

_REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?P<extras>\s*\[[^\]\n]*\])?\s*(?P<spec>[^;@\s][^;@]*?)?"
    r"(?P<marker>\s*;.*)?\s*"
)
_ADDRESS = re.compile(r"(?:@|://).*tensorflow(?:_gpu|_cpu)?-1\.")
_OLD_MARKER = re.compile(r"python(?:_full)?_version")
_EXACT = ("==", "===", "=")


@dataclass(frozen=True)
class Requirement:
    """A requirement in a file: where its name and its specifier stand."""

    file: PinFile
    name: str
    name_at: tuple[int, int]
    spec: str
    spec_at: tuple[int, int]
    marker: str = ""


def requirement_at(file: PinFile, start: int, end: int) -> Requirement | None:
    """The requirement that is all of a piece of the text."""
    match = _REQUIREMENT.fullmatch(file.text, start, end)
    if match is None:
        return None
    spec_at = match.span("spec") if match["spec"] is not None else (match.end("name"), match.end("name"))
    return Requirement(
        file, normal(match["name"]), match.span("name"), match["spec"] or "", spec_at, match["marker"] or ""
    )


def check_text(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    """What becomes of a piece of text if it is a requirement."""
    if _ADDRESS.search(file.text, start, end):
        yield file.told(start, "an address of TensorFlow 1 stays; ask for tensorflow by its version instead")
        return
    found = requirement_at(file, start, end)
    if found is not None:
        yield from check_requirement(found)


def check_requirement(found: Requirement) -> Iterator[Finding]:
    """What becomes of a requirement: TensorFlow follows, and what would keep it from being installed."""
    known = clauses(found.spec)
    follow, bound = follow_rows().get(found.name), bounds("bounded").get(found.name)
    told = bounds("told").get(found.name)
    if follow is not None:
        yield from _tensorflow(found, known)
    elif known is None:
        return
    elif bound is not None and excludes(known, bound.minimum):
        why = f"TensorFlow needs {found.name} {bound.minimum} or later"
        if bound.unless_imported and found.name in found.file.imported:
            yield found.file.told(found.name_at[0], f"{found.name}{found.spec} stays, for programs import it; {why}")
            return
        yield _spec(found, _raised(known, bound.minimum, bound.version), why)
    elif told is not None and excludes(known, told.minimum):
        yield found.file.told(
            found.name_at[0], f"{found.name}{found.spec} stays; the first release for this Python is {told.minimum}"
        )


def _tensorflow(found: Requirement, known: tuple[Clause, ...] | None) -> Iterator[Finding]:
    follow = follow_rows()[found.name]
    if known is None:
        yield found.file.told(found.name_at[0], f"{found.name}{found.spec} is not understood and stays")
    elif _OLD_MARKER.search(found.marker) and (admits_before(known, 2) or follow.to != found.name):
        yield found.file.told(found.name_at[0], f"{found.name}{found.spec} stays, for it depends on the Python version")
    else:
        if follow.to != found.name:
            why = f"{found.name} is part of {follow.to}"
            yield found.file.replaced(*found.name_at, follow.to, why)
        if admits_before(known, 2):
            yield _spec(found, moved(known, follow.version), f"verified with {follow.to} {follow.version}")


def _spec(found: Requirement, text: str, why: str) -> Finding:
    start, end = found.spec_at
    bracketed = found.spec.startswith("(")
    return found.file.replaced(start, end, f"({text})" if bracketed else text, why)


def _raised(known: tuple[Clause, ...], minimum: str, version: str) -> str:
    """An exact pin becomes the version that was verified; a range becomes everything that TensorFlow can use."""
    exact = next((each.operator for each in known if each.operator in _EXACT), None)
    return f"{exact}{version}" if exact is not None else f">={minimum}"
