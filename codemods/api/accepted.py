"""Does a function of TensorFlow 2 take the arguments of a call? Asks the signatures below surface/."""

from __future__ import annotations

import ast
from functools import cache

from codemods.api import surface
from codemods.api.signatures import Signature, read_signature, same_default

# Functions that rename arguments before they pass them on, which their signatures do not tell.
_RENAMING = ("flags.DEFINE", "app.flags.DEFINE")


def refused(name: str, call: ast.Call, legacy: bool) -> str | None:
    """Why the function called `tf.…` raises a TypeError for this call; None: it takes the arguments, or who knows."""
    known = _signature(name, legacy)
    if known is None or _starred(call):
        return None
    count, keywords = len(call.args), [each.arg for each in call.keywords if each.arg is not None]
    if count > len(known.positional) and not known.more:
        return f"it takes {len(known.positional)} arguments by position"
    by_position = known.positional[:count]
    for each in keywords:
        if each not in known.arguments and not known.open:
            return f"it takes no argument {each}"
        if each in by_position:
            return f"its argument {each} is given twice"
    if len(keywords) < len(call.keywords):  # **options may give any of them
        return None
    wanted = next((each for each in _needed(name, legacy) if each not in by_position and each not in keywords), None)
    return None if wanted is None else f"its argument {wanted} must be given"


def moved(old: str, new: str, call: ast.Call, legacy: bool) -> str | None:
    """Which argument of a call that was written for the old function stands at another one's place in the new one."""
    if _starred(call):
        return None
    found = next((each for each in _moves(old, new, legacy) if each[0] < len(call.args)), None)
    return None if found is None else f"its argument {found[2]} is where {found[1]} was"


def other_default(old: str, new: str, call: ast.Call) -> str | None:
    """Which argument, left out in a call, has another default in native TensorFlow."""
    changed = _new_defaults(old, new)
    if not changed or _starred(call) or any(each.arg is None for each in call.keywords):
        return None
    before = _old_signature(old)
    given = {*(before.positional[: len(call.args)] if before else ()), *(each.arg for each in call.keywords)}
    found = next((each for each in changed if each[0] not in given), None)
    return None if found is None else f"its argument {found[0]} has the default {found[2]}; it was {found[1]}"


def _starred(call: ast.Call) -> bool:
    return any(isinstance(each, ast.Starred) for each in call.args)


@cache
def _needed(name: str, legacy: bool) -> tuple[str, ...]:
    known = _signature(name, legacy)
    return () if known is None else tuple(each for each, default in known.arguments.items() if default is None)


@cache
def _moves(old: str, new: str, legacy: bool) -> tuple[tuple[int, str, str], ...]:
    """(place, argument of the old function, argument of the new function) where both have the old one."""
    before, now = _old_signature(old), _signature(new, legacy)
    if before is None or now is None:
        return ()
    pairs = enumerate(zip(before.positional, now.positional, strict=False))
    return tuple((index, name, place) for index, (name, place) in pairs if name != place and name in now.arguments)


@cache
def _new_defaults(old: str, new: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """(argument, old default, new default); None as a new default means what the function makes of it."""
    before, now = _old_signature(old), _signature(new, legacy=False)
    if before is None or now is None:
        return ()
    pairs = [(name, default, now.arguments.get(name, default)) for name, default in before.arguments.items()]
    return tuple(
        (name, default, today)
        for name, default, today in pairs
        if None not in (default, today) and "..." not in (default, today) and today != "None"
        if not same_default(default, today)
    )


@cache
def _old_signature(name: str) -> Signature | None:
    row = surface.old(name)
    return None if row is None else read_signature(row.signature)


@cache
def _signature(name: str, legacy: bool) -> Signature | None:
    row = surface.current(name)
    if row is None or not row.available(legacy) or row.kind not in ("function", "class"):
        return None
    if any(each in name for each in _RENAMING) or name.startswith("tf.raw_ops.") or ".raw_ops." in name:
        return None
    if ".keras." in name and legacy is not name.startswith(surface.V1):
        return None  # the lists hold the signatures of Keras 3 for tf.keras, and those of legacy Keras for tf.compat.v1
    return read_signature(row.signature)
