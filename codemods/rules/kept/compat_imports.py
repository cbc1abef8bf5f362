"""What it does
    Imports TensorFlow as `tensorflow.compat.v1`, in every form of import.

Why
    There the names of TensorFlow 1 are found, with the meaning that they had.

Example
    `import tensorflow as tf` becomes `import tensorflow.compat.v1 as tf`;
    `from tensorflow.keras import layers` becomes `from tensorflow.compat.v1.keras import layers`.

When it declines
    A module that names `tf.compat.v1` itself is left alone. Imports of private parts (`tensorflow.python`) stay as they
    are, with a note; those that no longer exist block the program.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from codemods.analysis.names import Names, canonical
from codemods.obstacles import obstacle
from codemods.rule import Edit, Finding, Obstacle, Safety
from codemods.rules.kept.contrib import is_contrib
from codemods.rules.kept.homes import gone, package_home
from codemods.rules.kept.places import V1, gather, import_line
from codemods.rules.kept.standalone_keras import KERAS, keras_home
from codemods.source.module import Module
from codemods.source.statements import remove_statements, replace_statement

RULE = "compat-import"
_PRIVATE = ("python", "core", "tools", "compiler", "stream_executor", "include")
_STAYING = (*_PRIVATE, "compat", "examples", "contrib", "_api")
TUTORIALS = "tf.examples.tutorials"
_Statement = ast.Import | ast.ImportFrom


@dataclass
class ImportChanges:
    """What becomes of the import statements of a module."""

    findings: list[Finding] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    notes: list[Obstacle] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)


def names_tensorflow(statement: _Statement) -> bool:
    """Does a statement import TensorFlow or a part of it?"""
    if isinstance(statement, ast.ImportFrom):
        return statement.level == 0 and canonical(statement.module or "") is not None
    return any(canonical(alias.name) is not None for alias in statement.names)


def import_changes(
    module: Module, names: Names, bound: Mapping[str, str | None], own: frozenset[str], ported: str | None
) -> ImportChanges:
    """`bound`: what the names of tf.contrib become; `own`: top-level packages of the repository; `ported`: the name of
    the file with functions of tf.contrib, None if it cannot be imported."""
    changes = ImportChanges()
    empty: list[_Statement] = []
    for statement in names.import_statements:
        _examine(changes, module, statement)
        old, new = _lines(statement), tuple(_new_lines(names, statement, _Context(bound, own, changes.targets, ported)))
        if old == new:
            continue
        if not new:
            empty.append(statement)
            continue
        edit = _in_place(module, statement, new) or replace_statement(module, statement, new)
        changes.findings.append(_finding(module, statement, edit, "; ".join(new)))
    for statement, edit in zip(empty, remove_statements(module, empty), strict=True):
        changes.findings.append(_finding(module, statement, edit, "nothing, for nothing reads it any more"))
    return changes


def _finding(module: Module, statement: _Statement, edit: Edit, becomes: str) -> Finding:
    message = f"{'; '.join(_lines(statement))} becomes {becomes}."
    return Finding(RULE, module.place(statement), message, Safety.SAFE, (edit,))


def _lines(statement: _Statement) -> tuple[str, ...]:
    if isinstance(statement, ast.Import):
        return tuple(f"import {_alias(alias)}" for alias in statement.names)
    head = f"from {'.' * statement.level}{statement.module or ''} import "
    return (head + ", ".join(_alias(alias) for alias in statement.names),)


def _alias(alias: ast.alias) -> str:
    return alias.name if alias.asname is None else f"{alias.name} as {alias.asname}"


@dataclass(frozen=True)
class _Context:
    """What the new text of an import depends on, and the targets that it adds to."""

    bound: Mapping[str, str | None]
    own: frozenset[str]
    targets: set[str]
    ported: str | None


def _new_lines(names: Names, statement: _Statement, context: _Context) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            yield from _plain_import(names, alias, context)
    elif statement.level:
        yield from _lines(statement)
    else:
        lines = [_from_import(statement.module or "", alias, context) for alias in statement.names]
        yield from gather(line for line in lines if line is not None)


def _plain_import(names: Names, alias: ast.alias, context: _Context) -> Iterator[str]:
    api, parts = canonical(alias.name), alias.name.split(".")
    if parts[0] == KERAS and KERAS not in context.own:
        context.targets.add("tf.keras")
        yield import_line(keras_home(alias.name if alias.asname else KERAS), alias.asname or KERAS)
    elif api is None or (not is_contrib(api) and len(parts) > 1 and parts[1] in _STAYING):
        yield f"import {_alias(alias)}"
    elif is_contrib(api) and alias.asname is not None:
        yield from filter(None, (_contrib_line(api, alias.asname, context),))
    elif alias.asname is not None:
        context.targets.add(api)
        yield f"import {V1}{alias.name.removeprefix('tensorflow')} as {alias.asname}"
    elif len(parts) == 1 or not _binds_tensorflow(names):
        yield f"import {V1} as tensorflow"


def _binds_tensorflow(names: Names) -> bool:
    """Does `import tensorflow` stand somewhere, so that another import of a part of it need not bind the name?"""
    plain = (each for each in names.import_statements if isinstance(each, ast.Import))
    return any(alias.name == "tensorflow" and alias.asname is None for each in plain for alias in each.names)


def _from_import(package: str, alias: ast.alias, context: _Context) -> str | None:
    parts, api = package.split("."), canonical(f"{package}.{alias.name}")
    name = alias.asname or alias.name
    if parts[0] == KERAS and KERAS not in context.own:
        context.targets.add("tf.keras")
        return import_line(keras_home(f"{package}.{alias.name}"), name)
    if api is None:
        return f"from {package} import {_alias(alias)}"
    if is_contrib(api):
        return _contrib_line(api, name, context)
    context.targets.add(api)
    if (parts[1] if len(parts) > 1 else alias.name) in _STAYING:
        return f"from {package} import {_alias(alias)}"
    return f"from {V1}{package.removeprefix('tensorflow')} import {_alias(alias)}"


def _contrib_line(api: str, name: str, context: _Context) -> str | None:
    target = context.bound.get(name, package_home(api))
    if target is None:
        return None
    context.targets.add(target)
    return import_line(target, name, context.ported)


def _in_place(module: Module, statement: _Statement, new: tuple[str, ...]) -> Edit | None:
    """Keep the layout of a statement of which only the package or one alias changes."""
    if len(new) != 1:
        return None
    start, end = module.span(statement)
    text = module.text[start:end]
    if isinstance(statement, ast.Import):
        return Edit(start, end, new[0]) if len(statement.names) == 1 else None
    head, _, rest = new[0].partition(" import ")
    if rest != ", ".join(_alias(alias) for alias in statement.names):
        return None
    old = statement.module or ""
    at = text.index(old, len("from"))
    return Edit(start + at, start + at + len(old), head.removeprefix("from "))


def tutorial_notes(module: Module) -> tuple[Obstacle, ...]:
    """The imports of the loaders of TensorFlow's tutorials."""
    changes = ImportChanges()
    for statement in Names.of(module).import_statements if b"tutorials" in module.data else ():
        _examine(changes, module, statement)
    return tuple(changes.notes)


def _is_tutorial(api: str) -> bool:
    return api == TUTORIALS or api.startswith(f"{TUTORIALS}.")


def _examine(changes: ImportChanges, module: Module, statement: _Statement) -> None:
    """What stands in the way in one statement, or deserves a note."""
    package = statement.module if isinstance(statement, ast.ImportFrom) and statement.level == 0 else None
    for alias in statement.names if package is not None or isinstance(statement, ast.Import) else ():
        api = canonical(f"{package}.{alias.name}" if package is not None else alias.name)
        place = module.place(statement)
        if api is None:
            continue
        if api.endswith(".*"):
            if is_contrib(api):
                changes.obstacles.append(obstacle("unresolved-star", place, api))
        elif gone(api):
            changes.obstacles.append(obstacle("symbol-gone", place, api))
        elif _is_tutorial(api):
            changes.notes.append(obstacle("tutorial-data", place, api))
        elif api.split(".")[1:2] and api.split(".")[1] in _PRIVATE:
            message = f"{api} is a private part of TensorFlow; it is imported as before."
            changes.findings.append(Finding(RULE, place, message, Safety.NOTE))
