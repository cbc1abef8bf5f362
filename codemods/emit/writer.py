"""Collects the edits of one scope, and gives the text of an expression with the edits inside of it made."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Node
from codemods.plan.plan import ScopePlan
from codemods.rule import Edit, Obstacle
from codemods.source.comments import Comment, comments_within
from codemods.source.edits import apply_edits
from codemods.source.module import Located, Module

FUNCTION = "\ue000"  # stands on both sides of a function that was written: the layout gives it its blank lines
VERBATIM = "\ue002"  # stands before a line that begins inside of a string: it may not be indented
GONE = "\ue001"  # stands for a statement that is gone: the layout closes the gap


class Unwritable(Exception):
    """Something that cannot be written natively came to light only while writing: the program is kept."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.reason)
        self.obstacle = obstacle


@dataclass
class Writer:
    """`edits` are made in place; `inner` only in text that moves, by node."""

    module: Module
    names: Names
    program: GraphProgram
    plan: ScopePlan
    edits: list[Edit] = field(default_factory=list)
    inner: dict[int, list[Edit]] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)  # line -> what happened there
    orphans: dict[Comment, None] = field(default_factory=dict)  # comments inside of text that was replaced

    @property
    def tf(self) -> str:
        """What the module calls TensorFlow."""
        return tensorflow_alias(self.names)

    @property
    def indent(self) -> str:
        """One level of indentation, as the file has it."""
        return indentation(self.module)

    def replace(self, node: Located, text: str, rule: str) -> None:
        """Replace a node where it stands; edits inside of it are swallowed."""
        start, end = self.module.span(node)
        self.edits = [edit for edit in self.edits if not (start <= edit.start and edit.end <= end)]
        self.edits.append(Edit(start, end, text))
        for comment in comments_within(self.module, node.lineno, node.end_lineno or node.lineno):
            offset = self.module.line_starts[comment.line - 1] + comment.column
            if start <= offset < end and comment.text not in text:
                self.orphans[comment] = None
        self.rules.setdefault(node.lineno, rule)

    def text(self, node: Located, extra: list[Edit] | None = None) -> str:
        """The text of a node with every edit inside of it made."""
        start, end = self.module.span(node)
        return self.slice(start, end, extra)

    def slice(self, start: int, end: int, extra: list[Edit] | None = None) -> str:
        """The text between two offsets with every edit inside of it made; those of `extra` come first."""
        inside = [
            Edit(edit.start - start, edit.end - start, edit.text)
            for edit in (*(extra or ()), *self.edits)
            if start <= edit.start and edit.end <= end
        ]
        return apply_edits(self.module.text[start:end], inside)

    def node(self, number: int) -> Node:
        """A node of the program."""
        return self.program.nodes[number]

    def name(self, definition: int) -> str:
        """The name of a definition."""
        return self.program.definitions[definition].name

    def line_of(self, statement: ast.stmt) -> int:
        """The last line of a statement."""
        return statement.end_lineno or statement.lineno


def tensorflow_alias(names: Names) -> str:
    """What the module calls TensorFlow: `tf` unless it was imported under another name."""
    for statement in names.import_statements:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if alias.name in ("tensorflow", "tensorflow.compat.v1") and (alias.asname or "." not in alias.name):
                    return alias.asname or alias.name
    return "tf"


@lru_cache(maxsize=8)
def indentation(module: Module) -> str:
    """One level of indentation: that of the first block of the file, four spaces if there is none."""
    for statement in module.tree.body:
        body = getattr(statement, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.stmt) and body[0].lineno > statement.lineno:
            line = module.line(body[0].lineno)
            return line[: len(line) - len(line.lstrip(" \t"))] or "    "
    return "    "
