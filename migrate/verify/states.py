"""Pairs the variables of both sides and follows each through the run: value before and after every event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from migrate.verify.align import PairedRun
from migrate.verify.observe import Array, Observation, SeenVariable
from migrate.verify.workers.pairing import Named, pair


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


def changes(variable: VariablePair, runs: tuple[PairedRun, ...], noise: Observation | None) -> Iterator[Change]:
    """Every event after which both sides know the variable's value, with the value before it."""
    old, new, again = first_values(variable, noise)
    for run in runs:
        old_after, new_after = look(run.old.state, variable.old.name), look(run.new.state, variable.new.name)
        noise_after = look(run.noise.state, variable.old.name) if run.noise is not None else None
        if old is not None and new is not None and old_after is not None and new_after is not None:
            yield Change(run, old, old_after, new, new_after, again, noise_after)
        old, new, again = old_after, new_after, noise_after


def look(state: Mapping[str, Array] | None, name: str) -> Array | None:
    return state.get(name) if state is not None else None
