"""Which programs `scripts/bench_steps` times, and the trees that it makes for them."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from codemods import Optimizers, Options
from tests.corpus.cases import ROOT

PROGRAM = """\
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = x * 2.0
with tf.Session() as sess:
    for number in range(3):
        print(sess.run(y, {x: [1.0]}))
"""


@pytest.fixture
def timed_programs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("timed_programs")


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    (tmp_path / "tree" / "inner").mkdir(parents=True)
    (tmp_path / "tree" / "inner" / "double.py").write_text(PROGRAM)
    (tmp_path / "tree" / "rows.csv").write_text("1\n")
    listing = tmp_path / "programs.toml"
    listing.write_text('[[program]]\ntree = "tree"\nentry = "inner/double.py"\nenvironment = {ROWS = "2"}\n')
    return listing


def test_programs_of_a_list_have_what_it_says(timed_programs: ModuleType, listing: Path) -> None:
    (found,) = timed_programs.listed(listing)
    assert (found.name, found.entry, found.arguments) == ("inner/double.py", "inner/double.py", ())
    assert (found.tree, dict(found.environment)) == (listing.parent / "tree", {"ROWS": "2"})


def test_both_trees_hold_everything_and_the_new_one_is_migrated(timed_programs: ModuleType, listing: Path) -> None:
    (found,) = timed_programs.listed(listing)
    with timed_programs.both_trees(found, Options(optimizers=Optimizers.V1)) as (old, new, program):
        assert (old / "inner" / "double.py").read_text() == PROGRAM
        assert "Session" not in (new / "inner" / "double.py").read_text()
        assert (old / "rows.csv").exists()
        assert (new / "rows.csv").exists()
        assert program.entry == found.entry
    assert not old.exists()


def test_the_corpus_is_timed_by_name(timed_programs: ModuleType) -> None:
    assert [each.name for each in timed_programs.corpus(["gan", "vae"])] == ["gan", "vae"]
