"""The order inside of a step: what the tape covers, the rest, then the updates."""

from __future__ import annotations

from codemods.graph.program import GraphProgram
from codemods.plan.order import body_of, taped_nodes
from codemods.plan.plan import ScopePlan
from tests.codemods.lowering import node_of, planned

BUILT = """
x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
norm = tf.abs(w)
pred = w * x
loss = tf.square(pred)
size = tf.square(norm)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
count = tf.assign_add(w, 1.0)
sess = tf.Session()
"""


def body(runs: str) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Step -> the names defined under the tape, beside it, and the updates; groups by their own names."""
    program, plan = planned(BUILT + runs)
    assert plan.obstacles == ()
    found = {}
    for step in plan.steps:
        ordered = body_of(program, step, plan.groups)
        parts = (ordered.taped, ordered.plain, ordered.updates)
        found[step.name] = tuple([_name(program, plan, entry) for entry in part] for part in parts)
    return {name: (taped, plain, updates) for name, (taped, plain, updates) in found.items()}


def _name(program: GraphProgram, plan: ScopePlan, entry: int) -> str:
    return program.nodes[entry].defines[0].name if entry >= 0 else plan.groups[-1 - entry].name


def test_only_what_the_loss_needs_is_under_the_tape() -> None:
    found = body("sess.run([train, loss, size], {x: 1.0})")
    assert found == {"train_step": (["pred", "loss"], ["norm", "size"], ["train"])}


def test_groups_that_the_loss_needs_are_under_the_tape() -> None:
    found = body("sess.run(train, {x: 1.0})\nsess.run(loss, {x: 1.0})\nsess.run([train, size, norm], {x: 1.0})\n")
    taped = [taped for taped, _, updates in found.values() if updates == ["train"]]
    assert taped and all("compute_loss" in each for each in taped)


def test_an_update_without_a_loss_has_no_tape() -> None:
    assert body("sess.run([count, norm])") == {"count": ([], ["norm"], ["count"])}


def test_updates_are_in_source_order() -> None:
    program, plan = planned(BUILT + "sess.run([count, train], {x: 1.0})")
    (step,) = plan.steps
    assert [program.nodes[each].defines[0].name for each in step.updates] == ["train", "count"]


def test_taped_nodes_are_the_backward_slice_of_the_loss() -> None:
    program, _ = planned(BUILT + "sess.run(train, {x: 1.0})")
    expected = {node_of(program, "pred").id, node_of(program, "loss").id}
    assert taped_nodes(program, [node_of(program, "train").id]) == expected
