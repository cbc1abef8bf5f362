"""Datasets and their iterators: a dataset is plain Python, the element that an iterator gives is an input."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph import values
from codemods.graph.around import GeneratorUse, IteratorStart, IteratorUse
from codemods.graph.creations import is_false, is_none
from codemods.graph.drivers import local_names
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Input
from codemods.graph.values import DATASET, DATASET_ITERATOR, INITIALIZER, Kind, Value
from codemods.source.walk import walk

MAKERS = {
    "make_one_shot_iterator": True,
    "make_initializable_iterator": False,
}
_METHODS = frozenset({
    "apply", "batch", "cache", "concatenate", "enumerate", "filter", "flat_map", "interleave", "map", "padded_batch",
    "prefetch", "reduce", "repeat", "shard", "shuffle", "skip", "take", "window", "with_options",
})  # fmt: skip
_STATIC = "tf.data.Dataset."
_SOURCES = frozenset({"tf.data.TFRecordDataset", "tf.data.TextLineDataset", "tf.data.FixedLengthRecordDataset"})
_MADE = frozenset({"from_tensor_slices", "from_tensors", "range", "zip", "list_files"})
_WITH_FUNCTIONS = frozenset({"apply", "filter", "flat_map", "interleave", "map", "reduce"})
_CALLS_PYTHON = frozenset({"tf.py_func", "tf.py_function", "tf.numpy_function"})


def call_dataset(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """A call of `tf.data`; None for what is not understood."""
    maker = api.removeprefix("tf.data.")
    if maker in MAKERS and len(node.args) == 1 and not node.keywords:
        return _iterator(build, node, node.args[0], evaluate(build, node.args[0]), MAKERS[maker])
    if api == "tf.data.Iterator.from_structure":
        return _structured(build, node)
    if api == f"{_STATIC}from_generator":
        return _generated(build, node, api)
    if api in _SOURCES or (api.startswith(_STATIC) and api.removeprefix(_STATIC) in _MADE):
        return _dataset(build, node, api)
    return None


def _generated(build: Evaluation, node: ast.Call, api: str) -> Value:
    """A dataset of what a generator yields: `plan` asks what else the generator does."""
    bound = bind(node, ("generator", "output_types", "output_shapes")) or {}
    found = {name: evaluate(build, each) for name, each in bound.items()}
    function = found["generator"].function if "generator" in found else None
    if function is None or any(_is_late(value) for value in found.values()) or build.functions or build.looped:
        return build.note("dataset-iterator", node, api, "TensorFlow 2 calls the generator ahead of time")
    build.record.around.append(GeneratorUse(node, function))
    return Value(Kind.PYTHON, api=DATASET)


def _dataset(build: Evaluation, node: ast.Call, symbol: str) -> Value:
    given = [evaluate(build, each) for each in (*node.args, *(keyword.value for keyword in node.keywords))]
    if any(_is_late(value) for value in given):
        return build.note("dataset-iterator", node, symbol, "the dataset is made of tensors of the graph")
    if symbol in _WITH_FUNCTIONS and not any(value.kind in (Kind.FUNCTION, Kind.API) for value in given):
        return build.note("dataset-iterator", node, symbol, "its function is not known")
    for value in given:
        reason = None if value.function is None else _refused(build, value.function, set())
        if reason is not None:
            return build.note("dataset-iterator", node, symbol, reason)
    return Value(Kind.PYTHON, api=DATASET)


def _is_late(value: Value) -> bool:
    return any(part.kind in values.PER_RUN | {Kind.VARIABLE, Kind.UNKNOWN} for part in values.parts(value))


def _refused(build: Evaluation, function: ast.FunctionDef | ast.Lambda, seen: set[ast.AST]) -> str | None:
    """Why a function that a dataset calls does not mean the same: what it and the functions it calls read."""
    seen.add(function)
    own = local_names(function) if isinstance(function, ast.FunctionDef) else _parameters(function)
    for name in walk(function):
        if isinstance(name, ast.Attribute | ast.Name) and build.names.api_of(name) in _CALLS_PYTHON:
            return "TensorFlow 2 calls its Python function ahead of time"
        if not isinstance(name, ast.Name) or name.id in own:
            continue
        found = build.environment.look_up(name.id)[0]
        if found is not None and _is_late(found):
            return f"its function reads `{name.id}`"
        if found is not None and found.function is not None and found.function not in seen:
            reason = _refused(build, found.function, seen)
            if reason is not None:
                return reason
    return None


def _parameters(function: ast.Lambda) -> set[str]:
    return {each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}


def call_dataset_method(build: Evaluation, node: ast.Call, method: str) -> Value:
    """A method of a dataset."""
    assert isinstance(node.func, ast.Attribute)
    if method in MAKERS and not node.args and not node.keywords:
        return _iterator(build, node, node.func.value, Value(Kind.PYTHON, api=DATASET), MAKERS[method])
    if method not in _METHODS:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60])
    build.reordered |= method == "repeat" and True in build.shuffled
    if method == "shuffle":
        bound = bind(node, ("buffer_size", "seed", "reshuffle_each_iteration", "name")) or {}
        if not is_false(bound.get("reshuffle_each_iteration")):
            build.shuffled.add(build.seeded or not is_none(bound.get("seed")))
    return _dataset(build, node, method)


def _iterator(build: Evaluation, node: ast.Call, dataset: ast.expr, value: Value, one_shot: bool) -> Value:
    if value.api != DATASET or build.functions or build.looped or not (one_shot or isinstance(dataset, ast.Name)):
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], "its dataset has no name")
    build.record.around.append(IteratorUse(node, dataset, one_shot, True in build.shuffled, build.reordered))
    build.iterators.append(node)
    return Value(Kind.PYTHON, api=DATASET_ITERATOR, site=node)


_STRUCTURE = {"output_types": "tf.data.get_output_types", "output_shapes": "tf.data.get_output_shapes"}


def _structured(build: Evaluation, node: ast.Call) -> Value:
    """An iterator with the structure of a dataset: `from_structure(data.output_types, data.output_shapes)`."""
    bound = bind(node, ("output_types", "output_shapes")) or {}
    found = [_with_structure(build, each, bound.get(each)) for each in _STRUCTURE]
    first = found[0]
    if first is None or found[1] is None or first.id != found[1].id or build.functions or build.looped:
        detail = "its structure is not that of one dataset with a name"
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], detail)
    if evaluate(build, first).api != DATASET:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], "its dataset is not known")
    build.record.around.append(IteratorUse(node, first, False, False, build.reordered, structured=True))
    build.iterators.append(node)
    return Value(Kind.PYTHON, api=DATASET_ITERATOR, site=node)


def _with_structure(build: Evaluation, part: str, node: ast.expr | None) -> ast.Name | None:
    """The dataset that an argument takes this part of its structure from."""
    match node:
        case ast.Attribute(value=ast.Name() as name, attr=attribute) if attribute == part:
            return name
        case ast.Call(func=called, args=[ast.Name() as name], keywords=[]) if (
            build.names.api_of(called) == _STRUCTURE[part]
        ):
            return name
        case _:
            return None


def _start(build: Evaluation, node: ast.Call, made: ast.Call) -> Value:
    """`iterator.make_initializer(dataset)`."""
    assert isinstance(node.func, ast.Attribute)
    bound = bind(node, ("dataset", "name")) or {}
    iterator, dataset = node.func.value, bound.get("dataset")
    known = isinstance(dataset, ast.Name) and evaluate(build, dataset).api == DATASET
    if not known or not isinstance(iterator, ast.Name) or build.functions or build.looped:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], "its dataset has no name")
    assert isinstance(dataset, ast.Name)
    evaluate(build, iterator)
    build.record.around.append(IteratorStart(node, made, iterator, dataset, True in build.shuffled))
    return Value(Kind.INIT, api=INITIALIZER, site=node)


def call_iterator_method(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    """`iterator.get_next()`: the element is an input that every run takes anew."""
    assert isinstance(node.func, ast.Attribute)
    iterator = node.func.value
    made = next((each for each in build.iterators if each is owner.site), None)
    if method == "make_initializer" and made is not None:
        return _start(build, node, made)
    if method != "get_next" or node.args or build.functions or build.looped or made is None:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60])
    now = build.environment.look_up(iterator.id)[1] if isinstance(iterator, ast.Name) else None
    if now is None:
        return build.note("dataset-iterator", node, ast.unparse(node.func)[:60], "the iterator has no name")
    build.record.inputs.append(Input(-1, node, None, None, iterator=made))
    return Value(Kind.INPUT, site=node)
