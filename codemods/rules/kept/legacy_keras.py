"""What it does
    Asks for the legacy Keras package, tf_keras, before the entry of a program imports TensorFlow.

Why
    Under Keras 3 there are no `tf.layers`, no `tf.nn.rnn_cell` and no `tf.keras` of graph mode.

Example
    `os.environ["TF_USE_LEGACY_KERAS"] = "1"` is put before `import tensorflow.compat.v1 as tf`.

When it declines
    If no module of the program uses such a name, or the entry sets the variable itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from codemods.rule import Finding, Safety
from codemods.rules.kept.entry_imports import first_relevant_import, imported_before
from codemods.source.module import Module
from codemods.source.statements import insert_before

RULE = "legacy-keras"
_VARIABLE = "TF_USE_LEGACY_KERAS"
_LINES = (
    "# tf.layers and tf.nn.rnn_cell are part of the legacy Keras package, tf_keras.",
    f'os.environ["{_VARIABLE}"] = "1"',
    "",
)


def legacy_keras_findings(entry: Module, own: frozenset[str]) -> Iterator[Finding]:
    """`own`: dotted names of the program's modules."""
    first = first_relevant_import(entry, own)
    if first is None or _VARIABLE in entry.text:
        return
    lines = _LINES if imported_before(entry, "os", first) else ("import os", "", *_LINES)
    message = "The program uses layers or cells that need the legacy Keras package (pip install tf_keras)."
    yield Finding(RULE, entry.place(first), message, Safety.SAFE, (insert_before(entry, first, lines),))
