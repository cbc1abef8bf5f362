"""Which statements become functions of their own, and who calls whom."""

from __future__ import annotations

from codemods.graph.program import GraphProgram
from codemods.plan.plan import ScopePlan
from tests.codemods.lowering import planned

BUILT = """
x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
base = x * 2.0
left = base + 1.0
right = base - 1.0
both = left * right
error = both - y
sess = tf.Session()
"""


def plan(*runs: str) -> tuple[GraphProgram, ScopePlan]:
    program, found = planned(BUILT + "".join(f"sess.run({run})\n" for run in runs))
    assert found.obstacles == ()
    return program, found


def own(program: GraphProgram, found: ScopePlan) -> dict[str, list[str]]:
    """Step -> the names that it computes itself."""
    return {
        step.name: [each.name for number in step.nodes for each in program.nodes[number].defines]
        for step in found.steps
    }


def groups(program: GraphProgram, found: ScopePlan) -> dict[str, tuple[list[str], list[str]]]:
    """Group -> what it computes, and the groups that it calls."""
    return {
        group.name: (
            [each.name for number in group.nodes for each in program.nodes[number].defines],
            [found.groups[called].name for called in group.calls],
        )
        for group in found.groups
    }


def test_one_run_is_one_function() -> None:
    program, found = plan("both, {x: 1.0}")
    assert groups(program, found) == {}
    assert own(program, found) == {"both": ["base", "left", "right", "both"]}


def test_runs_with_the_same_fetches_and_feeds_share_a_step() -> None:
    _, found = plan("left, {x: 1.0}", "[left], {x: 2.0}", "left, {y: 1.0, x: 3.0}")
    assert [(step.name, len(step.slices)) for step in found.steps] == [("left", 3)]


def test_what_two_steps_need_is_shared() -> None:
    program, found = plan("left, {x: 1.0}", "right, {x: 1.0}")
    assert groups(program, found) == {"compute_base": (["base"], [])}
    assert own(program, found) == {"left": ["left"], "right": ["right"]}


def test_a_group_that_is_just_a_step_is_that_step() -> None:
    program, found = plan("both, {x: 1.0}", "error, {x: 1.0, y: 1.0}")
    assert groups(program, found) == {"compute_both": (["base", "left", "right", "both"], [])}
    assert found.groups[0].step == found.steps[0].id
    assert own(program, found) == {"compute_both": [], "error": ["error"]}


def test_a_value_that_is_also_needed_beside_is_passed_and_not_computed_twice() -> None:
    _, found = plan("left, {x: 1.0}", "[both, base], {x: 1.0}", "both, {x: 1.0}")
    for step in found.steps:
        called = [*step.groups]
        for number in called:
            called += found.groups[number].calls
        assert len(called) == len(set(called)), step.name
    computed = [number for group in found.groups for number in group.nodes]
    assert len(computed) == len(set(computed))


def test_a_step_that_is_fed_in_the_middle_stands_alone() -> None:
    program, found = plan("both, {x: 1.0}", "error, {x: 1.0, y: 1.0}", "error, {both: 1.0, y: 1.0}")
    cut = found.steps[-1]
    assert cut.groups == () and [program.definitions[each].name for each in cut.inputs] == ["y", "both"]


def test_nothing_is_computed_twice_in_a_step() -> None:
    program, found = plan(
        "[left, right], {x: 1.0}", "left, {x: 1.0}", "[base, both], {x: 1.0}", "error, {x: 1.0, y: 1.0}"
    )

    def nodes(group: int) -> list[int]:
        return [*found.groups[group].nodes, *(node for each in found.groups[group].calls for node in nodes(each))]

    for step in found.steps:
        computed = [*step.nodes, *(node for group in step.groups for node in nodes(group))]
        assert sorted(computed) == sorted(set(computed))
        assert set(computed) == set().union(*(each.nodes for each in step.slices))
    assert program.obstacles == ()
