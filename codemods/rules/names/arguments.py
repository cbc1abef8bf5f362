"""Where the arguments of a call stand in the text, parentheses included, and how argument text is written."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.source.comments import comments_within
from codemods.source.module import Module

ATOMS = (ast.Constant, ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.ListComp)
DIGITS = 12


@dataclass(frozen=True)
class Argument:
    """One argument: `start` (of the keyword, if there is one), the value's span with its parentheses, and the value."""

    parameter: str
    keyword: str | None
    start: int
    value_start: int
    end: int
    value: ast.expr


def arguments_of(module: Module, call: ast.Call, parameters: tuple[str, ...]) -> list[Argument]:
    """The arguments in the order written; the call binds to the parameters."""
    low = opening(module, call) + 1
    high = module.span(call)[1] - 1
    given = [(name, None, value) for name, value in zip(parameters, call.args, strict=False)]
    named = [(str(keyword.arg), keyword, keyword.value) for keyword in call.keywords]
    found = []
    for name, keyword, value in (*given, *named):
        start, end = outer_span(module, value, low, high)
        first = start if keyword is None else module.span(keyword)[0]
        found.append(Argument(name, None if keyword is None else name, first, start, end, value))
        low = end
    return found


def opening(module: Module, call: ast.Call) -> int:
    """The place of the parenthesis that opens the arguments."""
    return module.text.index("(", module.span(call.func)[1])


def outer_span(module: Module, node: ast.expr, low: int, high: int) -> tuple[int, int]:
    """The span of a node with all parentheses around it that lie between `low` and `high`."""
    start, end = module.span(node)
    text = module.text
    while True:
        left, right = start - 1, end
        while left >= low and text[left].isspace():
            left -= 1
        while right < high and text[right].isspace():
            right += 1
        if left < low or right >= high or text[left] != "(" or text[right] != ")":
            return start, end
        start, end = left, right + 1


def is_atom(node: ast.expr) -> bool:
    return isinstance(node, ATOMS)


def folded(text: str) -> str:
    """`1 - 0.8` as a person would write it: `0.2`. Anything but a difference or quotient of two numbers stays."""
    match ast.parse(text, mode="eval").body:
        case ast.BinOp(left=ast.Constant(value=int() | float() as left), op=ast.Sub(), right=ast.Constant(value=right)):
            value = left - right if isinstance(right, int | float) else None
        case ast.BinOp(left=ast.Constant(value=int() | float() as left), op=ast.Div(), right=ast.Constant(value=right)):
            value = left / right if isinstance(right, int | float) else None
        case ast.BinOp(
            left=ast.Constant(value=1),
            op=ast.Sub(),
            right=ast.BinOp(left=ast.Constant(value=1 | 1.0), op=ast.Sub(), right=ast.expr() as inner),
        ):
            return ast.unparse(inner)
        case _:
            value = None
    return text if value is None else repr(float(f"{value:.{DIGITS}g}"))


def comments_between(module: Module, start: int, end: int) -> str:
    """The comments between two places of the text, each on a line of its own; empty if there are none."""
    first, last = module.line_of(start), module.line_of(max(start, end - 1))
    found = comments_within(module, first, last)
    inside = [c for c in found if start <= module.line_starts[c.line - 1] + c.column < end]
    return "".join(f"  {comment.text}{module.newline}" for comment in inside)
