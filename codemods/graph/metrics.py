"""Streaming metrics: `tf.metrics.accuracy(...)` is a pair, the value so far and the update that gives the next one."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph.around import MetricUse
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.values import TENSOR, Kind, Value, container, lateness

VALUE = "value of a metric"  # marks the first of the pair
_BOTH = ("labels", "predictions", "weights")
METRICS = {
    "tf.metrics.accuracy": ("Accuracy", _BOTH),
    "tf.metrics.mean": ("Mean", ("values", "weights")),
    "tf.metrics.precision": ("Precision", _BOTH),
    "tf.metrics.recall": ("Recall", _BOTH),
    "tf.metrics.auc": ("AUC", _BOTH),
    "tf.metrics.true_positives": ("TruePositives", _BOTH),
    "tf.metrics.true_negatives": ("TrueNegatives", _BOTH),
    "tf.metrics.false_positives": ("FalsePositives", _BOTH),
    "tf.metrics.false_negatives": ("FalseNegatives", _BOTH),
}


def call_metric(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """The pair that the call of a metric gives; None for metrics that are not known to have an equal in Keras."""
    if api not in METRICS:
        return None
    keras, parameters = METRICS[api]
    bound = bind(node, parameters) or {}
    late = [lateness(evaluate(build, each)) for each in bound.values()]
    wanted = set(parameters) - {"weights"}
    if not wanted <= set(bound) or set(bound) - set(parameters) or build.functions or build.looped:
        return build.note("metrics-state", node, api, "with these arguments, or made more than once")
    if max(late) >= Kind.UPDATE:
        return build.note("metrics-state", node, api, "its values are more than tensors")
    given = [("sample_weight" if name == "weights" else "", bound[name]) for name in parameters if name in bound]
    build.record.around.append(MetricUse(node, keras, tuple(given)))
    return container([Value(Kind.TENSOR, api=VALUE), TENSOR], "tuple")
