"""The page about the corpus says of every program what its case.toml says."""

from __future__ import annotations

import re

from tests.corpus.cases import CORPUS, all_cases

PAGE = CORPUS.parent / "docs" / "corpus.md"


def described() -> dict[str, str]:
    """Program -> what the page's table says is in it."""
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    keys = {"entry", "arguments", "tier", "tier_v1", "verdict", "steps", "timeout"}
    return {name: text for name, text in rows if name not in keys}


def test_every_program_has_one_row() -> None:
    assert sorted(described()) == sorted(case.name for case in all_cases())


def test_programs_that_stay_are_named_as_such() -> None:
    stays = {name for name, text in described().items() if "stays `kept`" in text}
    assert stays == {case.name for case in all_cases() if case.tier == "kept"}
