"""Rows of arguments*.toml: calls whose parameters changed, and calls that become another expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import Table, canonical_names, entry, mapping, strings, tables, texts, toml, with_prefix

FILES = ("arguments.toml", "arguments_checks.toml", "arguments_sparse.toml")


@dataclass(frozen=True)
class Conditions:
    """When a row applies to a call; the words are explained in arguments.toml."""

    harmless: Mapping[str, tuple[str, ...]]
    declines: Mapping[str, str]
    numbers: Mapping[str, str]
    whole: tuple[str, ...]
    several: tuple[str, ...]
    one_float: tuple[str, ...]
    only_with: tuple[str, ...]
    alike: tuple[str, ...]


@dataclass(frozen=True)
class CallRow:
    """The same function under `native` (None: as it is spelled), with other parameters; dropped ones map to None.

    `parameters` is the TensorFlow 1 order, `positions` the order of the native function.
    """

    api: str
    native: str | None
    parameters: tuple[str, ...]
    positions: tuple[str, ...]
    arguments: Mapping[str, str | None]
    wrap: Mapping[str, str]
    unless_data: tuple[str, ...]
    add: Mapping[str, str]
    by_position: tuple[str, ...]
    conditions: Conditions


@dataclass(frozen=True)
class ExpressionRow:
    """The call becomes `text`, or `data_text` where the argument `data` is plainly input data."""

    api: str
    text: str
    data_text: str
    data: str | None
    parameters: tuple[str, ...]
    arguments: Mapping[str, str | None]
    rest: tuple[str, ...]
    defaults: Mapping[str, str]
    conditions: Conditions


def call_row(name: str) -> CallRow | None:
    return _call_rows().get(_canonical(name))


def call_rows() -> tuple[CallRow, ...]:
    return tuple(_call_rows().values())


def expression_row(name: str) -> ExpressionRow | None:
    return _expression_rows().get(_canonical(name))


def expression_rows() -> tuple[ExpressionRow, ...]:
    return tuple(_expression_rows().values())


def _canonical(name: str) -> str:
    return canonical_names().get(name, name)


def _rows(key: str) -> list[tuple[str, Table]]:
    rows = [mapping(row) for name in FILES for row in tables(toml(name).get(key))]
    return [(_canonical(with_prefix(api)), row) for row in rows for api in texts(row["apis"])]


@cache
def _call_rows() -> Mapping[str, CallRow]:
    return {api: _call(api, row) for api, row in _rows("call")}


def _call(api: str, row: Table) -> CallRow:
    native = with_prefix(str(row["native"])) if "native" in row else None
    parameters = _parameters(api, row)
    return CallRow(
        api=api,
        native=native,
        parameters=parameters,
        positions=texts(row.get("positions")) or _new_parameters(native or api) or parameters,
        arguments=_arguments(row),
        wrap=strings(row.get("wrap")),
        unless_data=texts(row.get("unless_data")),
        add=strings(row.get("add")),
        by_position=texts(row.get("by_position")),
        conditions=_conditions(row),
    )


@cache
def _expression_rows() -> Mapping[str, ExpressionRow]:
    return {api: _expression(api, row) for api, row in _rows("expression")}


def _expression(api: str, row: Table) -> ExpressionRow:
    data = row.get("data")
    return ExpressionRow(
        api=api,
        text=str(row["text"]),
        data_text=str(row.get("data_text", row["text"])),
        data=None if data is None else str(data),
        parameters=_parameters(api, row),
        arguments=_arguments(row),
        rest=texts(row.get("rest")),
        defaults=strings(row.get("defaults")),
        conditions=_conditions(row),
    )


def _parameters(api: str, row: Table) -> tuple[str, ...]:
    known = entry(api)
    return texts(row.get("parameters")) or (known.parameters if known is not None else None) or ()


def _new_parameters(native: str) -> tuple[str, ...] | None:
    known = entry(_canonical(native))
    return None if known is None else known.new_parameters or known.parameters


def _arguments(row: Table) -> Mapping[str, str | None]:
    return {**strings(row.get("arguments")), **dict.fromkeys(texts(row.get("dropped")))}


def _conditions(row: Table) -> Conditions:
    return Conditions(
        harmless={name: texts(values) for name, values in mapping(row.get("harmless")).items()},
        declines=strings(row.get("declines")),
        numbers=strings(row.get("numbers")),
        whole=texts(row.get("whole")),
        several=texts(row.get("several")),
        one_float=texts(row.get("one_float")),
        only_with=texts(row.get("only_with")),
        alike=texts(row.get("alike")),
    )
