"""Commands that install packages: in Dockerfiles, in the scripts of a build server, in cells of notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.requirement import check_requirement, requirement_at

_INSTALLS = re.compile(r"\b(?:pip[\d.]*|conda|mamba|uv)\b[^\n;&|]*\binstall\b")
_WORD = re.compile(
    r"(?<=\s)(?P<quote>[\"']?)(?P<text>[A-Za-z][\w.-]*(?:\[[\w,-]*\])?(?:[=<>!~]=?[^\s\"';&|\\]*)?)(?P=quote)(?=[\s;&|\"']|$)"
)
_ADDRESS = re.compile(r"https?://[^\s;\"']*tensorflow(?:_gpu|_cpu)?-1\.")
_VARIABLE = re.compile(r"\b(?:TF|TENSORFLOW)_?(?:VERSION|VER)\b\s*[=: ]\s*[\"']?(?:==)?1\.", re.I)


def check_commands(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    """The packages that commands in a piece of the text install. A command may go on over lines."""
    for command in re.finditer(r"(?:[^\n\\]|\\\n|\\[^\n])+", file.text[start:end]):
        if command[0].lstrip().startswith("#"):
            continue
        for install in _INSTALLS.finditer(command[0].replace("\\\n", "  ")):
            begin = start + command.start() + install.end()
            rest = re.match(r"(?:[^\n\\;&|]|\\\n|\\[^\n])*", file.text[begin : start + command.end()])
            if rest is not None:
                yield from _packages(file, begin, begin + rest.end())


def _packages(file: PinFile, start: int, end: int) -> Iterator[Finding]:
    for word in _WORD.finditer(file.text, start, end):
        found = requirement_at(file, *word.span("text"))
        if found is None or not (found.spec or found.name == "tensorflow-gpu"):
            continue
        if word["quote"] or not re.search(r"[<>]", found.spec):
            yield from check_requirement(found)


def check_variables(file: PinFile) -> Iterator[Finding]:
    """Variables that hold a version of TensorFlow and addresses of its packages are told: they are not followed."""
    for found in _ADDRESS.finditer(file.text):
        yield file.told(found.start(), "an address of TensorFlow 1 stays; ask for tensorflow by its version instead")
    for found in _VARIABLE.finditer(file.text):
        yield file.told(found.start(), "a variable names a version of TensorFlow 1 and stays")
