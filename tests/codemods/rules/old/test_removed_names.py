"""Names that Python and its libraries dropped are replaced where they mean what they meant, and nowhere else."""

from __future__ import annotations

import pytest

from tests.codemods.rules.old.modules import changed, groups, modern, notes

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NP + "x = np.zeros(3, np.float)\n", NP + "x = np.zeros(3, float)\n"),
        ("import numpy\nx = numpy.product(y).real\n", "import numpy\nx = numpy.prod(y).real\n"),
        (NP + "x = np.Inf.real\n", NP + "x = np.inf.real\n"),
        (NP + "x = np.asscalar(a + b)\n", NP + "x = (a + b).item()\n"),
        (NP + "x = np.in1d(a, f(b), invert=True)\n", NP + "x = np.isin(np.ravel(a), f(b), invert=True)\n"),
        (NP + "x = -np.NINF ** 2\n", NP + "x = -(-np.inf) ** 2\n"),
        (NP + "x = np.msort(np.asfarray(y))\n", NP + "x = np.sort(np.asarray(y, dtype=np.float64), axis=0)\n"),
        (NP + "x = np.math.factorial(3)\n", NP + "import math\nx = math.factorial(3)\n"),
        ("from numpy import product as p, array\nx = p(array(y))\n",
         "from numpy import prod as p, array\nx = p(array(y))\n"),
        ("import collections as c\nisinstance(x, c.Iterable)\n",
         "import collections as c\nisinstance(x, c.abc.Iterable)\n"),
        ("from collections import Mapping, OrderedDict\nx = Mapping\n",
         "from collections.abc import Mapping\nfrom collections import OrderedDict\nx = Mapping\n"),
        ("import time\nt = time.clock()\n", "import time\nt = time.process_time()\n"),
        ("from sklearn.externals import joblib\njoblib.dump(a, b)\n", "import joblib\njoblib.dump(a, b)\n"),
        ("from sklearn import cross_validation\nx = cross_validation.train_test_split(y)\n",
         "from sklearn import model_selection\nx = model_selection.train_test_split(y)\n"),
        ("from sklearn import cross_validation as cv  # split\nx = cv.train_test_split(y)\n",
         "from sklearn import model_selection as cv  # split\nx = cv.train_test_split(y)\n"),
        ("import scipy.misc\nx = scipy.misc.logsumexp(y)\n", "import scipy.special\nx = scipy.special.logsumexp(y)\n"),
        ("from scipy.misc import comb, face\nx = comb(3, 2), face()\n",
         "from scipy.special import comb\nfrom scipy.datasets import face\nx = comb(3, 2), face()\n"),
        ("import pandas as pd\nx = pd.rolling_mean(y, 3, min_periods=1)\n",
         "import pandas as pd\nx = y.rolling(3, min_periods=1).mean()\n"),
    ],
)  # fmt: skip
def test_replaced(before: str, after: str) -> None:
    assert changed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        NP + "x = np.float32(1)\n",
        NP + "float = 3\nx = np.float\n",
        NP + "def f(int):\n    return np.int\n",
        "def f(np):\n    return np.float\n",
        "import mine as np\nx = np.float\n",
        NP + "np.float = float\n",
        NP + "try:\n    f = np.float\nexcept AttributeError:\n    f = float\n",
        "import time\nt = time.time()\n",
        "import sys, collections\nif sys.version_info < (3, 3):\n    c = collections.Mapping\n",
        "try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
        "try:\n    from sklearn.model_selection import GMM\nexcept:\n    from sklearn.mixture import GMM\n",
        "x = 'np.float'  # np.float\n",
        NP + "x = np.trapezoid(y)\n",
        "from .collections import Mapping\n",
        "from numpy import *\nx = float(y)\n",
        "import pandas as pd\nx = df.ix\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert changed(text) == text


@pytest.mark.parametrize(
    ("text", "symbol", "advice"),
    [
        ("from scipy.misc import imresize\nx = imresize(y, 2)\n", "scipy.misc.imresize", "PIL"),
        (NP + "x = np.find_common_type(a, b)\n", "numpy.find_common_type", "result_type"),
        ("from sklearn.cross_validation import KFold\n", "sklearn.cross_validation.KFold", "split"),
        ("from sklearn import datasets\nd = datasets.fetch_mldata('x')\n", "sklearn.datasets.fetch_mldata", "openml"),
        ("import matplotlib.pyplot as plt\nplt.hold(False)\n", "matplotlib.pyplot.hold", "cla"),
    ],
)
def test_what_nothing_replaces_is_an_obstacle_with_advice(text: str, symbol: str, advice: str) -> None:
    found = modern(text)
    assert found.data is None
    assert [(each.id, each.symbol) for each in found.obstacles] == [("removed-name", symbol)]
    assert advice in found.obstacles[0].unlock and found.obstacles[0].place.line <= 2
    assert any(symbol in note for note in notes(text))


def test_an_import_stays_while_something_needs_it() -> None:
    text = "from scipy import misc\nx = misc.comb(3, 2)\ny = misc.imresize(x, 2)\n"
    after = changed(text)
    assert "from scipy import misc\n" in after and "misc.imresize(x, 2)" in after
    assert "special.comb(3, 2)" in after and "import scipy.special\n" in after


def test_each_library_is_a_group_of_its_own() -> None:
    text = NP + "import time\nfrom sklearn.externals import joblib\nx = np.float(time.clock())\njoblib.load(x)\n"
    assert groups(text) == ["removed-names-python", "removed-names-numpy", "removed-names-sklearn"]


def test_a_call_that_does_not_fit_is_reported() -> None:
    text = NP + "f = np.asscalar\n"
    assert changed(text) == text and "does not fit" in notes(text)[0]


def test_a_line_can_be_left_alone() -> None:
    text = NP + "x = np.float  # tfmigrate: skip\ny = np.float\n"
    assert changed(text) == NP + "x = np.float  # tfmigrate: skip\ny = float\n"


def test_a_rule_can_be_left_out() -> None:
    assert modern(NP + "x = np.float\n", skip=frozenset({"removed-names"})).data is None


def test_names_in_format_strings_are_not_touched() -> None:
    text = NP + "x = f'{np.float(3)}'\n"
    assert changed(text) == text
