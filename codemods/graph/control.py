"""Control flow inside of the graph: `tf.cond`, `tf.case`, loops. Their functions are followed; branches may change
variables where each returns what its only assignment gives."""

from __future__ import annotations

import ast

from codemods.api.context import has_trait
from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.follow import follow
from codemods.graph.program import Assign
from codemods.graph.values import Kind, Value, parts

_KIND = "control-flow-in-graph"
_BRANCHES = frozenset({"tf.cond", "tf.case"})
_MADE = ("creations", "layers")
_BESIDE = ("around", "minimizes", "applies", "cell_runs")  # not in a branch that changes a variable
_FOLDS = frozenset({"tf.scan", "tf.map_fn", "tf.foldl", "tf.foldr"})  # they return what their functions do
_STRUCTURE = Value(Kind.PYTHON, element=values.TENSOR, sequence="tuple", api=values.STRUCTURE)
_TENSOR_NAME = ast.Name("<tensor>", ast.Load())


def call_control(build: Evaluation, node: ast.Call, api: str) -> Value:
    """A tensor; where its branches change variables, an update that gives what the branch returned."""
    given = [evaluate(build, argument) for argument in (*node.args, *(keyword.value for keyword in node.keywords))]
    if any(value.feed is not None for value in given):
        return build.note(_KIND, node, api, "its conditions are the keys of a dictionary")
    functions = [part.function for value in given for part in parts(value) if part.function is not None]
    before = len(build.record.assigns)
    known = [_inside(build, node, function) for function in functions]
    if None not in known and len(build.record.assigns) == before:
        several = [each for each in known if each is not None and (each.items is not None or each.element is not None)]
        return _STRUCTURE if several and api in _FOLDS else values.TENSOR
    if None in known or api not in _BRANCHES or build.functions or build.builders or build.looped:
        return build.note(_KIND, node, ast.unparse(node.func), "a branch makes or changes variables")
    return Value(Kind.UPDATE, api=values.BRANCH)


def _inside(build: Evaluation, node: ast.Call, function: ast.FunctionDef | ast.Lambda) -> Value | None:
    """What a function handed to `tf.cond` and the like, whose arguments are tensors, returns, if it makes nothing and
    changes at most the variable whose new value that is."""
    spec = function.args
    names = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    stand_in = ast.copy_location(ast.Call(node.func, [_TENSOR_NAME] * len(names), []), node)
    build.environment.frames.append({_TENSOR_NAME.id: values.TENSOR})
    before, beside, changed = _counts(build, _MADE), _counts(build, _BESIDE), len(build.record.assigns)
    try:
        value = follow(build, stand_in, function)
    finally:
        build.environment.frames.pop()
    if _counts(build, _MADE) != before:
        return None
    assigns = build.record.assigns[changed:]
    if not assigns:
        return None if Kind.UPDATE in {part.kind for part in parts(value)} else value
    alone = len(assigns) == 1 and _counts(build, _BESIDE) == beside
    return value if alone and value.kind == Kind.UPDATE and _is_returned(build, function, assigns[0]) else None


def _counts(build: Evaluation, kinds: tuple[str, ...]) -> list[int]:
    return [len(getattr(build.record, each)) for each in kinds]


def _is_returned(build: Evaluation, function: ast.FunctionDef | ast.Lambda, assign: Assign) -> bool:
    api = build.names.api_of(assign.call.func)
    if api is not None and not has_trait("assigns", api):
        return False
    match function:
        case ast.Lambda(body=body):
            return body is assign.call
        case ast.FunctionDef(body=[*_, ast.Return(value=value)] as body):
            plain = all(isinstance(each, ast.Assign | ast.Return | ast.Expr) for each in body)
            return plain and value is assign.call
        case _:
            return False
