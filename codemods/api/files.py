"""Reads the data files beside this module, each once, when first asked for."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

Table = Mapping[str, object]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Listed:
    """A name of TensorFlow 1.15 as symbols.json has it; `native`: a name of TensorFlow 2 that is the same object.

    `spellings`: which of its names denote that object, or a mere namesake, in TensorFlow 2.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    parameters: tuple[str, ...] | None
    native: str | None
    namesake: bool
    home: str
    new_parameters: tuple[str, ...] | None
    spellings: tuple[str, ...]


@cache
def toml(name: str) -> Table:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@cache
def listed() -> Mapping[str, Table]:
    """The raw rows of symbols.json by canonical name."""
    content = json.loads((HERE / "symbols.json").read_text(encoding="utf-8"))
    return cast(Mapping[str, Table], content["symbols"])


@cache
def canonical_names() -> Mapping[str, str]:
    """Every alias of TensorFlow 1.15 -> its canonical name."""
    found = {alias: name for name, row in listed().items() for alias in texts(row.get("aliases"))}
    found.update(
        (with_prefix(old), with_prefix(str(new))) for old, new in mapping(toml("renames.toml")["aliases"]).items()
    )
    return found


def texts(value: object) -> tuple[str, ...]:
    """A list of strings that a file may leave out."""
    return tuple(str(item) for item in cast(list[object], value)) if value else ()


def mapping(value: object) -> Mapping[str, object]:
    return cast(Mapping[str, object], value) if value else {}


def tables(value: object) -> tuple[Table, ...]:
    """A list of tables that a file may leave out."""
    return tuple(mapping(item) for item in cast(list[object], value)) if value else ()


def strings(value: object) -> dict[str, str]:
    return {key: str(item) for key, item in mapping(value).items()}


def with_prefix(name: str) -> str:
    return f"tf.{name}"


def parameters(value: object) -> tuple[str, ...] | None:
    """Parameter names up to the first that cannot be given by position."""
    if value is None:
        return None
    names = texts(value)
    return names[: names.index("*")] if "*" in names else names


@cache
def entry(name: str) -> Listed | None:
    """The row of a canonical name."""
    row = listed().get(name)
    if row is None:
        return None
    native = row.get("native")
    return Listed(
        name=name,
        aliases=texts(row.get("aliases")),
        kind=str(row["kind"]),
        parameters=parameters(row.get("parameters")),
        native=None if native is None else str(native),
        namesake=bool(row.get("namesake")),
        home=str(row.get("home", "native")),
        new_parameters=parameters(row.get("parameters2")),
        spellings=texts(row.get("spellings")),
    )
