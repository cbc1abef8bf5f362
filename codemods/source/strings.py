"""Lines that begin inside of a string: their indentation is part of the program and must not be touched."""

from __future__ import annotations

import io
import tokenize

_MULTILINE = ('"""', "'''", "\\\n", "\\\r\n")


def continued_string_lines(text: str) -> frozenset[int]:
    """The lines of a text, from 0, that begin inside of a string literal. The text may be a part of a module."""
    if not any(sign in text for sign in _MULTILINE):
        return frozenset()
    found: set[int] = set()
    opened: list[int] = []
    readline = io.StringIO(text.replace("\r\n", "\n")).readline
    try:
        for token in tokenize.generate_tokens(readline):
            kind = tokenize.tok_name[token.type]
            if kind == "FSTRING_START":
                opened.append(token.start[0])
            elif kind == "FSTRING_END" and opened:
                found.update(range(opened.pop(), token.end[0]))
            elif kind == "STRING":
                found.update(range(token.start[0], token.end[0]))
    except (tokenize.TokenError, SyntaxError):
        pass
    return frozenset(found)
