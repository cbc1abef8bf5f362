"""The edits that a row of renamed, dropped or reordered parameters makes in one call: as small as they can be."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from codemods.rule import Edit
from codemods.rules.names.arguments import Argument, arguments_of, comments_between, folded, is_atom, opening
from codemods.source.module import Module


@dataclass(frozen=True)
class Change:
    """What to do: TensorFlow 1 order, native order, renamed parameters (None: dropped), new texts, added keywords.

    `again` is the order in which a second look at the native name, taken for a TensorFlow 1 one, would read arguments.
    """

    parameters: tuple[str, ...]
    positions: tuple[str, ...]
    again: tuple[str | None, ...]
    arguments: Mapping[str, str | None]
    wrap: Mapping[str, str]
    add: Mapping[str, str]
    by_position: tuple[str, ...]
    harmless: frozenset[str]
    spell: Callable[[str], str]


def call_edits(module: Module, call: ast.Call, change: Change) -> Iterable[Edit]:
    """Edits of the arguments; the name of the function is not touched."""
    arguments = arguments_of(module, call, change.parameters)
    kept: list[tuple[Argument, str]] = []
    for argument in arguments:
        new = change.arguments.get(argument.parameter, argument.parameter)
        if new is not None and argument.parameter not in change.harmless:
            kept.append((argument, new))
    if not _in_order(kept, change):
        yield _reordered(module, kept, change)
        return
    yield from _kept(module, kept, change)
    yield from _removed(module, call, arguments, [argument for argument, _ in kept])
    yield from _added(module, call, kept, change)


def _in_order(kept: list[tuple[Argument, str]], change: Change) -> bool:
    return list(change.by_position) == [new for _, new in kept][: len(change.by_position)]


def _reordered(module: Module, kept: list[tuple[Argument, str]], change: Change) -> Edit:
    """Arguments that must be written by position come first."""
    texts = {new: module.text[argument.value_start : argument.end] for argument, new in kept}
    first = [texts[name] for name in change.by_position]
    later = [f"{new}={text}" for new, text in texts.items() if new not in change.by_position]
    return Edit(min(a.start for a, _ in kept), max(a.end for a, _ in kept), ", ".join([*first, *later]))


def _kept(module: Module, kept: list[tuple[Argument, str]], change: Change) -> Iterable[Edit]:
    by_position = True
    for index, (argument, new) in enumerate(kept):
        in_place = change.positions[index : index + 1] == (new,)
        unmistaken = new in change.by_position or change.again[index : index + 1] == (new,)
        by_position = by_position and argument.keyword is None and in_place and unmistaken
        by_position = by_position and argument.parameter not in change.wrap
        if argument.keyword is not None and new in change.by_position and in_place:
            yield Edit(argument.start, argument.value_start, "")
        elif argument.keyword is not None and argument.keyword != new:
            yield Edit(argument.start, argument.start + len(argument.keyword), new)
        elif argument.keyword is None and not by_position:
            yield Edit(argument.start, argument.start, f"{new}=")
        if argument.parameter in change.wrap:
            yield from _wrapped(module, argument, change.spell(change.wrap[argument.parameter]))


def _wrapped(module: Module, argument: Argument, template: str) -> Iterable[Edit]:
    before, after = template.split("{}")
    text = module.text[argument.value_start : argument.end]
    bare = "(" in template or is_atom(argument.value) or text.startswith("(")
    whole = template.format(text if bare else f"({text})")
    short = whole if "(" in template else folded(whole)
    if short != whole:
        yield Edit(argument.value_start, argument.end, short)
        return
    yield Edit(argument.value_start, argument.value_start, before if bare else f"{before}(")
    yield Edit(argument.end, argument.end, after if bare else f"){after}")


def _removed(module: Module, call: ast.Call, arguments: list[Argument], kept: list[Argument]) -> Iterable[Edit]:
    """A removed argument takes the comma before it along, or the one after it if it is the first."""
    place = opening(module, call) + 1
    for index, argument in enumerate(arguments):
        if argument not in kept:
            later = arguments[index + 1].start if index + 1 < len(arguments) else argument.end
            none_before = not any(other in kept for other in arguments[:index])
            yield Edit(argument.start, later, "") if none_before else _without(module, place, argument)
        place = argument.end


def _without(module: Module, place: int, argument: Argument) -> Edit:
    """An argument goes with the comma before it; a comment between the two stays where it is, and so does the comma."""
    if not comments_between(module, place, argument.start):
        return Edit(place, argument.end, "")
    rest = module.text[argument.end :]
    end = argument.end + (rest.index(",") + 1 if rest.lstrip().startswith(",") else 0)
    above = module.text[place : argument.start]
    behind = module.text[end:].lstrip(" \t")
    if behind.startswith("#"):
        end = len(module.text) - len(behind)
    return Edit(place, end, above.rstrip() if behind.startswith(("\r", "\n")) else above)


def _added(module: Module, call: ast.Call, kept: list[tuple[Argument, str]], change: Change) -> Iterable[Edit]:
    given = {new for _, new in kept}
    texts = [f"{name}={change.spell(text)}" for name, text in change.add.items() if name not in given]
    if not texts:
        return
    if kept:
        place = kept[-1][0].end
        yield Edit(place, place, "".join(f", {text}" for text in texts))
    else:
        place = opening(module, call) + 1
        yield Edit(place, place, ", ".join(texts))
