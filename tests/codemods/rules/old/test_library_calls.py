"""Arguments and methods that libraries dropped, where the object is plainly theirs."""

from __future__ import annotations

import pytest

from tests.codemods.rules.old.modules import changed, modern, notes

PLT = "import matplotlib.pyplot as plt\n"
PD = "import pandas as pd\n"
INSPECT = "import inspect\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PLT + "plt.subplot(111, axisbg='k')\n", PLT + "plt.subplot(111, facecolor='k')\n"),
        (PLT + "ax = fig.add_subplot(1, 1, 1, axisbg='k')\n", PLT + "ax = fig.add_subplot(1, 1, 1, facecolor='k')\n"),
        (PLT + "plt.hist(x, normed=True)\n", PLT + "plt.hist(x, density=True)\n"),
        (PLT + "plt.hold(True)\nplt.plot(x)\n", PLT + "plt.plot(x)\n"),
        ("import numpy as np\nh = np.histogram(x, 10, normed=1)\n",
         "import numpy as np\nh = np.histogram(x, 10, density=1)\n"),
        ("import numpy as np\nx = np.reshape(x, newshape=[-1, 2], order='F')\n",
         "import numpy as np\nx = np.reshape(x, [-1, 2], order='F')\n"),
        ("import numpy as np\nx = np.reshape(x, newshape = (a + [1]))\n",
         "import numpy as np\nx = np.reshape(x, (a + [1]))\n"),
        ("import numpy as np\nx = np.reshape(a=x, newshape=(2, 3))\n",
         "import numpy as np\nx = np.reshape(a=x, shape=(2, 3))\n"),
        (PD + "d = pd.read_csv(p)\nx = d.as_matrix()\n", PD + "d = pd.read_csv(p)\nx = d.values\n"),
        (PD + "d = pd.read_csv(p)\nx = d[['a', 'b']].dropna().as_matrix()\n",
         PD + "d = pd.read_csv(p)\nx = d[['a', 'b']].dropna().values\n"),
        (PD + "d = pd.DataFrame(x)\nd = d.sort('a', ascending=False)\n",
         PD + "d = pd.DataFrame(x)\nd = d.sort_values('a', ascending=False)\n"),
        (INSPECT + "n = inspect.getargspec(f).args\n", INSPECT + "n = inspect.getfullargspec(f).args\n"),
        (INSPECT + "n = inspect.getargspec(f).keywords\n", INSPECT + "n = inspect.getfullargspec(f).varkw\n"),
        (INSPECT + "a, b, c, d = inspect.getargspec(f)\n", INSPECT + "a, b, c, d = inspect.getfullargspec(f)[:4]\n"),
    ],
)  # fmt: skip
def test_replaced(before: str, after: str) -> None:
    assert changed(before) == after
    assert notes(before) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PD + "x = d.ix[3]\n", 1),
        (PD + "def f(d):\n    return d.as_matrix()\n", 1),
        (PD + "d = pd.DataFrame(x)\nd = d.append(e)\n", 1),
        (PD + "d = d.append(e)\nd.sort('a')\n", 0),
        (PD + "d = []\nd.append(3)\nd.sort()\n", 0),
        (PD + "d = pd.DataFrame(x)\nd = rows\nd.sort('a')\n", 0),
        ("x = d.as_matrix()\n", 0),
        (PLT + "plt.hold(False)\n", 1),
        (PLT + "plt.hold()\n", 1),
        (PLT + "f(axisbg='k')\n", 0),
        ("subplot(axisbg='k')\n", 0),
        ("import numpy as np\nh = np.histogram(x, edges, normed=True)\n", 0),
        ("import numpy as np\nx = reshape(x, newshape=[-1, 2])\n", 0),
        (INSPECT + "spec = inspect.getargspec(f)\n", 1),
        (INSPECT + "try:\n    s = inspect.getargspec(f).args\nexcept AttributeError:\n    s = ()\n", 0),
    ],
)
def test_left_alone(text: str, said: int) -> None:
    assert changed(text) == text
    assert len(notes(text)) == said


def test_methods_that_stay_are_obstacles() -> None:
    found = modern(PD + "x = d.ix[3]\ny = d.ix[4]\n").obstacles
    assert [(each.id, each.symbol, each.place.line) for each in found] == [("removed-name", "pandas .ix", 2)]
    assert ".loc" in found[0].unlock
