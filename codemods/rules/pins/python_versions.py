"""Versions of Python that this TensorFlow does not run on, as files of many kinds name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.api.packages import oldest_python, python_version, tensorflow_version
from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.specifier import clauses, excludes, numbers

VERSION = re.compile(r"[\"']?(?P<version>\d\.\d+)(?:\.\d+)?(?:-dev)?[\"']?")
WHY = f"TensorFlow {tensorflow_version()} needs Python {oldest_python()} or later"


def is_old(version: str) -> bool:
    """Whether there is no TensorFlow 2 of today for this Python; not so for a mere `3`."""
    found = numbers(version)
    return found[:1] == (2,) or (len(found) > 1 and found < numbers(oldest_python()))


def version_edit(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    """A version in quotes or not, which is all of a piece of the text."""
    match = VERSION.fullmatch(file.text, start, end)
    if match is not None and is_old(match["version"]):
        quoted = file.text[start] in "\"'"
        yield file.replaced(start + quoted, end - quoted, python_version(), WHY)


def list_edit(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    """Versions between commas: the last old one becomes the new one, the other old ones go."""
    items = [item.strip() for item in file.text[start:end].split(",")]
    kept = remaining([VERSION.fullmatch(item) for item in items])
    if kept is not None:
        new = ", ".join(_renewed(items[number]) for number in kept)
        yield file.replaced(start, end, new, WHY)


def lines_edit(file: PinFile, items: list[tuple[int, int]]) -> Iterator[Finding]:
    """The same for versions that stand on a line each."""
    lines = [file.text.rfind("\n", 0, start) + 1 for start, _ in items]
    kept = remaining([VERSION.fullmatch(file.text, *item) for item in items])
    for number, item in enumerate(items) if kept is not None else ():
        if kept is not None and number not in kept:
            end = file.text.find("\n", item[1]) + 1 or len(file.text)
            yield file.replaced(lines[number], end, "", WHY)
        else:
            yield from version_edit(file, *item)


def remaining(found: list[re.Match[str] | None]) -> list[int] | None:
    """Which of these versions stay or are renewed; None if none is old, or something else stands among them."""
    versions = [match["version"] for match in found if match is not None]
    old = [number for number, version in enumerate(versions) if is_old(version)]
    if len(versions) < len(found) or not old:
        return None
    renewed = [] if python_version() in versions else old[-1:]
    return [number for number in range(len(versions)) if number not in old or number in renewed]


def _renewed(item: str) -> str:
    match = VERSION.fullmatch(item)
    if match is None or not is_old(match["version"]):
        return item
    quote = item[0] if item[0] in "\"'" else ""
    return f"{quote}{python_version()}{quote}"


def specifier_edit(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    """A specifier such as `>=2.7,<3.8`: it follows only if it leaves no Python to run on."""
    found = clauses(file.text[start:end])
    if found is not None and found and excludes(found, oldest_python()):
        yield file.replaced(start, end, f">={oldest_python()}", WHY)
