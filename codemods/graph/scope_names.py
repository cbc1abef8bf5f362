"""`scope.name`, where `with tf.variable_scope(...) as scope` opened it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from codemods.graph import literals
from codemods.graph.program import ScopeName
from codemods.graph.values import Kind, Value

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation


def name_of_scope(build: Evaluation, node: ast.Attribute, owner: Value) -> Value | None:
    """The name of a scope that the statement at hand reads; None if it is something else, or not known."""
    known = owner.kind == Kind.SESSION and owner.api == "tf.variable_scope" and isinstance(node.value, ast.Name)
    if not known or node.attr != "name" or build.functions or owner.serial is None:
        return None
    prefix = build.scopes.entered[owner.serial].prefix
    if "?" in prefix:
        return None
    build.record.scope_names.append(ScopeName(node, prefix))
    return literals.value_of(prefix)
