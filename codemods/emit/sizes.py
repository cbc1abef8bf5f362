"""Sizes that were read from tensors: what the source says of them is written in their place."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.emit.writer import Writer
from codemods.graph.program import Node, SizeRead
from codemods.graph.size import Size
from codemods.rule import Edit
from codemods.source.tree import parents

RULE = "session-to-function"
_OPERATORS = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.Attribute)


def edit_sizes(writer: Writer, node: Node) -> None:
    """Edit a statement that stays, or what is made of one outside."""
    for edit in size_edits(writer, node):
        writer.edits.append(edit)
        writer.rules.setdefault(node.statement.lineno, RULE)


def size_edits(writer: Writer, node: Node, attributes: Mapping[int, str] | None = None) -> Iterator[Edit]:
    """`attributes`: definition -> what it is read as, where that is not its name."""
    for read in node.sizes:
        if read.given is None:
            start, end = writer.module.span(read.expression)
            text = size_text(writer, read, attributes or {})
            around = parents(writer.module).get(read.expression)
            yield Edit(start, end, f"({text})" if _is_operation(read) and isinstance(around, _OPERATORS) else text)


def _is_operation(read: SizeRead) -> bool:
    plain = read.parameter is None and read.index is not None
    return plain and isinstance(read.sizes[0].expression, ast.BinOp | ast.UnaryOp)


def size_text(writer: Writer, read: SizeRead, attributes: Mapping[int, str] | None = None) -> str:
    """What is written for a size, or for a list of them."""
    known = attributes or {}
    if read.parameter is not None:
        return known.get(read.parameter.id, read.parameter.name)
    found = [one_size(writer, each, known) for each in read.sizes]
    return found[0] if read.index is not None else f"[{', '.join(found)}]"


def one_size(writer: Writer, size: Size, attributes: Mapping[int, str]) -> str:
    """What is written for one size."""
    if size.expression is None:
        return "None" if size.free else str(size.number)
    renamed = {name: attributes[it] for name, it in size.names if it is not None and it in attributes}
    source = writer.module.source(size.expression)
    if not renamed and "\n" not in source:
        return source
    tree = ast.parse(ast.unparse(size.expression), mode="eval").body
    for each in ast.walk(tree):
        if isinstance(each, ast.Name):
            each.id = renamed.get(each.id, each.id)
    return ast.unparse(tree)
