"""A statement as it stands inside of a function: its text, its comments, its lines relative to the left margin."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.emit.around import metric_lines, query_edits
from codemods.emit.cells import cell_feed_lines, hoisted_edits
from codemods.emit.layers import call_edits
from codemods.emit.writer import VERBATIM, Writer
from codemods.graph.program import Node
from codemods.graph.values import Kind, lateness
from codemods.rule import Edit
from codemods.source.comments import comments_within, leading_block, trailing_comment
from codemods.source.strings import continued_string_lines


@dataclass(frozen=True)
class Moved:
    """`first` and `last`: the lines that the statement and its comments had in the source."""

    lines: list[str]
    first: int
    last: int


def moved(writer: Writer, number: int, switched: list[Edit], comments_only: bool = False) -> Moved:
    """The statement of a node. A statement that leaves a part of itself in place leaves its comments there too."""
    node = writer.node(number)
    first = leading_block(writer.module, node.statement)
    last = node.statement.end_lineno or node.statement.lineno
    lines = [] if stays_in_part(writer, node) else _comments(writer, node, first)
    if comments_only:
        return Moved(lines + ([] if stays_in_part(writer, node) else _trailing(writer, node)), first, last)
    text = [*cell_feed_lines(writer, node), *_text(writer, node, switched)]
    if text and not stays_in_part(writer, node):
        trailing = trailing_comment(writer.module, node.statement)
        if trailing is not None:
            text[-1] += f"  {trailing.text}"
    return Moved(lines + text, first, last)


def stays_in_part(writer: Writer, node: Node) -> bool:
    """Whether something of the statement stays where it was: a layer or an optimizer that it makes."""
    own = [layer for layer in node.layers if layer.reuses is None and layer.loop is None]
    made = bool(own or node.hoists or metric_lines(writer, node))
    return made or any(not writer.plan.optimizers[use.call].named_by_user for use in node.optimizers)


def _comments(writer: Writer, node: Node, first: int) -> list[str]:
    inside = comments_within(writer.module, first, node.statement.lineno - 1)
    return [comment.text for comment in inside if comment.own_line]


def _trailing(writer: Writer, node: Node) -> list[str]:
    inside = comments_within(writer.module, node.statement.lineno, node.statement.end_lineno or 0)
    return [comment.text for comment in inside]


def _text(writer: Writer, node: Node, switched: list[Edit]) -> list[str]:
    edits = call_edits(writer, node, [*switched, *hoisted_edits(writer, node)])
    edits += query_edits(writer, node)
    start, end = writer.module.span(node.statement)
    decorators = getattr(node.statement, "decorator_list", [])
    if decorators:
        start = min(writer.module.span(each)[0] for each in decorators) - 1
    text = writer.slice(start, end, edits)
    if isinstance(node.statement, ast.Expr) and node.defines and node.around and not node.filled:
        text = f"{node.defines[0].name} = {text}"  # a summary that the program did not name
    return unindented(text, writer.module.column(node.statement))


def unindented(text: str, column: int) -> list[str]:
    """The lines of a statement's text with the indentation that its first line had taken from the others."""
    lines = text.replace("\r\n", "\n").split("\n")
    fixed = continued_string_lines(text)
    return [
        VERBATIM + line
        if number in fixed
        else line
        if number == 0
        else line[min(column, len(line) - len(line.lstrip())) :]
        for number, line in enumerate(lines)
    ]


def assignment_lines(writer: Writer, node: Node, part: Moved) -> list[str]:
    """An assignment to variables whose result nobody reads: the bare call, or a loop in place of a list."""
    own = {each.id for each in node.defines}
    read = any(use.definition in own for other in writer.program.nodes for use in other.uses)
    if read or _is_returned(writer, own) or not isinstance(node.statement, ast.Assign):
        return part.lines
    lines = _bare_assignment(writer, node.statement, part, query_edits(writer, node))
    trailing = trailing_comment(writer.module, node.statement)
    if trailing is not None and lines is not part.lines and lines:
        lines[-1] += f"  {trailing.text}"
    return lines


def _is_returned(writer: Writer, own: set[int]) -> bool:
    """Whether a step returns what one of these names denotes."""
    fetched = (each for step in writer.plan.steps for each in step.fetched if each.variable is None)
    kept = (each for each in fetched if lateness(each.value) != Kind.UPDATE)
    return any(use.definition in own for each in kept for use in each.uses)


def _bare_assignment(writer: Writer, statement: ast.Assign, part: Moved, edits: list[Edit]) -> list[str]:
    value = statement.value
    listed = update_parts(writer, value, edits)
    if listed is not None:
        return [*(line for line in part.lines if line.startswith("#")), *listed]
    comments = [line for line in part.lines if line.startswith("#")]
    match value:
        case ast.ListComp(elt=ast.Call() as call, generators=[ast.comprehension(ifs=[]) as loop]):
            head = f"for {writer.text(loop.target)} in {writer.text(loop.iter, edits)}:"
            return [*comments, head, f"{writer.indent}{writer.text(call, edits)}"]
        case ast.Call():
            return [*comments, *unindented(writer.text(value, edits), writer.module.column(value))]
        case _:
            return part.lines


def update_parts(writer: Writer, value: ast.expr, edits: list[Edit]) -> list[str] | None:
    """The assignments inside of a group, list or tuple, one line each; updates that it only names are elsewhere."""
    match value:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            parts = elts
        case ast.Call(func=function, args=parts) if writer.names.api_of(function) == "tf.group":
            pass
        case _:
            return None
    lines: list[str] = []
    for each in parts:
        inner = each.value if isinstance(each, ast.Starred) else each
        nested = update_parts(writer, inner, edits)
        if nested is not None:
            lines += nested
        elif isinstance(inner, ast.Name):
            continue
        else:
            lines += unindented(writer.text(inner, edits), writer.module.column(inner))
    return lines
