"""The name of a variable scope, written down where it is read: the scope itself is gone."""

from __future__ import annotations

from codemods.emit.writer import Writer
from codemods.graph.program import Node

_RULE = "variable"


def edit_scope_names(writer: Writer, node: Node) -> None:
    """Write the text in place of each `scope.name`."""
    quote = "'" if writer.module.text.count("'") > writer.module.text.count('"') else '"'
    for each in node.scope_names:
        writer.replace(each.expression, f"{quote}{each.name}{quote}", _RULE)
