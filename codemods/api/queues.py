"""Rows of queues.toml: the datasets that say what queues and their readers hand out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import mapping, texts, toml

BATCH = "tf.train.batch"
SHUFFLED_BATCH = "tf.train.shuffle_batch"
BATCHES = frozenset({BATCH, SHUFFLED_BATCH})
SLICES = "tf.train.slice_input_producer"
STRINGS = "tf.train.string_input_producer"
RANGE = "tf.train.range_input_producer"


@dataclass(frozen=True)
class Reader:
    """The dataset that reads what a reader reads; `whole`: a file at once, whose name is the key."""

    dataset: str
    elements: str
    arguments: tuple[str, ...]
    skip: str | None
    whole: bool


@dataclass(frozen=True)
class Producer:
    """`given`: the parameter that says what is handed out."""

    given: str
    elements: str


@cache
def readers() -> Mapping[str, Reader]:
    """By the names of the readers."""
    return {name: _reader(mapping(row)) for name, row in mapping(toml("queues.toml")["readers"]).items()}


def _reader(row: Mapping[str, object]) -> Reader:
    skip = row.get("skip")
    named = None if skip is None else str(skip)
    return Reader(str(row["dataset"]), str(row["elements"]), texts(row.get("arguments")), named, "whole" in row)


@cache
def producers() -> Mapping[str, Producer]:
    """By the names of the functions that make the queues."""
    return {name: Producer(*texts(row)) for name, row in mapping(toml("queues.toml")["producers"]).items()}
