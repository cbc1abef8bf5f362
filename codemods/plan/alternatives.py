"""Statements in the two branches of one condition: where one is reached the other is not."""

from __future__ import annotations

import ast

from codemods.graph.program import GraphProgram


def is_instead(program: GraphProgram, first: int, second: int) -> bool:
    """Whether the statements stand in different branches of an `if` that stands in no loop."""
    blocks = program.nodes[first].block
    for number, header in enumerate(blocks):
        if isinstance(header, ast.For | ast.AsyncFor | ast.While):
            return False
        if isinstance(header, ast.If) and header in program.nodes[second].block:
            here, there = (_in_body(program, header, each, number) for each in (first, second))
            if here != there:
                return True
    return False


def _in_body(program: GraphProgram, header: ast.If, node: int, depth: int) -> bool:
    found = program.nodes[node]
    below = found.block[depth + 1] if len(found.block) > depth + 1 else found.statement
    return below in header.body
