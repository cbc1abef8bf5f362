"""Comments in a function that stand for themselves, with blank lines around: they follow the statement before them."""

from __future__ import annotations

import ast

from codemods.graph.program import GraphProgram, Node
from codemods.source.comments import comments_within, leading_block
from codemods.source.module import Module


def floating_comments(module: Module, program: GraphProgram, node: Node) -> list[str]:
    """The comments below the statement that do not stand right above the next one."""
    statement = node.statement
    if isinstance(statement, ast.With):  # its header goes: what follows is inside
        last, inside = statement.body[0].lineno - 1, [leading_block(module, statement.body[0])]
        return [each.text for each in comments_within(module, statement.lineno + 1, min(last, inside[0] - 1))]
    last = statement.end_lineno or statement.lineno
    starts = [leading_block(module, each.statement) for each in program.nodes[1:]]
    end = program.body.end_lineno if isinstance(program.body, ast.FunctionDef) else None
    below = min((each for each in starts if each > last), default=(end or last) + 1)
    return [each.text for each in comments_within(module, last + 1, below - 1)]
