"""Rows of arguments.toml: calls whose parameters changed, and calls that become another expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import Table, canonical_names, entry, mapping, strings, texts, toml, with_prefix


@dataclass(frozen=True)
class CallRow:
    """The same function under `native`, with renamed parameters, dropped ones (None) and another order.

    `parameters` is the TensorFlow 1 order, `positions` the order of the native function. `wrap` holds a template for
    an argument whose text changes ("tf.stop_gradient({})"), `add` a keyword that is always written.
    """

    api: str
    native: str
    parameters: tuple[str, ...]
    positions: tuple[str, ...]
    arguments: Mapping[str, str | None]
    declines: Mapping[str, str]
    wrap: Mapping[str, str]
    add: Mapping[str, str]


@dataclass(frozen=True)
class ExpressionRow:
    """The call becomes `text`, with {parameter} replaced by the argument; `rest` are carried over as keywords.

    `defaults` stand for arguments that are absent. Any argument not named by the row declines it.
    """

    api: str
    text: str
    parameters: tuple[str, ...]
    rest: tuple[str, ...]
    dropped: tuple[str, ...]
    defaults: Mapping[str, str]
    declines: Mapping[str, str]


def _canonical(name: str) -> str:
    return canonical_names().get(name, name)


def call_row(name: str) -> CallRow | None:
    return _call_rows().get(_canonical(name))


def call_rows() -> tuple[CallRow, ...]:
    return tuple(_call_rows().values())


def expression_row(name: str) -> ExpressionRow | None:
    return _expression_rows().get(_canonical(name))


def expression_rows() -> tuple[ExpressionRow, ...]:
    return tuple(_expression_rows().values())


def _rows(key: str) -> list[Table]:
    found = toml("arguments.toml").get(key, [])
    assert isinstance(found, list)
    return [mapping(row) for row in found]


@cache
def _call_rows() -> Mapping[str, CallRow]:
    rows = ((_canonical(with_prefix(api)), row) for row in _rows("call") for api in texts(row["apis"]))
    return {api: _call(api, row) for api, row in rows}


def _call(api: str, row: Table) -> CallRow:
    known = entry(api)
    own = texts(row.get("parameters"))
    old = own or (known.parameters if known is not None else None) or ()
    new = texts(row.get("positions")) or (known.new_parameters if known is not None else None) or old
    arguments: dict[str, str | None] = {**strings(row.get("arguments"))}
    arguments.update(dict.fromkeys(texts(row.get("dropped"))))
    native = with_prefix(str(row["native"])) if "native" in row else api
    return CallRow(
        api,
        native,
        old,
        new,
        arguments,
        strings(row.get("declines")),
        strings(row.get("wrap")),
        strings(row.get("add")),
    )


@cache
def _expression_rows() -> Mapping[str, ExpressionRow]:
    rows = ((_canonical(with_prefix(api)), row) for row in _rows("expression") for api in texts(row["apis"]))
    return {api: _expression(api, row) for api, row in rows}


def _expression(api: str, row: Table) -> ExpressionRow:
    known = entry(api)
    own = texts(row.get("parameters"))
    return ExpressionRow(
        api=api,
        text=str(row["text"]),
        parameters=own or (known.parameters if known is not None else None) or (),
        rest=texts(row.get("rest")),
        dropped=texts(row.get("dropped")),
        defaults=strings(row.get("defaults")),
        declines=strings(row.get("declines")),
    )
