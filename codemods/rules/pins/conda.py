"""environment.yml of conda: `- tensorflow=1.15`, `- python=3.6`, and the list under `- pip:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.api.packages import follow_rows, normal
from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.python_versions import WHY, is_old
from codemods.rules.pins.requirement import Requirement, check_requirement, check_text
from codemods.rules.pins.requirement_files import pinned_as

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)-[ \t]+(?P<quote>[\"']?)(?:[\w.-]+::)?(?P<name>[A-Za-z][\w.-]*)"
    r"(?P<gap>[ \t]*)(?P<spec>[<>=!~\d][^#\"'\s]*)?(?P<end>[\"']?)[ \t]*(?:#.*)?"
)
_BUILT = re.compile(r"^[ \t]*-[ \t]+[\w.-]+==?[\w.*]+=\w+", re.M)
_EXPORTED = 5  # packages with builds: more are not written by hand


def check(file: PinFile) -> Iterator[Finding]:
    """Findings for a list of conda packages."""
    if "dependencies:" not in file.text:
        return
    if len(_BUILT.findall(file.text)) >= _EXPORTED:
        if re.search(r"tensorflow(?:-gpu)?==?1\.", file.text):
            yield file.told(0, "an exported environment with builds stays: export it anew with TensorFlow 2")
        return
    below: re.Match[str] | None = None
    pip_start = 0
    for start, line in file.lines():
        if re.match(r"[ \t]*-[ \t]+pip[ \t]*:", line):
            below = re.match(r"(?P<indent>[ \t]*)", line)
            pip_start = start
            continue
        item = _ITEM.fullmatch(line)
        if item is None:
            continue
        if below is not None and len(item["indent"]) > len(below["indent"]):
            yield from check_text(file, start + item.start("name"), start + len(line[: item.end("spec")].rstrip()))
        elif below is None or len(item["indent"]) <= len(below["indent"]):
            yield from _conda_item(file, start, item)
    yield from _needed(file, pip_start)


def _conda_item(file: PinFile, start: int, item: re.Match[str]) -> Iterator[Finding]:
    name, spec = normal(item["name"]), item["spec"] or ""
    if name == "python":
        version = re.fullmatch(r"={0,2}(?P<version>\d+(?:\.\d+)*)(?:\.\*)?(?:=\w+)?", spec)
        if version is not None and is_old(version["version"]):
            at = start + item.start("spec")
            from codemods.api.packages import python_version

            yield file.replaced(at + version.start("version"), at + len(spec), python_version(), WHY)
        return
    first = start + item.start("name")
    name_at = (first, first + len(item["name"]))
    spec_at = (start + item.start("spec"), start + item.end("spec")) if spec else (name_at[1], name_at[1])
    built = re.fullmatch(r"(?P<version>={1,2}[\w.*]+)=[\w*]+", spec)
    if built is not None:
        spec, spec_at = built["version"], (spec_at[0], spec_at[1])
    if spec[:1].isdigit() and name in follow_rows() and spec.startswith(("0.", "1.")):
        yield file.told(first, f"{item['name']} {spec} stays; write it with an equals sign")
    elif not spec[:1].isdigit():
        yield from check_requirement(Requirement(file, name, name_at, spec, spec_at))


def _needed(file: PinFile, pip_start: int) -> Iterator[Finding]:
    """What the programs need now goes to the list under `pip`, if there is one: the channels of conda may lack it."""
    present = {normal(item["name"]) for _, line in file.lines() if (item := _ITEM.fullmatch(line)) is not None}
    own = [
        item for _, line in file.lines() if (item := _ITEM.fullmatch(line)) and normal(item["name"]) in follow_rows()
    ]
    for each in file.needed if own else ():
        if normal(each.name) in present:
            continue
        if not pip_start:
            yield file.told(0, f"the migrated code imports {each.module}: add {each.name} to the environment")
            continue
        point = file.text.find("\n", pip_start) + 1
        first = _ITEM.match(file.text, point)
        if point and first is not None:
            line = f"{first['indent']}- {each.name}{pinned_as((own[0]['spec'] or '').replace('=', '==', 1), each)}"
            yield file.replaced(point, point, line + file.newline, f"the migrated code imports {each.module}")
