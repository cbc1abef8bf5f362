"""What was seen in one run of one side: the files of a worker, read into frozen data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.generic]


@dataclass(frozen=True)
class Outcome:
    """How the run ended. `status`: finished, limit, crashed, timeout, unavailable, lost."""

    status: str
    error: str | None = None
    place: str | None = None

    @property
    def complete(self) -> bool:
        return self.status in ("finished", "limit")

    def sentence(self, side: str) -> str:
        """The outcome for a reader."""
        if self.status == "timeout":
            return f"the {side} program did not end within the time limit"
        if self.status in ("crashed", "lost", "unavailable"):
            where = f" at {self.place}" if self.place else ""
            return f"the {side} program stopped with an error{where}: {self.error}"
        return f"the {side} program ran"


@dataclass(frozen=True)
class Event:
    """One run of a step: what it returned, the gradients applied in it, all variables before and after it if read."""

    step: str
    call: int
    site: int
    outputs: tuple[Array | None, ...]
    gradients: Mapping[str, Array]
    before: Mapping[str, Array] | None
    state: Mapping[str, Array] | None
    names: tuple[str, ...]
    place: str | None
    feeds: int


@dataclass(frozen=True)
class SeenVariable:
    """A variable of the program, in order of creation; `partner`: the old variable whose first value it was given."""

    name: str
    shape: tuple[int, ...]
    dtype: str
    trainable: bool
    local: bool
    initial: Array | None
    partner: str | None
    place: str | None


@dataclass(frozen=True)
class Observation:
    """Everything seen in one run."""

    outcome: Outcome
    environment: Mapping[str, str | None] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    variables: tuple[SeenVariable, ...] = ()
    final: Mapping[str, Array] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    skipped_runs: int = 0
    times: tuple[tuple[str, float], ...] = ()
    traces: Mapping[str, int] = field(default_factory=dict)
    draws: Mapping[str, int] = field(default_factory=dict)
    peak_mib: int | None = None
    printed: str = ""


def read_observation(folder: Path, printed: str, fallback: Outcome) -> Observation:
    """Read what a worker wrote; if it wrote nothing, there is only the outcome."""
    seen_path = folder / "seen.json"
    if not seen_path.exists():
        return Observation(fallback, printed=printed)
    seen = json.loads(seen_path.read_text())
    with np.load(folder / "arrays.npz", allow_pickle=False) as stored:
        arrays: dict[str, Array] = {key: stored[key] for key in stored.files}
    variables = sorted(seen["variables"], key=lambda entry: entry["order"])
    return Observation(
        outcome=Outcome(**seen["outcome"]),
        environment=seen["environment"],
        events=tuple(read_event(entry, arrays) for entry in seen["events"]),
        variables=tuple(read_variable(entry, arrays) for entry in variables),
        final=pick(seen["final"], arrays),
        notes=tuple(seen["notes"]),
        skipped_runs=seen["skipped_runs"],
        times=tuple((step, seconds) for step, seconds in seen["times"]),
        traces=seen["traces"],
        draws=seen["draws"],
        peak_mib=seen["peak_mib"],
        printed=printed,
    )


def read_event(entry: Mapping[str, object], arrays: Mapping[str, Array]) -> Event:
    fields = dict(entry)
    place = fields["place"]
    outputs = fields["outputs"]
    names = fields["names"]
    assert isinstance(outputs, list) and isinstance(names, list)
    return Event(
        step=str(fields["step"]),
        call=int(str(fields["call"])),
        site=int(str(fields["site"])),
        outputs=tuple(arrays[key] if key is not None else None for key in outputs),
        gradients=pick(fields["gradients"], arrays),
        before=pick(fields["before"], arrays) if fields["before"] is not None else None,
        state=pick(fields["state"], arrays) if fields["state"] is not None else None,
        names=tuple(names),
        place=f"{place['file']}:{place['line']}" if isinstance(place, dict) else None,
        feeds=int(str(fields["feeds"])),
    )


def read_variable(entry: Mapping[str, object], arrays: Mapping[str, Array]) -> SeenVariable:
    shape = entry["shape"]
    assert isinstance(shape, list)
    initial = entry["initial"]
    place, partner = entry.get("place"), entry.get("partner")
    return SeenVariable(
        name=str(entry["name"]),
        shape=tuple(shape),
        dtype=str(entry["dtype"]),
        trainable=bool(entry["trainable"]),
        local=bool(entry["local"]),
        initial=arrays[str(initial)] if initial is not None else None,
        partner=str(partner) if partner is not None else None,
        place=str(place) if place is not None else None,
    )


def pick(keys: object, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """Name -> array, for a mapping of names to stored keys."""
    assert isinstance(keys, dict)
    return {name: arrays[key] for name, key in keys.items() if key is not None}
