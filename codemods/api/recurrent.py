"""Rows of recurrent.toml: recurrent cells, the functions that run them, and the definitions written for both."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from codemods.analysis.arguments import bind
from codemods.api.files import Table, canonical_names, mapping, strings, texts, toml, with_prefix

STATE_TUPLE = "tf.nn.rnn_cell.LSTMStateTuple"
CALL = "tf.nn.rnn_cell.RNNCell.__call__"


@dataclass(frozen=True)
class RecurrentRow:
    """A cell (`state`) or a function that runs cells (`returns`); the words are explained in recurrent.toml."""

    api: str
    definition: str
    parameters: tuple[str, ...]
    positions: tuple[str, ...]
    harmless: Mapping[str, tuple[str, ...]]
    dropped: tuple[str, ...]
    declines: Mapping[str, str]
    state: str
    fed: tuple[str, ...]
    returns: str
    cells: tuple[str, ...]
    name: str
    label: str

    def arguments(self, call: ast.Call) -> Mapping[str, ast.expr] | None:
        """Parameter -> expression, without what changes nothing; None if they cannot be told apart."""
        bound = bind(call, self.parameters)
        if bound is None:
            return None
        return {name: each for name, each in bound.items() if not self.is_idle(name, each)}

    def is_idle(self, name: str, value: ast.expr) -> bool:
        """Whether an argument changes nothing here."""
        return name in self.dropped or ast.unparse(value) in self.harmless.get(name, ())

    def refusal(self, call: ast.Call) -> str | None:
        """Why a call has no native form."""
        bound = self.arguments(call)
        if bound is None:
            return "its arguments cannot be told apart"
        return next((f"no definition is known for {self.declines[name]}" for name in bound if name in self.declines),
                    None)  # fmt: skip


def recurrent(name: str) -> RecurrentRow | None:
    """The row of a TensorFlow name; tf.contrib.rnn has the same cells and functions."""
    if name.startswith("tf.contrib.rnn."):
        return _contrib().get(name.rsplit(".", 1)[-1])
    return _rows().get(canonical_names().get(name, name))


def definitions(wanted: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Names and texts of definitions, with all that they need, in the order of the table: what is needed is above."""
    needed = {each for name in wanted for each in _with_needs(name)}
    listed = mapping(toml("recurrent.toml")["definitions"])
    return tuple((name, str(_definition(name)["text"]).strip("\n")) for name in listed if name in needed)


def _with_needs(name: str) -> Iterator[str]:
    for each in texts(_definition(name).get("needs")):
        yield from _with_needs(each)
    yield name


def _definition(name: str) -> Table:
    return mapping(mapping(toml("recurrent.toml")["definitions"])[name])


@cache
def _contrib() -> Mapping[str, RecurrentRow]:
    """The classes, and the functions for lists of inputs."""
    dynamic = ("dynamic_rnn", "bidirectional_dynamic_rnn")
    return {name: row for api, row in _rows().items() if (name := api.rsplit(".", 1)[-1]) not in dynamic}


@cache
def _rows() -> Mapping[str, RecurrentRow]:
    tables = (mapping(toml("recurrent.toml")[key]) for key in ("cells", "runners"))
    return {with_prefix(name): _row(with_prefix(name), mapping(row)) for table in tables for name, row in table.items()}


def _row(api: str, row: Table) -> RecurrentRow:
    return RecurrentRow(
        api=api,
        definition=str(row["definition"]),
        parameters=texts(row["parameters"]),
        positions=texts(row["positions"]),
        harmless={name: texts(values) for name, values in mapping(row.get("harmless")).items()},
        dropped=texts(row.get("dropped")),
        declines=strings(row.get("declines")),
        state=str(row.get("state", "")),
        fed=texts(row.get("fed")),
        returns=str(row.get("returns", "")),
        cells=texts(row.get("cells")),
        name=str(row.get("name", "")),
        label=str(row.get("label", "")),
    )
