"""Constructs of TensorFlow 1 that another construct of TensorFlow 1 says more clearly: each where it is in the way."""

from __future__ import annotations

from collections.abc import Sequence

from codemods.clearer_layers import with_layers_clear
from codemods.fed_states import with_states_fed
from codemods.fed_structures import with_parts_fed
from codemods.given_defaults import GIVEN, with_defaults_named
from codemods.global_steps import GLOBAL_STEPS, with_global_step_named
from codemods.graph.aliases import KIND as NAMED_SYMBOL
from codemods.graph.kept_names import SHAPE
from codemods.listed_updates import with_updates_listed
from codemods.named_dependencies import DEPENDENCIES, with_dependencies_named
from codemods.read_operations import ATTRIBUTE, with_operations_as_tensors, with_shapes_as_attributes
from codemods.rule import Obstacle
from codemods.session_arguments import with_sessions_read
from codemods.shape_slices import with_sizes_listed
from codemods.source.module import Module
from codemods.variable_collections import MAKERS, with_collections_filled
from codemods.written_aliases import with_aliases_written

_RUNS = (".run", ".eval")
_FEEDING = frozenset({"tensor-escapes", "dynamic-feed"})


def with_constructs_clear(module: Module, stuck: Sequence[Obstacle]) -> Module:
    """The module with the first of these constructs in its clearer form; `stuck`: what is in the way."""
    symbols = {each.symbol for each in stuck}
    if aliases := {each.place for each in stuck if each.id == NAMED_SYMBOL}:
        written = with_aliases_written(module, aliases)
        if written is not module:
            return written
    layered = with_layers_clear(module, stuck)
    if layered is not module:
        return layered
    if appended := {each.place for each in stuck if each.symbol.endswith(".append")}:
        listed = with_updates_listed(module, appended)
        if listed is not module:
            return listed
    if operations := {each.place for each in stuck if each.symbol.endswith(f".{ATTRIBUTE}")}:
        plain = with_operations_as_tensors(module, operations)
        if plain is not module:
            return plain
    if shapes := {each.place for each in stuck if each.symbol.endswith(f".{SHAPE}")}:
        shaped = with_shapes_as_attributes(module, shapes)
        if shaped is not module:
            return shaped
    if "session-escapes" in {each.id for each in stuck} or any(each.endswith(_RUNS) for each in symbols):
        reading = with_sessions_read(module)
        if reading is not module:
            return reading
    if symbols & MAKERS:
        filled = with_collections_filled(module, {each.place for each in stuck if each.symbol in MAKERS})
        filled = with_sizes_listed(module) if filled is module else filled
        if filled is not module:
            return filled
    if symbols & GLOBAL_STEPS:
        return with_global_step_named(module)
    if GIVEN in symbols:
        return with_defaults_named(module, {each.place for each in stuck if each.symbol == GIVEN})
    if DEPENDENCIES in symbols:
        return with_dependencies_named(module, {each.place for each in stuck if each.symbol == DEPENDENCIES})
    return with_parts_fed(with_states_fed(module)) if _FEEDING & {each.id for each in stuck} else module
