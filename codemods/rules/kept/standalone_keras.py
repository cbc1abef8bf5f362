"""What it does
    Takes the Keras of that time, `import keras`, from TensorFlow: as `tensorflow.compat.v1.keras`, with legacy Keras.

Why
    Today's `keras` is Keras 3, which knows neither graphs nor sessions. `tensorflow.compat.v1.keras` has the layers and
    optimizers of then with the defaults of then, and shares its session with the rest of the program.

Example
    `from keras.layers.core import Dense` becomes `from tensorflow.compat.v1.keras.layers import Dense`;
    `keras.optimizers.Adadelta()` becomes `keras.optimizers.Adadelta(lr=1.0)`, the default of then.

When it declines
    Where the repository has a module or package `keras` of its own. Names that exist no more are reported.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import cast

from codemods.analysis.names import Names
from codemods.api.files import mapping, strings, toml
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module
from codemods.source.tree import parents

RULE = "standalone-keras"
KERAS = "keras"
_HOME = "tf.keras"


def keras_home(dotted: str) -> str:
    """`keras.layers.core.Dense` -> `tf.keras.layers.Dense`."""
    parts = dotted.split(".")[1:]
    for length in range(len(parts), 0, -1):
        moved = _moved().get(".".join(parts[:length]))
        if moved is not None:
            return ".".join((_HOME, moved, *parts[length:]))
    return ".".join((_HOME, *parts))


def imports_keras(statement: ast.Import | ast.ImportFrom) -> bool:
    """Does a statement import Keras by itself, or a part of it?"""
    if isinstance(statement, ast.ImportFrom):
        return not statement.level and _is_keras(statement.module or "")
    return any(_is_keras(alias.name) for alias in statement.names)


def keras_changes(module: Module, names: Names, own: Collection[str]) -> Iterator[Finding]:
    """What changes where names of Keras are used; the import statements are left to the rule for imports."""
    if KERAS in own or not any(imports_keras(each) for each in names.import_statements):
        return
    above = parents(module)
    for node, dotted in names.chains().items():
        root = names.root_of(node) if dotted is not None and _is_keras(dotted) else None
        bound = names.dotted_of(root) if root is not None else None
        if dotted is None or bound is None:
            continue
        yield from _shorter(module, node, dotted, bound)
        call = above.get(node)
        default = _defaults().get(keras_home(dotted).removeprefix(f"{_HOME}."))
        if default is not None and isinstance(call, ast.Call) and call.func is node and _lacks(call, default[0]):
            yield _with_default(module, call, dotted, default[1])


def _shorter(module: Module, node: ast.Name | ast.Attribute, dotted: str, bound: str) -> Iterator[Finding]:
    """`keras.layers.core.Dense`, where the name that it begins with stays bound to the same part of Keras."""
    rest = keras_home(dotted).removeprefix(keras_home(bound))
    if rest == dotted.removeprefix(bound) or not isinstance(node, ast.Attribute):
        return
    root: ast.expr = node
    while isinstance(root, ast.Attribute):
        root = root.value
    edit = Edit(module.span(root)[1], module.span(node)[1], rest)
    yield Finding(RULE, module.place(node), f"{dotted} is now {keras_home(dotted)}.", Safety.SAFE, (edit,))


def _lacks(call: ast.Call, keywords: Collection[str]) -> bool:
    return not call.args and not any(each.arg is None or each.arg in keywords for each in call.keywords)


def _with_default(module: Module, call: ast.Call, dotted: str, default: str) -> Finding:
    end = module.span(call)[1] - 1
    inside = module.text[module.span(call.func)[1] + 1 : end].strip()
    comma = "" if not inside or inside.endswith(",") else ", "
    edit = Edit(end, end, f"{comma}{default}")
    return Finding(RULE, module.place(call), f"{default} was the default of {dotted}.", Safety.SAFE, (edit,))


def _is_keras(dotted: str) -> bool:
    return dotted.partition(".")[0] == KERAS


@cache
def _moved() -> Mapping[str, str]:
    return strings(_table()["moved"])


@cache
def _defaults() -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Class -> the keywords that set the argument, and what to write where none of them is given."""
    rows = cast(Mapping[str, Mapping[str, object]], mapping(_table()["defaults"]))
    return {name: (tuple(cast(list[str], row["keywords"])), str(row["write"])) for name, row in rows.items()}


@cache
def _table() -> Mapping[str, object]:
    return mapping(toml("contrib.toml")["standalone_keras"])
