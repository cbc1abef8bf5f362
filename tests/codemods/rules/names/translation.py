"""Applies the two table rules to a text until nothing changes, as the engine does."""

from __future__ import annotations

from codemods.rule import Finding
from codemods.rules.names import changed_arguments, renamed_symbol
from codemods.source.edits import apply_edits, settle_groups
from codemods.source.module import Module, parse_module

PASSES = 10


def read(text: str) -> Module:
    module = parse_module("program.py", text.encode())
    assert isinstance(module, Module), module
    return module


def findings(text: str) -> list[Finding]:
    module = read(text)
    found = [*renamed_symbol.check(module), *changed_arguments.check(module)]
    return sorted(found, key=lambda finding: finding.place)


def translate(text: str) -> str:
    for _ in range(PASSES):
        groups = [finding.edits for finding in findings(text) if finding.edits]
        if not groups:
            return text
        taken = settle_groups(groups)
        text = apply_edits(text, [edit for group, good in zip(groups, taken, strict=True) if good for edit in group])
    raise AssertionError(f"no end of changes:\n{text}")


def notes(text: str) -> list[str]:
    """What is left with a reason once nothing changes any more."""
    return [finding.message for finding in findings(translate(text)) if not finding.edits]


def expression(text: str) -> str:
    """One TensorFlow 1 expression as TensorFlow 2 has it."""
    return translate(f"import tensorflow as tf\n{text}\n").split("\n", 1)[1].rstrip("\n")
