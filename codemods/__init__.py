"""Python source and the TensorFlow API as data: reads modules, plans a migration, proposes the changed text.

Public face: `migrate_sources`, `follow_pins`, `checkpoint_map`, `describe` and `fate_of` (everything else is private).
"""

from codemods.checkpoint_map import CheckpointMap, checkpoint_map
from codemods.describe import describe
from codemods.engine import migrate_sources
from codemods.fates import NameFate, fate_of, near_names
from codemods.pins import follow_pins, may_pin
from codemods.plan.known_optimizers import KnownOptimizer
from codemods.plan.known_variables import KnownVariable
from codemods.rule import Optimizers, Options, PathOptions, Tier

__all__ = [
    "CheckpointMap",
    "KnownOptimizer",
    "KnownVariable",
    "NameFate",
    "Optimizers",
    "Options",
    "PathOptions",
    "Tier",
    "checkpoint_map",
    "describe",
    "fate_of",
    "follow_pins",
    "may_pin",
    "migrate_sources",
    "near_names",
]
