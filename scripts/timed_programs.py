"""Which programs are timed: those of the corpus, or those that a file lists; and their migrated trees."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from codemods import Options, migrate_sources
from codemods.results import Program
from codemods.rule import Tier
from migrate.sources import read_sources
from migrate.tree import FolderTree
from migrate.verify.subjects import copy_tree

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Timed:
    """A program and how it is run; `tree` is the folder that is migrated for it."""

    name: str
    tree: Path
    entry: str
    arguments: tuple[str, ...] = ()
    timeout: float = 600.0
    environment: Mapping[str, str] = field(default_factory=dict)


def corpus(names: Sequence[str]) -> list[Timed]:
    """The native programs of the corpus; all of them without names."""
    cases = [(path.parent, tomllib.loads(path.read_text())) for path in sorted(ROOT.glob("corpus/*/case.toml"))]
    return [
        Timed(folder.name, folder, case["entry"], tuple(case["arguments"]), case["timeout"])
        for folder, case in cases
        if case["tier"] == "native" and (not names or folder.name in names)
    ]


def listed(file: Path) -> list[Timed]:
    """`[[program]]` of a TOML file: `tree` and `entry`, and if wanted the other fields; paths are relative to it."""
    found = []
    for each in tomllib.loads(file.read_text())["program"]:
        tree = (file.parent / each.pop("tree")).resolve()
        arguments = tuple(each.pop("arguments", ()))
        found.append(Timed(each.pop("name", each["entry"]), tree, arguments=arguments, **each))
    return found


@contextmanager
def both_trees(timed: Timed, options: Options) -> Iterator[tuple[Path, Path, Program]]:
    """Folders that hold the old tree, as the current Python needs it, and the new one; what is known of the program."""
    files = read_sources(FolderTree(timed.tree)).files
    changes = migrate_sources(files, options)
    with TemporaryDirectory() as name:
        old, new = Path(name) / "old", Path(name) / "new"
        for folder, written in ((old, changes.converted_bytes()), (new, changes.final_bytes())):
            copy_tree(timed.tree, folder)
            for path, data in written.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
        unknown = Program(timed.entry, (timed.entry,), Tier.KEPT)
        yield old, new, next((each for each in changes.programs if each.entry == timed.entry), unknown)
