"""Which files of a tree reach the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrate.sources import is_excluded, read_sources
from migrate.tree import FolderTree
from tests.migrate.repositories import write


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("old", "old/x.py", True),
        ("old", "a/old/x.py", True),
        ("old/", "old/x.py", True),
        ("./a/*.py", "a/x.py", True),
        ("a/b", "a/b/c/x.py", True),
        ("a/b", "z/a/b/x.py", False),
        ("*_test.py", "a/b_test.py", True),
        ("x.py", "a/xx.py", False),
        ("**/gen/*", "a/gen/x.py", True),
    ],
)
def test_exclusion(pattern: str, path: str, expected: bool) -> None:
    assert is_excluded(path, [pattern]) is expected


def test_only_python_files_outside_of_environments(tmp_path: Path) -> None:
    files = {"a.py": "", "b.txt": "", "env/pyvenv.cfg": "", "env/x.py": "", "node_modules/y.py": "", "p/c.py": ""}
    copies = {".ipynb_checkpoints/n-checkpoint.ipynb": "{}"}
    write(tmp_path, {**files, **copies, "nested/.git": "gitdir: ../x", "nested/z.py": "", "n.ipynb": "{}"})
    sources = read_sources(FolderTree(tmp_path))
    assert [*sources.files] == ["a.py", "n.ipynb", "p/c.py"]
    assert {report.path: report.status for report in sources.left} == {"nested": "skipped"}


def test_size_limit(tmp_path: Path) -> None:
    write(tmp_path, {"big.py": "#" * (1024 * 1024 + 1)})
    assert "huge" in str(read_sources(FolderTree(tmp_path), size_limit=1).left[0].reason)
    assert [*read_sources(FolderTree(tmp_path), size_limit=0).files] == ["big.py"]


def test_pictures_in_notebooks_count_less_than_code(tmp_path: Path) -> None:
    write(tmp_path, {"big.ipynb": "#" * (1024 * 1024 + 1), "huge.ipynb": "#" * (10 * 1024 * 1024 + 1)})
    sources = read_sources(FolderTree(tmp_path), size_limit=1)
    assert [*sources.files] == ["big.ipynb"] and "the limit is 10" in str(sources.left[0].reason)


def test_exclusion_counts_from_the_top_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {"x.py": ""})
    assert read_sources(FolderTree(tmp_path), ("sub/x.py",), prefix="sub").files == {}


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"tree/real/x.py": "", "other/y.py": ""})
    (tmp_path / "tree/inside").symlink_to("real")
    (tmp_path / "tree/outside").symlink_to("../other")
    sources = read_sources(FolderTree(tmp_path / "tree"))
    assert [*sources.files] == ["real/x.py"]
    assert [report.path for report in sources.left] == ["outside"]
