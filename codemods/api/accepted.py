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
    if known is None or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    keywords = [each.arg for each in call.keywords if each.arg is not None]
    unknown = [each for each in keywords if each not in known.arguments]
    if unknown and not known.open:
        return f"it takes no argument {unknown[0]}"
    if len(call.args) > len(known.positional) and not known.more:
        return f"it takes {len(known.positional)} arguments by position"
    twice = [each for each in known.positional[: len(call.args)] if each in keywords]
    if twice:
        return f"its argument {twice[0]} is given twice"
    given = {*known.positional[: len(call.args)], *keywords}
    wanted = [each for each, default in known.arguments.items() if default is None and each not in given]
    if wanted and len(keywords) == len(call.keywords):
        return f"its argument {wanted[0]} must be given"
    return None


def moved(old: str, new: str, call: ast.Call, legacy: bool) -> str | None:
    """Which argument of a call that was written for the old function stands at another one's place in the new one."""
    before, now = _old_signature(old), _signature(new, legacy)
    if before is None or now is None or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    for name, place in zip(before.positional[: len(call.args)], now.positional, strict=False):
        if name != place and name in now.arguments:
            return f"its argument {place} is where {name} was"
    return None


def other_default(old: str, new: str, call: ast.Call) -> str | None:
    """Which argument, left out in a call, has another default in native TensorFlow."""
    before, now = _old_signature(old), _signature(new, legacy=False)
    if before is None or now is None or any(each.arg is None for each in call.keywords):
        return None
    given = {*before.positional[: len(call.args)], *(each.arg for each in call.keywords)}
    for name, default in before.arguments.items():
        today = now.arguments.get(name, default)
        known = None not in (default, today) and "..." not in (default, today) and today != "None"
        if name not in given and known and not same_default(default, today):
            return f"its argument {name} has the default {today}; it was {default}"
    return None


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
