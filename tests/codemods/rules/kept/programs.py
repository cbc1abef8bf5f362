"""Small programs for the tests of the kept tier: written as texts, read as modules, compared as texts."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from codemods.rules.kept import KeptResult, kept_edits
from codemods.source.edits import apply_edits, settle
from codemods.source.module import Module, parse_module


def read(text: str, path: str = "main.py") -> Module:
    module = parse_module(path, dedent(text).encode())
    assert isinstance(module, Module)
    return module


def result(text: str, **others: str) -> KeptResult:
    """The result for a program of an entry and other modules by name."""
    return kept_edits(read(text), [read(source, f"{name}.py") for name, source in others.items()])


def kept(text: str, **others: str) -> Mapping[str, str]:
    """The texts of all modules afterwards; fails if the program is blocked or edits overlap."""
    found = result(text, **others)
    assert not found.blocked, [f"{each.id} {each.symbol}" for each in found.obstacles]
    after = {}
    for path, source in {"main.py": text, **{f"{name}.py": other for name, other in others.items()}}.items():
        edits = found.edits(path)
        assert not settle(edits).refused
        after[path] = apply_edits(dedent(source), edits)
    return after


def kept_entry(text: str, **others: str) -> str:
    """The text of the entry afterwards, after checking that a second run changes nothing any more."""
    after = kept(text, **others)
    again = kept(after["main.py"], **{name: after[f"{name}.py"] for name in others})
    assert again == after
    return after["main.py"]
