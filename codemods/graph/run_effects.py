"""Operations that do something whenever they run: print, call a function of Python, check. They move with their
statement."""

from __future__ import annotations

import ast

from codemods.graph.evaluate import Evaluation
from codemods.graph.record import Record
from codemods.graph.values import CHECK, TENSOR, Kind, Value

_SAME = frozenset({"tf.Print", "tf.check_numerics", "tf.verify_tensor_all_finite"})  # give what they are given
_CALLS = frozenset({"tf.py_func", "tf.numpy_function"})
_CHECKS = frozenset({
    "tf.Assert", "tf.assert_equal", "tf.assert_none_equal", "tf.assert_greater", "tf.assert_greater_equal",
    "tf.assert_less", "tf.assert_less_equal", "tf.assert_near", "tf.assert_negative", "tf.assert_non_negative",
    "tf.assert_non_positive", "tf.assert_positive", "tf.assert_rank", "tf.assert_rank_at_least",
})  # fmt: skip
_TYPES = 2  # the position of the dtypes of what the function returns


def is_at_run(build: Evaluation, api: str) -> bool:
    """Whether it does nothing but at run time, and stands where it is certain which runs need it."""
    return api in _CALLS | _CHECKS | _SAME and not (build.functions or build.builders or build.looped)


def happens(build: Evaluation, node: ast.Call, api: str) -> Value:
    """What the operation gives: what is printed beside it stays as it is."""
    build.record.happens.append(node)
    if api in _CHECKS:
        return Value(Kind.UPDATE, api=CHECK)
    types = next((each.value for each in node.keywords if each.arg == "Tout"), None)
    types = node.args[_TYPES] if types is None and len(node.args) > _TYPES else types
    if api in _SAME or isinstance(types, ast.Attribute):
        return TENSOR
    if isinstance(types, ast.List | ast.Tuple):
        return Value(Kind.PYTHON, items=tuple([TENSOR] * len(types.elts)), sequence="list")
    return build.note("python-effect-in-graph-code", node, api, "whether it gives one tensor or a list is not known")


def is_certain(statement: ast.stmt, record: Record, value: Value) -> bool:
    """Whether every run that needs something of the statement needs the one operation of it that does something."""
    match statement:
        case ast.Assign(targets=[target], value=expression) if len(record.happens) == 1:
            whole = expression is record.happens[0]
            single = isinstance(target, ast.Name) and value.items is None and value.element is None
            return whole or (single and value.kind != Kind.UPDATE)
        case _:
            return False
