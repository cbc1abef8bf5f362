"""Small modules for the tests: written as texts, converted, compared as texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from codemods.api.libraries import libraries
from codemods.modernise import Modern, modernise
from codemods.rule import Finding, Options
from codemods.source.module import Module, parse_module

Check = Callable[[Module], Iterator[Finding]]


def modern(text: str, **options: frozenset[str]) -> Modern:
    """What becomes of a file."""
    return modernise("a.py", text.encode(), Options(**options))  # type: ignore[arg-type]


def changed(text: str) -> str:
    """The text afterwards; it parses, and converting it again changes nothing."""
    found = modern(text)
    after = (found.data if found.data is not None else text.encode()).decode()
    assert isinstance(parse_module("a.py", after.encode()), Module)
    assert modern(after).data is None
    return after


def notes(text: str) -> list[str]:
    """What is said without an edit."""
    return [finding.message for finding in modern(text).findings if not finding.edits]


def groups(text: str) -> list[str]:
    assert "python2" in libraries()
    return list(modern(text).texts)
