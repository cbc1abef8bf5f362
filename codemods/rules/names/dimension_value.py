"""What it does
    Drops `.value` behind a single dimension of a shape: `x.get_shape()[1].value`, `x.shape[-1].value`, and
    `size.value` in `for size in x.get_shape():`. The shape may have a name.

Why
    TensorFlow 1 had Dimension objects; TensorFlow 2 gives the number itself.

Example
    `size = x.get_shape()[1].value` becomes `size = x.get_shape()[1]`.

When it declines
    Behind a slice of a shape, which is a shape, and where the name of a shape or size is bound to anything else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

RULE = "dimension-value"


def check(module: Module) -> Iterator[Finding]:
    """One finding for each such attribute."""
    if ".value" not in module.text:
        return
    found = [node for node in walk(module.tree) if isinstance(node, ast.Attribute) and _is_dimension(module, node)]
    for node in sorted(found, key=lambda each: (each.lineno, each.col_offset, each.end_col_offset or 0)):
        start, end = module.span(node)
        edit = Edit(module.span(node.value)[1], end, "")
        yield Finding(RULE, module.place(node), "a dimension is a number", Safety.SAFE, (edit,) if start < end else ())


def _is_dimension(module: Module, node: ast.Attribute) -> bool:
    match node:
        case ast.Attribute(value=ast.Subscript(value=shape, slice=index), attr="value", ctx=ast.Load()):
            return not isinstance(index, ast.Slice) and is_shape(module, shape)
        case ast.Attribute(value=ast.Name() as size, attr="value", ctx=ast.Load()):
            loops = [_loop_of(module, each) for each in _stores(module, size)]
            return bool(loops) and all(each is not None and is_shape(module, each) for each in loops)
        case _:
            return False


def is_shape(module: Module, node: ast.expr) -> bool:
    """Whether this is the static shape of a tensor, or the name of one."""
    match node:
        case ast.Attribute(attr="shape") | ast.Call(func=ast.Attribute(attr="get_shape"), args=[], keywords=[]):
            return True
        case ast.Name():
            above = [parents(module).get(each) for each in _stores(module, node)]
            bound = [each.value for each in above if isinstance(each, ast.Assign)]
            known = len(bound) == len(above) and not any(isinstance(each, ast.Name) for each in bound)
            return bool(bound) and known and all(is_shape(module, each) for each in bound)
        case _:
            return False


def _stores(module: Module, place: ast.Name) -> list[ast.Name]:
    """The places that bind a name where it is read; none if it is bound in other ways too."""
    scopes = Names.of(module).scopes
    read = scopes.scope_of.get(place)
    owner = None if read is None else read.owner(place.id)
    if owner is None:
        return []
    found = [
        each
        for each in names_in(module)
        if each.id == place.id and not isinstance(each.ctx, ast.Load) and scopes.scope_of[each].owner(each.id) is owner
    ]
    return found if len(found) == len(owner.bindings[place.id]) else []


def _loop_of(module: Module, target: ast.Name) -> ast.expr | None:
    """What the loop or comprehension goes through that binds the name."""
    match parents(module).get(target):
        case ast.For(target=bound, iter=iterable) | ast.comprehension(target=bound, iter=iterable) if bound is target:
            return iterable
        case _:
            return None
