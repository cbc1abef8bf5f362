"""`# tfmigrate: skip` and `# tfmigrate: skip[rule] reason`: lines that the user wants left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from codemods.rule import Finding, Safety
from codemods.source.comments import comments
from codemods.source.module import Module

_SKIP = re.compile(r"#\s*tfmigrate:\s*skip(?:\[(?P<rules>[^\]]*)\])?")
UNUSED = "unused-skip"


@dataclass(frozen=True)
class Skip:
    """A line to leave alone; `rules` is empty where every rule is meant."""

    line: int
    rules: frozenset[str]

    def covers(self, rule: str) -> bool:
        """Whether the comment speaks of this rule."""
        return not self.rules or rule in self.rules


def skips_of(module: Module) -> tuple[Skip, ...]:
    """The comments of a module that ask for a line to be left alone."""
    if "tfmigrate" not in module.text:
        return ()
    return tuple(_skips(module))


def _skips(module: Module) -> Iterator[Skip]:
    for comment in comments(module):
        match = _SKIP.match(comment.text)
        if match is not None:
            rules = match["rules"] or ""
            yield Skip(comment.line, frozenset(each.strip() for each in rules.split(",") if each.strip()))


def skips_in(text: str) -> tuple[Skip, ...]:
    """The same for a text that cannot be parsed: what looks like such a comment in a string counts too."""
    lines = enumerate(re.split(r"\r\n|\r|\n", text), 1) if "tfmigrate" in text else ()
    found = ((number, match["rules"] or "") for number, line in lines for match in _SKIP.finditer(line))
    return tuple(Skip(number, frozenset(filter(None, map(str.strip, rules.split(","))))) for number, rules in found)


def is_skipped(skips: Sequence[Skip], rule: str, first: int, last: int) -> bool:
    """Whether a rule may not touch the lines from `first` to `last`."""
    return any(first <= skip.line <= last and skip.covers(rule) for skip in skips)


def allowed(module: Module, skips: Sequence[Skip], findings: Iterable[Finding]) -> list[Finding]:
    """The findings none of whose edits touch a line that is to be left alone."""
    return [
        finding
        for finding in findings
        if not any(
            is_skipped(skips, finding.rule, module.line_of(edit.start), module.line_of(max(edit.start, edit.end - 1)))
            for edit in finding.edits
        )
    ]


def unused(module: Module, skips: Sequence[Skip], used: Iterable[int]) -> list[Finding]:
    """A note for each comment that kept nothing from changing."""
    known = set(used)
    return [
        Finding(UNUSED, module.at(skip.line), "this skip comment keeps nothing from changing", Safety.NOTE)
        for skip in skips
        if skip.line not in known
    ]
