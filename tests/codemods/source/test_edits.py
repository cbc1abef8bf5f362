"""Edits that overlap are refused; the others are made, in the order given."""

from __future__ import annotations

from codemods.rule import Edit
from codemods.source.edits import apply_edits, settle, settle_groups

TEXT = "0123456789"


def test_no_edits_change_nothing() -> None:
    assert apply_edits(TEXT, []) == TEXT


def test_edits_may_come_in_any_order() -> None:
    assert apply_edits(TEXT, [Edit(8, 10, "z"), Edit(0, 2, "a"), Edit(4, 4, "-")]) == "a23-4567z"


def test_insertions_at_one_point_keep_their_order_and_stand_before_a_replacement_that_begins_there() -> None:
    assert apply_edits(TEXT, [Edit(2, 4, "R"), Edit(2, 2, "a"), Edit(2, 2, "b")]) == "01abR456789"


def test_insertion_at_the_end_of_a_replacement_stands_behind_it() -> None:
    assert apply_edits(TEXT, [Edit(4, 4, "i"), Edit(2, 4, "R"), Edit(4, 6, "S")]) == "01RiS6789"


def test_of_overlapping_edits_the_first_given_wins() -> None:
    first, second, third = Edit(2, 6, "A"), Edit(5, 8, "B"), Edit(6, 8, "C")
    settled = settle([first, second, third])
    assert settled.accepted == (first, third)
    assert settled.refused == (second,)
    assert apply_edits(TEXT, [first, second, third]) == "01AC89"


def test_insertion_inside_a_replacement_overlaps_whichever_comes_first() -> None:
    replacement, insertion = Edit(2, 6, "A"), Edit(4, 4, "i")
    assert settle([replacement, insertion]).refused == (insertion,)
    assert settle([insertion, replacement]).refused == (replacement,)


def test_an_edit_that_encloses_another_or_equals_it_overlaps() -> None:
    inner, outer = Edit(3, 4, "i"), Edit(2, 6, "o")
    assert settle([inner, outer]).refused == (outer,)
    assert settle([inner, inner]).refused == (inner,)


def test_a_group_is_made_whole_or_not_at_all() -> None:
    groups = [(Edit(0, 2, "a"),), (Edit(1, 3, "b"), Edit(8, 9, "c")), (Edit(8, 10, "d"),)]
    assert settle_groups(groups) == (True, False, True)
