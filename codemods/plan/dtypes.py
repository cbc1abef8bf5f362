"""The dtype of a tensor, as far as it can be told from what it is computed from."""

from __future__ import annotations

import ast

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Node
from codemods.source.walk import walk

_OTHERWISE = frozenset({
    "argmax", "argmin", "arg_max", "arg_min", "shape", "size", "rank", "equal", "not_equal", "less", "less_equal",
    "greater", "greater_equal", "logical_and", "logical_or", "logical_not", "cast", "to_int32", "to_int64", "to_double",
    "where", "is_nan", "is_inf", "is_finite", "in_top_k", "string_split", "as_string", "one_hot", "range", "top_k",
    "count_nonzero", "unique", "complex", "real", "imag", "angle", "convert_to_tensor", "constant", "embedding_lookup",
    "gather", "unsorted_segment_sum",
})  # fmt: skip
_DEPTH = 50


def dtype_of(program: GraphProgram, names: Names, definition: int) -> str | None:
    """`float32` where everything that the tensor is computed from is float32; None where that is not known."""
    return _of(program, names, definition, _DEPTH)


def _of(program: GraphProgram, names: Names, definition: int, depth: int) -> str | None:
    node = program.nodes[program.definitions[definition].node]
    if node.inputs:
        return _of_input(names, node)
    if depth == 0 or _changes_dtype(names, node.statement):
        return None
    read = [use.definition for use in node.uses if use.definition is not None]
    found = [_of(program, names, each, depth - 1) for each in read if _is_tensor(program, each)]
    return "float32" if found and all(each == "float32" for each in found) else None


def _is_tensor(program: GraphProgram, definition: int) -> bool:
    return program.nodes[program.definitions[definition].node].stage.value in ("tensor", "input")


def _of_input(names: Names, node: Node) -> str | None:
    dtype = node.inputs[0].dtype
    literal = dtype.value if isinstance(dtype, ast.Constant) else None
    return "float32" if literal in ("float", "float32") or _api(names, dtype) == "tf.float32" else None


def _api(names: Names, node: ast.expr | None) -> str | None:
    return names.api_of(node) if node is not None else None


def _changes_dtype(names: Names, statement: ast.stmt) -> bool:
    for node in walk(statement):
        if isinstance(node, ast.Compare | ast.Lambda):
            return True
        if isinstance(node, ast.Call):
            api = names.api_of(node.func)
            if api is not None and api.rsplit(".", 1)[-1] in _OTHERWISE:
                return True
    return False
