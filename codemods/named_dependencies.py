"""What `tf.control_dependencies` waits for gets a name in a line before it: the operation that is made in
`with tf.control_dependencies([tf.assert_positive(x)]):` is named by `check = tf.assert_positive(x)`."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.names import Names
from codemods.global_steps import names_taken
from codemods.plan.names import fresh
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before
from codemods.source.walk import walk

DEPENDENCIES = "tf.control_dependencies"


def with_dependencies_named(module: Module, places: Collection[Place]) -> Module:
    """The module with names for the operations that are made in the headers at these places."""
    taken = names_taken(module)
    edits = [edit for each in walk(module.tree) if isinstance(each, ast.With)
             for edit in _edits(module, each, places, taken)]  # fmt: skip
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module, statement: ast.With, places: Collection[Place], taken: set[str]) -> Iterator[Edit]:
    match statement.items:
        case [ast.withitem(context_expr=ast.Call(args=[ast.List(elts=elts) | ast.Tuple(elts=elts)]) as header)]:
            pass
        case _:
            return
    names = Names.of(module)
    calls = [each for each in elts if isinstance(each, ast.Call) and names.api_of(each.func) is not None]
    alone = not module.line(statement.lineno)[: module.column(statement)].strip()
    if names.api_of(header.func) != DEPENDENCIES or module.place(header) not in places or not alone:
        return
    written = {each: fresh(_name(names.api_of(each.func) or ""), taken) for each in calls}
    if written:
        yield insert_before(module, statement, [f"{name} = {module.source(each)}" for each, name in written.items()])
    for each, name in written.items():
        yield Edit(*module.span(each), name)


def _name(api: str) -> str:
    return "check" if api.rsplit(".", 1)[-1].lower().startswith("assert") else "update"
