"""Which expression of a call is which parameter."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence


def bind(call: ast.Call, parameters: Sequence[str]) -> Mapping[str, ast.expr] | None:
    """Parameter -> expression, in the order written. None where stars, too many or unknown arguments forbid to tell."""
    bound: dict[str, ast.expr] = {}
    if len(call.args) > len(parameters):
        return None
    for name, argument in zip(parameters, call.args, strict=False):
        if isinstance(argument, ast.Starred):
            return None
        bound[name] = argument
    for keyword in call.keywords:
        if keyword.arg is None or keyword.arg not in parameters or keyword.arg in bound:
            return None
        bound[keyword.arg] = keyword.value
    return bound
