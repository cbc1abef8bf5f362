"""What it does
    Moves pins of TensorFlow 1, and of Pythons that are too old for TensorFlow 2, to the versions that migrated code was
    verified with, and adds the packages that the migrated code now imports.

Why
    Migrated code does not run on TensorFlow 1, and the packages of its time cannot be installed beside TensorFlow 2.

Example
    `tensorflow-gpu==1.15.0  # fast` in requirements.txt becomes `tensorflow==2.21.0  # fast`; `python:3.6-slim` in a
    Dockerfile becomes `python:3.11-slim`.

When it declines
    If a program below the file is blocked or cannot be read, or a module there that belongs to no program still needs
    TensorFlow 1. Lock files, files with hashes, addresses of wheels, and requirements for certain Pythons are reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from codemods.rule import Finding
from codemods.rules.pins import build_servers, conda, images, requirement_files, setup_files
from codemods.rules.pins.pin_file import RULE, PinFile

__all__ = ["RULE", "check", "may_pin"]
Check = Callable[[PinFile], Iterator[Finding]]

_KINDS: tuple[tuple[re.Pattern[str], Check], ...] = tuple(
    (re.compile(pattern), check)
    for pattern, check in (
        (r"(?:.*/)?[^/]*(?:requirements|constraints)[^/]*\.(?:txt|in|pip)", requirement_files.check),
        (r"(?:.*/)?requirements/[^/]+\.(?:txt|in|pip)", requirement_files.check),
        (r"(?:.*/)?setup\.py", setup_files.check_setup_py),
        (r"(?:.*/)?setup\.cfg", setup_files.check_setup_cfg),
        (r"(?:.*/)?tox\.ini", setup_files.check_tox),
        (r"(?:.*/)?(?:pyproject\.toml|Pipfile)", setup_files.check_pyproject),
        (r"(?:.*/)?[^/]*(?:environment|conda)[^/]*\.ya?ml", conda.check),
        (r"(?:.*/)?(?:[^/]*\.)?[Dd]ockerfile(?:[-._][^/]*)?", images.check),
        (r"(?:.*/)?\.travis\.yml|(?:.*/)?\.gitlab-ci\.yml|appveyor\.yml|\.circleci/config\.yml", build_servers.check),
        (r"\.github/workflows/[^/]+\.ya?ml", build_servers.check),
    )
)
_LOCKS = re.compile(r"(?:.*/)?(?:Pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|conda-lock\.ya?ml)")
_PINNED = re.compile(
    r"(?<![\w.-])tensorflow(?:[-_](?:gpu|cpu))?(?:\[[\w, -]*\])?[\"']?\s*(?:(?:==?=?|~=?|<=?|>=?|\^)|[=:]\s*[{\"'])"
    r"[^#\n]{0,20}?(?<![\d.])[01]\.\d"
)


def may_pin(path: str) -> bool:
    """Whether a file of this name is looked at."""
    return _LOCKS.fullmatch(path) is not None or _check_of(path) is not None


def _check_of(path: str) -> Check | None:
    return next((check for pattern, check in _KINDS if pattern.fullmatch(path)), None)


def check(file: PinFile) -> tuple[Finding, ...]:
    """What becomes of the pins of a file. A pin of TensorFlow 1 that no finding speaks of is reported."""
    if _LOCKS.fullmatch(file.path):
        why = "a lock file stays: lock again once the file that it follows has changed"
        return (file.told(0, why),) if "tensorflow" in file.text else ()
    found = _check_of(file.path)
    findings = [] if found is None else list(dict.fromkeys(found(file)))
    if not any((each.place.line, each.place.column, each.edits) == (1, 0, ()) for each in findings):
        findings += _not_understood(file, {each.place.line for each in findings})
    return tuple(sorted(findings, key=lambda each: (each.place, each.message)))


def _not_understood(file: PinFile, spoken_of: set[int]) -> Iterator[Finding]:
    for number, (start, line) in enumerate(file.lines(), 1):
        if number not in spoken_of and not line.lstrip().startswith("#") and _PINNED.search(line):
            yield file.told(start, "what may be a pin of TensorFlow 1 stays, for it is not understood here")
