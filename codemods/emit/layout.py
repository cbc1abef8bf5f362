"""Blank lines around functions that were written and where statements have gone; nothing else of the text changes."""

from __future__ import annotations

import re

from codemods.emit.writer import FUNCTION, GONE

_BLANK = r"(?:[ \t\f]*\n)*"
_FUNCTION = re.compile(rf"^{_BLANK}(?P<indent>[ \t]*){FUNCTION}(?P<text>.*?){FUNCTION}\n{_BLANK}", re.S | re.M)
_GAP = re.compile(rf"^{_BLANK}(?:{GONE}\n{_BLANK})+", re.M)


def settle_blank_lines(text: str) -> str:
    """Take the marks out of the text, leaving as many blank lines as a reader expects."""
    text = _GAP.sub(_close, text)
    pieces: list[str] = []
    position = 0
    for match in _FUNCTION.finditer(text):
        pieces.append(text[position : match.start()])
        pieces.append(_function(match, "".join(pieces), text[match.end() :]))
        position = match.end()
    return "".join((*pieces, text[position:]))


def _close(match: re.Match[str]) -> str:
    runs = re.split(f"{GONE}\n", match.group(0))
    return max((runs[0], runs[-1]), key=lambda run: run.count("\n"))


def _function(match: re.Match[str], before: str, rest: str) -> str:
    indent = match["indent"]
    lines = 1 if indent else 2
    at_top = not before.strip()
    opened = before.rstrip().endswith(":") and indent != ""
    above = "" if at_top or opened else "\n" * lines
    below = "" if not rest.strip(f"{FUNCTION}\n\t ") else "\n" * lines
    if rest.lstrip("\n").lstrip(" \t").startswith(FUNCTION):
        below = ""
    return f"{above}{indent}{match['text']}\n{below}"
