"""Arrays that loops feed are made tensors before the loop only if nothing in the module can change them."""

from __future__ import annotations

import pytest

from codemods import Options, migrate_sources

HEAD = """\
import copy
import functools
import operator
import random
import threading
import cv2
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
import workshop
from workshop import DataSet, load, stir
x = tf.placeholder(tf.float32, [None, 3])
total = tf.reduce_sum(x)
rng = np.random.RandomState(1)
"""
DATA = "data = rng.normal(size=(6, 3))\n"
SESSION = "sess = tf.Session()\n"
LOOP = "for step in range(3):\n"
RUN = "    print(sess.run(total, {x: data}))\n"


def is_steady(source: str) -> bool:
    changes = migrate_sources({"p.py": source.encode()}, Options())
    text = changes.final_bytes()["p.py"].decode()
    assert "sess.run" not in text
    return "data_tensor = tf.constant(data, tf.float32)" in text


def program(before: str = "", inside: str = "", data: str = DATA) -> str:
    """A program that feeds `data` in a loop, with something before the loop and something in it."""
    body = "".join(f"    {line}\n" for line in inside.splitlines())
    return f"{HEAD}{data}{before}{SESSION}{LOOP}{RUN}{body}"


@pytest.mark.parametrize(
    "data",
    [
        "data = np.zeros((6, 3))\n",
        "data = np.linspace(0, 1, 18)[:, np.newaxis].reshape(6, 3)\n",
        "raw = rng.normal(size=(6, 3))\ndata = raw * 2.0 + 1.0\n",
        "raw, other = np.ones((9, 3)), 1\ndata, rest = raw[:6], raw[6:]\n",
        "data = [[0.5, 1.0, 1.5]] * 6\n",
        "rows = []\nfor row in range(6):\n    rows.append([1.0, 2.0, row])\ndata = np.array(rows)\n",
        "data = np.array([[float(each) for each in line.split()] for line in open('data.txt')])\n",
        "def made(count):\n    rows = np.zeros((count, 3))\n    return rows\ndata = made(6)\n",
        "def made(count):\n    return np.zeros((count, 3)), 1\ndata, other = made(6)\n",
        "frame = pd.read_csv('data.csv')\ndata = frame.values[:, :3]\n",
    ],
)
def test_arrays_that_stay(data: str) -> None:
    assert is_steady(program(data=data))


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("part = data[:3]\n", "print(sess.run(total, {x: part}), len(data), data.shape, f'{data}')"),
        ("", "plt.scatter(data[:, 0], data[:, 1], c=data[:, 2])\nplt.show()"),
        ("fig, ax = plt.subplots()\n", "ax.plot(data[:, 0], 'r-')"),
        ("", "print(data.mean(), np.max(data), np.vstack((data, data)), (data > 0.5).sum())"),
        ("", "for number, row in enumerate(data):\n    print(number, row)"),
        ("", "for one, other in zip(data, range(6)):\n    other += 1\n    print(one, other)"),
        ("", "order = rng.permutation(len(data))\norder.sort()\nmixed = data[order]"),
        ("def error(wanted, given):\n    return np.mean(wanted - given)\n", "print(error(data, 1.0))"),
        ("costs = []\n", "costs.append(data.sum())\ncosts[0] += 1\nstir(costs)"),
        ("other = rng.normal(size=(6, 3))\n", "rng.shuffle(other)\nother += 1.0\nother[0] = data[0].sum()"),
        ("changed = data * 2.0\n", "changed += 1.0\nchanged.sort()"),
        ("changed = np.array(data)\n", "changed[0] = 1.0\nstir(changed)"),
        ("size = data.shape[0]\n", "size -= 1"),
    ],
)
def test_what_only_reads_them(before: str, inside: str) -> None:
    assert is_steady(program(before, inside))


@pytest.mark.parametrize(
    "inside",
    [
        "data += 1.0",
        "data[0] = 1.0",
        "data[0][1] *= 2.0",
        "del data[0]",
        "data.T[0] = 1.0",
        "data.shape = (3, 6)",
        "data.sort()",
        "data[0].sort()",
        "data.resize((3, 3))",
        "data.flat[0] = 1.0",
        "data.__iadd__(1.0)",
        "data.__dict__['x'] = 1",
        "for row in data:\n    row += 1.0",
        "for number, row in enumerate(data):\n    row += 1.0",
        "for row, mark in zip(data, range(6)):\n    row += 1.0",
        "for data[0] in range(3):\n    pass",
        "first, *rest = data\nrest[0][0] = 1.0",
        "(part := data[:2]).fill(0.0)",
        "if (part := data[:2]) is not None:\n    part += 1.0",
        "[row.sort() for row in data]",
        "rows = [row for row in data]\nrows[0][0] = 1.0",
        "part = data if step else None\npart[0] = 1.0",
        "part = data or None\npart[0] = 1.0",
        "part = data.reshape(3, 6)\npart[0] = 1.0",
        "part = np.asarray(data)\npart[0] = 1.0",
        "part = np.ravel(data)\npart[0] = 1.0",
        "part = data.astype(np.float64, copy=False)\npart[0] = 1.0",
        "part = data.astype(np.float64, 'K', 'unsafe', True, False)\npart[0] = 1.0",
        "part = np.array(data, copy=False)\npart[0] = 1.0",
        "part = np.round(data)\npart[0] = 1.0",
        "np.add(data, 1, data)",
        "np.sqrt(data, data)",
        "np.add(data, 1, out=data)",
        "np.add.at(data, 0, 1)",
        "np.copyto(data, 1.0)",
        "np.nan_to_num(data, False)",
        "np.random.shuffle(data)",
        "rng.shuffle(data)",
        "random.shuffle(data)",
        "np.ndarray.sort(data)",
        "plt.np.random.shuffle(data)",
        "cv2.normalize(data, data)",
        "pd.DataFrame(data, copy=False)",
        "stir(data)",
        "workshop.stir(data)",
        "print(stir(data))",
        "stir(rows=[data])",
        "stir(*[data])",
        "stir(**{'rows': data})",
        "for row in stir(data):\n    pass",
        "while stir(data):\n    break",
        "if stir(data):\n    pass",
        "with stir(data):\n    pass",
        "try:\n    pass\nexcept stir(data):\n    pass",
        "list(map(stir, data))",
        "sorted(data, key=stir)",
        "np.apply_along_axis(stir, 0, data)",
        "np.vectorize(stir)(data)",
        "operator.iadd(data, 1)",
        "functools.reduce(stir, data)",
        "threading.Thread(target=stir, args=(data,)).start()",
        "getattr(data, 'sort')()",
        "vars()['data'][0] = 1.0",
        "eval('data.sort()')",
        "change = data.sort\nchange()",
        "(lambda: data)()[0] = 1.0",
        "(lambda rows: rows.sort())(data)",
        "print(sess.run(total, {x: stir(data)}))",
    ],
)
def test_what_changes_them_in_the_loop(inside: str) -> None:
    assert not is_steady(program(inside=inside))


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("pair = [data, 1]\n", "pair[0] += 1.0"),
        ("pair = {'a': data}\n", "pair['a'] += 1.0"),
        ("rows = [each for each in data]\n", "rows[0] += 1.0"),
        ("rows = list(data)\n", "rows[0] += 1.0"),
        ("rows = copy.copy([data])\n", "rows[0] += 1.0"),
        ("rows = [data] * 2\n", "rows[0] += 1.0"),
        ("rows = [1] + [data]\n", "rows[1] += 1.0"),
        ("rows = {'a': 1} | {'b': data}\n", "rows['b'] += 1.0"),
        ("rows = []\nrows += [data]\n", "rows[0] += 1.0"),
        ("history = []\nhistory.append(data)\n", "history[0] += 1.0"),
        ("history = {}\nhistory['a'] = data\n", "history['a'] += 1.0"),
        ("class Box:\n    pass\nbox = Box()\nbox.held = data\n", "box.held += 1.0"),
        ("class Box:\n    held = data\n", "Box.held += 1.0"),
        ("class Box:\n    def __init__(self, held):\n        self.held = held\nbox = Box(data)\n", "box.held += 1.0"),
        ("ds = DataSet(data)\n", "ds.shuffle()"),
        ("part, other = data[:3], 1\n", "part += 1.0"),
        ("[part, other] = [data[:3], 1]\n", "part += 1.0"),
        ("part = other = data[:3]\n", "other += 1.0"),
        ("def stirred(rows):\n    rows *= 2.0\n", "stirred(data)"),
        ("def stirred(rows):\n    rows *= 2.0\n", "stirred(rows=data)"),
        ("def inner(rows):\n    rows.sort()\ndef stirred(rows):\n    inner(rows)\n", "stirred(data)"),
        ("def view(rows):\n    return rows[1:]\n", "view(data)[0] = 1.0"),
        ("def view():\n    return data[1:]\n", "part = view()\npart[0] = 1.0"),
        ("def kept(rows=data):\n    rows[0] = 1.0\n", "kept()"),
        ("def changed():\n    data[0] = 1.0\n", "changed()"),
        ("def changed():\n    global data\n    data = 1.0\n", "changed()"),
        ("def batches():\n    yield data[:2]\n", "next(batches())[0] = 1.0"),
        ("def batches(rows):\n    while True:\n        yield rows.sort()\ngiven = batches(data)\n", "next(given)"),
        ("@functools.lru_cache\ndef held(rows):\n    return rows\n", "held(data)[0] = 1.0"),
        ("class Box:\n    def view(self, rows):\n        rows.sort()\nbox = Box()\n", "box.view(data)"),
        ("kept = functools.partial(stir, data)\n", "kept()"),
        ("change = stir\n", "change(data)"),
        ("line, = plt.plot(data)\n", "line.get_xdata().sort()\nstir(line)"),
        ("matched = None\n", "match data:\n    case [first, *rest]:\n        first += 1.0"),
    ],
)
def test_what_holds_them_and_changes_in_the_loop(before: str, inside: str) -> None:
    assert not is_steady(program(before, inside))


@pytest.mark.parametrize(
    ("data", "inside"),
    [
        ("data = load()\n", "workshop.advance()"),
        ("data = workshop.load()\n", "workshop.advance()"),
        ("data = np.asarray(load())\n", "workshop.advance()"),
        ("data = workshop.images[:6]\n", "workshop.advance()"),
        ("ds = DataSet()\ndata = ds.images\n", "ds.advance()"),
        ("ds = DataSet()\ndata = ds.shape\n", "ds.advance()"),
        ("ds = DataSet()\ndata = ds.max()\n", "ds.advance()"),
        ("ds = DataSet()\ndata = ds.images()\n", "ds.advance()"),
        ("ds = DataSet()\ndata = getattr(ds, 'images')\n", "ds.advance()"),
        ("data = type(DataSet()).images\n", "stir(1)"),
        ("frame = pd.read_csv('data.csv')\ndata = frame.values[:, :3]\n", "frame.sort_values('a', inplace=True)"),
        ("whole = np.ones((9, 3))\ndata = whole[:6]\n", "whole += 1.0"),
        ("whole = np.ones((9, 3))\ndata, rest = whole[:6], whole[6:]\n", "whole[0] = 1.0"),
        ("whole = np.ones((9, 3))\ndata, rest = np.split(whole, [6])\n", "whole[0] = 1.0"),
        ("whole = [np.ones((6, 3))]\ndata = whole[0]\n", "for each in whole:\n    each += 1.0"),
        ("rows = [np.ones(3)]\ndata = [rows[0], rows[0]]\n", "rows[0][0] = 1.0"),
        ("rows = np.ones((6, 3))\ndata = [row for row in rows]\n", "rows[0][0] = 1.0"),
        ("rows = [np.ones(3)]\ndata = rows * 2\n", "rows[0][0] = 1.0"),
        ("rows = np.ones((6, 3))\ndata = cv2.flip(rows, 1)\n", "rows[0][0] = 1.0"),
        ("held = np.ones((6, 3))\ndef made():\n    return held\ndata = made()\n", "held[0] = 1.0"),
        ("held = np.ones((6, 3))\ndef made():\n    return held\ndata = made()\n", "made()[0] = 1.0"),
        ("class Box:\n    rows = 1\ndata = Box().rows\n", "stir(1)"),
    ],
)
def test_what_they_were_taken_from_changes(data: str, inside: str) -> None:
    assert not is_steady(program(inside=inside, data=data))


def test_one_branch_makes_no_tensor_for_the_other() -> None:
    loop = "    for step in range(2):\n        print(sess.run(total, {x: data}))\n"
    source = f"{HEAD}{DATA}{SESSION}if len(data) > 3:\n{loop}else:\n{loop}"
    text = migrate_sources({"p.py": source.encode()}, Options()).final_bytes()["p.py"].decode()
    assert text.count("    data_tensor = tf.constant(data, tf.float32)\n") == 2


def test_one_tensor_serves_the_loops_that_follow() -> None:
    source = f"{HEAD}{DATA}{SESSION}{LOOP}{RUN}if len(data) > 3:\n    for step in range(2):\n    {RUN}{LOOP}{RUN}"
    text = migrate_sources({"p.py": source.encode()}, Options()).final_bytes()["p.py"].decode()
    assert text.count("data_tensor = tf.constant(data, tf.float32)\n") == 1
    assert text.count("print(total(data_tensor).numpy())") == 3
