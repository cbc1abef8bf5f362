"""Which API a name denotes: through imports, aliases and scopes, and never by guessing."""

from __future__ import annotations

import ast

import pytest

from codemods.analysis.names import Import, Names, canonical, imports_of
from codemods.source.module import Module, parse_module


def read(text: str) -> Module:
    module = parse_module("x.py", text.encode())
    assert isinstance(module, Module)
    return module


def last_chain(module: Module) -> ast.expr:
    """The expression that the last statement of the text prints: `print(expression)`."""
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"]
    return max(calls, key=lambda call: (call.lineno, call.col_offset)).args[0]


def api(text: str) -> str | None:
    module = read(text)
    return Names.of(module).api_of(last_chain(module))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import tensorflow as tf\nprint(tf.nn.relu)", "tf.nn.relu"),
        ("import tensorflow\nprint(tensorflow.nn.relu)", "tf.nn.relu"),
        ("import tensorflow as x\nprint(x.Session)", "tf.Session"),
        ("import numpy as np, tensorflow as tf\nprint(tf)", "tf"),
        ("import tensorflow.compat.v1 as tf\nprint(tf.Session)", "tf.Session"),
        ("import tensorflow as tf\nprint(tf.compat.v1.Session)", "tf.Session"),
        ("import tensorflow as tf\nprint(tf.compat.v2.function)", "tf.compat.v2.function"),
        ("import tensorflow.contrib.slim as slim\nprint(slim.conv2d)", "tf.contrib.slim.conv2d"),
        ("import tensorflow.contrib.slim\nprint(tensorflow.contrib.slim.conv2d)", "tf.contrib.slim.conv2d"),
        ("from tensorflow import nn as n\nprint(n.relu)", "tf.nn.relu"),
        ("from tensorflow.contrib import rnn, slim\nprint(slim.conv2d)", "tf.contrib.slim.conv2d"),
        ("from tensorflow.nn import relu\nprint(relu)", "tf.nn.relu"),
        ("from tensorflow.python.ops import array_ops\nprint(array_ops.rank)", "tf.python.ops.array_ops.rank"),
        (
            "from tensorflow.examples.tutorials.mnist import input_data\nprint(input_data)",
            "tf.examples.tutorials.mnist.input_data",
        ),
        ("import tensorflow as tf\nlayers = tf.layers\nprint(layers.dense)", "tf.layers.dense"),
        ("import tensorflow as tf\na = tf.nn\nb = a\ndef f():\n  print(b.relu)", "tf.nn.relu"),
        ("def f():\n  import tensorflow as tf\n  print(tf.nn.relu)", "tf.nn.relu"),
        ("try:\n  import tensorflow as tf\nexcept ImportError:\n  tf = None\nprint(tf.nn)", "tf.nn"),
        (
            "try:\n  import tensorflow.compat.v1 as tf\nexcept ImportError:\n  import tensorflow as tf\nprint(tf.nn)",
            "tf.nn",
        ),
        ("import tensorflow as tf\nprint([tf.nn for x in y][0].relu if 0 else tf.nn)", None),
        ("import tensorflow as tf\nclass A:\n  tf = 1\n  def f(self):\n    print(tf.nn)", "tf.nn"),
        ("import tensorflow as tf\ndef f():\n  def g(tf): pass\n  print(tf.nn)", "tf.nn"),
        ("def f():\n  global tf\n  import tensorflow as tf\ndef g():\n  print(tf.nn)", "tf.nn"),
    ],
)
def test_api(text: str, expected: str | None) -> None:
    assert api(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "print(tf.nn)",
        "import numpy as tf\nprint(tf.nn)",
        "import tensorflow as tf\ntf = 1\nprint(tf.nn)",
        "import tensorflow as tf\nfor tf in x: pass\nprint(tf.nn)",
        "import tensorflow as tf\nwith x as tf: pass\nprint(tf.nn)",
        "import tensorflow as tf\ndef tf(): pass\nprint(tf.nn)",
        "import tensorflow as tf\nclass tf: pass\nprint(tf.nn)",
        "import tensorflow as tf\ntry: pass\nexcept E as tf: pass\nprint(tf.nn)",
        "import tensorflow as tf\nif (tf := 1): pass\nprint(tf.nn)",
        "import tensorflow as tf\n[(tf := y) for y in x]\nprint(tf.nn)",
        "import tensorflow as tf\ndef f(tf):\n  print(tf.nn)",
        "import tensorflow as tf\ndef f(*tf):\n  print(tf.nn)",
        "import tensorflow as tf\ndef f():\n  print(tf.nn)\n  tf = 1",
        "import tensorflow as tf\nprint(lambda tf: tf.nn)",
        "import tensorflow as tf\ndef f():\n  global tf\n  tf = 1\nprint(tf.nn)",
        "def f():\n  import tensorflow as tf\n  def g():\n    nonlocal tf\n    tf = 1\n  print(tf.nn)",
        "import tensorflow as tf\nmatch x:\n  case {**tf}: pass\nprint(tf.nn)",
        "import tensorflow as tf\nmatch x:\n  case [*tf]: pass\nprint(tf.nn)",
        "import tensorflow as tf\na = tf.nn\na = tf.layers\nprint(a.relu)",
        "a = b\nb = a\nprint(a.relu)",
        "def f():\n  import tensorflow as tf\nprint(tf.nn)",
        "import tensorflow as tf\nprint(tf.nn())",
        "import tensorflow_probability as tf\nprint(tf.nn)",
        "from .tensorflow import nn\nprint(nn.relu)",
    ],
)
def test_no_api_where_the_name_may_be_something_else(text: str) -> None:
    assert api(text) is None


def test_a_name_hidden_in_a_comprehension_or_lambda_is_not_tensorflow() -> None:
    module = read("import tensorflow as tf\n[tf.a for tf in x]\nf = lambda tf=tf.b: tf.c\n")
    assert [found for _, found in Names.of(module).apis()] == ["tf.b"]


def test_dotted_names_of_other_packages() -> None:
    module = read("import numpy as np\nfrom .model import Net\nimport os.path\nnp.float32; Net.build; os.path.join")
    names = Names.of(module)
    chains = [each.value for each in module.tree.body[3:] if isinstance(each, ast.Expr)]
    assert [names.dotted_of(chain) for chain in chains] == ["numpy.float32", ".model.Net.build", "os.path.join"]


def test_apis_are_the_longest_chains_in_reading_order() -> None:
    module = read("import tensorflow as tf\nx = tf.nn.relu(tf.zeros(n), name=tf.f().g)\ny = tf.float32\n")
    assert [found for _, found in Names.of(module).apis()] == [
        "tf.nn.relu",
        "tf.zeros",
        "tf.f",
        "tf.float32",
        "tf.float32",
    ]


def test_imports_of_a_module() -> None:
    module = read("import a.b, c as d\nfrom ..e.f import g, h\ndef z():\n  from . import i\nfrom j import *\n")
    expected = (
        Import(0, "a.b", ()),
        Import(0, "c", ()),
        Import(2, "e.f", ("g", "h")),
        Import(1, "", ("i",)),
        Import(0, "j", ("*",)),
    )
    assert imports_of(module) == expected
    assert [star.module for star in Names.of(module).stars] == ["j"]


def test_names_are_computed_once() -> None:
    module = read("import tensorflow as tf\n")
    assert Names.of(module) is Names.of(module)


def test_free_names() -> None:
    names = Names.of(read("import tensorflow as tf\ndef f(x): pass\n"))
    assert [names.free(name) for name in ("tf", "f", "x", "slim")] == [False, False, False, True]


@pytest.mark.parametrize(
    ("dotted", "expected"), [("tensorflow", "tf"), ("tensorflow.compat.v1.nn", "tf.nn"), ("tensorflow_hub.x", None)]
)
def test_canonical(dotted: str, expected: str | None) -> None:
    assert canonical(dotted) == expected


def test_deeply_nested_source_is_no_problem() -> None:
    text = "import tensorflow as tf\nx = " + "f(" * 80 + "tf.nn" + ")" * 80
    assert [found for _, found in Names.of(read(text)).apis()] == ["tf.nn"]
