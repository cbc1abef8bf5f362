"""Values that a program imports beside functions of the same module, which may change them when they are called."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.source.tree import names_in
from codemods.source.walk import walk


def beside_called(names: Names, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """The values that what these nodes call is imported beside, with the lines of the calls."""
    beside = _beside(names)
    for each in nodes if beside else ():
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            yield from ((name, each.lineno) for name in beside.get(each.func.id, ()))


def may_change(names: Names, name: str) -> bool:
    """Whether a value is imported beside a function that the program calls."""
    return any(name in values for values in _beside(names).values())


@lru_cache(maxsize=8)
def _beside(names: Names) -> Mapping[str, frozenset[str]]:
    """Function that is imported and called -> the values that are imported from the same module, unless it is a
    well-known library."""
    homes: dict[str, set[str]] = {}
    for name, statement, module in import_bindings(names):
        if isinstance(statement, ast.ImportFrom) and not array_calls.is_library(module):
            homes.setdefault(module, set()).add(name)
    if not any(len(each) > 1 for each in homes.values()):
        return {}
    called = {each.func.id for each in walk(names.module.tree)
              if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}  # fmt: skip
    values = read_as_values(names) - called
    found = {name: frozenset(home & values) for home in homes.values() for name in home & called}
    return {name: beside for name, beside in found.items() if beside}


def read_as_values(names: Names) -> set[str]:
    """The names that stand for more than what an attribute is taken of, or what is called."""
    owners = {each.value for each in walk(names.module.tree) if isinstance(each, ast.Attribute)}
    owners |= {each.func for each in walk(names.module.tree) if isinstance(each, ast.Call)}
    return {each.id for each in names_in(names.module) if each not in owners}


def import_bindings(names: Names) -> Iterator[tuple[str, ast.Import | ast.ImportFrom, str]]:
    """Each name that is imported, with the statement and what is imported."""
    for statement in names.import_statements:
        for alias in statement.names:
            if isinstance(statement, ast.ImportFrom):
                yield alias.asname or alias.name, statement, "." * statement.level + (statement.module or "")
            else:
                yield alias.asname or alias.name.split(".")[0], statement, alias.name


@lru_cache(maxsize=8)
def library_names(names: Names) -> set[str]:
    """The names of well-known libraries and of what is imported from them."""
    return {name for name, _, dotted in import_bindings(names) if array_calls.is_library(dotted)}
