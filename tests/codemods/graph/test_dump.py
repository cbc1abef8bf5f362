"""The text of a graph program; most of it is tested by tests/programs."""

from __future__ import annotations

import ast

from codemods.graph.dump import dump, run_numbers, short
from tests.codemods.lowering import lowered


def test_runs_are_numbered_in_source_order() -> None:
    program = lowered("""
        x = tf.placeholder(tf.float32, [])
        y = x + 1.0
        sess = tf.Session()
        def ask():
            return sess.run(y, {x: 1.0})
        print(sess.run(y, {x: 2.0}), ask())
    """)
    lines = {call.lineno: number for call, number in run_numbers(program).items()}
    assert lines == {7: 1, 8: 2}
    assert [line.split()[0] for line in dump(program)[1:]] == ["3", "4", "7", "8"]


def test_a_scope_without_graph_is_its_title() -> None:
    assert dump(lowered("n = 1\n")) == ["module"]


def test_long_expressions_are_cut() -> None:
    text = short(ast.parse("f(" + ", ".join(["argument"] * 30) + ")", mode="eval").body)
    assert len(text) == 60 and text.endswith("...")
    assert short(ast.parse("f(\n  a)", mode="eval").body) == "f(a)"
