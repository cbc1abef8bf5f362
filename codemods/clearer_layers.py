"""Layers and losses of `tf.contrib` and slim, as calls that each do one thing and have all of their arguments."""

from __future__ import annotations

from collections.abc import Sequence

from codemods.arg_scope_contexts import ARG_SCOPE
from codemods.arg_scopes import with_arguments_written
from codemods.layer_parts import with_parts_called
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.unnamed_losses import asks_for_losses, with_losses_named

_LAYERS = "tf.contrib.layers."


def with_layers_clear(module: Module, stuck: Sequence[Obstacle]) -> Module:
    """The module with the first of these in its clearer form. A scope of arguments is first: what it gives to a call
    has to be there when the call is taken apart."""
    symbols = {each.symbol for each in stuck}
    if ARG_SCOPE in symbols:
        return with_arguments_written(module)
    if any(each.startswith(_LAYERS) for each in symbols):
        called = with_parts_called(module)
        if called is not module:
            return called
    return with_losses_named(module) if asks_for_losses(stuck) else module
