"""Statements that share a line with others: the engine moves whole lines, so it must not touch these."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.graph.program import GraphProgram, Node, Stage
from codemods.obstacles import obstacle
from codemods.plan.slices import MOVED
from codemods.rule import Obstacle
from codemods.source.module import Module

_GOING = MOVED | {Stage.INPUT, Stage.DRIVER}


def shared_lines(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """An obstacle for each statement that goes or moves and is not alone on its lines."""
    owners: dict[int, set[int]] = {}
    for node in program.nodes:
        for line in _lines(node):
            owners.setdefault(line, set()).add(id(node.statement))
    for node in program.nodes:
        crowded = any(len(owners[line]) > 1 for line in _lines(node))
        if crowded and (node.stage in _GOING or node.value.feed is not None):
            yield obstacle("unsupported-statement", module.place(node.statement), ";", "it shares a line with another")
    for wrapper in program.wrappers:
        if wrapper.statement.body[0].lineno == wrapper.statement.lineno:
            yield obstacle("unsupported-statement", module.place(wrapper.statement), "with", "it stands on one line")


def _lines(node: Node) -> Iterable[int]:
    """The first and last lines of a statement; of a compound one only those of its header."""
    statement = node.statement
    last = statement.end_lineno or statement.lineno
    if isinstance(statement, ast.For | ast.While | ast.If | ast.With | ast.Try | ast.FunctionDef):
        last = max(statement.lineno, min(each.lineno for each in statement.body) - 1)
        same_line = statement.body[0].lineno == statement.lineno
        return {statement.lineno} if same_line else {statement.lineno, last}
    return {statement.lineno, last}
