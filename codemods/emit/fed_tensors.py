"""Arrays that are fed in loops: made tensors before the loop if they stay the same, else in the call if that is wanted.

A concrete function converts the arrays that it is given in every call.
"""

from __future__ import annotations

import ast

from codemods.emit.concrete import is_repeated
from codemods.emit.fed_values import fed_text
from codemods.emit.inputs import dtype_text
from codemods.emit.writer import Writer
from codemods.graph.program import Node, RunSite
from codemods.plan.steady_feeds import placeholder


def steady_lines(writer: Writer, node: Node) -> list[str]:
    """The lines before a loop that make tensors of what it feeds again and again."""
    return list(
        dict.fromkeys(
            f"{each.tensor} = {writer.tf}.constant({each.name}, {dtype_text(writer, each.given.dtype)})"
            for each in writer.plan.steady.values()
            if each.loop == node.id and isinstance(node.statement, ast.For | ast.While)
        )
    )


def fed_tensor(writer: Writer, site: RunSite, given: ast.expr, definition: int) -> str:
    """What is fed to the placeholder, as the call of the step takes it."""
    if given in writer.plan.steady:
        return writer.plan.steady[given].tensor
    text = fed_text(writer, given, definition)
    if not writer.plan.fed_tensors:
        return text
    taken = placeholder(writer.program, definition)
    converted = text != writer.text(given) or writer.names.api_of(_callee(given)) is not None
    if taken is None or converted or _is_literal(given) or not is_repeated(writer, site):
        return text
    return f"{writer.tf}.constant({text}, {dtype_text(writer, taken.dtype)})"


def _callee(given: ast.expr) -> ast.expr:
    return given.func if isinstance(given, ast.Call) else given


def _is_literal(given: ast.expr) -> bool:
    """Whether these are numbers that stand there."""
    match given:
        case ast.Constant():
            return True
        case ast.UnaryOp(operand=operand):
            return _is_literal(operand)
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return all(map(_is_literal, elts))
        case _:
            return False
