"""Rows of libraries.toml: what Python and its libraries dropped or moved since TensorFlow 1 was current."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import mapping, strings, texts, toml

PYTHON_2 = "python2"
BUILTIN = "builtins."


@dataclass(frozen=True)
class Call:
    """The call becomes `text`; `rest` are arguments carried over by keyword. `value`: it is a value, not a function."""

    parameters: tuple[str, ...]
    text: str
    rest: tuple[str, ...] = ()
    value: bool = False


@dataclass(frozen=True)
class Hit:
    """What becomes of a dotted name. Of `target`, `call` and `advice` one is set.

    `key` is the part of the name that a row speaks of, `module`: it is a module that moved as a whole.
    """

    library: str
    key: str
    target: str | None = None
    call: Call | None = None
    advice: str | None = None
    module: bool = False

    def moved(self, dotted: str) -> str | None:
        """The new name of a dotted name that begins with the key."""
        return None if self.target is None else self.target + dotted[len(self.key) :]


@cache
def rows() -> Mapping[str, Hit]:
    """Every row by its old name."""
    found: dict[str, Hit] = {}
    for library, value in toml("libraries.toml").items():
        table = mapping(value)
        for key, target in strings(table.get("modules")).items():
            found[key] = Hit(library, key, target=target, module=True)
        found |= {key: Hit(library, key, target=new) for key, new in strings(table.get("names")).items()}
        found |= {key: Hit(library, key, advice=text) for key, text in strings(table.get("gone")).items()}
        found |= {key: Hit(library, key, call=_call(mapping(row))) for key, row in mapping(table.get("calls")).items()}
    return found


def _call(row: Mapping[str, object]) -> Call:
    return Call(texts(row.get("parameters")), str(row["text"]), texts(row.get("rest")), bool(row.get("value")))


@cache
def roots() -> frozenset[str]:
    """The packages that rows speak of."""
    return frozenset(key.partition(".")[0] for key in (*rows(), *dead()))


@cache
def dead() -> Mapping[str, str]:
    """Modules that no longer exist and whose names have rows of their own -> the library."""
    tables = ((library, mapping(value)) for library, value in toml("libraries.toml").items())
    return {module: library for library, table in tables for module in texts(table.get("dead"))}


@cache
def only_called() -> frozenset[str]:
    """Names that are replaced in calls only."""
    return frozenset(texts(mapping(toml("libraries.toml")[PYTHON_2]).get("only_called")))


@cache
def packages_in_parts() -> frozenset[str]:
    """Packages whose modules have to be imported one by one."""
    return frozenset(texts(mapping(toml("libraries.toml")[PYTHON_2]).get("parts")))


@cache
def builtins() -> frozenset[str]:
    """The built-in names that rows speak of."""
    return frozenset(key.removeprefix(BUILTIN) for key in rows() if key.startswith(BUILTIN))


@cache
def methods(library: str) -> Mapping[str, str]:
    """The methods of a library's objects that are gone, with advice."""
    return strings(mapping(toml("libraries.toml")[library]).get("methods"))


def libraries() -> tuple[str, ...]:
    """The tables in their order."""
    return tuple(toml("libraries.toml"))


def hit(dotted: str) -> Hit | None:
    """The row of the longest beginning of a dotted name."""
    known = rows()
    name = dotted
    while name not in known:
        name, dot, _ = name.rpartition(".")
        if not dot:
            return None
    return known[name]
