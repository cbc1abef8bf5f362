"""What one run needs."""

from __future__ import annotations

import ast

import pytest

from codemods.graph.program import GraphProgram
from codemods.plan.plan import Slice
from codemods.plan.slices import is_eager, may_have_effects, not_fed, slice_of, switch_inputs
from tests.codemods.lowering import lowered

BUILT = """
x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
d = tf.placeholder_with_default(1.0, [])
w = tf.Variable(1.0)
h = w * x
out = h + d
loss = out - y
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
c = tf.constant(1.0)
sess = tf.Session()
"""


def slices(text: str) -> tuple[GraphProgram, list[Slice]]:
    program = lowered(BUILT + text)
    assert program.obstacles == ()
    return program, [slice_of(program, run, switch_inputs(program)) for run in program.runs]


def names(program: GraphProgram, found: Slice) -> tuple[list[str], list[str]]:
    """The names that the slice computes, and its inputs."""
    defined = [each.name for number in sorted(found.nodes) for each in program.nodes[number].defines]
    return defined, [program.definitions[each].name for each in found.inputs]


@pytest.mark.parametrize(
    ("run", "computed", "inputs"),
    [
        ("h, {x: 1.0}", ["h"], ["x"]),
        ("out, {x: 1.0}", ["h", "out"], ["x", "d"]),
        ("out, {x: 1.0, d: 2.0}", ["h", "out"], ["x", "d"]),
        ("[out, h], {x: 1.0, y: 2.0}", ["h", "out"], ["x", "d"]),
        ("out, {h: 1.0}", ["out"], ["d", "h"]),
        ("loss, {out: 1.0, y: 2.0}", ["loss"], ["y", "out"]),
        ("[train, loss], {x: 1.0, y: 2.0}", ["h", "out", "loss", "train"], ["x", "y", "d"]),
        ("h * 2.0, {x: 1.0}", ["h"], ["x"]),
        ("x + 1.0, {x: 1.0}", [], ["x"]),
    ],
)
def test_slice(run: str, computed: list[str], inputs: list[str]) -> None:
    program, (found,) = slices(f"sess.run({run})")
    assert names(program, found) == (computed, inputs)


def test_updates_are_told_apart() -> None:
    program, (found,) = slices("sess.run([train, loss], {x: 1.0, y: 2.0})")
    assert [program.nodes[each].defines[0].name for each in found.updates] == ["train"]
    assert [ast.unparse(fetch.expression) for fetch in found.fetched] == ["loss"]


def test_what_is_fed_for_nothing_is_dropped_unless_it_may_have_effects() -> None:
    program, (plain, effects) = slices("sess.run(h, {x: 1.0, y: 2.0})\nsess.run(h, {x: 1.0, y: next(stream)})")
    assert names(program, plain)[1] == ["x"]
    assert names(program, effects)[1] == ["x", "y"]


def test_what_is_not_fed_is_named() -> None:
    program, (found, complete) = slices("sess.run(loss, {x: 1.0})\nsess.run(loss, {x: 1.0, y: 1.0})")
    assert not_fed(program, found) == [("y", True)]
    assert not_fed(program, complete) == []


@pytest.mark.parametrize(("run", "eager"), [("w", True), ("[w, c]", True), ("c", True), ("h, {x: 1.0}", False)])
def test_reading_state_needs_no_function(run: str, eager: bool) -> None:
    program, _ = slices(f"sess.run({run})")
    assert is_eager(program, program.runs[0]) == eager


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("a[0]", False), ("[1, a]", False), ("f(a)", True), ("next(b)", True), ("a.b + 1", False), ("(q := 1)", True)],
)
def test_effects(expression: str, expected: bool) -> None:
    assert may_have_effects(ast.parse(expression, mode="eval").body) == expected
