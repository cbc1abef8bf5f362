"""Names under which a module reaches TensorFlow and the packages that its symbols moved to."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods.analysis.bindings import Absent, Imported, Scope
from codemods.analysis.names import Names, canonical
from codemods.rules.kept.homes import PORTED

V1 = "tensorflow.compat.v1"


def tensorflow_name(names: Names) -> str | None:
    """A module-level name that is TensorFlow itself and nothing else."""
    for name, bindings in names.scopes.top.bindings.items():
        present = [binding for binding in bindings if not isinstance(binding, Absent)]
        if present and all(isinstance(each, Imported) and canonical(each.dotted) == "tf" for each in present):
            return name
    return None


def visible(names: Names, name: str, node: ast.Name) -> bool:
    """Does a module-level name mean at this node what it means in the module?"""
    scope: Scope | None = names.scopes.scope_of.get(node)
    return scope is not None and scope.owner(name) in (None, names.scopes.top)


def free_name(names: Names, wanted: str, otherwise: str) -> str:
    """The wanted name, or one derived from the other that the module does not use."""
    if names.free(wanted):
        return wanted
    while not names.free(otherwise):
        otherwise += "_"
    return otherwise


def import_line(target: str, name: str, ported: str | None = PORTED) -> str:
    """The statement that binds a name to a target such as `tf`, `tf.nn.rnn_cell` or `tf_slim.conv2d`.

    `ported`: the module that `tf_contrib` stands for: `tf_contrib`, `..tf_contrib`, `pkg.tf_contrib`.
    """
    path = in_full(target)
    if ported is not None and (path == PORTED or path.startswith(f"{PORTED}.")):
        path = ported + path.removeprefix(PORTED)
    dots = path[: len(path) - len(path.lstrip("."))]
    parent, _, last = path.removeprefix(dots).rpartition(".")
    parent = dots + parent
    if not parent or path == V1:
        return f"import {path}" if path == name else f"import {path} as {name}"
    return f"from {parent} import {last}" if last == name else f"from {parent} import {last} as {name}"


def in_full(target: str) -> str:
    """`tf.nn.relu` -> `tensorflow.compat.v1.nn.relu`; other packages as they are."""
    return V1 + target.removeprefix("tf") if target == "tf" or target.startswith("tf.") else target


def gather(lines: Iterable[str]) -> tuple[str, ...]:
    """Join `from a import b` and `from a import c`; the order stays that of the first."""
    found: dict[str, list[str]] = {}
    for line in lines:
        head, _, name = line.partition(" import ")
        names = found.setdefault(head if name else line, [])
        if name and name not in names:
            names.append(name)
    return tuple(f"{head} import {', '.join(names)}" if names else head for head, names in found.items())
