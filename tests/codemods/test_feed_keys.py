"""What is known of the keys of a feed dictionary at each place."""

from __future__ import annotations

import ast

import pytest

from codemods.feed_keys import Change, Keys, keys_at


def known(source: str) -> Keys | None:
    """What is known where `run(feed)` stands. `feed = k` makes the dictionary, `feed.k = ...` stores."""
    tree = ast.parse(source)
    changes = {}
    for each in ast.walk(tree):
        match each:
            case ast.Assign(targets=[ast.Name(id="feed")], value=ast.Name(id=key) as value):
                changes[each] = Change(each, ((key, value),), True)
            case ast.Assign(targets=[ast.Attribute(attr=key)], value=value):
                changes[each] = Change(each, ((key, value),))
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and ast.unparse(each.func) == "run"]
    return keys_at("feed", tree.body, changes).get(calls[0].args[0])


@pytest.mark.parametrize(
    ("source", "bound", "certain", "possible"),
    [
        ("feed = a; run(feed)", True, "a", "a"),
        ("run(feed)", False, "", ""),
        ("feed = a; feed.b = 1; run(feed)", True, "ab", "ab"),
        ("feed = a\nif c:\n  feed.b = 1\nrun(feed)", True, "a", "ab"),
        ("feed = a\nif c:\n  feed.b = 1\nelse:\n  feed.b = 2\nrun(feed)", True, "ab", "ab"),
        ("if c:\n  feed = a\nrun(feed)", False, "", "a"),
        ("if c:\n  feed = a\nelse:\n  raise E\nrun(feed)", True, "a", "a"),
        ("feed = a\nfor i in x:\n  run(feed)\n  feed.b = 1", True, "a", "ab"),
        ("feed = a\nfor i in x:\n  feed.b = 1\nrun(feed)", True, "a", "ab"),
        ("for i in x:\n  feed = a\n  run(feed)\n  feed.b = 1", True, "a", "a"),
        ("feed = a\nwhile True:\n  feed.b = 1\n  if c:\n    break\nrun(feed)", True, "ab", "ab"),
        ("feed = a\nwhile c:\n  feed.b = 1\n  if d:\n    continue\n  feed.e = 1\nrun(feed)", True, "a", "abe"),
        ("feed = a\nfor i in x:\n  while c:\n    run(feed)\n    if d:\n      break\n  feed = b", True, "", "ab"),
        ("feed = a\ntry:\n  feed = b\n  feed.e = 1\nexcept E:\n  run(feed)", False, "", "abe"),
        ("feed = a\ntry:\n  feed.b = 1\nfinally:\n  run(feed)", False, "", "ab"),
        ("try:\n  feed = a\n  feed.b = 1\n  run(feed)\nexcept E:\n  pass", True, "ab", "ab"),
        ("feed = a\nwith s:\n  feed.b = 1\nrun(feed)", True, "ab", "ab"),
        ("feed = a\nfor i in x:\n  feed.b = 1\n  break\nelse:\n  feed.c = 1\nrun(feed)", True, "a", "abc"),
    ],
)
def test_what_is_known(source: str, bound: bool, certain: str, possible: str) -> None:
    assert known(source) == Keys(bound, frozenset(certain), frozenset(possible))


@pytest.mark.parametrize("source", ["while True:\n  feed = a\nrun(feed)", "feed = a\nraise E\nrun(feed)"])
def test_what_is_not_reached(source: str) -> None:
    assert known(source) is None
