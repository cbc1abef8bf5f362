"""The dtype of a tensor, as far as it can be told from what it is computed from."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Input, Node
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_OTHERWISE = frozenset({
    "argmax", "argmin", "arg_max", "arg_min", "shape", "size", "rank", "equal", "not_equal", "less", "less_equal",
    "greater", "greater_equal", "logical_and", "logical_or", "logical_not", "cast", "to_int32", "to_int64", "to_double",
    "where", "is_nan", "is_inf", "is_finite", "in_top_k", "string_split", "as_string", "one_hot", "range", "top_k",
    "count_nonzero", "unique", "complex", "real", "imag", "angle", "convert_to_tensor", "constant", "embedding_lookup",
    "gather", "unsorted_segment_sum",
})  # fmt: skip
_DRAWN = frozenset({"tf.random_normal", "tf.random_uniform", "tf.truncated_normal"})
_BEFORE_DTYPE = 3  # shape and two parameters
_DEPTH = 50
_DOUBLE = frozenset({"float64", "double"})


def dtype_of(program: GraphProgram, names: Names, definition: int) -> str | None:
    """`float32` where everything that the tensor is computed from is float32; None where that is not known."""
    return _of(program, names, definition, _DEPTH)


def _of(program: GraphProgram, names: Names, definition: int, depth: int) -> str | None:
    node = program.nodes[program.definitions[definition].node]
    if node.inputs:
        return _of_input(names, node)
    if _is_drawn(names, node.statement):
        return "float32"
    if depth == 0 or _changes_dtype(names, node.statement) or _is_built_otherwise(names, node):
        return None
    read = [use.definition for use in node.uses if use.definition is not None]
    found = [_of(program, names, each, depth - 1) for each in read if _is_tensor(program, each)]
    return "float32" if found and all(each == "float32" for each in found) else None


def _is_built_otherwise(names: Names, node: Node) -> bool:
    """Whether a function of the program that the statement calls for layers may change the dtype."""
    inside = (each for layer in node.layers if layer.builder is not None for each in layer.builder.body.nodes)
    return any(_changes_dtype(names, each.statement) or _is_built_otherwise(names, each) for each in inside)


def _is_drawn(names: Names, statement: ast.stmt) -> bool:
    """`noise = tf.random_normal(shape, ...)`, as float32, which is also what it is if nothing is said."""
    match statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Call(func=function, args=arguments, keywords=keywords)):
            as_float32 = all(_api(names, each.value) == "tf.float32" for each in keywords if each.arg == "dtype")
            plain = len(arguments) <= _BEFORE_DTYPE and all(each.arg is not None for each in keywords)
            return plain and as_float32 and names.api_of(function) in _DRAWN
        case _:
            return False


def layer_dtype(program: GraphProgram, names: Names, node: Node, specs: Mapping[int, str]) -> str | None:
    """What to write as the dtype of a layer, which is that of its input: None for float32, or not known."""
    origins = (each for each in _origins(program, names, node, _DEPTH) if isinstance(each, Input))
    return next((f"{specs[each.definition]}.dtype" for each in origins if _may_be_double(names, each)), None)


def layer_dtype_obstacles(program: GraphProgram, names: Names, module: Module) -> Iterator[Obstacle]:
    """Layers whose input may be float64 in a way that no specification tells."""
    for node in program.nodes:
        if any(_is_uncertain(names, node, each) for each in _origins(program, names, node, _DEPTH) if node.layers):
            detail = "its input may be float64; name the parts of the element where get_next is called"
            yield obstacle("no-native-equivalent", module.place(node.layers[0].call), node.layers[0].api, detail)


def _is_uncertain(names: Names, node: Node, origin: Input | ast.stmt | None) -> bool:
    """Whether it picks something of unknown dtype, or gives layers of a function of the program their dtype."""
    built = any(each.builder is not None and _makes_layers(each.builder.body) for each in node.layers)
    return isinstance(origin, ast.stmt) or (built and origin is not None and _may_be_double(names, origin))


def _makes_layers(body: GraphProgram) -> bool:
    return any(each.builder is None or _makes_layers(each.builder.body) for node in body.nodes for each in node.layers)


def _origins(program: GraphProgram, names: Names, node: Node, depth: int) -> Iterator[Input | ast.stmt | None]:
    """The inputs that give a statement its dtype; a statement that picks or makes something of unknown dtype."""
    for use in node.uses:
        if use.definition is None or not _is_tensor(program, use.definition):
            continue
        source = program.nodes[program.definitions[use.definition].node]
        if source.inputs:
            given = next(each for each in source.inputs if each.definition == use.definition)
            yield node.statement if given.iterator is not None and _takes_part(node.statement, use.name) else given
        elif depth == 0 or _changes_dtype(names, source.statement):
            yield source.statement if _names_double(names, source.statement) else None
        else:
            yield from _origins(program, names, source, depth - 1)


def _takes_part(statement: ast.stmt, name: str) -> bool:
    """Whether the statement takes a part of what the name holds, or hands all of it on."""
    whole = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Name)
    parts = (each.value for each in walk(statement) if isinstance(each, ast.Subscript | ast.Starred | ast.Attribute))
    return whole or any(isinstance(part, ast.Name) and part.id == name for part in parts)


def _names_double(names: Names, statement: ast.stmt) -> bool:
    for node in walk(statement):
        named = names.api_of(node) if isinstance(node, ast.Name | ast.Attribute) else None
        if named in ("tf.float64", "tf.double", "tf.to_double"):
            return True
        if isinstance(node, ast.Constant) and node.value in _DOUBLE:
            return True
    return False


def _may_be_double(names: Names, given: Input) -> bool:
    literal = given.dtype.value if isinstance(given.dtype, ast.Constant) else _api(names, given.dtype) or ""
    named = given.default is not None and not isinstance(given.default, ast.Constant)
    return named or given.iterator is not None or str(literal).removeprefix("tf.") in _DOUBLE


def _is_tensor(program: GraphProgram, definition: int) -> bool:
    found = program.definitions.get(definition)  # a builder reads no tensor of the scope around it
    return found is not None and program.nodes[found.node].stage.value in ("tensor", "input")


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
