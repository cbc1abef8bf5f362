"""Makes a program that stays below native run on the current TensorFlow: `kept_edits`, `merge_kept`."""

from codemods.rules.kept.compat_imports import tutorial_notes
from codemods.rules.kept.program import KeptResult, kept_edits, merge_kept

__all__ = ["KeptResult", "kept_edits", "merge_kept", "tutorial_notes"]
