"""Scopes amid a computation go and their bodies move out; so do requests for reuse."""

from __future__ import annotations

import ast

from codemods.emit.wrappers import body_lines, header_end
from codemods.emit.writer import Writer
from codemods.graph.program import Node
from codemods.plan.slices import MOVED
from codemods.rule import Edit
from codemods.source.comments import comments_within
from codemods.source.module import Module
from codemods.source.statements import remove_statements
from codemods.source.strings import continued_string_lines


def edit_going(writer: Writer, node: Node) -> None:
    """The edits inside of a statement that moves, when all others are made; what stands by itself goes as statements
    do."""
    if not node.going or node.stage not in MOVED:
        return
    scopes = [each for each in node.going if isinstance(each, ast.With)]
    requests = [each for each in node.going if not isinstance(each, ast.With)]
    if requests:
        writer.edits += [_with_blank_lines(writer.module, each) for each in remove_statements(writer.module, requests)]
    taken = [(edit.start, edit.end) for edit in writer.edits if edit.end > edit.start]
    depth: dict[int, int] = {}
    for scope in scopes:
        lines = body_lines(writer, scope)
        strings = continued_string_lines("".join(writer.module.line(line) for line in lines))
        step = writer.module.column(scope.body[0]) - writer.module.column(scope)
        for line in lines:
            depth[line] = depth.get(line, 0) + (0 if line - lines.start in strings else step)
        writer.edits.append(_header(writer, scope))
    for line, characters in sorted(depth.items()):
        start = writer.module.line_starts[line - 1]
        text = writer.module.line(line)
        room = len(text) - len(text.lstrip(" \t"))
        inside = any(first < start < last for first, last in taken)
        if characters and text.strip() and not inside:
            writer.edits.append(Edit(start, start + min(characters, room), ""))


def _with_blank_lines(module: Module, edit: Edit) -> Edit:
    """A statement that goes takes blank lines behind it along, unless another one stands before it."""
    above = module.text[: edit.start].rstrip(" \t")
    rest = module.text[edit.end :]
    if edit.text or not above.endswith((":\n", ":\r\n", "\n\n", "\n\r\n")):
        return edit
    blank = len(rest) - len(rest.lstrip("\r\n \t"))
    return Edit(edit.start, edit.end + rest[:blank].rfind("\n") + 1, "")


def _header(writer: Writer, scope: ast.With) -> Edit:
    """The header goes; its comments stay."""
    module = writer.module
    first, last = scope.lineno, max(header_end(scope), scope.lineno)
    indent = module.line(first)[: module.column(scope)]
    kept = [f"{indent}{comment.text}\n" for comment in comments_within(module, first, last)]
    return Edit(module.line_starts[first - 1], module.line_starts[last], "".join(kept))
