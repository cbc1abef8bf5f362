"""What it does
    Points to `getattr(tf, name)`: which symbol it reads is decided while the program runs.

Why
    `tf.compat.v1` has most names of TensorFlow 1, but not those of `tf.contrib` and not those that are gone.

Example
    `getattr(tf.nn, name)(x)` is left as it is, with a note; so is `getattr(tf, "contrib")`, which is known to fail.

When it declines
    It changes nothing. A literal name that exists is not reported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Finding, Safety
from codemods.rules.kept.contrib import is_contrib
from codemods.rules.kept.homes import gone
from codemods.source.module import Module
from codemods.source.walk import walk

RULE = "dynamic-name"


def dynamic_names(module: Module, names: Names) -> Iterator[Finding]:
    """One note for each such read."""
    if b"getattr(" not in module.data:
        return
    for call in walk(module.tree):
        owner = _owner(names, call) if isinstance(call, ast.Call) else None
        if not isinstance(call, ast.Call) or owner is None:
            continue
        message = _message(owner, call.args[1])
        if message is not None:
            yield Finding(RULE, module.place(call), message, Safety.NOTE)


def _owner(names: Names, call: ast.Call) -> str | None:
    """The part of TensorFlow that a call of `getattr` reads from; with a default, a missing name is expected."""
    if not isinstance(call.func, ast.Name) or call.func.id != "getattr" or len(call.args) != 2 or call.keywords:
        return None
    scope = names.scopes.scope_of.get(call.func)
    if scope is None or scope.owner("getattr") is not None:
        return None
    return names.api_of(call.args[0])


def _message(owner: str, name: ast.expr) -> str | None:
    if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
        return f"Which symbol of {owner} is read here is decided while the program runs; names that are gone fail."
    api = f"{owner}.{name.value}"
    return f"{api} does not exist in TensorFlow 2." if is_contrib(api) or gone(api) else None
