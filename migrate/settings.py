"""What the user asked for: the defaults, `[tool.tfmigrate]` of the repository's pyproject.toml, and the flags on top.

The file is read as data; nothing in it is executed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import PurePosixPath
from typing import TypeAlias

from codemods import Optimizers, Options, PathOptions, Tier
from migrate.problems import UserError

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None

PYPROJECT = "pyproject.toml"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "tier": ("native", "kept"),
    "optimizers": ("keras", "v1"),
    "device": ("cpu", "gpu"),
}
LEAST: Mapping[str, float] = {"jobs": 1, "steps": 1, "timeout": 1, "size_limit": 0, "rtol": 0, "atol": 0}


@dataclass(frozen=True)
class Settings:
    """Every option that has a default; names are those of the command line with `_` for `-`."""

    branch: str = "tfmigrate/tf2"
    base: str | None = None
    tier: str = "native"
    optimizers: str = "keras"
    select: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    size_limit: int = 2
    jobs: int | None = None
    report: str | None = None
    entry: tuple[str, ...] = ()
    steps: int = 20
    reference: str = "compat"
    device: str | None = None
    timeout: float = 600.0
    rtol: float | None = None
    atol: float | None = None
    paths: tuple[PathOptions, ...] = ()

    def options(self) -> Options:
        """The part that the rewriting needs to know."""
        return Options(
            tier=Tier(self.tier),
            optimizers=Optimizers(self.optimizers),
            select=frozenset(self.select),
            skip=frozenset(self.skip),
            paths=self.paths,
        )


def read_settings(pyproject: bytes | None) -> Settings:
    """The settings of a repository whose pyproject.toml has these bytes (None: it has none)."""
    if pyproject is None:
        return Settings()
    try:
        table = tomllib.loads(pyproject.decode("utf-8")).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{PYPROJECT} cannot be read: {error}") from error
    given = table.get("tfmigrate", {}) if isinstance(table, dict) else {}
    if not isinstance(given, dict):
        raise UserError(f"{PYPROJECT}: [tool.tfmigrate] must be a table")
    names = {field.name.replace("_", "-"): field.name for field in fields(Settings)}
    for key in given:
        if key not in names:
            raise UserError(
                f"{PYPROJECT}: unknown key {key!r} in [tool.tfmigrate]; known are {', '.join(sorted(names))}"
            )
    paths = _per_path(given.pop("paths", {}))
    settings = with_flags(Settings(), {names[key]: _frozen(key, value) for key, value in given.items()}, PYPROJECT)
    return replace(settings, paths=paths)


def _per_path(given: object) -> tuple[PathOptions, ...]:
    """`[tool.tfmigrate.paths."legacy/*"]`: options of the files whose path matches, in the order written."""
    if not isinstance(given, dict) or not all(isinstance(table, dict) for table in given.values()):
        raise UserError(f'{PYPROJECT}: paths in [tool.tfmigrate] must hold tables: [tool.tfmigrate.paths."old/*"]')
    return tuple(_path_options(str(pattern), table) for pattern, table in given.items())


def _path_options(pattern: str, table: Mapping[str, object]) -> PathOptions:
    for key in table:
        if key not in _PER_PATH:
            raise UserError(
                f"{PYPROJECT}: unknown key {key!r} for {pattern!r}; known are {', '.join(sorted(_PER_PATH))}"
            )
    values = {key: _frozen(key, value) for key, value in table.items()}
    for key, value in values.items():
        _check(key, value, PYPROJECT)
    lists = {key: frozenset(str(item) for item in value) for key, value in values.items() if isinstance(value, tuple)}
    return PathOptions(
        pattern,
        tier=Tier(values["tier"]) if "tier" in values else None,
        optimizers=Optimizers(values["optimizers"]) if "optimizers" in values else None,
        select=lists.get("select"),
        skip=lists.get("skip"),
    )


def _frozen(key: str, value: object) -> Value:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    if isinstance(value, str | int | float | bool):
        return value
    raise UserError(f"{PYPROJECT}: {key} in [tool.tfmigrate] must be a string, a number or a list of strings")


def with_flags(settings: Settings, flags: Mapping[str, Value], origin: str = "command line") -> Settings:
    """The settings with every flag that was given (is not None or empty) in place of what they had."""
    given = {name: value for name, value in flags.items() if value is not None and not (value == () and name in _LISTS)}
    for name, value in given.items():
        _check(name, value, origin)
    return replace(settings, **given)  # type: ignore[arg-type]


_TEXT = frozenset({"branch", "base", "tier", "optimizers", "report", "reference", "device"})
_LISTS = frozenset({"select", "skip", "exclude", "entry"})
_PER_PATH = frozenset({"tier", "optimizers", "select", "skip"})
_FRACTIONS = frozenset({"timeout", "rtol", "atol"})


def _check(name: str, value: Value, origin: str) -> None:
    shown = f"{origin}: {name.replace('_', '-')}"
    if name in _TEXT and not isinstance(value, str):
        raise UserError(f"{shown} must be a string")
    if name in _LISTS and not isinstance(value, tuple):
        raise UserError(f"{shown} must be a list of strings")
    if name in LEAST:
        number = isinstance(value, int | float) if name in _FRACTIONS else isinstance(value, int)
        if isinstance(value, bool) or not number:
            raise UserError(f"{shown} must be a {'number' if name in _FRACTIONS else 'whole number'}")
        if not float(str(value)) >= LEAST[name]:
            raise UserError(f"{shown} must be at least {LEAST[name]:g}, not {value}")
    if name in CHOICES and value not in CHOICES[name]:
        raise UserError(f"{shown} must be one of {', '.join(CHOICES[name])}, not {value!r}")
    if name == "report" and origin == PYPROJECT:
        _check_inside(str(value))


def _check_inside(folder: str) -> None:
    path = PurePosixPath(folder)
    if path.is_absolute() or ".." in path.parts:
        raise UserError(f"{PYPROJECT}: report must be a folder inside of the repository, not {folder!r}")
