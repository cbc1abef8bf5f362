"""Which comments there are, and which belong to a statement."""

from __future__ import annotations

from codemods.source.comments import Comment, comments, comments_within, leading_block, trailing_comment
from codemods.source.module import Module, parse_module

TEXT = """#!/usr/bin/env python
# the program
import a  # why

# about b,
# in two lines
b = "# not one"
def f():
    c = 1
    # last words of f
# about d
@decorated
def d():
    pass

x = (1,  # one
     2)  # two
"""


def read(text: str) -> Module:
    module = parse_module("x.py", text.encode())
    assert isinstance(module, Module)
    return module


def test_comments_are_found_with_their_places() -> None:
    module = read("é = 1  # späť\r\n\t# own\r\ns = '#'\r\n")
    assert comments(module) == (Comment(1, 7, "# späť", False), Comment(2, 1, "# own", True))


def test_a_form_feed_does_not_move_comments() -> None:
    assert [each.line for each in comments(read("a = 1\n\x0c\n# c\nb = 2  # d\n"))] == [3, 4]


def test_leading_block_takes_the_comments_directly_above_only() -> None:
    body = read(TEXT).tree.body
    assert [leading_block(read(TEXT), statement) for statement in body] == [2, 5, 8, 11, 16]


def test_trailing_comment_is_the_one_on_the_last_line() -> None:
    module = read(TEXT)
    found = [trailing_comment(module, statement) for statement in module.tree.body]
    assert [each.text if each else None for each in found] == ["# why", None, None, None, "# two"]


def test_comments_within_lines() -> None:
    assert [each.text for each in comments_within(read(TEXT), 10, 16)] == ["# last words of f", "# about d", "# one"]
