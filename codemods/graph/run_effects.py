"""Operations that do something whenever they run: print, call a function of Python, check. They move with their
statement."""

from __future__ import annotations

import ast

from codemods.api.context import has_trait
from codemods.graph.evaluate import Evaluation
from codemods.graph.record import Record
from codemods.graph.values import CHECK, TENSOR, Kind, Value

_KINDS = ("calls_python", "checks", "passes_on")
_TYPES = 2  # the position of the dtypes of what the function returns


def is_at_run(build: Evaluation, api: str) -> bool:
    """Whether it does nothing but at run time, and stands where it is certain which runs need it."""
    return any(has_trait(each, api) for each in _KINDS) and not (build.functions or build.builders or build.looped)


def happens(build: Evaluation, node: ast.Call, api: str) -> Value:
    """What the operation gives: what is printed beside it stays as it is."""
    build.record.happens.append(node)
    if has_trait("checks", api):
        return Value(Kind.UPDATE, api=CHECK)
    types = next((each.value for each in node.keywords if each.arg == "Tout"), None)
    types = node.args[_TYPES] if types is None and len(node.args) > _TYPES else types
    if has_trait("passes_on", api) or isinstance(types, ast.Attribute):
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
