"""Programs of several modules come out as they are written down: all modules change together, or none does."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from codemods import Options, Tier, migrate_sources
from codemods.results import ChangeSet
from tests.example_files import comments_of

TREES = Path(__file__).parent / "trees"
CHANGES = sorted(each.name for each in TREES.iterdir() if not each.name.startswith("keeps_"))
KEEPS = sorted(each.name for each in TREES.iterdir() if each.name.startswith("keeps_"))
KEPT = "kept-in-graph-mode"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def before(tree: str) -> dict[str, bytes]:
    return files(TREES / tree / "before")


@cache
def migrated(tree: str) -> ChangeSet:
    return migrate_sources(before(tree), Options())


@pytest.mark.parametrize("tree", CHANGES)
def test_before_becomes_after(tree: str, updating: bool) -> None:
    change = migrated(tree)
    assert change.programs
    assert all(each.tier is Tier.NATIVE for each in change.programs), change.programs
    after = {**before(tree), **change.final_bytes()}
    if updating:
        for path, data in after.items():
            (TREES / tree / "after" / path).parent.mkdir(parents=True, exist_ok=True)
            (TREES / tree / "after" / path).write_bytes(data)
    assert {path: data.decode() for path, data in after.items()} == {
        path: data.decode() for path, data in files(TREES / tree / "after").items()
    }


@pytest.mark.parametrize("tree", CHANGES)
def test_no_comment_is_lost_and_all_that_is_read_is_there(tree: str) -> None:
    after = migrated(tree).final_bytes()
    for path, data in before(tree).items():
        assert comments_of(data) - comments_of(after.get(path, data)) == comments_of(b"")
        assert compile(ast.parse(after.get(path, data)), path, "exec")
    assert not migrate_sources({**before(tree), **after}, Options()).final_bytes()


@pytest.mark.parametrize("tree", CHANGES)
def test_steps_lie_in_their_files(tree: str) -> None:
    sources = before(tree)
    for program in migrated(tree).programs:
        for step in program.steps:
            for site in step.sites:
                line = sources[site.file].decode().splitlines()[site.line - 1]
                assert line[site.column :].startswith("sess.run("), line


@pytest.mark.parametrize("tree", KEEPS)
def test_what_must_stay_stays(tree: str, updating: bool) -> None:
    change = migrated(tree)
    found = "".join(
        f"{each.entry}: {one.place.file}:{one.place.line}: {one.id} ({one.symbol}) {one.reason}\n"
        for each in change.programs
        for one in each.obstacles
    )
    assert all(each.tier is not Tier.NATIVE for each in change.programs)
    assert {group.name for group in change.groups} <= {KEPT}
    if updating:
        (TREES / tree / "findings.txt").write_text(found, encoding="utf-8")
    assert found == (TREES / tree / "findings.txt").read_text(encoding="utf-8")


def test_enough_trees_say_leave_it_alone() -> None:
    assert CHANGES and len(KEEPS) >= len(CHANGES)
