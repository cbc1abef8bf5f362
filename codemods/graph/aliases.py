"""Names of the program for symbols of TensorFlow 1: `dense = tf.layers.dense` names what TensorFlow 2 does not have."""

from __future__ import annotations

import ast

from codemods.analysis.flag_names import APP_MODULES, is_flag_name
from codemods.api.native import refusal
from codemods.api.survivors import exists_in_2
from codemods.api.table import Fate, symbol
from codemods.graph.evaluate import Evaluation

KIND = "named-symbol"


def note_alias(build: Evaluation, statement: ast.stmt) -> None:
    """Put on record that a name cannot be kept."""
    match statement:
        case ast.Assign(targets=[ast.Name()], value=(ast.Name() | ast.Attribute()) as value):
            api = build.names.api_of(value)
            if api is not None and _goes(build, value, api):
                build.note(KIND, value, api)
        case _:
            pass


def _goes(build: Evaluation, value: ast.expr, api: str) -> bool:
    """Whether TensorFlow 2 has nothing to give the name to."""
    if is_flag_name(api) or api in APP_MODULES:
        return False
    known = symbol(api)
    if known is None:
        return "." in api and not exists_in_2(api)
    if known.fate in (Fate.V1_ONLY, Fate.GONE) or refusal(build.names, value, None) is not None:
        return True
    return known.fate is Fate.RULE and not exists_in_2(api)
