"""Where what a followed function reads comes from: through its parameters, to the calls that are being followed."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.graph.evaluate import Evaluation
from codemods.source.walk import walk


@dataclass(frozen=True)
class Passed:
    """`expression`: what was written (None: a default of the last of `parameters`); `depth`: how many followed
    functions are around it; `parameters`: those that it went through, the innermost first."""

    expression: ast.expr | None
    depth: int
    parameters: tuple[tuple[ast.FunctionDef, str], ...] = ()


def passed(build: Evaluation, expression: ast.expr) -> Passed:
    """The origin of an expression of the innermost function that is followed."""
    found = Passed(expression, len(build.functions))
    while found.depth and isinstance(found.expression, ast.Name):
        function = build.functions[found.depth - 1]
        name = found.expression.id
        if not isinstance(function, ast.FunctionDef) or name not in parameters_of(function) or is_bound(function, name):
            break
        bound = bind(build.called[found.depth - 1], parameters_of(function))
        if bound is None:
            break
        found = Passed(bound.get(name), found.depth - 1, (*found.parameters, (function, name)))
    return found


def parameters_of(function: ast.FunctionDef) -> list[str]:
    """The parameters that a call may name, in their order."""
    spec = function.args
    return [each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)]


def default_of_parameter(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """What a parameter is where no call gives it."""
    spec = function.args
    plain = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    found = dict(zip(reversed(plain), reversed(spec.defaults), strict=False))
    found |= {each.arg: it for each, it in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if it is not None}
    return found.get(name)


def is_bound(function: ast.FunctionDef, name: str) -> bool:
    """Whether the body of a function binds the name."""
    return any(isinstance(each, ast.Name) and each.id == name and not isinstance(each.ctx, ast.Load)
               for each in walk(function))  # fmt: skip


def is_passed_once(build: Evaluation, expression: ast.expr | None) -> bool:
    """Whether every call of the function makes what the expression denotes anew, and reads it nowhere else."""
    if expression is None or not build.functions:
        return False
    found = passed(build, expression)
    once = all(_reads(function, name) == 1 for function, name in found.parameters)
    return bool(found.parameters) and once and isinstance(found.expression, ast.Call)


def _reads(function: ast.FunctionDef, name: str) -> int:
    return sum(isinstance(each, ast.Name) and each.id == name for each in walk(function))
