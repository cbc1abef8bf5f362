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
        ("", "k.put([0], [3.0])"),
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


PREP = "from prep import scale, Scaler\nimport prep\nimport functools\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "scale(k)"),
        ("", "scale(rows=k)"),
        ("", "scale([k])"),
        ("", "scale(*k)"),
        ("", "scale(k[1:])"),
        ("", "scale(k.T)"),
        ("", "scale(k.reshape(-1))"),
        ("", "scale(np.ravel(k))"),
        ("", "np.ravel(k)[0] = 3.0"),
        ("", "scale(j := k)"),
        ("", "prep.scale(k)"),
        ("", "prep.tools['a'](k)"),
        ("", "Scaler(k)"),
        ("", "Scaler().scale(k)"),
        ("j = k\n", "scale(j)"),
        ("scaler = Scaler(k)\n", "scaler.go()"),
        ("again = functools.partial(scale, k)\n", "again()"),
        ("also = scale\n", "also(k)"),
        ("also = scale if k else print\n", "also(k)"),
        ("", "list(map(scale, [k]))"),
        ("", "[scale(each) for each in [k]]"),
        ("", "for each in [k]:\n    scale(each)"),
        ("", "with prep.opened(k):\n    pass"),
        ("def hand(rows):\n    return scale(rows)\n", "hand(k)"),
        ("def hand():\n    return scale(k)\n", "hand()"),
        ("@prep.wrapped\ndef hand(rows):\n    pass\n", "hand(k)"),
        ("class Own(Scaler):\n    pass\nown = Own()\n", "own.scale(k)"),
        ("class Own:\n    def __init__(self, rows):\n        self.rows = rows\nown = Own(k)\n", "own.go()"),
        ("class Own:\n    def __init__(self, rows):\n        rows[0] = 3.0\n", "Own(k)"),
        ("def change(rows=k):\n    rows[0] = 3.0\n", "change()"),
        ("from prep import *\n", "stir(k)"),
        ("from numpy import add\n", "add(k, 1.0, k)"),
        ("", "np.cos([1.0, 2.0, 3.0], k)"),
        ("j = np.ones(3)\n", "np.dot(j, 2.0, k)"),
    ],
)
def test_what_is_handed_to_code_that_is_not_followed_may_change(before: str, after: str) -> None:
    assert "rebound-tensor: k" in found(f"k = np.zeros(3)\n{PREP}{before}", after + "\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("k = (2.0, 3)", "scale(k)"),
        ("k = np.zeros(3)", "scale(len(k), k.shape, np.array(k))"),
        ("k = np.zeros(3)\nj = [1]", "scale(j)"),
        ("k = (2.0, 3)\naxis = 0", "print(np.sum(np.zeros(k), axis), np.argmax(k, 0))"),
        ("k = np.zeros(3)", "print(k, np.sum(k), sorted(k))"),
        ("k = np.zeros(3)\ndef show(rows):\n    print(rows)", "show(k)"),
        ("k = np.zeros(3)\nclass Own:\n    def show(self, rows):\n        print(rows)", "Own().show(k)"),
        ("k = np.zeros(3)\nimport sklearn.svm\nmodel = sklearn.svm.SVC()", "model.fit(k)"),
    ],
)
def test_what_is_known_of_calls_and_values_leaves_it_alone(before: str, after: str) -> None:
    assert found(f"{PREP}{before}\n", after + "\n") == []


@pytest.mark.parametrize(
    ("before", "read"),
    [
        ("import argparse\nk = argparse.ArgumentParser().parse_args()\n", "k.rate"),
        ("k = tf.app.flags.FLAGS\n", "k.rate"),
        ("n = 2\nk = float(n) * 0.5\n", "k"),
        ("k = np.zeros(3)\n", "k.shape[0]"),
        ("rows = np.zeros(3)\nk = rows.shape[0] // 2\n", "k"),
        ("for k in range(3):\n    pass\n", "k"),
    ],
)
def test_numbers_and_flags_that_are_handed_on_stay(before: str, read: str) -> None:
    text = f"import numpy as np\n{before}{PREP}{X}y = x * {read}\nscale(k)\nz = y + {read}\n{RUN}"
    assert obstacles(text) == []


def test_what_is_handed_on_before_or_after_everything_that_reads_it() -> None:
    start = f"import numpy as np\nk = np.zeros(3)\n{PREP}{X}"
    assert obstacles(f"{start}scale(k)\ny = x * k[0]\nz = y + k[0]\n{RUN}") == []
    assert obstacles(f"{start}y = x * k[0]\nz = y + k[0]\n{RUN}scale(k)\n") == []
    assert "dynamic-feed: feed" not in obstacles(
        f"{start}y = x * 2.0\nsess = tf.Session()\nfeed = {{x: k}}\nscale(k)\nprint(sess.run(y, feed))\n"
    )


def test_an_imported_value_may_be_changed_in_place() -> None:
    assert "rebound-tensor: k" in found("from data import k\n", "k[0] = 3.0\n")
    assert "rebound-tensor: k" in found("from data import k\n", "k.append(3.0)\n")
    assert found("from data import k\nfrom lib import tools\n", "tools.add(3.0)\n") == []
