"""What changes a value between two statements that read it: these cannot become one function."""

from __future__ import annotations

import pytest

from tests.codemods.lowering import obstacles

RUN = "sess = tf.Session()\nprint(sess.run(z, {x: 1.0}))\n"
X = "x = tf.placeholder(tf.float32, [])\n"
CHANGE = "def change(rows, by=1):\n    rows[0] = 3.0\n"


def found(before: str, after: str) -> list[str]:
    return obstacles(f"import numpy as np\n{before}{X}y = x * k[0]\n{after}z = y + k[0]\n{RUN}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (CHANGE, "change(k)"),
        (CHANGE, "change(rows=k)"),
        (CHANGE, "change(*[k])"),
        (CHANGE, "change(**{'rows': k})"),
        (CHANGE, "change([k][0] if x is None else k)"),
        (CHANGE, "list(map(change, [k]))"),
        (CHANGE + "alter = change\n", "alter(k)"),
        (CHANGE + "def outer(rows):\n    change(rows)\n", "outer(k)"),
        (CHANGE + "def outer(rows):\n    change(rows=rows[1:])\n", "outer(k)"),
        ("def change(rows):\n    part = rows\n    part[0] = 3.0\n", "change(k)"),
        ("def change(*rows):\n    rows[0][0] = 3.0\n", "change(k)"),
        ("def change(rows):\n    for each in rows:\n        each.append(1)\n", "change([k])"),
        ("class Change:\n    def made(self, rows):\n        rows[0] = 3.0\n", "Change().made(k)"),
        ("", "(lambda rows: rows.reverse())(k)"),
        ("import operator\n", "operator.setitem(k, 0, 3.0)"),
        ("from random import shuffle\n", "shuffle(k)"),
        ("", "np.add(k, 1.0, k)"),
        ("", "np.add(k, 1.0, out=k)"),
        ("", "for part in [k]:\n    part[0] = 3.0"),
        ("", "[part.reverse() for part in [k]]"),
        ("", "(part := k).reverse()"),
        ("", "part = k if x is not None else 0\npart[0] = 3.0"),
        ("", "part = np.asarray(k)\npart[0] = 3.0"),
        ("", "part = np.reshape(k, [1])\npart[0] = 3.0"),
        ("held = []\n", "held.append(k)\nheld[0][0] = 3.0"),
        ("held = []\n", "held.append(k)\nheld[0].reverse()"),
        ("held = {}\n", "held['a'] = k\nheld['a'] += [1]"),
        ("", "held = {'a': k}\nheld['a'][0] = 3.0"),
    ],
)
def test_what_changes_it(before: str, after: str) -> None:
    before = f"k = [2.0]\n{before}"
    assert "rebound-tensor: k" in found(before, after + "\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def read(rows):\n    own = list(rows)\n    own[0] = 3.0\n", "read(k)"),
        ("def change(rows, by):\n    rows[0] = by\n", "change([1], k[0])"),
        ("held = []\n", "held.append(k)\nheld.append(1)"),
        ("held = {'a': 1.0}\n", "held['b'] = k[0]\nheld['a'] = 2.0"),
        ("", "part = np.array(k)\npart[0] = 3.0"),
        ("", "part = k[0] * 2.0\npart += 1.0"),
        ("other = [1.0]\n", "for part in [other]:\n    part[0] = 3.0"),
    ],
)
def test_what_leaves_it_alone(before: str, after: str) -> None:
    assert found(f"k = [2.0]\n{before}", after + "\n") == []


def test_methods_of_what_a_function_made() -> None:
    made = "class Box:\n    def __getitem__(self, i):\n        return 1.0\ndef make():\n    return Box()\nk = make()\n"
    assert set(found(made, "k.change()\n")) == {"rebound-tensor: k"}
    assert found(made, "") == []


def test_what_is_held_may_change_once_everything_is_traced() -> None:
    text = f"k = [2.0]\nheld = [k]\n{X}z = x * k[0]\nheld[0][0] = 3.0\n{RUN}"
    assert obstacles(text) == []


@pytest.mark.parametrize(
    "reader",
    [
        "print(sess.run(y, feed), sess.run(y, feed))",
        "print([sess.run(y, feed) for _ in range(2)])",
        "print(rows.pop(), sess.run(y, feed))",
        "while sess.run(y, feed) > 2.0:\n    pass",
        "print(x is None or sess.run(y, feed))",
    ],
)
def test_a_feed_that_would_be_computed_again_or_later(reader: str) -> None:
    text = f"rows = [1.0, 2.0]\n{X}y = x * 2.0\nsess = tf.Session()\nfeed = {{x: rows.pop()}}\n{reader}\n"
    assert any(each.startswith("dynamic-feed") for each in obstacles(text))


def test_a_feed_that_is_computed_where_the_run_is() -> None:
    text = f"rows = [1.0]\n{X}y = x * 2.0\nsess = tf.Session()\nfeed = {{x: rows.pop()}}\nprint(sess.run(y, feed))\n"
    assert obstacles(text) == []
