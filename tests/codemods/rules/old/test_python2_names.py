"""Names that only Python 2 has follow their meaning, never their spelling."""

from __future__ import annotations

import pytest

from codemods.modernise import modernise
from codemods.rule import Options
from tests.codemods.rules.old.modules import changed, notes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for i in xrange(3): pass\n", "for i in range(3): pass\n"),
        ("x = raw_input()\ny = unichr(3)\n", "x = input()\ny = chr(3)\n"),
        ("isinstance(x, (int, long))\n", "isinstance(x, int)\n"),
        ("isinstance(x, (str, unicode))\n", "isinstance(x, str)\n"),
        ("isinstance(x, (float, long))\n", "isinstance(x, (float, int))\n"),
        ("s = unicode(b, 'utf8')\n", "s = str(b, 'utf8')\n"),
        ("import os\nx = reduce(f, xs)\n", "import os\nfrom functools import reduce\nx = reduce(f, xs)\n"),
        ('"""Doc."""\nx = reduce(f, xs)\n', '"""Doc."""\nfrom functools import reduce\nx = reduce(f, xs)\n'),
        ("import cPickle as pickle\npickle.dump(a, b)\n", "import pickle\npickle.dump(a, b)\n"),
        ("import cPickle\ncPickle.dump(a, b)\n", "import pickle\npickle.dump(a, b)\n"),
        ("import cPickle\npickle = 3\ncPickle.dump(a, b)\n",
         "import pickle as cPickle\npickle = 3\ncPickle.dump(a, b)\n"),
        ("import urllib2\nx = urllib2.urlopen(u)\n", "import urllib.request\nx = urllib.request.urlopen(u)\n"),
        ("import urllib\nx = urllib.urlretrieve(u)\n", "import urllib.request\nx = urllib.request.urlretrieve(u)\n"),
        ("from urllib import urlencode, urlopen\nurlopen(urlencode(u))\n",
         "from urllib.parse import urlencode\nfrom urllib.request import urlopen\nurlopen(urlencode(u))\n"),
        ("from itertools import izip, chain\nfor a in izip(b, c): pass\n",
         "from itertools import chain\nfor a in zip(b, c): pass\n"),
        ("import Queue\nq = Queue.Queue()\n", "import queue\nq = queue.Queue()\n"),
        ("for k, v in d.iteritems(): pass\n", "for k, v in d.items(): pass\n"),
        ("if not d.has_key('a'): pass\n", "if 'a' not in d: pass\n"),
        ("x = f(d.has_key(a + b))\n", "x = f(((a + b) in d))\n"),
        ("x = iter(y).next()\n", "x = next(iter(y))\n"),
        ("def g():\n    yield 1\nx = g()\ny = x.next()\n", "def g():\n    yield 1\nx = g()\ny = next(x)\n"),
        ("import sys\nreload(sys)\nsys.setdefaultencoding('utf-8')\nx = 1\n", "import sys\nx = 1\n"),
        ("import sys\nn = sys.maxint\n", "import sys\nn = sys.maxsize\n"),
        ("class A:\n    def __iter__(self): return self\n    def next(self):\n        return 1\n    x = 1\n",
         "class A:\n    def __iter__(self): return self\n    def next(self):\n        return 1\n\n"
         "    __next__ = next\n    x = 1\n"),
    ],
)  # fmt: skip
def test_replaced(before: str, after: str) -> None:
    assert changed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "from six.moves import xrange\nfor i in xrange(3): pass\n",
        "try:\n    xrange\nexcept NameError:\n    xrange = range\nfor i in xrange(3): pass\n",
        "import sys\nif sys.version_info[0] > 2:\n    unicode = str\nx = unicode(y)\n",
        "import sys\nx = unicode(y) if sys.version_info[0] == 2 else str(y)\n",
        "from past.builtins import xrange\nfor i in xrange(3): pass\n",
        "def f(reduce, long):\n    return reduce(long)\n",
        "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\npickle.load(f)\n",
        "from six.moves import cPickle\ncPickle.load(f)\n",
        "import six\nfor k in six.iteritems(d): pass\n",
        "x = d.has_key\ny = d.has_key()\n",
        "class loader:\n    def next(self, n): return n\nx = loader().next(3)\ny = batches.next()\n",
        "class A:\n    def iteritems(self): pass\n",
        "x = file\n",
        "from utils import *\nfor i in xrange(3): pass\n",
        "import sys\nsys.setdefaultencoding('latin-1')\n",
        "try:\n    d = e.iteritems()\nexcept AttributeError:\n    d = e.items()\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert changed(text) == text


def test_methods_that_a_class_of_the_tree_defines_are_reported() -> None:
    found = modernise("a.py", b"for k in d.iteritems(): pass\n", Options(), {"iteritems"})
    assert found.data is None
    assert ["defines iteritems" in each.message for each in found.findings] == [True]


def test_what_a_star_import_may_define_is_reported() -> None:
    assert "star import" in notes("from utils import *\nx = xrange(3)\n")[0]
    assert changed("from math import *\nx = xrange(3)\n") == "from math import *\nx = range(3)\n"


def test_an_old_iterator_in_a_file_of_python_2_is_reported() -> None:
    assert any("next(rows)" in note for note in notes("print rows.next()\n"))
    assert changed("print rows.next()\n") == "print(rows.next())\n"
