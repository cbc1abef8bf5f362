"""The one path from sources to changes: parse, plan every program, rewrite phase by phase."""

from __future__ import annotations

from collections.abc import Mapping

from codemods.results import ChangeSet
from codemods.rule import Options


def migrate_sources(sources: Mapping[str, bytes], options: Options) -> ChangeSet:
    """Plan and rewrite a whole tree.

    `sources`: path relative to the root (with forward slashes) -> bytes of each `.py` file. Never raises for bad input:
    a file that cannot be parsed or decoded becomes a `FileReport` with status `failed`.
    """
    del options
    return ChangeSet(programs=(), files=(), groups=())
