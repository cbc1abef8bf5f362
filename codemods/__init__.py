"""Python source and the TensorFlow API as data: reads modules, plans a migration, proposes the changed text.

Public face: `migrate_sources` and `describe` (everything else is private to the package).
"""

from codemods.describe import describe
from codemods.engine import migrate_sources
from codemods.rule import Optimizers, Options, PathOptions, Tier

__all__ = ["Optimizers", "Options", "PathOptions", "Tier", "describe", "migrate_sources"]
