"""Every rule has a page of its own with its headings in order, and a name that is unique."""

from __future__ import annotations

import pytest

from codemods.catalog import HEADINGS, RuleInfo, rule, rules


def test_names_are_unique_and_sorted_by_group() -> None:
    names = [(each.group, each.id) for each in rules()]
    assert names == sorted(set(names))
    assert len({name for _, name in names}) == len(names)


@pytest.mark.parametrize("info", [each for each in rules() if each.group == "kept"], ids=lambda info: info.id)
def test_a_page_has_all_headings_in_order(info: RuleInfo) -> None:
    lines = info.doc.splitlines()
    assert [line for line in lines if line in HEADINGS] == list(HEADINGS)
    assert info.summary.endswith(".") and info.summary in " ".join(info.doc.split())


def test_a_rule_is_found_by_its_name() -> None:
    found = rule("graph-mode")
    assert found is not None and found.group == "kept"
    assert rule("nothing") is None
