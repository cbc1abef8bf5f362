"""What the front end and the planner understand of small sources, as text: source in, dump out."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods import describe

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*/program.py"))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.parent.name)
def test_dump(path: Path, updating: bool) -> None:
    expected = path.with_name("dump.txt")
    found = describe({path.name: path.read_bytes()}, path.name)
    if updating:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_there_are_programs() -> None:
    assert len(PROGRAMS) >= 12


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.parent.name)
def test_dump_is_the_same_every_time(path: Path) -> None:
    sources = {path.name: path.read_bytes()}
    assert describe(sources, path.name) == describe(sources, path.name)
