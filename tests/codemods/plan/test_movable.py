"""Whether statements may move into functions: nothing that they read may change before the run."""

from __future__ import annotations

import pytest

from tests.codemods.lowering import obstacles

RUN = "sess = tf.Session()\nprint(sess.run(y, {x: 1.0}))\n"
X = "x = tf.placeholder(tf.float32, [])\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("k = 2.0\n", "k = 3.0\n"),
        ("k = 2.0\n", "k += 1.0\n"),
        ("k = [2.0]\n", "k.append(3.0)\n"),
        ("k = {'a': 2.0}\n", "k['a'] = 3.0\n"),
        ("k = 2.0\ndef change():\n    global k\n    k = 3.0\n", "change()\n"),
        ("k = [2.0]\nj = k\n", "j[0] = 3.0\n"),
        ("k = 2.0\n", "for k in range(3):\n    pass\n"),
        ("k = [2.0]\ni, j = 1, k\n", "j[0] = 3.0\n"),
        ("k = [2.0]\ni, [j, *rest] = 1, [k, k]\n", "rest[0][0] = 3.0\n"),
        ("import argparse\nk = argparse.Namespace(a=2.0)\n", "k.a = 3.0\n"),
    ],
)
def test_a_value_that_changes_before_the_run(before: str, after: str) -> None:
    read = "k.a" if "argparse" in before else "k[0]" if "[2.0]" in before else "k['a']" if "{" in before else "k"
    assert obstacles(f"{before}{X}y = x * {read}\n{after}{RUN}") == ["rebound-tensor: k"]


@pytest.mark.parametrize(
    "header",
    [
        "for row in stir(k)",
        "for k[0] in range(3)",
        "while stir(k) is None",
        "if stir(k)",
        "if sess is None:\n    pass\nelif stir(k)",
        "with stir(k)",
        "try:\n    pass\nexcept stir(k)",
    ],
)
def test_a_value_that_the_header_of_a_statement_changes(header: str) -> None:
    stir = "k = [2.0]\ndef stir(rows):\n    rows[0] = 3.0\n    return rows\n"
    text = f"{stir}{X}y = x * k[0]\nsess = tf.Session()\n{header}:\n    sess.run(y, {{x: 1.0}})\n"
    assert obstacles(text) == ["rebound-tensor: k"]


def test_a_value_that_changes_after_the_last_run_does_not_matter() -> None:
    assert obstacles(f"k = 2.0\n{X}y = x * k\n{RUN}k = 3.0\n") == []


def test_a_part_of_a_value_that_changes_before_the_run() -> None:
    parts = "rows = [[2.0], [3.0]]\nk, j = rows[0], rows[1]\n"
    assert obstacles(f"{parts}{X}y = x * k[0]\nrows[0][0] = 5.0\n{RUN}") == ["rebound-tensor: k"]


def test_a_value_that_is_bound_beside_one_that_changes() -> None:
    assert obstacles(f"k = [2.0]\nother = [1.0]\ni, j = k[0], other\n{X}y = x * i\nj[0] = 3.0\n{RUN}") == []


def test_a_value_that_changes_in_the_loop_of_the_run() -> None:
    text = (
        f"k = 2.0\n{X}y = x * k\nsess = tf.Session()\nfor _ in range(2):\n    sess.run(y, {{x: 1.0}})\n    k = k + 1\n"
    )
    assert obstacles(text) == ["rebound-tensor: k"]


def test_graph_in_the_loop_of_the_run() -> None:
    text = f"{X}sess = tf.Session()\nfor i in range(2):\n    y = x * i\n    sess.run(y, {{x: 1.0}})\n"
    assert obstacles(text) == ["graph-in-loop: i"]
    assert obstacles(text.replace("x * i", "x * 2")) == []


def test_a_fetch_that_reads_the_loop_variable() -> None:
    text = f"{X}y = tf.stack([x, x])\nsess = tf.Session()\nfor i in range(2):\n    sess.run(y[i], {{x: 1.0}})\n"
    assert obstacles(text) == ["graph-in-loop: i"]


@pytest.mark.parametrize("reader", ["print(y)", "kept = [y]\nprint(kept)", "assert y is not None"])
def test_python_that_reads_a_tensor(reader: str) -> None:
    assert obstacles(f"{X}y = x * 2.0\n{reader}\n{RUN}")


@pytest.mark.parametrize("source", ["next(numbers)", "random.random()", "np.random.rand()", "input()", "time.time()"])
def test_python_with_effects_in_a_statement_that_moves(source: str) -> None:
    text = f"import random, time\nimport numpy as np\nnumbers = iter([1.0])\n{X}y = x * {source}\n{RUN}"
    assert obstacles(text)[0].startswith("python-effect-in-graph-code")
    hoisted = text.replace("y = x", f"k = {source}\ny = x").replace(f"x * {source}", "x * k")
    assert obstacles(hoisted) == []


def test_what_only_importing_enters_is_a_branch() -> None:
    text = f"k = 2.0\n{{0}}{X}    y = x * 2.0\n    sess = tf.Session()\n    sess.run(y, {{{{x: 1.0}}}})\n"
    assert obstacles(text.format("if __name__ == '__main__':\n    ")) == []
    assert obstacles(text.format("if __name__ != '__main__':\n    ")) != []
