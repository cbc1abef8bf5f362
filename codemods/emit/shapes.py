"""How the result of a run is used: ignored, unpacked into targets, indexed, or as a value."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.graph.program import RunSite
from codemods.source.module import Located
from codemods.source.walk import walk


@dataclass(frozen=True)
class Shape:
    """`replaced`: the expression that the new text stands for; `structure`: its fetches, an index already applied."""

    replaced: ast.expr
    structure: ast.expr
    statement: bool
    targets: tuple[ast.expr, ...] | None
    assignment: Located


def shape_of(statement: ast.stmt, site: RunSite) -> Shape:
    """The use of a run inside of its statement."""
    replaced, structure = _indexed(statement, site)
    match statement:
        case ast.Expr(value=value) if value is replaced:
            return Shape(replaced, structure, True, None, statement)
        case ast.Assign(targets=[ast.Tuple(elts=elts) | ast.List(elts=elts)], value=value) if value is replaced:
            flat = isinstance(structure, ast.List | ast.Tuple) and _is_flat(structure) and _matches(elts, structure)
            return Shape(replaced, structure, False, tuple(elts) if flat else None, statement)
        case _:
            return Shape(replaced, structure, False, None, statement)


def _matches(elts: list[ast.expr], structure: ast.List | ast.Tuple) -> bool:
    return len(elts) == len(structure.elts) and not any(isinstance(each, ast.Starred) for each in elts)


def _is_flat(structure: ast.List | ast.Tuple) -> bool:
    return not any(isinstance(each, ast.List | ast.Tuple | ast.Dict) for each in structure.elts)


def _indexed(statement: ast.stmt, site: RunSite) -> tuple[ast.expr, ast.expr]:
    """Apply a literal index or slice that follows the run directly: `run([a, b])[1]` fetches what `run(b)` fetches."""
    for parent in walk(statement):
        indexed = isinstance(parent, ast.Subscript) and parent.value is site.call
        if indexed and isinstance(parent, ast.Subscript) and isinstance(site.structure, ast.List | ast.Tuple):
            picked = _pick(site.structure, parent.slice)
            if picked is not None:
                return parent, picked
    return site.call, site.structure


def _pick(structure: ast.List | ast.Tuple, index: ast.expr) -> ast.expr | None:
    match index:
        case ast.Constant(value=int(number)) if -len(structure.elts) <= number < len(structure.elts):
            return structure.elts[number]
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))) if number <= len(structure.elts):
            return structure.elts[-number]
        case ast.Slice(lower=lower, upper=upper, step=None) if _is_bound(lower) and _is_bound(upper):
            picked = structure.elts[slice(_bound(lower), _bound(upper))]
            made = ast.List(picked, ast.Load()) if isinstance(structure, ast.List) else ast.Tuple(picked, ast.Load())
            return ast.copy_location(made, structure)
        case _:
            return None


def _is_bound(node: ast.expr | None) -> bool:
    return node is None or isinstance(_bound(node), int)


def _bound(node: ast.expr | None) -> int | None:
    if node is None:
        return None
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, int) else None
