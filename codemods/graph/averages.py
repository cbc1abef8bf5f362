"""`tf.train.ExponentialMovingAverage`: TensorFlow 2 has it too, but makes an average where it is first applied."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph import values
from codemods.graph.around import AverageUse
from codemods.graph.creations import is_none
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Assign
from codemods.graph.values import AVERAGES, Kind, Value, lateness

API = "tf.train.ExponentialMovingAverage"
_KIND = "moving-average"
_KNOWN = frozenset({"decay", "num_updates", "name"})


def call_averages(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """The object that keeps averages; None for anything else."""
    if api != API:
        return None
    bound = bind(node, ("decay", "num_updates", "zero_debias", "name")) or {}
    late = {name: lateness(evaluate(build, each)) for name, each in bound.items()}
    counted = late.pop("num_updates", Kind.PYTHON) in (Kind.PYTHON, Kind.VARIABLE)
    if "decay" not in bound or set(bound) - _KNOWN or not counted or set(late.values()) != {Kind.PYTHON}:
        return build.note(_KIND, node, api, "with these arguments")
    if build.functions or build.builders or build.looped:
        return build.note(_KIND, node, api, "it is made inside of a function, loop or branch")
    build.optimizers = True  # it makes variables that lists of variables hold
    build.record.around.append(AverageUse(node, None))
    return Value(Kind.PYTHON, api=AVERAGES, site=node)


def call_averages_method(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    """`averages.apply(variables)` and `averages.average(variable)`."""
    assert isinstance(node.func, ast.Attribute)
    bound = bind(node, ("var",) if method == "average" else ("var_list",)) or {}
    given = [evaluate(build, each) for each in bound.values()]
    inner = values.parts(given[0]) if given else ()
    plain = bool(inner) and all(_is_plain(build, each) for each in inner)
    whole = bool(given) and given[0].items is None and given[0].element is None
    if not isinstance(node.func.value, ast.Name) or not plain or method not in ("apply", "average"):
        return build.note(_KIND, node, ast.unparse(node.func)[:60])
    if build.functions or build.builders or whole != (method == "average"):
        return build.note(_KIND, node, ast.unparse(node.func)[:60], "its variables cannot be told from the source")
    if method == "average":
        return Value(Kind.VARIABLE, api=AVERAGES)
    if build.looped or is_none(bound["var_list"]):
        return build.note(_KIND, node, ast.unparse(node.func)[:60], "it is applied in a loop or branch")
    build.record.assigns.append(Assign(node))
    build.record.around.append(AverageUse(node, owner.site))
    return values.UPDATE


def _is_plain(build: Evaluation, value: Value) -> bool:
    """Whether it is a variable that is there before the first step: those of layers are made in it."""
    made = value.site is not None and id(value.site) not in build.layer_sites()
    return value.kind == Kind.VARIABLE and made and value.state is None and value.api != AVERAGES
