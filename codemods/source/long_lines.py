"""Breaks lines that became too long at their brackets, as a formatter does; what means anything else then stays."""

from __future__ import annotations

import ast
import io
import keyword
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.source.strings import continued_string_lines

WIDTH = 120
_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")


@dataclass(frozen=True)
class _Pair:
    """A pair of brackets that no other is around: where they stand, and the commas and loops directly inside."""

    start: int
    end: int
    commas: tuple[int, ...]
    loops: tuple[int, ...]
    called: bool


def with_short_lines(text: str, source: str, indent: str) -> str:
    """The text with its long lines broken: those that are longer than any line of `source`, and too long."""
    if max(map(len, text.split("\n"))) <= WIDTH:
        return text
    width = max(WIDTH, *(len(line.rstrip()) for line in source.split("\n")))
    lines = text.split("\n")
    inside = continued_string_lines(text)
    for number, line in enumerate(lines):
        if len(line) > width and number not in inside:
            lines[number] = "\n".join(_broken(line, indent))
    return "\n".join(lines)


def _broken(line: str, indent: str) -> list[str]:
    """The lines that say the same; the line itself where that cannot be told."""
    margin = line[: len(line) - len(line.lstrip())]
    whole = line.strip()
    meaning = _meaning(whole)
    if meaning is None:
        return [line]
    parts = list(_split(whole, margin, indent))
    return parts if _meaning("\n".join(part.removeprefix(margin) for part in parts)) == meaning else [line]


def _meaning(text: str) -> str | None:
    """The tree of a statement, of the head of a block, or of a decorator; None for anything else."""
    for form in (text, f"{text} pass", f"{text}\ndef f(): pass"):
        try:
            return ast.dump(ast.parse(form))
        except (SyntaxError, ValueError):
            continue
    return None


def _split(text: str, margin: str, indent: str) -> Iterator[str]:
    """Break at the longest pair of brackets, and what is inside of it again where that is still too long."""
    pair = max(_pairs(text), key=lambda each: each.end - each.start, default=None)
    if len(margin) + len(text) <= WIDTH or pair is None or pair.end - pair.start < 2:
        yield margin + text
        return
    inner, body = margin + indent, text[pair.start + 1 : pair.end].strip()
    yield margin + text[: pair.start + 1].rstrip()
    if len(inner) + len(body) <= WIDTH:
        yield inner + body
    elif pair.loops:
        for part in _cut(text, pair, pair.loops):
            yield from _split(part, inner, indent)
    elif pair.commas or pair.called:
        for part in _cut(text, pair, pair.commas):
            yield from _split(f"{part.removesuffix(',').rstrip()},", inner, indent)
    else:
        yield from _split(body, inner, indent)
    yield margin + text[pair.end :]


def _cut(text: str, pair: _Pair, places: Sequence[int]) -> Iterator[str]:
    """What stands between the brackets, in parts that end behind these places."""
    for start, end in zip((pair.start + 1, *places), (*places, pair.end), strict=True):
        part = text[start:end].strip()
        if part:
            yield part


def _pairs(text: str) -> Iterator[_Pair]:
    depth, start, before, lambdas = 0, 0, "", 0
    called = False
    commas: list[int] = []
    loops: list[int] = []
    for word, column in _tokens(text):
        if word in _OPEN:
            depth += 1
            if depth == 1:
                start, called, commas, loops = column, _is_listing(word, before), [], []
        elif word in _CLOSE:
            depth -= 1
            if depth == 0:
                yield _Pair(start, column, tuple(commas), tuple(loops), called)
        elif depth == 1:
            lambdas += (word == "lambda") - (word == ":" and lambdas > 0)
            if word == "," and not lambdas:
                commas.append(column + 1)
            elif word == "for" or (word == "if" and loops):
                loops.append(column)
        before = word


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The tokens of one line and where they begin; none where a comment ends it."""
    try:
        found = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return
    if any(each.type in (tokenize.COMMENT, tokenize.ERRORTOKEN) for each in found):
        return
    formatted = 0  # how many formatted strings are around
    for each in found:
        kind = tokenize.tok_name[each.type]
        formatted += (kind == "FSTRING_START") - (kind == "FSTRING_END")
        if each.string.strip() and not formatted:
            yield each.string, each.start[1]


def _is_listing(bracket: str, before: str) -> bool:
    """Whether a comma may follow the last thing inside: in calls and displays, neither in subscripts nor in plain
    parentheses."""
    name = before.isidentifier() and not keyword.iskeyword(before)
    behind_value = name or before in (")", "]", "}") or before[-1:] in ("'", '"')
    return behind_value if bracket == "(" else bracket == "{" or not behind_value
