"""What stands around a graph, as TensorFlow 2 writes it: summaries are the same events, with an explicit step."""

from __future__ import annotations

import ast

from codemods.emit.savers import edit_saver, edit_saver_call
from codemods.emit.variable_lists import query_text
from codemods.emit.writer import Writer
from codemods.graph.around import (
    AverageUse,
    EventWrite,
    EventWriter,
    IteratorStart,
    IteratorUse,
    MetricUse,
    SaverCall,
    SaverUse,
    SummaryMerge,
    SummaryUse,
    WriterCall,
)
from codemods.graph.creations import text_of
from codemods.graph.program import Node
from codemods.graph.values import INITIALIZER
from codemods.plan.around import metric_target
from codemods.rule import Edit

RULE = "event-file"
ITERATOR_RULE = "element-to-argument"
METRIC_RULE = "streaming-metric"
_OPERATIONS = {
    "tf.summary.scalar": ("ScalarSummary", "tags", "values"),
    "tf.summary.histogram": ("HistogramSummary", "tag", "values"),
    "tf.summary.image": ("ImageSummary", "tag", "tensor"),
}


def edit_around(writer: Writer, node: Node, indent: str) -> None:
    """Edit what a statement has of it, inner calls first; `indent` is what the statement has in the end."""
    for each in node.around:
        match each:
            case SummaryUse():
                writer.replace(each.call, _summary(writer, each), RULE)
            case SummaryMerge():
                inputs = writer.text(each.inputs) if each.inputs is not None else f"[{', '.join(each.names)}]"
                writer.replace(each.call, f"{writer.tf}.raw_ops.MergeSummary(inputs={inputs})", RULE)
            case EventWriter():
                made = f"{writer.tf}.summary.create_file_writer({writer.text(each.folder)})"
                writer.replace(each.call, made, RULE)
            case EventWrite():
                writer.replace(each.call, _write(writer, each, indent), RULE)
            case IteratorUse(one_shot=True):
                writer.replace(each.call, f"iter({writer.text(each.dataset)})", ITERATOR_RULE)
            case SaverUse():
                edit_saver(writer, node, each, indent)
            case SaverCall():
                edit_saver_call(writer, each)
            case MetricUse():
                _edit_metric(writer, node, each)
            case WriterCall() | IteratorUse() | IteratorStart():
                pass


def query_edits(writer: Writer, node: Node) -> list[Edit]:
    """What writes out the lists of variables that a statement asks for."""
    spans = [(writer.module.span(query.call), query_text(writer, query)) for query in node.queries]
    return [Edit(start, end, text) for (start, end), text in spans]


def average_lines(writer: Writer, node: Node) -> list[str]:
    """Where averages are first applied they are made, with the values that the variables have then."""
    made = [each for each in node.around if isinstance(each, AverageUse) and each.averages is not None]
    if not made:
        return []
    calls = [writer.text(each.call, query_edits(writer, node)) for each in made]
    return ["# the averages begin where the variables do", *(line for each in calls for line in each.split("\n"))]


def metric_lines(writer: Writer, node: Node) -> list[str]:
    """The objects of the metrics that a statement updates."""
    made = [each for each in node.around if isinstance(each, MetricUse)]
    return [f"{writer.plan.metrics[each.call]} = {writer.tf}.keras.metrics.{each.keras}()" for each in made]


def iterator_lines(writer: Writer, node: Node) -> list[str]:
    """The iterators that begin where the old ones were initialized."""
    fetches = [fetch for run in writer.program.runs if run.node == node.id for fetch in run.fetches]
    made = {
        each.call: each
        for other in writer.program.nodes
        for each in other.around
        if isinstance(each, IteratorUse | IteratorStart)
    }
    lines = []
    for fetch in fetches:
        if fetch.value.api == INITIALIZER and isinstance(fetch.value.site, ast.Call):
            use, read = made[fetch.value.site], fetch.expression
            iterator = use.iterator if isinstance(use, IteratorStart) else getattr(read, "value", None)
            if iterator is not None:
                lines.append(f"{writer.text(iterator)} = iter({writer.text(use.dataset)})")
    return lines


def _edit_metric(writer: Writer, node: Node, use: MetricUse) -> None:
    arguments = [f"{name}={writer.text(each)}" if name else writer.text(each) for name, each in use.arguments]
    call = f"{writer.plan.metrics[use.call]}({', '.join(arguments)})"
    target = metric_target(node, use)
    assert target is not None
    writer.replace(target, f"{node.defines[-1].name} = {call}" if target is node.statement else call, METRIC_RULE)


def _summary(writer: Writer, use: SummaryUse) -> str:
    operation, tag, data = _OPERATIONS[use.api]
    name = writer.text(use.name)
    if text_of(use.name) != use.tag:
        name = f"{name.strip()[-1]}{use.tag}{name.strip()[-1]}"
    images = f", max_images={writer.text(use.images)}" if use.images is not None else ""
    return f"{writer.tf}.raw_ops.{operation}({tag}={name}, {data}={writer.text(use.data)}{images})"


def _write(writer: Writer, write: EventWrite, indent: str) -> str:
    step = writer.text(write.step) if write.step is not None else "0"
    body = f"{writer.tf}.summary.experimental.write_raw_pb({writer.text(write.summary)})"
    return f"with {writer.text(write.writer)}.as_default(step={step}):\n{indent}{writer.indent}{body}"
