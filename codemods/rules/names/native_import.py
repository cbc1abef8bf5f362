"""What it does
    Turns `import tensorflow.compat.v1 as tf` and `from tensorflow.compat import v1 as tf` into
    `import tensorflow as tf`.

Why
    Programs that were renamed to `tf.compat.v1` before are TensorFlow 1 programs under another name.

Example
    `import tensorflow.compat.v1 as tf` becomes `import tensorflow as tf`.

When it declines
    Where the statement imports other things too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module

RULE = "native-import"


def check(module: Module) -> Iterator[Finding]:
    """One finding for each such import."""
    for statement in Names.of(module).import_statements:
        name = _alias(statement)
        if name is not None:
            edit = Edit(*module.span(statement), f"import tensorflow as {name}")
            yield Finding(RULE, module.place(statement), "TensorFlow 2 is imported as itself", Safety.SAFE, (edit,))


def _alias(statement: ast.Import | ast.ImportFrom) -> str | None:
    match statement:
        case ast.Import(names=[ast.alias(name="tensorflow.compat.v1", asname=str(name))]):
            return name
        case ast.ImportFrom(module="tensorflow.compat", names=[ast.alias(name="v1", asname=str(name))], level=0):
            return name
        case _:
            return None
