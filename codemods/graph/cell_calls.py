"""Recurrent cells that the program calls by hand, one step at a time: `output, state = cell(inputs, state)`."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.api.recurrent import CALL, recurrent
from codemods.graph import values
from codemods.graph.cells import lateness_of_one, note_run
from codemods.graph.creations import text_of
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.values import Value, container, lateness

_CALLEES = (ast.Name, ast.Attribute, ast.Subscript)


def call_cell(build: Evaluation, node: ast.Call, cell: Value) -> Value:
    """The output of a cell, and its next state."""
    bound = bind(node, ("inputs", "state"))
    if bound is None or len(bound) != 2 or cell.state is None:
        return build.note("recurrent-cell", node, ast.unparse(node.func), "it is called with other arguments")
    inputs, state = evaluate(build, bound["inputs"]), evaluate(build, bound["state"])
    if values.Kind.UNKNOWN in (lateness(inputs), lateness(state)):
        return values.UNKNOWN
    problem = _problem(build, node, cell, inputs)
    if problem is not None:
        return build.note("recurrent-cell", node, ast.unparse(node.func), problem)
    known = build.scopes.cells.get(cell.site) if cell.site is not None else None
    scope = known if known is not None else _first_scope(build, node, cell)
    if scope is None:
        return values.UNKNOWN
    note_run(build, node, CALL, scope, {node.func: cell})
    return container([values.TENSOR, cell.state], "tuple")


def _problem(build: Evaluation, node: ast.Call, cell: Value, inputs: Value) -> str | None:
    """Why a call is not understood."""
    if cell.serial is None:
        return "it is one of several cells; give each a name"
    if not isinstance(node.func, _CALLEES):
        return "it is made where it is called"
    if lateness_of_one(inputs) is None or lateness(inputs) < values.Kind.CONSTANT:
        return "its inputs are not one tensor"
    return None


def _first_scope(build: Evaluation, node: ast.Call, cell: Value) -> str | None:
    """The full name of the scope that is open where a cell is called first: it makes its variables there."""
    symbol = ast.unparse(node.func)
    if build.scopes.reuse:
        build.note("variable-reuse-dynamic", node, symbol)
        return None
    label = _label(build, cell)
    if label is None or "?" in build.scopes.prefix:
        build.note("variable-scope-dynamic", node, symbol)
        return None
    scope = build.scopes.prefix
    if build.scopes.unnamed(label) != build.scopes.full(label):
        build.note("recurrent-cell", node, symbol, f"another {label} was called in this scope: give each a `name`")
        return None
    return scope


def _label(build: Evaluation, cell: Value) -> str | None:
    """The name that the variables of a cell are under; None where the source does not say it."""
    row = recurrent(cell.api or "")
    if row is None or not isinstance(cell.site, ast.Call):
        return None
    if row.state == "inner":
        return _label(build, cell.inner[0]) if cell.inner else None
    given = (row.arguments(cell.site) or {}).get("name")
    return row.label if given is None else text_of(given)
