"""Summaries, and the writers that put them into event files."""

from __future__ import annotations

import ast
import re

from codemods.analysis.arguments import bind
from codemods.graph import values
from codemods.graph.around import EventWrite, EventWriter, SummaryMerge, SummaryUse, WriterCall
from codemods.graph.creations import is_none, text_of
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Use
from codemods.graph.record import Record
from codemods.graph.values import Kind, Value, lateness
from codemods.source.tree import names_in

EVENT_WRITER = "event writer"  # marks a tf.summary.FileWriter
_PARAMETERS = {
    "tf.summary.scalar": ("name", "tensor", "collections", "family"),
    "tf.summary.histogram": ("name", "values", "collections", "family"),
    "tf.summary.image": ("name", "tensor", "max_outputs", "collections", "family"),
}
_WRITER = ("logdir", "graph", "max_queue", "flush_secs", "graph_def", "filename_suffix", "session")


def call_summary(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """The value of a call of `tf.summary.*`; None for what is not understood."""
    if api in _PARAMETERS:
        return _summary(build, node, api)
    if api in ("tf.summary.merge", "tf.summary.merge_all"):
        return _merge(build, node, api)
    return _writer(build, node) if api == "tf.summary.FileWriter" else None


def _summary(build: Evaluation, node: ast.Call, api: str) -> Value:
    bound = bind(node, _PARAMETERS[api]) or {}
    name, data, images = (bound.get(each) for each in ("name", _PARAMETERS[api][1], "max_outputs"))
    made = _state_made(build)
    late = [lateness(evaluate(build, each)) for each in (data, images) if each is not None]
    literal = text_of(name)
    if name is None or data is None or literal is None or build.functions or build.looped:
        return build.note("summary", node, api, "it is not made once, under a literal name")
    if set(bound) - {"name", _PARAMETERS[api][1], "max_outputs"} or (images is not None and late[1] > Kind.PYTHON):
        return build.note("summary", node, api, "with these arguments")
    if _state_made(build) != made or Kind.UPDATE in late or Kind.UNKNOWN in late:
        return build.note("summary", node, api, "its value is more than a tensor")
    tag = build.op_names.tag(literal)
    if tag is None:
        return build.note("summary", node, api, f"TensorFlow 1 may write the tag {literal!r} with a number behind it")
    build.record.around.append(SummaryUse(node, api, tag, name, data, images))
    build.summaries += 1
    return values.TENSOR


def _state_made(build: Evaluation) -> int:
    record = build.record
    return sum(len(each) for each in (record.layers, record.creations, record.optimizers, record.runs, record.inputs))


def _merge(build: Evaluation, node: ast.Call, api: str) -> Value:
    bound = bind(node, ("inputs", "collections", "name"))
    if api == "tf.summary.merge":
        if bound is None or set(bound) != {"inputs"} or build.functions:
            return build.note("summary", node, api, "with these arguments")
        late = lateness(evaluate(build, bound["inputs"]))
        build.record.around.append(SummaryMerge(node, bound["inputs"]))
        return values.UNKNOWN if late == Kind.UNKNOWN else values.TENSOR
    named = build.named_summaries
    if node.args or node.keywords or build.functions or not named or len(named) != build.summaries:
        return build.note("summary", node, api, "what it merges cannot be listed from the source")
    build.record.uses |= dict.fromkeys(named)
    build.record.around.append(SummaryMerge(node, None, tuple(each.name for each in named)))
    return values.TENSOR


def summary_name(build: Evaluation, statement: ast.stmt, record: Record) -> str | None:
    """The name for a summary that a statement makes and nobody names; None if the statement is something else."""
    made = record.around[-1] if record.around else None
    if not isinstance(statement, ast.Expr) or not isinstance(made, SummaryUse) or made.call is not statement.value:
        return None
    word = re.sub(r"\W+", "_", text_of(made.name) or "").strip("_").lower()
    wanted = f"{word if word[:1].isalpha() else 'value'}_summary"
    taken = {each.id for each in names_in(build.module)} | build.made_names
    number, name = 2, wanted
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    build.made_names.add(name)
    return name


def note_summaries(build: Evaluation, record: Record, defined: dict[str, int]) -> None:
    """Remember the summaries that a statement made under a name of their own, for `merge_all`."""
    made = [each for each in record.around if isinstance(each, SummaryUse)]
    if len(made) == len(defined) == 1:
        build.named_summaries += [Use(name, definition) for name, definition in defined.items()]


def _writer(build: Evaluation, node: ast.Call) -> Value:
    bound = bind(node, _WRITER) or {}
    folder, graph = bound.get("logdir"), bound.get("graph")
    if folder is None or set(bound) - {"logdir", "graph"} or build.functions or not _is_graph(build, graph):
        return build.note("summary", node, "tf.summary.FileWriter", "with these arguments, or inside of a function")
    if lateness(evaluate(build, folder)) > Kind.PYTHON:
        return build.note("summary", node, "tf.summary.FileWriter", "its folder is a tensor")
    build.record.around.append(EventWriter(node, folder, not is_none(graph)))
    return Value(Kind.PYTHON, api=EVENT_WRITER)


def _is_graph(build: Evaluation, node: ast.expr | None) -> bool:
    """Whether an argument is the graph of the session; what it reads does not count as read."""
    if is_none(node) or node is None:
        return True
    if isinstance(node, ast.Call):
        return build.names.api_of(node.func) == "tf.get_default_graph"
    outer, build.record = build.record, Record()
    found = evaluate(build, node)
    build.record = outer
    return found.kind == Kind.SESSION


def call_writer(build: Evaluation, node: ast.Call, method: str) -> Value:
    """A method of a `tf.summary.FileWriter`."""
    assert isinstance(node.func, ast.Attribute)
    owner = node.func.value
    build.record.effects = True
    if method == "add_graph":
        bound = bind(node, ("graph", "global_step", "graph_def")) or {}
        if _is_graph(build, bound.get("graph")) and set(bound) == {"graph"} and not build.functions:
            build.record.around.append(WriterCall(node, owner))
            return Value(Kind.SESSION, api="add_graph")
    if method in ("flush", "close") and not node.args and not node.keywords:
        build.record.around.append(WriterCall(node, owner))
        return values.PYTHON
    if method == "add_summary" and not build.functions:
        bound = bind(node, ("summary", "global_step")) or {}
        if "summary" in bound and all(lateness(evaluate(build, each)) == Kind.PYTHON for each in bound.values()):
            build.record.around.append(EventWrite(node, owner, bound["summary"], bound.get("global_step")))
            return values.PYTHON
    return build.note("summary", node, ast.unparse(node.func))
