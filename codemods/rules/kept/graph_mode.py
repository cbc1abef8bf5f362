"""What it does
    Switches the entry of a program to graph mode with `tf.disable_v2_behavior()`, once, after its imports.

Why
    `tf.compat.v1` alone has the names of TensorFlow 1, but still executes eagerly.

Example
    After `import tensorflow.compat.v1 as tf` and the imports that follow it: `tf.disable_v2_behavior()`.

When it declines
    A program that switches graph mode or eager execution itself is left to do so.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.rules.kept.entry_imports import binds_tensorflow, first_relevant_import, imports_own
from codemods.rules.kept.places import V1, free_name, tensorflow_name
from codemods.source.module import Module
from codemods.source.statements import insert_after, insert_before, stands_alone

RULE = "graph-mode"
_SWITCHES = frozenset(
    f"tf.{name}"
    for name in ("disable_v2_behavior", "disable_eager_execution", "enable_eager_execution", "enable_v2_behavior")
)
_MESSAGE = "tf.compat.v1 runs in graph mode after disable_v2_behavior()."


def switches_itself(names: Names) -> bool:
    """Does a module call `disable_v2_behavior` or one of its relatives?"""
    return any(api in _SWITCHES or api == "tf.contrib.eager.enable_eager_execution" for _, api in names.apis())


def graph_mode_findings(entry: Module, own: frozenset[str], acts: bool) -> Iterator[Finding]:
    """`own`: dotted names of the program's modules; `acts`: do they build graph while they are imported?"""
    names = Names.of(entry)
    first = first_relevant_import(entry, own)
    if first is None:
        return
    name = tensorflow_name(names)
    anchor = None if name is None else _anchor(entry, own, acts, name)
    if anchor is not None:
        edit = _after(entry, anchor, f"{name}.disable_v2_behavior()")
    else:
        name = name or free_name(names, "tf", "tf1")
        edit = insert_before(entry, first, [f"import {V1} as {name}", f"{name}.disable_v2_behavior()"])
    yield Finding(RULE, entry.place(anchor or first), _MESSAGE, Safety.SAFE, (edit,))


def _after(entry: Module, anchor: ast.stmt, call: str) -> Edit:
    """Amid the imports the call follows one of them directly; behind them it stands between blank lines."""
    if anchor is not _run(entry, anchor)[-1]:
        return insert_after(entry, anchor, [call])
    number = (anchor.end_lineno or anchor.lineno) + 1
    crowded = number <= len(entry.line_starts) and entry.line(number).strip()
    return insert_after(entry, anchor, ["", call, ""] if crowded else ["", call])


def _anchor(entry: Module, own: frozenset[str], acts: bool, name: str) -> ast.stmt | None:
    """The statement after which graph mode is switched on; None if that must be before the first import.

    That is the end of the block of imports, or the import of TensorFlow itself if modules imported later build graph.
    """
    top = next((each for each in entry.tree.body if binds_tensorflow(each, name)), None)
    if top is None or not stands_alone(entry, top):
        return None
    run = _run(entry, top)
    acting = [each for each in entry.tree.body if acts and imports_own(each, own)]
    if any(each.lineno < top.lineno for each in acting):
        return None
    early = any(each.lineno <= run[-1].lineno for each in acting)
    return top if early or not stands_alone(entry, run[-1]) else run[-1]


def _run(entry: Module, top: ast.stmt) -> list[ast.stmt]:
    """The import statements that follow one another from a statement on."""
    run = [top]
    for statement in entry.tree.body[entry.tree.body.index(top) + 1 :]:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        run.append(statement)
    return run
