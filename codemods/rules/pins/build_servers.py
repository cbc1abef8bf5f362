"""Files of build servers (.travis.yml, workflows of GitHub, .circleci): versions of Python, packages installed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.rule import Finding
from codemods.rules.pins.commands import check_commands, check_variables
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.python_versions import VERSION, WHY, is_old, lines_edit, list_edit, version_edit

_KEY = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?(?P<key>python|python-version|python_version)[ \t]*:[ \t]*"
    r"(?P<value>[^#\n]*)(?:#.*)?"
)
_DEPENDS = re.compile(
    r"==?[ \t]*\$?[\"']?\$?\{?TRAVIS_PYTHON_VERSION|TRAVIS_PYTHON_VERSION\}?[\"']?[ \t]*==?"
    r"|matrix\.python[\w-]*[ \t]*[=!]="
)
_ITEM = re.compile(rf"(?P<indent>[ \t]*)-[ \t]+(?P<value>{VERSION.pattern.replace('?P<version>', '?:')})[ \t]*(?:#.*)?")
_IMAGE = re.compile(
    r"\b(?:circleci|cimg)/python:(?P<version>\d\.\d+)|(?<![\w/])image:[ \t]*[\"']?python:(?P<plain>\d\.\d+)"
)


def check(file: PinFile) -> Iterator[Finding]:
    """Findings for the file of a build server."""
    lines = [*file.lines()]
    depends = _DEPENDS.search(file.text)
    for number, (start, line) in enumerate(lines):
        key = _KEY.fullmatch(line.rstrip())
        if key is None:
            continue
        value, at = key["value"].rstrip(), start + key.start("value")
        if depends is not None and value:
            yield from _one_of_several(file, at, value)
        elif depends is not None:
            for first, last in _items(lines[number + 1 :], len(key["indent"]))[:1]:
                yield from _one_of_several(file, first, file.text[first:last])
        elif key["dash"] or (key["indent"] and file.path.endswith(".travis.yml")):
            yield from _one_of_several(file, at, value)
        elif value.startswith("[") and value.endswith("]"):
            yield from list_edit(file, at + 1, at + len(value) - 1)
        elif value:
            yield from version_edit(file, at, at + len(value))
        else:
            yield from lines_edit(file, _items(lines[number + 1 :], len(key["indent"])))
    for found in _IMAGE.finditer(file.text):
        if is_old(found["version"] or found["plain"]):
            yield file.told(found.start(), "an image with an old Python stays")
    yield from check_commands(file, 0, len(file.text))
    yield from check_variables(file)


def _one_of_several(file: PinFile, at: int, value: str) -> Iterator[Finding]:
    """A combination of versions: whether it is to follow or to go cannot be said."""
    version = VERSION.fullmatch(value)
    if version is not None and is_old(version["version"]):
        yield file.told(at, f"a combination with Python {version['version']} stays; {WHY}")


def _items(lines: list[tuple[int, str]], indent: int) -> list[tuple[int, int]]:
    """The versions on the lines below a key."""
    found: list[tuple[int, int]] = []
    for start, line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.fullmatch(line)
        if item is None or len(item["indent"]) < indent:
            if line.lstrip().startswith("- ") and len(line) - len(line.lstrip()) >= indent:
                return []
            break
        found.append((start + item.start("value"), start + item.end("value")))
    return found
