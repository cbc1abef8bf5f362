"""Initial values of variables that are read from other variables: `w.initialized_value()`, `w.initial_value`.

In TensorFlow 1 both are what `w` begins with, whenever it is asked for in the initial value of another variable. In
TensorFlow 2 that is `w` itself: it was made before, and nothing runs until all variables are made.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from codemods.graph.values import Kind, Value
from codemods.source.tree import parents

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation


def read_within(
    build: Evaluation, read: Callable[[], dict[str, Value]]
) -> tuple[dict[str, Value], tuple[ast.expr, ...]]:
    """The values of the arguments of a variable, and the places in them that read the initial values of others."""
    outer, build.initial = build.initial, {}
    try:
        return read(), tuple(build.initial)
    finally:
        build.initial = outer


def initial_read(build: Evaluation, node: ast.Call | ast.Attribute, owner: Value) -> Value:
    """The value of `owner.initialized_value()` or `owner.initial_value`."""
    access = node.func if isinstance(node, ast.Call) else node
    assert isinstance(access, ast.Attribute)
    if access.attr != ("initialized_value" if isinstance(node, ast.Call) else "initial_value"):
        return build.note("unknown-api", node, f"Variable.{access.attr}")
    if build.initial is None or build.functions or build.builders or not _is_operand(build, node):
        return build.note("unknown-api", node, f"Variable.{access.attr}", "outside of the initial value of a variable")
    if (isinstance(node, ast.Call) and (node.args or node.keywords)) or not _is_name(access.value):
        return build.note("unknown-api", node, f"Variable.{access.attr}", "in this form")
    if build.layer_sites():
        detail = "the variables of a layer exist only after its first call"
        return build.note("unknown-api", node, f"Variable.{access.attr}", detail)
    build.initial[node] = None
    return Value(Kind.CONSTANT, shape=owner.shape)


def _is_operand(build: Evaluation, node: ast.expr) -> bool:
    """Whether it is the initial value, or an operand of an operator or an operation: these take variables too."""
    above: ast.AST | None = parents(build.module).get(node)
    listed = False
    while isinstance(above, ast.List | ast.Tuple | ast.keyword | ast.Lambda):
        listed = listed or isinstance(above, ast.List | ast.Tuple)
        above = parents(build.module).get(above)
    if isinstance(above, ast.Call):
        api = build.names.api_of(above.func)
        return api is not None and not (listed and api in ("tf.Variable", "tf.get_variable"))
    return isinstance(above, ast.BinOp | ast.UnaryOp) and not listed


def _is_name(owner: ast.expr) -> bool:
    """Whether the variable is denoted by a name, an element or an attribute."""
    while isinstance(owner, ast.Subscript | ast.Attribute):
        owner = owner.value
    return isinstance(owner, ast.Name)
