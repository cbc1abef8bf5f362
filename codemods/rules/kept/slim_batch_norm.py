"""What it does
    Lets `tf_slim.batch_norm` find the layers that it is built on, where tf_keras keeps them now.

Why
    tf_slim 1.1 imports `tf_keras.legacy_tf_layers`, which has moved to `tf_keras.src.legacy_tf_layers`.

Example
    After the imports of the entry: `sys.modules.update(…)` with the three modules under their former names.

When it declines
    If no module of the program uses batch normalization of `tf.contrib.layers` or `tf.contrib.slim`.
"""

from __future__ import annotations

from collections.abc import Iterator

from codemods.rule import Finding, Safety
from codemods.rules.kept.entry_imports import first_relevant_import, imported_before
from codemods.source.module import Module
from codemods.source.statements import insert_before

RULE = "slim-batch-norm"
_LINES = (
    "# tf_slim.batch_norm looks for these modules where they were in earlier versions of tf_keras.",
    'former = ("legacy_tf_layers", "legacy_tf_layers.base", "legacy_tf_layers.normalization")',
    'sys.modules.update({f"tf_keras.{name}": importlib.import_module(f"tf_keras.src.{name}") for name in former})',
    "",
)


def slim_batch_norm_findings(entry: Module, own: frozenset[str]) -> Iterator[Finding]:
    """`own`: dotted names of the program's modules."""
    first = first_relevant_import(entry, own)
    if first is None or "tf_keras.src" in entry.text:
        return
    above = [f"import {name}" for name in ("importlib", "sys") if not imported_before(entry, name, first)]
    lines = (*above, "", *_LINES) if above else _LINES
    message = "tf_slim.batch_norm needs modules of tf_keras under their former names."
    yield Finding(RULE, entry.place(first), message, Safety.SAFE, (insert_before(entry, first, lines),))
