"""What the source says about the shapes of variables, so that a checkpoint of another network is told at once."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.api.rows import LayerRow
from codemods.graph.creations import GET_VARIABLE_PARAMETERS, VARIABLE_PARAMETERS
from codemods.graph.given_names import GIVEN
from codemods.graph.program import Creation, GraphProgram, LayerUse

_OF_SHAPE = ("zeros", "ones", "random_normal", "truncated_normal", "random_uniform")


@dataclass(frozen=True)
class Shape:
    """The last dimensions, None where they are not known; `whole`: there are no others before them."""

    sizes: tuple[int | None, ...]
    whole: bool


def known_number(program: GraphProgram, node: ast.expr | None) -> int | float | None:
    """The number that an expression is: a literal, or a name that is bound to one and nothing else."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return int(value) if isinstance(value, bool) else value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = known_number(program, operand)
            return None if inner is None else -inner
        case ast.Name(id=name):
            return _bound_number(program, name)
        case _:
            return None


def _bound_number(program: GraphProgram, name: str) -> int | float | None:
    found = {each.value.literal for each in program.definitions.values() if each.name == name}
    text = found.pop() if len(found) == 1 else None
    try:
        value = ast.literal_eval(text) if text is not None else None
    except ValueError:
        return None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def variable_shape(program: GraphProgram, creation: Creation) -> Shape | None:
    """The shape of a `tf.get_variable` or `tf.Variable`, where it is written as a list of numbers."""
    if creation.api == "tf.get_variable":
        return _listed(program, (bind(creation.call, GET_VARIABLE_PARAMETERS) or {}).get("shape"))
    if creation.api == GIVEN:
        return None
    match (bind(creation.call, VARIABLE_PARAMETERS) or {}).get("initial_value"):
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr=name), args=[shape, *_]) if name in _OF_SHAPE:
            return _listed(program, shape)
        case _:
            return None


def _listed(program: GraphProgram, node: ast.expr | None) -> Shape | None:
    if not isinstance(node, ast.List | ast.Tuple):
        return None
    return Shape(tuple(_size(program, each) for each in node.elts), True)


def _size(program: GraphProgram, node: ast.expr | None) -> int | None:
    found = known_number(program, node)
    return found if isinstance(found, int) else None


def layer_shapes(program: GraphProgram, use: LayerUse, row: LayerRow) -> Mapping[int, Shape]:
    """Number of a weight -> what its layer says of it: how many units or filters there are."""
    given = next((use.arguments.get(name) for name, target in row.arguments.items() if target in ("units", "filters")
                  and name in use.arguments), None)  # fmt: skip
    count = _size(program, given)
    if count is None:
        return {}
    kernel = Shape((count, None) if "Transpose" in row.keras else (count,), False)
    last = len(row.weights) - 1
    return {last - 1: kernel, last: Shape((count,), True)}
