"""The generated pages say what the code says."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest

from codemods.catalog import rules
from codemods.obstacles import KINDS
from tests.corpus.cases import ROOT


@pytest.fixture(scope="module")
def pages() -> Mapping[Path, str]:
    found: Mapping[Path, str] = runpy.run_path(str(ROOT / "scripts" / "generate_docs"))["pages"]()
    return found


def test_no_page_is_stale(pages: Mapping[Path, str]) -> None:
    for path, text in pages.items():
        assert path.is_file(), f"{path.name} is missing: run scripts/generate_docs"
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run scripts/generate_docs"


def test_no_page_is_left_over(pages: Mapping[Path, str]) -> None:
    for folder in ("codemods", "names"):
        assert {path for path in pages if path.parent.name == folder} == set((ROOT / "docs" / folder).glob("*.md"))


def test_every_rule_and_obstacle_is_on_a_page(pages: Mapping[Path, str]) -> None:
    index = pages[ROOT / "docs" / "codemods" / "README.md"]
    for rule in rules():
        assert f"[{rule.id}]" in index
        assert rule.summary in " ".join(pages[ROOT / "docs" / "codemods" / f"{rule.id}.md"].split())
    obstacles = pages[ROOT / "docs" / "obstacles.md"]
    for kind in KINDS.values():
        assert f"## {kind.id}\n\n{kind.reason}\n\nWhat to do: {kind.advice}" in obstacles
