"""What TensorFlow 1.15 offered and what TensorFlow 2 offers today, name by name, as generated below surface/.

Each file is read when a name of its area is first asked for; most programs need one or two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import HERE

V1 = "tf.compat.v1"
_AREAS = ("keras", "raw_ops", "contrib", "estimator")
_MODULES = ("module", "module-3", "module-L", "namespace")
_UNLISTED = ("tf.tools", "tf._api", "tf.compiler", "tf.lite", "tf.dtensor", "tf.xla", "tf.security", "tf_keras.src")
_SLIM_DEPTH = 3  # parts below tf_slim that are listed


@dataclass(frozen=True)
class Offered:
    """A public name. `mode`: `3` if only TensorFlow with Keras 3 has it, `L` if only the one with legacy Keras.

    `same`: of a name of tf.contrib, which other name of TensorFlow 1.15 was the same object.
    """

    name: str
    kind: str
    signature: str
    mode: str = ""
    members: int = 0
    same: str = ""

    def available(self, legacy: bool) -> bool:
        """Does TensorFlow have the name with legacy Keras, or else with Keras 3?"""
        return self.mode in ("", "L" if legacy else "3")


def old(name: str) -> Offered | None:
    """A public name of TensorFlow 1.15."""
    return _row(f"tf1_{_area(name)}.txt", name)


def old_names() -> Iterator[str]:
    """Every public name of TensorFlow 1.15 that is no module."""
    for area in ("core", *_AREAS):
        rows = _rows(f"tf1_{area}.txt")
        yield from (name for name, row in rows.items() if not row.startswith("module") and row[:9] != "namespace")


def current(name: str) -> Offered | None:
    """A name that exists today: below `tf`, `tf.compat.v1`, `tf_slim` or `tf_keras`."""
    package = name.partition(".")[0]
    if package != "tf":
        return _row(f"{package}.txt", name) if package in ("tf_slim", "tf_keras") else None
    if not name.startswith(f"{V1}."):
        return _row(f"tf2_{_area(name)}.txt", name)
    short = "tf" + name.removeprefix(V1)
    if short.startswith("tf.raw_ops"):
        return _row("tf2_raw_ops.txt", short)
    return _row("v1_keras.txt" if _area(short) == "keras" else "v1_core.txt", name)


def missing(name: str, supplied: int, legacy: bool) -> str | None:
    """The shortest part of a dotted name that does not exist, if its first `supplied` parts do; None: all of it may.

    `legacy`: with legacy Keras switched on.
    """
    parts = name.split(".")
    for length in range(max(supplied, 1), len(parts)):
        holds = _holds(".".join(parts[:length]), parts[length], legacy)
        if holds is None:
            return None
        if not holds:
            return ".".join(parts[: length + 1])
    return None


def importable(name: str, legacy: bool) -> bool | None:
    """Does `import name` work? None: nothing is known of that part of TensorFlow."""
    if name in ("tf", V1, "tf_slim", "tf_keras", "tf_slim.nets"):
        return True
    row = current(name)
    if row is not None and row.kind in _MODULES:
        return row.available(legacy) and row.kind in ("module", "module-L" if legacy else "module-3")
    if name in _private():
        return True
    return None if _unlisted(name) else False


def has(package: str, name: str, legacy: bool) -> bool | None:
    """Does `from package import name` work?"""
    found = importable(package, legacy)
    if not found:
        return found
    if importable(f"{package}.{name}", legacy):
        return True
    row = current(package)
    if row is not None and row.members:
        return name in _members(row.members)  # another module than the attribute
    return _holds(package, name, legacy)


def _holds(above: str, part: str, legacy: bool) -> bool | None:
    row = current(above)
    if part.startswith("__"):
        return None
    if above == "tf.compat" and part in ("v1", "v2"):
        return True
    if above in ("tf", V1, "tf_slim", "tf_keras") or (row is not None and row.kind in _MODULES):
        if above.startswith("tf_slim") and above.count(".") >= _SLIM_DEPTH:
            return None
        inner = current(f"{above}.{part}")
        return _unknown(above, part) if inner is None else inner.available(legacy)
    if row is not None:
        known = row.kind == "class" and row.members and not part.startswith("_")
        return part in _members(row.members) if known else None
    names = _private().get(above)
    return None if names is None else part in names.split() or f"{above}.{part}" in _private()


def _unknown(above: str, part: str) -> bool | None:
    """What to think of a name of a module that is not listed."""
    name = f"{above}.{part}"
    if name == "tf.compat.v2" or name in ("tf.compat.v1.compat.v1", "tf.compat.v1.compat.v2"):
        return None
    return None if _unlisted(name) or part.startswith("_") else False


def _unlisted(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in _UNLISTED)


def _area(name: str) -> str:
    second = name.split(".", 2)[1] if "." in name else ""
    return second if second in _AREAS else "core"


def _row(file: str, name: str) -> Offered | None:
    row = _rows(file).get(name)
    if row is None:
        return None
    kind, signature, mode, members = [*row.split("\t"), "", "", ""][:4]
    if file.startswith("tf1_"):
        return Offered(name, kind, signature, same=mode)
    return Offered(name, kind, signature, mode, int(members or 0))


@cache
def _rows(file: str) -> Mapping[str, str]:
    path = HERE / "surface" / file
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return {name: row for name, _, row in (line.partition("\t") for line in lines)}


@cache
def _private() -> Mapping[str, str]:
    """The modules inside of TensorFlow, and what each holds."""
    return _rows("tf2_private.txt")


@cache
def _members(number: int) -> frozenset[str]:
    return frozenset(_member_lines()[number].split())


@cache
def _member_lines() -> tuple[str, ...]:
    return tuple((HERE / "surface" / "members.txt").read_text(encoding="utf-8").splitlines())
