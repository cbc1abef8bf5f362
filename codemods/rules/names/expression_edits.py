"""The edits that turn a call into another expression, leaving the text of its arguments to other edits where it can."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from codemods.rule import Edit
from codemods.rules.names.arguments import comments_between, folded, is_atom, opening, outer_span
from codemods.source.module import Module

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Slot:
    """A place for an argument; `closed`: it stands between commas and parentheses, so it needs none of its own."""

    name: str
    kind: str
    closed: bool


Piece = str | ast.expr


@dataclass(frozen=True)
class Filling:
    """What goes into the slots: arguments by name, texts for absent ones, keywords carried over."""

    bound: Mapping[str, ast.expr]
    defaults: Mapping[str, str]
    rest: tuple[str, ...]
    is_float: Callable[[ast.expr], bool]
    doubles: bool  # whether tensors may be float64
    spell: Callable[[str], str]


def expression_edits(
    module: Module, call: ast.Call, text: str, filling: Filling, closed: Callable[[], bool]
) -> tuple[Edit, ...]:
    """Edits of the whole call. `closed`: the call stands where an operator needs no parentheses."""
    pieces = _halved(_merged(_pieces(module, text, filling)))
    if not _is_call(text, filling) and not closed():
        pieces = _merged(["(", *pieces, ")"])
    start, end = module.span(call)
    nodes = [piece for piece in pieces if isinstance(piece, ast.expr)]
    spans = [module.span(node) for node in nodes]
    if spans == sorted(set(spans)):
        return tuple(_between(module, pieces, start, end))
    return (_whole(module, call, pieces),)


def _is_call(text: str, filling: Filling) -> bool:
    factors = [token.name for token in _tokens(text) if isinstance(token, Slot) and token.kind == "factor"]
    return text.endswith((")", ")[:3]")) and not any(name in filling.bound for name in factors)


def _tokens(text: str) -> list[str | Slot]:
    found: list[str | Slot] = []
    place = 0
    for match in _SLOT.finditer(text):
        found.append(text[place : match.start()])
        before, after = text[: match.start()], text[match.end() :]
        closed = before.endswith(("(", ", ", "=")) and after.startswith((")", ",", "{rest}"))
        found.append(Slot(match.group(1), match.group(2) or "", closed))
        place = match.end()
    return [*found, text[place:]]


def _pieces(module: Module, text: str, filling: Filling) -> list[Piece]:
    found: list[Piece] = []
    for token in _tokens(text):
        if isinstance(token, str):
            found.append(filling.spell(token))
        elif token.name == "rest":
            found += _rest(filling)
        elif token.name in filling.bound:
            found += _slot(module, token, filling)
        else:
            found.append(filling.defaults[token.name])
    return found


def _rest(filling: Filling) -> list[Piece]:
    found: list[Piece] = []
    for name, value in filling.bound.items():
        if name in filling.rest:
            found += [f", {name}=", value]
    return found


def _slot(module: Module, slot: Slot, filling: Filling) -> list[Piece]:
    node = filling.bound[slot.name]
    if slot.kind == "factor":
        return [node, " * "]
    if _is_cast(slot.kind, node, filling):
        return [filling.spell("tf.cast("), node, filling.spell(", tf.float32)")]
    bare = is_atom(node) or (slot.closed and not isinstance(node, ast.GeneratorExp))
    return [node] if bare else ["(", node, ")"]


def _is_cast(kind: str, node: ast.expr, filling: Filling) -> bool:
    """Whether the argument has to be made float32."""
    if kind in ("single", "float32") and filling.doubles:
        return True
    return kind in ("float", "float32") and not filling.is_float(node)


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring texts as one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _halved(pieces: list[Piece]) -> list[Piece]:
    """Half of a number that is written out, as a number."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, str) and piece.startswith(" / 2") and isinstance(last, ast.Constant):
            found[-1] = folded(f"{ast.unparse(last)} / 2")
            piece = piece.removeprefix(" / 2")
        found.append(piece)
    return _merged(found)


def _between(module: Module, pieces: list[Piece], start: int, end: int) -> list[Edit]:
    """The texts take the place of what stands around the arguments; comments there stay."""
    edits: list[Edit] = []
    text, place = "", start
    for piece in pieces:
        if isinstance(piece, str):
            text = piece
            continue
        first, last = module.span(piece)
        edits.append(_gap(module, place, first, text, at_start=place == start))
        text, place = "", last
    return [*edits, _gap(module, place, end, text, at_start=False)]


def _gap(module: Module, start: int, end: int, text: str, at_start: bool) -> Edit:
    notes = comments_between(module, start, end)
    return Edit(start, end, text + notes if at_start else notes + text)


def _whole(module: Module, call: ast.Call, pieces: list[Piece]) -> Edit:
    low, (start, end) = opening(module, call) + 1, module.span(call)
    texts = [piece if isinstance(piece, str) else _own_text(module, piece, low, end - 1) for piece in pieces]
    lost = comments_between(module, start, end)
    return Edit(start, end, _with_comments("".join(texts), lost, module.newline))


def _with_comments(text: str, comments: str, newline: str) -> str:
    """Comments end lines: the first one of several, or the call."""
    first, several, others = text.partition(newline)
    if comments and several:
        return f"{first}{comments.removesuffix(newline)}{newline}{others}"
    return f"{text[:-1]}{comments})" if comments and text.endswith(")") else text


def _own_text(module: Module, node: ast.expr, low: int, high: int) -> str:
    start, end = outer_span(module, node, low, high)
    return module.text[start:end] if "\n" in module.source(node) else module.source(node)
