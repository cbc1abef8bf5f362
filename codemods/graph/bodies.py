"""Parts of a function and of a module that the lowering asks for."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

from codemods.graph.values import Value
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

Bound = tuple[str, Value]
_GLOBAL = re.compile(r"\bglobal[\s\\]")


def docstring_of(function: ast.FunctionDef) -> ast.stmt | None:
    """The statement that is the function's docstring."""
    first = function.body[0]
    return first if ast.get_docstring(function, clean=False) is not None else None


def body_of(function: ast.FunctionDef) -> list[ast.stmt]:
    """The statements of a function without its docstring."""
    return function.body if docstring_of(function) is None else function.body[1:]


def not_tensorflow(statement: ast.Import | ast.ImportFrom, bound: list[Bound]) -> list[Bound]:
    """TensorFlow's names are looked up as names, not as values of the scope."""
    first = statement.names[0].name if isinstance(statement, ast.Import) else statement.module or ""
    return [] if first.split(".")[0] == "tensorflow" else bound


@lru_cache(maxsize=8)
def global_names(module: Module) -> frozenset[str]:
    """The names that some function of the module declares as global."""
    if not _GLOBAL.search(module.text):
        return frozenset()
    return frozenset(name for node in parents(module) if isinstance(node, ast.Global) for name in node.names)


def is_parameter(module: Module, name: ast.Name) -> bool:
    """Whether the name is a parameter of a function around it, and not what the scope outside calls so."""
    below: ast.AST = name
    above = parents(module).get(name)
    while above is not None:
        if isinstance(above, ast.FunctionDef | ast.Lambda) and not isinstance(below, ast.arguments):
            spec = above.args
            if name.id in {each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)}:
                return isinstance(above, ast.Lambda) or below in above.body
        below, above = above, parents(module).get(above)
    return False


def parameter_names(function: ast.FunctionDef | ast.Lambda) -> set[str]:
    """The names of the parameters of a function."""
    spec = function.args
    named = (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *(each for each in (spec.vararg, spec.kwarg) if each))
    return {each.arg for each in named}


def asks_for_parameters(function: ast.FunctionDef | ast.Lambda, test: ast.expr) -> bool:
    """Whether an expression reads nothing but parameters which the function never binds anew."""
    read = {each.id for each in walk(test) if isinstance(each, ast.Name)}
    stored = {each.id for each in walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    return bool(read) and read <= parameter_names(function) - stored


def outer_names(function: ast.FunctionDef | ast.Lambda) -> set[str]:
    """The names that a function reads of what is around it."""
    names = [each for each in walk(function) if isinstance(each, ast.Name)]
    own = {each.id for each in names if not isinstance(each.ctx, ast.Load)} | parameter_names(function)
    return {each.id for each in names} - own
