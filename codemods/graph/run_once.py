"""Whether the graph of a scope is built once."""

from __future__ import annotations

import ast

from codemods.analysis.names import Names
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk


def runs_once(module: Module, names: Names, body: ast.Module | ast.FunctionDef) -> bool:
    """Whether the module runs the scope once: its own body, or a function that it calls once, outside of loops."""
    if isinstance(body, ast.Module):
        return True
    read = [each for each in names_in(module) if each.id == body.name and isinstance(each.ctx, ast.Load)]
    loops = [each for each in walk(module.tree) if isinstance(each, ast.For | ast.While | ast.FunctionDef)]
    inside = {id(each) for loop in loops for each in walk(loop)}
    started = body.name == "main" and any(api == "tf.app.run" for _, api in names.apis())
    return not any(id(each) in inside for each in read) and len(read) == (1 if not started or read else 0)
