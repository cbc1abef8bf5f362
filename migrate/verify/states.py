"""Pairs the variables of both sides and follows each through the run: value before and after every event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from migrate.verify.align import PairedRun
from migrate.verify.observe import Array, Observation, SeenVariable
from migrate.verify.workers.pairing import Named, pair

Triple: TypeAlias = "tuple[Array | None, Array | None, Array | None]"


@dataclass(frozen=True)
class VariablePair:
    """An old variable and its partner."""

    old: SeenVariable
    new: SeenVariable

    @property
    def shown(self) -> tuple[str, str]:
        """Both names as a reader knows them."""
        return plain(self.old.name), plain(self.new.name)


@dataclass(frozen=True)
class VariableMap:
    pairs: tuple[VariablePair, ...]
    old_only: tuple[SeenVariable, ...]
    new_only: tuple[SeenVariable, ...]
    positions: tuple[int | None, ...]


@dataclass(frozen=True)
class Change:
    """One variable over one event, on both sides; `noise` is the old side's second run."""

    run: PairedRun
    old_before: Array
    old_after: Array
    new_before: Array
    new_after: Array
    noise_before: Array | None
    noise_after: Array | None


def plain(name: str) -> str:
    """Without the creation number in front and the output number behind."""
    head, colon, tail = name.partition(":")
    name = tail if colon and head.isdigit() else name
    return name[:-2] if name.endswith(":0") else name


def map_variables(old: Observation, new: Observation) -> VariableMap:
    """The final word on which variable is which."""
    old_variables = [v for v in old.variables if not v.local]
    new_variables = [v for v in new.variables if not v.local]
    positions = pair([named(v) for v in old_variables], [named(v) for v in new_variables])
    taken = {position for position in positions if position is not None}
    return VariableMap(
        tuple(
            VariablePair(old_variables[position], variable)
            for variable, position in zip(new_variables, positions, strict=True)
            if position is not None
        ),
        tuple(v for position, v in enumerate(old_variables) if position not in taken),
        tuple(v for v, position in zip(new_variables, positions, strict=True) if position is None),
        tuple(positions),
    )


def named(variable: SeenVariable) -> Named:
    head, colon, tail = variable.name.partition(":")
    name = tail if colon and head.isdigit() else variable.name
    return Named(name, variable.shape, variable.dtype)


def first_values(pair_: VariablePair, noise: Observation | None) -> tuple[Array | None, Array | None, Array | None]:
    """Values before the first event: old, new, noise."""
    old = pair_.old.initial
    new = old if pair_.new.partner is not None else pair_.new.initial
    again = next((v.initial for v in noise.variables if v.name == pair_.old.name), None) if noise is not None else None
    return old, new, again


def changes(
    variable: VariablePair, runs: tuple[PairedRun, ...], noise: Observation | None, forced: bool
) -> Iterator[Change]:
    """What happened to a variable between the runs and in them. `forced`: every run began from the old values."""
    last: Triple = first_values(variable, noise)
    for run in runs:
        known = tuple(event.before if event is not None else None for event in (run.old, run.new, run.noise))
        before = fill(look_up(variable, *known), last)
        yield from change_between(run, last, before)
        if forced:
            before = (before[0], before[0], before[0])
        states = tuple(event.state if event is not None else None for event in (run.old, run.new, run.noise))
        last = look_up(variable, *states)
        yield from change_between(run, before, last)


def look_up(
    variable: VariablePair,
    old: Mapping[str, Array] | None,
    new: Mapping[str, Array] | None,
    noise: Mapping[str, Array] | None,
) -> Triple:
    return look(old, variable.old.name), look(new, variable.new.name), look(noise, variable.old.name)


def fill(found: Triple, fallback: Triple) -> Triple:
    """A variable made in the first run is not seen before it: then its first value counts."""
    old, new, again = (one if one is not None else other for one, other in zip(found, fallback, strict=True))
    return old, new, again


def change_between(run: PairedRun, before: Triple, after: Triple) -> Iterator[Change]:
    """A change, if both sides know both values."""
    if before[0] is not None and before[1] is not None and after[0] is not None and after[1] is not None:
        yield Change(run, before[0], after[0], before[1], after[1], before[2], after[2])


def look(state: Mapping[str, Array] | None, name: str) -> Array | None:
    return state.get(name) if state is not None else None
