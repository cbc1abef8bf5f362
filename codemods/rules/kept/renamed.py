"""What it does
    Writes the TensorFlow 1.15 name for symbols that were called otherwise before TensorFlow 1.0 (`tf.mul`, `tf.pack`).

Why
    `tf.compat.v1` has the names of the last TensorFlow 1 only.

Example
    `tf.mul(a, b)` becomes `tf.multiply(a, b)`.

When it declines
    A name that has gone without a successor blocks the program, unless it stands in a `try` that expects failure.
"""

from __future__ import annotations

import ast

from codemods.analysis.names import Names
from codemods.obstacles import obstacle
from codemods.rule import Edit, Finding, Obstacle, Safety
from codemods.rules.kept.contrib import is_contrib
from codemods.rules.kept.homes import early_name, gone
from codemods.source.module import Module
from codemods.source.walk import walk

RULE = "early-name"
_PRIVATE = ("tf.python.", "tf.core.")


def renamed_changes(module: Module, names: Names) -> tuple[list[Finding], dict[ast.expr, Obstacle]]:
    """The renamed symbols of a module, and those that have gone."""
    findings: list[Finding] = []
    gaps: dict[ast.expr, Obstacle] = {}
    guarded = _guarded_lines(module.tree)
    for node, api in names.apis():
        root = names.root_of(node)
        if is_contrib(api) or root is None or names.api_of(root) != "tf" or isinstance(node, ast.Name):
            continue
        home = early_name(api)
        if home is not None:
            prefix: ast.expr = node
            for _ in range(len(api.split(".")) - home.length):
                prefix = prefix.value if isinstance(prefix, ast.Attribute) else prefix
            edit = Edit(*module.span(prefix), root.id + home.target.removeprefix("tf"))
            findings.append(Finding(RULE, module.place(node), f"{api} is now {home.target}.", Safety.SAFE, (edit,)))
        elif (gone(api) or f"{api}.".startswith(_PRIVATE)) and node.lineno not in guarded:
            kind = "private-module" if f"{api}.".startswith(_PRIVATE) else "symbol-gone"
            gaps[node] = obstacle(kind, module.place(node), api)
    return findings, gaps


def _guarded_lines(tree: ast.Module) -> frozenset[int]:
    """Lines in the body of a `try` with handlers, or under an `if` that asks for the version."""
    found: set[int] = set()
    for node in walk(tree):
        tried = isinstance(node, ast.Try) and node.handlers
        if tried or (isinstance(node, ast.If) and "version" in ast.dump(node.test).lower()):
            assert isinstance(node, ast.Try | ast.If)
            body = node.body if tried else (*node.body, *node.orelse)
            for statement in body:
                found |= set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))
    return frozenset(found)
