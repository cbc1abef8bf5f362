"""What parses in both Pythons and means something else in each is edited where it is plain, else listed."""

from __future__ import annotations

import pytest

from tests.codemods.rules.old.modules import changed, groups, modern, notes

OLD = "print 1\n"
NEW = "print(1)\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = len(a) / 2\n", "x = len(a) // 2\n"),
        ("for i in range(3):\n    y = (i + 1) / 2\n", "for i in range(3):\n    y = (i + 1) // 2\n"),
        ("n = 7\nn += 1\nx = n / 3 / 2\n", "n = 7\nn += 1\nx = n // 3 // 2\n"),
        ("x = 7\nx /= 2\n", "x = 7\nx /= 2\n"),
        ("import cPickle\nx = cPickle.load(open(p, 'rb'))\n",
         'import pickle\nx = pickle.load(open(p, \'rb\'), encoding="latin1")\n'),
        ("import pickle\nwith open(p) as f:\n    x = pickle.load(f)\n",
         'import pickle\nwith open(p, "rb") as f:\n    x = pickle.load(f, encoding="latin1")\n'),
        ("import pickle\nx = pickle.load(open(p, 'r'))\npickle.dump(x, open(p, 'w'), 2)\n",
         'import pickle\nx = pickle.load(open(p, "rb"), encoding="latin1")\npickle.dump(x, open(p, "wb"), 2)\n'),
        ("import pickle\nwith open(p, 'rb') as f:\n    x = pickle.load(f)\nwith open(q) as f:\n    y = f.read()\n",
         "import pickle\nwith open(p, 'rb') as f:\n    x = pickle.load(f, encoding=\"latin1\")\n"
         "with open(q) as f:\n    y = f.read()\n"),
        ("import pickle\nf = open(p)\nx = pickle.load(f)\nf.close()\n",
         'import pickle\nf = open(p, "rb")\nx = pickle.load(f, encoding="latin1")\nf.close()\n'),
        ("import pickle\nwith open(p) as f:\n    x = pickle.load(f)\n    y = pickle.load(f)\n",
         'import pickle\nwith open(p, "rb") as f:\n    x = pickle.load(f, encoding="latin1")\n'
         '    y = pickle.load(f, encoding="latin1")\n'),
        ("import pickle, gzip\nf = gzip.open(p)\nx = pickle.load(f)\n",
         'import pickle, gzip\nf = gzip.open(p)\nx = pickle.load(f, encoding="latin1")\n'),
    ],
)  # fmt: skip
def test_plain_cases(before: str, after: str) -> None:
    assert changed_once(OLD + before) == NEW + after


def changed_once(text: str) -> str:
    found = modern(text)
    assert found.data is not None
    return found.data.decode()


@pytest.mark.parametrize(
    "text",
    [
        "x = a / b\n",
        "def f(n):\n    return n / 2\n",
        "n = 3\nn = g()\nx = n / 2\n",
        "for n in rows:\n    x = n / 2\n",
        "x = FLAGS.size / 4\n",
        "import pickle\nwith open(p) as f:\n    h = f.readline()\n    x = pickle.load(f)\n",
        "import pickle\nopen = 3\nx = pickle.load(open(p))\n",
        "import pickle\nx = pickle.load(open(p, mode))\n",
        "import pickle\nx = pickle.load(f)\n",
        "import pickle\nx = pickle.loads(data)\n",
        "len = f\nx = len(a) / 2\n",
    ],
)
def test_listed_and_assumed(text: str) -> None:
    found = modern(OLD + text)
    assert found.data == (NEW + text).encode()
    assert len(notes(OLD + text)) == len(found.assumptions) == 1
    lines = text.splitlines()
    last = next(number for number, line in enumerate(lines, 2) if "/" in line or "pickle.load" in line)
    assert found.assumptions[0].startswith(f"a.py:{last}: ")


@pytest.mark.parametrize(
    "text",
    [
        "x = a / 2.0\n",
        "x = float(a) / b\n",
        "import numpy as np\nx = np.mean(a) / b\n",
        "import time\nx = (time.time() - t) / n\n",
        "x = a // b\n",
        "import pickle\nx = pickle.load(f, encoding='bytes')\n",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert modern(OLD + text).data == (NEW + text).encode()
    assert notes(OLD + text) == []


def test_true_division_is_as_it_was() -> None:
    assert notes("from __future__ import division\nprint 1 / 2, a / b\n") == []


def test_a_file_that_parsed_is_not_edited() -> None:
    assert changed("for i in xrange(3):\n    x = len(a) / 2\n") == "for i in range(3):\n    x = len(a) / 2\n"
    assert len(notes("for i in xrange(3):\n    x = len(a) / 2\n")) == 1
    assert notes("for i in range(3):\n    x = len(a) / 2\n") == []


def test_groups_come_in_their_order() -> None:
    text = "import numpy as np\nprint np.float(xrange(3)), len(a) / 2\nx = np.load('a.npy').item()\n"
    assert groups(text) == [
        "python2-syntax", "python2-names", "removed-names-numpy", "numpy-pickles", "python2-meaning",
    ]  # fmt: skip
