"""Two signatures side by side: which arguments were renamed, went, came, moved, or have another default."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Signature:
    """`arguments`: name -> default as text (None: it has none), in order.

    `open`: takes other keywords too; `more`: takes more arguments by position.
    """

    arguments: Mapping[str, str | None]
    positional: tuple[str, ...]
    open: bool
    more: bool


def read_signature(text: str) -> Signature | None:
    """`(x, axis=None, **kwargs)` as generated; None where nothing is known."""
    if not text.startswith("("):
        return None
    try:
        (definition,) = ast.parse(f"def f{text}: ...").body
    except SyntaxError:  # an argument of an old version may have the name of a keyword
        return None
    assert isinstance(definition, ast.FunctionDef)
    given = definition.args
    positional = [*given.posonlyargs, *given.args]
    defaults = [None] * (len(positional) - len(given.defaults)) + [ast.unparse(each) for each in given.defaults]
    arguments = {each.arg: default for each, default in zip(positional, defaults, strict=True)}
    for each, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        arguments[each.arg] = None if default is None else ast.unparse(default)
    return Signature(
        arguments, tuple(each.arg for each in positional), given.kwarg is not None, given.vararg is not None
    )


def differences(old: str, new: str, renamed: Mapping[str, str | None], by_keyword: bool = False) -> Iterator[str]:
    """What differs, a line each. `renamed`: old argument -> new one, None if it is dropped.

    `by_keyword`: calls give every argument by keyword, so that the order means nothing.
    """
    before, now = read_signature(old), read_signature(new)
    if before is None or now is None:
        return
    becomes = {name: renamed.get(name, name) for name in before.arguments}
    for name, default in before.arguments.items():
        target = becomes[name]
        if target is None:
            yield f"argument {name} is not written any more"
        elif target not in now.arguments:
            if not now.open:
                yield f"argument {name} is gone"
        else:
            yield from _changed(name, target, default, now.arguments[target])
    yield from _added(now, {each for each in becomes.values() if each is not None})
    if not by_keyword and _moved(before, now, becomes):
        yield f"the order of the arguments is another: ({', '.join(now.positional)})"


def _changed(name: str, target: str, old: str | None, new: str | None) -> Iterator[str]:
    if target != name:
        yield f"argument {name} is now {target}"
    if not same_default(old, new) and "..." not in (old, new):
        if new is None:
            yield f"argument {target} must be given; its default was {old}"
        elif old is not None:
            yield f"argument {target} has the default {new}; it was {old}"


def same_default(old: str | None, new: str | None) -> bool:
    """Texts of defaults: `0` and `0.0` are the same, `0` and `False` are not."""
    if old is None or new is None or old == new:
        return old == new
    try:
        first, second = ast.literal_eval(old), ast.literal_eval(new)
    except (ValueError, SyntaxError):  # a name, or something without a text
        return False
    return bool(first == second) and bool not in (type(first), type(second))


def _added(now: Signature, known: set[str]) -> Iterator[str]:
    new = [
        name if default is None else f"{name}={default}" for name, default in now.arguments.items() if name not in known
    ]
    if new:
        yield f"new arguments: {', '.join(new)}"


def _moved(before: Signature, now: Signature, becomes: Mapping[str, str | None]) -> bool:
    """Does some argument stand at another position than it did?"""
    old = [becomes[name] for name in before.positional]
    places = {name: place for place, name in enumerate(now.positional)}
    return any(name is not None and places.get(name, place) != place for place, name in enumerate(old))
