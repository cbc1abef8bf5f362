"""Kinds of obstacles read well, and every obstacle is of a known kind."""

from __future__ import annotations

import re

import pytest

from codemods.obstacles import KINDS, ObstacleKind, obstacle
from codemods.rule import Place

PLACE = Place("a.py", 3, 4)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_a_kind_is_words_with_a_reason_and_advice_in_sentences(kind: ObstacleKind) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.id)
    for sentence in (kind.reason, kind.advice):
        assert sentence[0].isupper() or sentence.startswith("tfmigrate ")
        assert sentence.endswith(".")


def test_an_obstacle_says_where_what_and_why() -> None:
    found = obstacle("contrib-gone", PLACE, "tf.contrib.crf.crf_decode", "It is used twice.")
    assert (found.id, found.place, found.symbol) == ("contrib-gone", PLACE, "tf.contrib.crf.crf_decode")
    assert found.reason == f"{KINDS['contrib-gone'].reason} It is used twice."
    assert found.unlock == KINDS["contrib-gone"].advice


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        obstacle("no-such-kind", PLACE, "x")
