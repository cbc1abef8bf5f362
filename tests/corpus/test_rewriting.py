"""What `apply` does to the whole corpus: tiers, nothing lost, nothing touched without need, nothing left to do."""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from codemods.notebooks import is_notebook, runnable_script
from tests.corpus.cases import CORPUS, Case, all_cases, native_cases
from tests.corpus.commands import apply
from tests.corpus.commands import migrated as migrated_alone

IGNORED = "__pycache__"


@dataclass(frozen=True)
class Migrated:
    folder: Path
    results: dict[str, Any]


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Migrated:
    folder = tmp_path_factory.mktemp("corpus") / "new"
    return Migrated(folder, apply(CORPUS, folder))


def files_of(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and IGNORED not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def comments_of(text: str) -> Counter[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return Counter(token.string.rstrip() for token in tokens if token.type == tokenize.COMMENT)


def python_files() -> list[str]:
    return [path for path in files_of(CORPUS) if path.endswith(".py")]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_tier(case: Case, migrated: Migrated) -> None:
    programs = {program["entry"]: program for program in migrated.results["programs"]}
    program = programs[f"{case.name}/{case.entry}"]
    assert program["tier"] == case.tier, program["obstacles"]
    assert bool(program["obstacles"]) == (case.tier != "native")


def test_every_program_of_the_demonstration_is_native(migrated: Migrated) -> None:
    tiers = {p["entry"]: p["tier"] for p in migrated.results["programs"] if p["entry"].startswith("demo/")}
    assert len(tiers) == 5
    assert set(tiers.values()) == {"native"}, tiers


@pytest.mark.parametrize("case", native_cases(), ids=lambda case: case.name)
def test_nothing_of_tensorflow_1_is_left(case: Case, migrated: Migrated) -> None:
    written = (migrated.folder / case.name / case.entry).read_bytes()
    tree = ast.parse(runnable_script(written) if is_notebook(case.entry) else written)
    attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    gone = ("Session", "placeholder", "get_variable", "variable_scope", "global_variables_initializer", "minimize")
    assert not [name for name in attributes if name.rpartition(".")[2] in gone]
    compat = [name for name in attributes if name.startswith("tf.compat.v1.") and name.count(".") > 3]
    assert not [name for name in compat if not (".train." in name and name.endswith("Optimizer"))]


@pytest.mark.parametrize("path", python_files())
def test_output_compiles(path: str, migrated: Migrated) -> None:
    text = (migrated.folder / path).read_text(encoding="utf-8")
    assert compile(text, path, "exec") is not None


@pytest.mark.parametrize("path", python_files())
def test_no_comment_is_lost(path: str, migrated: Migrated) -> None:
    old = comments_of((CORPUS / path).read_text(encoding="utf-8"))
    new = comments_of((migrated.folder / path).read_text(encoding="utf-8"))
    assert not old - new


def test_the_same_files_are_there(migrated: Migrated) -> None:
    assert files_of(migrated.folder).keys() == files_of(CORPUS).keys()


def test_files_without_tensorflow_1_are_the_same_bytes(migrated: Migrated) -> None:
    old, new = files_of(CORPUS), files_of(migrated.folder)
    plain = [path for path in old if not path.endswith((".py", ".ipynb")) or b"tensorflow" not in old[path]]
    assert "demo/datasets.py" in plain
    assert not [path for path in plain if old[path] != new[path] and path != "demo/requirements.txt"]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_program_alone_becomes_the_same(case: Case, migrated: Migrated) -> None:
    for path, data in migrated_alone(case).files.items():
        assert (migrated.folder / case.name / path).read_bytes() == data


def test_a_second_apply_changes_nothing(migrated: Migrated, tmp_path: Path) -> None:
    results = apply(migrated.folder, tmp_path / "again")
    assert files_of(tmp_path / "again") == files_of(migrated.folder)
    assert results["summary"]["changed"] == 0


def test_the_same_input_gives_the_same_bytes(migrated: Migrated, tmp_path: Path) -> None:
    apply(CORPUS, tmp_path / "new", "--jobs", "1")
    assert files_of(tmp_path / "new") == files_of(migrated.folder)
