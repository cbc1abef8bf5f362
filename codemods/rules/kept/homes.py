"""Where the symbols that left TensorFlow are now, from the tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from codemods.api import surface
from codemods.api.files import canonical_names, listed, mapping, strings, texts, toml
from codemods.api.table import canonical

CONTRIB = "tf.contrib"
PORTED = "tf_contrib"  # stands for the file that is added to the tree
_OUTSIDE = ("tf.contrib", "tf.python", "tf.core", "tf.compat", "tf.examples", "tf.keras")


@dataclass(frozen=True)
class Home:
    """The new dotted name of the first `length` parts of an old one: `tf.nn.rnn_cell.GRUCell`, `tf_slim.conv2d`."""

    target: str
    length: int


def contrib_home(api: str, keywords: Collection[str] | None) -> Home | None:
    """The home of a symbol of tf.contrib. `keywords`: all that its call gives it; None if that is anything else."""
    parts = api.split(".")
    plain = _plain().get(api)
    if plain is not None and keywords is not None and set(keywords) <= set(plain[1]):
        return Home(plain[0], len(parts))
    for length in range(len(parts), 2, -1):
        name = ".".join(parts[:length])
        target = _homes().get(name) or _homes().get(_public(parts[:length])) or _same(name)
        if target is not None:
            return Home(target, length)
    return None


def package_home(api: str) -> str | None:
    """What a name becomes that is bound to a whole package of tf.contrib, to one of its symbols or a part of that."""
    home = contrib_home(api, None)
    if home is None:
        return _packages().get(api)
    return ".".join((home.target, *api.split(".")[home.length :]))


def early_name(api: str) -> Home | None:
    """The TensorFlow 1.15 name of a symbol that earlier versions called otherwise, if 1.15 no longer knows that one."""
    parts = api.split(".")
    for length in range(len(parts), 1, -1):
        name = ".".join(parts[:length])
        if name in _known():
            return None
        if canonical(name) != name:
            return Home(canonical(name), length)
    return None


def gone(api: str) -> bool:
    """Does tf.compat.v1 lack this name? It did not exist in TensorFlow 1.15 either, or is listed as gone."""
    if api in _gone() or _within(api, _gone_below()):
        return True
    parts = api.split(".")
    if len(parts) == 1 or parts[1].startswith("_") or _within(api, _OUTSIDE):
        return False
    for length in range(2, len(parts) + 1):
        name = ".".join(parts[:length])
        if name in _known():
            return False
        if name not in _namespaces():
            return True
    return False


def only_in_v1(api: str) -> bool:
    """Is this a name that fails under TensorFlow 2 unless it is taken from tf.compat.v1?"""
    if _within(api, (CONTRIB,)):
        return True
    row = listed().get(canonical(api))
    return row is not None and row.get("home") in ("v1", "none") and not row.get("namesake")


def needs_legacy_keras(name: str) -> bool:
    """Does tf.compat.v1 (or tf_slim) find this only with the legacy Keras package?"""
    return _within(name, texts(mapping(toml("contrib.toml")["legacy_keras"])["prefixes"]))


def _public(parts: Sequence[str]) -> str:
    """tf.contrib.x re-exports what is defined below tf.contrib.x.python: `….layers.python.layers.layers.conv2d`."""
    inner = len(parts) > 5 and parts[1] == "contrib" and parts[3] == "python"
    return ".".join((*parts[:3], parts[-1])) if inner else ""


@cache
def _same(name: str) -> str | None:
    """What tf.contrib only handed on: another name of the same object, which tf.compat.v1 has today."""
    row = surface.old(name)
    same = "" if row is None else row.same
    if same.startswith(f"{CONTRIB}."):
        return _homes().get(same)
    today = f"{surface.V1}{same.removeprefix('tf')}"
    found = surface.current(today) if same else None
    return same if found is not None and found.available(legacy=True) else None


def _within(name: str, packages: Collection[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _rows(table: str) -> Sequence[Mapping[str, object]]:
    return cast(Sequence[Mapping[str, object]], toml("contrib.toml")[table])


@cache
def _homes() -> Mapping[str, str]:
    found = {f"{row['from']}.{name}": f"{row['to']}.{name}" for row in _rows("home") for name in texts(row["names"])}
    return found | strings(toml("contrib.toml")["renamed"])


@cache
def _packages() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in _rows("home"):
        found.setdefault(str(row["from"]), str(row["to"]))
    return found


@cache
def _plain() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    return {name: (str(row["to"]), texts(row["keywords"])) for row in _rows("plain") for name in texts(row["from"])}


@cache
def _gone() -> frozenset[str]:
    return frozenset(name for name in texts(mapping(toml("contrib.toml")["gone"])["names"]) if not name.endswith(".*"))


@cache
def _gone_below() -> tuple[str, ...]:
    names = texts(mapping(toml("contrib.toml")["gone"])["names"])
    return tuple(name.removesuffix(".*") for name in names if name.endswith(".*"))


@cache
def _known() -> frozenset[str]:
    return frozenset(name for key, row in listed().items() for name in (key, *texts(row.get("aliases"))))


@cache
def _namespaces() -> frozenset[str]:
    found: set[str] = set()
    for name in _known() | set(canonical_names()):
        parts = name.split(".")
        found |= {".".join(parts[:length]) for length in range(1, len(parts))}
    return frozenset(found)
