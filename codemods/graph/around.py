"""What stands around a graph: metrics, summaries, writers of events. Every item knows the call it came from."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.graph.values import Value


@dataclass(frozen=True)
class SummaryUse:
    """`tf.summary.scalar(...)` and its like; `tag` is what the event files call it."""

    call: ast.Call
    api: str
    tag: str
    name: ast.expr
    data: ast.expr
    images: ast.expr | None = None  # how many images of a batch are kept


@dataclass(frozen=True)
class SummaryMerge:
    """`tf.summary.merge([...])`, or `merge_all()` of the summaries with these names."""

    call: ast.Call
    inputs: ast.expr | None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class EventWriter:
    """`tf.summary.FileWriter(folder, ...)`; `graph`: it was to write the graph as well."""

    call: ast.Call
    folder: ast.expr
    graph: bool


@dataclass(frozen=True)
class EventWrite:
    """`writer.add_summary(summary, step)`."""

    call: ast.Call
    writer: ast.expr
    summary: ast.expr
    step: ast.expr | None


@dataclass(frozen=True)
class WriterCall:
    """Any other call on a writer that TensorFlow 2 knows as well."""

    call: ast.Call
    writer: ast.expr


@dataclass(frozen=True)
class MetricUse:
    """The update of a `tf.metrics` metric, which gives its new value."""

    call: ast.Call
    keras: str
    arguments: tuple[tuple[str, ast.expr], ...]  # (keyword or nothing, expression) of the call of the object


@dataclass(frozen=True)
class IteratorUse:
    """The making of an iterator over a dataset; one that is not `one_shot` begins when it is initialized."""

    call: ast.Call
    dataset: ast.expr
    one_shot: bool
    fixed_order: bool  # it is shuffled from a seed: TensorFlow 1 gives the same order after each initialization
    reordered: bool  # it is repeated after that: TensorFlow 2 gives another order than 1.15
    structured: bool = False  # it has only the structure of the dataset, and no dataset before it is started


@dataclass(frozen=True)
class IteratorStart:
    """`iterator.make_initializer(dataset)`, for the iterator that the call `made` made."""

    call: ast.Call
    made: ast.Call
    iterator: ast.Name
    dataset: ast.Name
    fixed_order: bool


@dataclass(frozen=True)
class GeneratorUse:
    """`tf.data.Dataset.from_generator(function, ...)`: TensorFlow 2 calls the function ahead of time."""

    call: ast.Call
    function: ast.FunctionDef | ast.Lambda


@dataclass(frozen=True)
class SaverUse:
    """`tf.train.Saver(...)`. `made`: how many calls made variables before it; `chosen`: the variables of its list, with
    their keys if it is a dictionary; None: it saves all of them."""

    call: ast.Call
    made: int
    chosen: tuple[tuple[str | None, Value], ...] | None
    keep: ast.expr | None


@dataclass(frozen=True)
class SaverCall:
    """`saver.save(session, path, step)` or `saver.restore(session, path)`."""

    call: ast.Call
    saver: ast.expr
    method: str
    path: ast.expr
    step: ast.expr | None
    graph: bool  # it was to write the graph as well


@dataclass(frozen=True)
class AverageUse:
    """`tf.train.ExponentialMovingAverage(...)`, or `averages.apply(variables)` of the object made by `averages`."""

    call: ast.Call
    averages: ast.expr | None


Around = (
    AverageUse
    | GeneratorUse
    | IteratorStart
    | IteratorUse
    | MetricUse
    | SaverCall
    | SaverUse
    | SummaryUse
    | SummaryMerge
    | EventWriter
    | EventWrite
    | WriterCall
)
