"""States of recurrent cells that are fed: TensorFlow 1 took their parts in any structure, functions take the same."""

from __future__ import annotations

import ast

from codemods.api.recurrent import STATE_TUPLE
from codemods.emit.writer import Writer
from codemods.graph.values import STRUCTURE
from codemods.plan.known_states import is_state


def state_text(writer: Writer, given: ast.expr, definition: int) -> str | None:
    """What is fed in the structure of the state; None if that is no state, or the value has it."""
    state = writer.program.definitions[definition]
    if state.value.api != STRUCTURE or is_state(writer.program, writer.module, given):
        return None
    made = writer.names.api_of(given.func) if isinstance(given, ast.Call) else None
    if made is not None and made.rsplit(".", 1)[-1] == STATE_TUPLE.rsplit(".", 1)[-1]:
        return None
    text = writer.text(given)
    return f"{writer.tf}.nest.pack_sequence_as({state.name}, {writer.tf}.nest.flatten({text}))"
