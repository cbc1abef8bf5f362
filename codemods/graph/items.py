"""One element of a container whose elements are known."""

from __future__ import annotations

import ast

from codemods.graph.values import Kind, Value, container, elements


def item(owner: Value, index: ast.expr) -> Value:
    """The element, or the part, that an index of a known container stands for."""
    assert owner.items is not None
    literal = _literal(index)
    if owner.keys is not None:
        return owner.items[owner.keys.index(literal)] if literal in owner.keys else elements(owner)
    if isinstance(literal, int) and -len(owner.items) <= literal < len(owner.items):
        return owner.items[literal]
    if isinstance(index, ast.Slice):
        lower, upper = (_literal(bound) if bound is not None else None for bound in (index.lower, index.upper))
        if index.step is None and isinstance(lower, int | None) and isinstance(upper, int | None):
            return container(owner.items[lower:upper], owner.sequence or "list")
        return Value(Kind.PYTHON, element=elements(owner), sequence=owner.sequence)
    return elements(owner)


def _literal(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
