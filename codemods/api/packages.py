"""Typed access to packages.toml: what becomes of a pinned package, and what migrated code needs to be installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from codemods.api.files import Table, mapping, toml


@dataclass(frozen=True)
class Follow:
    """A package that becomes another, or a later version of itself."""

    to: str
    version: str


@dataclass(frozen=True)
class Bound:
    """What TensorFlow needs of a package at least; `version`: what it was verified with, empty if it was not.

    `unless_imported`: a pin stays where a program imports the package itself.
    """

    minimum: str
    version: str
    unless_imported: bool = False


@dataclass(frozen=True, order=True)
class Needed:
    """A package that a module of this name comes from; `version` is empty where none was verified."""

    name: str
    module: str
    version: str


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def python_version() -> str:
    """The version of Python that migrated code was verified with."""
    return str(mapping(toml("packages.toml")["python"])["version"])


def oldest_python() -> str:
    """The oldest version of Python for which there is this TensorFlow."""
    return str(mapping(toml("packages.toml")["python"])["from"])


def tensorflow_version() -> str:
    return follow_rows()["tensorflow"].version


@cache
def follow_rows() -> dict[str, Follow]:
    """TensorFlow's packages by name."""
    rows = cast(list[Table], toml("packages.toml")["follow"])
    return {str(row["name"]): Follow(str(row["to"]), str(row["version"])) for row in rows}


@cache
def needed_rows() -> dict[str, Needed]:
    """Packages by the module that is imported from them."""
    rows = cast(list[Table], toml("packages.toml")["needed"])
    return {
        str(row["module"]): Needed(str(row["name"]), str(row["module"]), str(row.get("version", ""))) for row in rows
    }


@cache
def bounds(kind: str) -> dict[str, Bound]:
    """`bounded`: what TensorFlow needs; `told`: what Python and NumPy need, as far as is known."""
    rows = mapping(toml("packages.toml")[kind])
    return {
        name: Bound(str(row["from"]), str(row.get("version", "")), bool(row.get("unless_imported")))
        for name, row in _tables(rows).items()
    }


def watched_imports() -> frozenset[str]:
    """Modules whose import keeps the pin of their package."""
    return frozenset(name for name, row in bounds("bounded").items() if row.unless_imported)


def _tables(rows: Table) -> dict[str, Table]:
    return {name: cast(Table, row) for name, row in rows.items()}
