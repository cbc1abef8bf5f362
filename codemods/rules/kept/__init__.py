"""Makes a program that stays below native run on the current TensorFlow, in graph mode. Public face: `kept_edits`."""

from codemods.rules.kept.program import KeptResult, kept_edits

__all__ = ["KeptResult", "kept_edits"]
