"""The one form of a result that every report is made from: the JSON document, read with types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = "Mapping[str, Json]"

SCHEMA = 1
TENSORFLOW = "2.21"


def as_json(value: object) -> Json:
    """A value that another package built, as JSON; what JSON cannot hold becomes text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return as_json_object(value)
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return str(value)


def as_json_object(value: Mapping[str, object]) -> JsonObject:
    """The same for an object."""
    return {str(key): as_json(item) for key, item in value.items()}


@dataclass(frozen=True)
class Record:
    """An object of a JSON document; what is missing or of another type reads as empty."""

    fields: Mapping[str, Json]

    def text(self, name: str) -> str:
        """A field as text; empty for null."""
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> float | None:
        """A field as a number; None if it has no value."""
        value = self.fields.get(name)
        if isinstance(value, str) and value in ("inf", "-inf", "nan"):
            return float(value)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def count(self, name: str) -> int:
        """A field as a whole number; 0 if it has no value."""
        return int(self.number(name) or 0)

    def flag(self, name: str) -> bool:
        """Whether a field is true."""
        return self.fields.get(name) is True

    def record(self, name: str) -> Record:
        """A field that is an object."""
        value = self.fields.get(name)
        return Record(value if isinstance(value, Mapping) else {})

    def records(self, name: str) -> tuple[Record, ...]:
        """A field that is a list of objects."""
        return tuple(Record(item) for item in self._list(name) if isinstance(item, Mapping))

    def texts(self, name: str) -> tuple[str, ...]:
        """A field that is a list of strings."""
        return tuple(str(item) for item in self._list(name))

    def _list(self, name: str) -> Sequence[Json]:
        value = self.fields.get(name)
        return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


@dataclass(frozen=True)
class Results:
    """What is known of a repository: its migration, and its verification if there was one."""

    migration: Record | None
    verification: Record | None
