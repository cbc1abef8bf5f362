"""The last sizes of a shape as a shape: `x.get_shape()[-1:]` is `[x.get_shape()[-1]]` where a function of TensorFlow is
told a shape."""

from __future__ import annotations

import ast

from codemods.analysis.names import Names
from codemods.rule import Edit
from codemods.rules.names.dimension_value import is_shape
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_MOST = 3


def with_sizes_listed(module: Module) -> Module:
    """The module with lists of sizes in place of the slices that are only told to TensorFlow."""
    edits = []
    for node in walk(module.tree):
        count = _last(node) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) else 0
        if (
            isinstance(node, ast.Subscript)
            and count
            and is_shape(module, _plain(node.value))
            and _is_told(module, node)
        ):
            shape = module.source(node.value)
            sizes = ", ".join(f"{shape}[-{number}]" for number in range(count, 0, -1))
            edits.append(Edit(*module.span(node), f"[{sizes}]"))
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _last(node: ast.Subscript) -> int:
    """How many sizes there are in `[-1:]`; 0 if it says something else."""
    match node.slice:
        case ast.Slice(
            lower=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as count)), upper=None, step=None
        ):
            return count if 0 < count <= _MOST else 0
        case _:
            return 0


def _plain(node: ast.expr) -> ast.expr:
    """The shape that a list was made of."""
    match node:
        case ast.Call(func=ast.Attribute(value=shape, attr="as_list"), args=[], keywords=[]):
            return shape
        case _:
            return node


def _is_told(module: Module, node: ast.expr) -> bool:
    """Whether it is an argument of a function of TensorFlow, or has a name that is nothing else."""
    match parents(module).get(node):
        case ast.keyword() as keyword:
            call = parents(module).get(keyword)
            return isinstance(call, ast.Call) and Names.of(module).api_of(call.func) is not None
        case ast.Call(func=function, args=args):
            return node in args and Names.of(module).api_of(function) is not None
        case ast.Assign(targets=[ast.Name() as target]):
            scopes = Names.of(module).scopes
            owner = scopes.scope_of[target].owner(target.id)
            places = [each for each in names_in(module) if each.id == target.id and each is not target
                      and each in scopes.scope_of and scopes.scope_of[each].owner(each.id) is owner]  # fmt: skip
            once = owner is not None and len(owner.bindings[target.id]) == 1
            return once and all(isinstance(each.ctx, ast.Load) and _is_told(module, each) for each in places)
        case _:
            return False
