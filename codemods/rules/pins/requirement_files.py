"""requirements.txt and its like: a requirement on each line. What the programs need now stands below TensorFlow."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.api.packages import Needed, follow_rows, normal
from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.requirement import Requirement, check_text, requirement_at
from codemods.rules.pins.specifier import admits_before, clauses


def check(file: PinFile) -> Iterator[Finding]:
    """Findings for a requirements or constraints file."""
    found = [each for each in (_on_line(file, *line) for line in file.lines()) if each is not None]
    own = [each for each in found if each.name in follow_rows()]
    if "--hash" in file.text:
        if any(admits_before(clauses(each.spec.split("--hash")[0].strip(" \\")) or (), 2) for each in own):
            yield file.told(own[0].name_at[0], "TensorFlow is pinned with hashes: compile the file anew")
        return
    findings = [finding for start, line in file.lines() for finding in _check_line(file, start, line, own)]
    yield from findings
    if own:
        yield from _needed(file, own[-1], {each.name for each in found})


def _on_line(file: PinFile, start: int, line: str) -> Requirement | None:
    start, end = _code(start, line)
    return requirement_at(file, start, end) if start < end else None


def _check_line(file: PinFile, start: int, line: str, own: list[Requirement]) -> Iterator[Finding]:
    begin, end = _code(start, line)
    found = requirement_at(file, begin, end) if begin < end else None
    if (
        found
        and found.name == "tensorflow-gpu"
        and any(each.name == "tensorflow" for each in own)
        and end == start + len(line)
    ):
        behind = file.text[end : end + 2]
        line_end = end + (2 if behind == "\r\n" else len(behind[:1]))
        yield file.replaced(start, line_end, "", "tensorflow-gpu is part of tensorflow, which is asked for too")
        return
    yield from check_text(file, begin, end)


def _code(start: int, line: str) -> tuple[int, int]:
    """Where the requirement of a line stands: without indentation, comment and options; an empty piece if none does."""
    code = line if line.startswith("#") else line.split(" #")[0].split("\t#")[0]
    if code.lstrip().startswith(("#", "-")):
        return start, start
    return start + len(code) - len(code.lstrip()), start + len(code.rstrip())


def _needed(file: PinFile, below: Requirement, present: set[str]) -> Iterator[Finding]:
    line_end = file.text.find("\n", below.name_at[0])
    point = len(file.text) if line_end < 0 else line_end + 1
    indent = file.text[file.text.rfind("\n", 0, below.name_at[0]) + 1 : below.name_at[0]]
    for each in file.needed:
        if normal(each.name) not in present:
            text = f"{indent}{each.name}{pinned_as(below.spec, each)}"
            line = f"{text}{file.newline}" if line_end >= 0 else f"{file.newline}{text}"
            yield file.replaced(point, point, line, f"the migrated code imports {each.module}")


def pinned_as(spec: str, each: Needed) -> str:
    """How another package is pinned where TensorFlow is pinned like this."""
    known = clauses(spec) or ()
    if not known or not each.version:
        return ""
    if any(clause.operator in ("==", "===", "=") for clause in known):
        return f"=={each.version}"
    return f">={each.version}"
