"""What a native text may not contain any more: the last look before it is believed."""

from __future__ import annotations

import ast
import builtins
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from codemods.analysis.flag_names import is_flag_name, is_handed_on, is_written
from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import has_trait
from codemods.api.native import keeps_alias, refusal
from codemods.api.survivors import exists_in_2
from codemods.api.table import Fate, Stage
from codemods.obstacles import obstacle
from codemods.rule import Finding, Obstacle
from codemods.source.module import Module

_NOT_NATIVE = frozenset({Stage.INPUT, Stage.DRIVER, Stage.QUERY, Stage.SCOPE})


def residue(module: Module, edited: Sequence[Finding] = ()) -> Iterator[Obstacle]:
    """Every TensorFlow 1 name that is left once the edits of these findings are made."""
    names = Names.of(module)
    covered = sorted((edit.start, edit.end) for finding in edited for edit in finding.edits)
    for node, api in names.apis():
        if (
            _is_v1_optimizer(names, node)
            or has_trait("symbolic_gradients", api)
            or api.startswith("tf.examples.")
            or not isinstance(node.ctx, ast.Load)
            or _is_covered(module.span(node)[0], covered)
            or (is_flag_name(api) and is_written(module) and is_handed_on(names, node))
        ):
            continue
        known = table.symbol(api)
        refused = refusal(names, node, names.scopes.calls.get(node))
        if refused is not None:
            yield obstacle("no-native-equivalent", module.place(node), api, refused)
        elif known is None:
            if api.count(".") and not exists_in_2(api):
                yield obstacle("unknown-api", module.place(node), api)
        elif known.fate in (Fate.V1_ONLY, Fate.GONE) or _left_over(known, names, node):
            yield obstacle("no-native-equivalent", module.place(node), api, known.note)

    for statement in names.import_statements:
        if not _is_covered(module.span(statement)[0], covered):
            yield from _imported(module, statement)


def _is_covered(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (position, sys.maxsize)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


def _imported(module: Module, statement: ast.Import | ast.ImportFrom) -> Iterator[Obstacle]:
    """`from tensorflow import placeholder`: the name is gone even where nothing uses it."""
    if not isinstance(statement, ast.ImportFrom) or statement.level or (statement.module or "") != "tensorflow":
        return
    for alias in statement.names:
        known = table.symbol(f"tf.{alias.name}")
        if known is not None and known.fate != Fate.SAME and not exists_in_2(known.name):
            yield obstacle(
                "no-native-equivalent", module.place(statement), f"tf.{alias.name}", "import tensorflow as tf"
            )


def dangling(old: Module, new: Module) -> Iterator[Obstacle]:
    """Names that something still reads although every statement that bound them has moved away."""
    scopes = Names.of(new).scopes
    before = Names.of(old).scopes
    bound = {name.id for name, scope in before.scope_of.items() if scope.owner(name.id) is not None}
    for name, scope in scopes.scope_of.items():
        if scope.owner(name.id) is None and name.id in bound and not hasattr(builtins, name.id):
            first = next(each for each in before.scope_of if each.id == name.id and isinstance(each.ctx, ast.Load))
            yield obstacle("tensor-escapes", old.place(first), name.id, "it is still read where the graph is gone")


def _is_v1_optimizer(names: Names, node: ast.expr) -> bool:
    dotted = names.dotted_of(node) or ""
    return dotted.startswith("tensorflow.compat.v1.train.") and dotted.endswith("Optimizer")


def _left_over(known: table.Symbol, names: Names, node: ast.expr) -> bool:
    """A name that a rule or the engine was to replace; that of an alias is replaced where it is bound."""
    if keeps_alias(names, node):
        return False
    if known.fate == Fate.RULE:
        return not exists_in_2(known.name)
    return known.fate == Fate.RENAMED and known.target != known.name
