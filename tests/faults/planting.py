"""What a planted fault is: one replacement in the text of a migrated program of the corpus."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from codemods import Options, migrate_sources
from tests.corpus.cases import Case, case_named


@dataclass(frozen=True)
class Fault:
    """Replace `right`, which stands exactly once in the migrated program, by `wrong`. `shows` is the output, or
    the variable whose value, change or gradient differs, that the report must name first, or else the line that is
    printed; empty: any."""

    name: str
    program: str
    right: str
    wrong: str
    shows: str = ""

    @property
    def case(self) -> Case:
        return case_named(self.program)


def plant(fault: Fault, migrated: Path, folder: Path) -> Path:
    """A copy of the migrated program with the fault in it."""
    shutil.copytree(migrated, folder)
    path = folder / fault.case.entry
    text = path.read_text(encoding="utf-8")
    assert text.count(fault.right) == 1, f"{fault.name}: found {text.count(fault.right)} times: {fault.right}\n{text}"
    assert fault.wrong != fault.right
    path.write_text(text.replace(fault.right, fault.wrong), encoding="utf-8")
    return folder


def migrate_once(case: Case, folder: Path) -> Path:
    """The migrated program, written to `folder` if it is not there yet."""
    if not folder.exists():
        folder.mkdir()
        old = {case.entry: (case.folder / case.entry).read_bytes()}
        for path, data in (old | migrate_sources(old, Options()).final_bytes()).items():
            (folder / path).write_bytes(data)
    return folder
