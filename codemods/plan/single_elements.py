"""Whether an element of a dataset is one tensor, as far as the source says: not a tuple or dictionary of several."""

from __future__ import annotations

import ast

from codemods.analysis.names import Names
from codemods.graph.around import IteratorUse
from codemods.graph.program import GraphProgram
from codemods.plan.callees import binding_counts
from codemods.source.tree import names_in, parents

_KEEPING = frozenset({"batch", "cache", "filter", "prefetch", "repeat", "shard", "shuffle", "skip", "take"})
_READING = frozenset({"tf.data.TextLineDataset", "tf.data.TFRecordDataset", "tf.data.FixedLengthRecordDataset",
                      "tf.data.Dataset.range", "tf.data.Dataset.list_files"})  # fmt: skip
_MAKING = frozenset({"tf.data.Dataset.from_tensor_slices", "tf.data.Dataset.from_tensors"})
_DEPTH = 20


def gives_one_tensor(program: GraphProgram, names: Names, made: ast.Call | None) -> bool:
    """Whether the iterator that this call makes gives one tensor at a time."""
    uses = (each for node in program.nodes for each in node.around if isinstance(each, IteratorUse))
    dataset = next((each.dataset for each in uses if each.call is made), None)
    return dataset is not None and _is_single(names, dataset, _DEPTH)


def _is_single(names: Names, dataset: ast.expr, depth: int) -> bool:
    if isinstance(dataset, ast.Name):
        value = _value(names, dataset)
        return value is not None and depth > 0 and _is_single(names, value, depth - 1)
    if not isinstance(dataset, ast.Call):
        return False
    api = names.api_of(dataset.func)
    if api is not None:
        return api in _READING or (api in _MAKING and len(dataset.args) == 1 and _is_array(names, dataset.args[0]))
    match dataset:
        case ast.Call(func=ast.Attribute(value=owner, attr=method)) if method in _KEEPING:
            return depth > 0 and _is_single(names, owner, depth - 1)
        case ast.Call(func=ast.Attribute(attr="flat_map"), args=[ast.Lambda(body=body)]):
            return depth > 0 and _is_single(names, body, depth - 1)
        case ast.Call(func=ast.Attribute(attr="flat_map"), args=[ast.expr() as given]):
            return names.api_of(given) in _READING
        case _:
            return False


def _value(names: Names, name: ast.Name) -> ast.expr | None:
    """What a name is bound to that is bound once."""
    if binding_counts(names)[name.id] != 1:
        return None
    stores = (each for each in names_in(names.module) if each.id == name.id and isinstance(each.ctx, ast.Store))
    statement = parents(names.module).get(next(stores, name))
    return statement.value if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name) else None


def _is_array(names: Names, given: ast.expr) -> bool:
    value = _value(names, given) if isinstance(given, ast.Name) else given
    if isinstance(value, ast.Call):
        dotted = names.dotted_of(value.func) or ""
        return dotted.startswith("numpy.") or names.api_of(value.func) in ("tf.range", "tf.constant")
    return isinstance(value, ast.List | ast.ListComp)
