"""Dockerfiles: the images that they build on, and the packages that they install."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.api.packages import python_version, tensorflow_version
from codemods.rule import Finding
from codemods.rules.pins.commands import check_commands, check_variables
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.python_versions import WHY, is_old
from codemods.rules.pins.specifier import numbers

_FROM = re.compile(r"^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(?P<image>[^\s:@]+)(?::(?P<tag>[\w.-]+))?", re.M | re.I)
_TAG = re.compile(r"(?P<version>\d+\.\d+(?:\.\d+)?)(?P<parts>(?:-[a-z\d]+)*)")
_BASES = (
    "ubuntu",
    "debian",
    "nvidia/cuda",
    "nvcr.io/nvidia/tensorflow",
    "continuumio/anaconda",
    "continuumio/anaconda2",
)


def check(file: PinFile) -> Iterator[Finding]:
    """Findings for a Dockerfile."""
    for found in _FROM.finditer(file.text):
        tag = _TAG.fullmatch(found["tag"] or "")
        if found["image"] == "tensorflow/tensorflow" and tag is not None:
            yield from _tensorflow(file, found.start("tag"), tag)
        elif found["image"] == "python" and tag is not None:
            yield from _python(file, found.start("tag"), tag)
        elif found["image"] in _BASES and "tensorflow" in file.text:
            yield file.told(found.start("image"), f"{found['image']}:{found['tag']} stays; {WHY}")
    yield from check_commands(file, 0, len(file.text))
    yield from check_variables(file)


def _tensorflow(file: PinFile, at: int, tag: re.Match[str]) -> Iterator[Finding]:
    if numbers(tag["version"]) >= (2,):
        return
    parts = tag["parts"].split("-")[1:]
    if not {"gpu", "jupyter", "py3", "py2"}.issuperset(parts):
        yield file.told(at, f"tensorflow/tensorflow:{tag[0]} stays: there is no such image of TensorFlow 2")
        return
    new = "-".join([tensorflow_version(), *(part for part in ("gpu", "jupyter") if part in parts)])
    yield file.replaced(at, at + len(tag[0]), new, f"verified with tensorflow {tensorflow_version()}")


def _python(file: PinFile, at: int, tag: re.Match[str]) -> Iterator[Finding]:
    if not is_old(tag["version"]):
        return
    if tag["parts"] not in ("", "-slim"):
        yield file.told(at, f"python:{tag[0]} stays: not every system has an image with Python {python_version()}")
        return
    yield file.replaced(at, at + len(tag["version"]), python_version(), WHY)
