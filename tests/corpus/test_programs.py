"""The corpus itself: every program has a case that describes it."""

from __future__ import annotations

import ast
import sys

import pytest

from codemods.notebooks import is_notebook, runnable_script
from tests.corpus.cases import CORPUS, Case, all_cases


def test_there_are_enough_programs_and_one_that_stays_kept() -> None:
    tiers = [case.tier for case in all_cases()]
    assert tiers.count("native") >= 50
    assert len(tiers) >= 60
    assert "kept" in tiers
    assert set(tiers) <= {"native", "kept"}


def test_every_folder_is_a_case_or_the_demonstration() -> None:
    folders = {path.name for path in CORPUS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {case.name for case in all_cases()} | {"demo"}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_program_stands_alone(case: Case) -> None:
    source = (case.folder / case.entry).read_bytes()
    text = runnable_script(source) if is_notebook(case.entry) else source.decode()
    tree = ast.parse(text, feature_version=(3, 7))
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    imports = {name.name.split(".")[0] for node in statements for name in node.names}
    assert "tensorflow" in imports
    assert imports <= {"tensorflow", "numpy"} | sys.stdlib_module_names
    assert case.steps > 0
    assert case.timeout > 0
