"""Every example comes out as it is written down: what changes, what stays, and that the result is a program."""

from __future__ import annotations

import ast

import pytest

from codemods.results import RuleGroup
from tests.example_files import (
    EXAMPLES,
    Example,
    comments_of,
    examples,
    is_native,
    migrated,
    obstacles_of,
    program_of,
    result,
)
from tests.example_variants import commented, with_windows_line_ends

CHANGES = examples(keeps=False)
KEEPS = examples(keeps=True)
GONE = frozenset({"Session", "InteractiveSession", "placeholder", "get_variable", "variable_scope", "minimize",
                  "global_variables_initializer", "disable_v2_behavior"})  # fmt: skip
KEPT = "kept-in-graph-mode"


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_before_becomes_after(example: Example, updating: bool) -> None:
    after = result(example.before)
    assert is_native(example.before), obstacles_of(example.before)
    assert after != example.before, "nothing changes: the name of the folder has to start with keeps_"
    if updating:
        example.after.write_bytes(after)
    assert after.decode() == example.after.read_bytes().decode()


@pytest.mark.parametrize("example", KEEPS, ids=str)
def test_what_must_stay_stays(example: Example, updating: bool) -> None:
    found = obstacles_of(example.before)
    if example.rule == "session-to-function":
        assert not is_native(example.before)
        assert [group.name for group in migrated(example.before).groups if group.name != KEPT] == []
    else:
        assert result(example.before) == example.before
    if updating and found:
        example.findings.write_text(found, encoding="utf-8")
    assert found == (example.findings.read_text(encoding="utf-8") if example.findings.exists() else "")
    assert not example.after.exists()


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_after_stays_as_it_is(example: Example) -> None:
    after = example.after.read_bytes()
    assert migrated(after).final_bytes() == {}
    assert program_of(after) is None


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_after_is_a_program_without_tensorflow_1(example: Example) -> None:
    tree = ast.parse(example.after.read_bytes())
    assert compile(tree, str(example.after), "exec") is not None
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert (attributes | imported) & GONE == set()


@pytest.mark.parametrize("example", [*CHANGES, *KEEPS], ids=str)
def test_no_comment_is_lost(example: Example) -> None:
    assert comments_of(example.before) - comments_of(result(example.before)) == comments_of(b"")


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_a_comment_on_every_line_survives(example: Example) -> None:
    source = commented(example.before)
    assert is_native(source), obstacles_of(source)
    assert comments_of(source) - comments_of(result(source)) == comments_of(b"")


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_windows_line_ends_change_nothing_else(example: Example) -> None:
    assert result(with_windows_line_ends(example.before)) == with_windows_line_ends(example.after.read_bytes())


@pytest.mark.parametrize("example", [*CHANGES, *KEEPS], ids=str)
def test_line_endings_stay(example: Example) -> None:
    before, after = example.before, result(example.before)
    assert (before.count(b"\r\n") == before.count(b"\n")) == (after.count(b"\r\n") == after.count(b"\n"))
    assert (b"\r" in before) == (b"\r" in after)
    assert before.endswith(b"\n") == after.endswith(b"\n")


@pytest.mark.parametrize("example", CHANGES, ids=str)
def test_every_step_is_a_function_of_the_result(example: Example) -> None:
    program = program_of(example.before)
    if program is None:
        return
    tree = ast.parse(example.after.read_bytes())
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.decorator_list}
    lines = len(example.before.splitlines())
    for step in program.steps:
        assert step.name in functions
        assert step.sites and all(1 <= site.line <= site.end_line <= lines for site in step.sites)


def test_the_groups_build_on_one_another() -> None:
    for example in CHANGES:
        groups: tuple[RuleGroup, ...] = migrated(example.before).groups
        assert groups and len({group.name for group in groups}) == len(groups)


def test_enough_examples_say_leave_it_alone() -> None:
    for rule in {example.rule for example in (*CHANGES, *KEEPS)}:
        changes = sum(example.rule == rule for example in CHANGES)
        keeps = sum(example.rule == rule for example in KEEPS)
        assert changes and keeps >= min(changes, 2), f"{EXAMPLES / rule}: {changes} changes, {keeps} keeps"
