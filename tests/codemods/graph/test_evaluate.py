"""What expressions denote while the graph is being built."""

from __future__ import annotations

import pytest

from codemods.graph import values
from codemods.graph.values import Kind, Value, container, lateness
from tests.codemods.lowering import value_of

X = Value(Kind.INPUT)
W = Value(Kind.VARIABLE, serial=1)
PAIR = container([values.TENSOR, values.PYTHON], "list")
TABLE = container([W, X], "dict", ("w", "x"))
KNOWN = {"x": X, "w": W, "pair": PAIR, "table": TABLE, "n": values.PYTHON, "c": values.CONSTANT}


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("1 + n", Kind.PYTHON),
        ("'%d' % n", Kind.PYTHON),
        ("unknown_name", Kind.PYTHON),
        ("tf.float32", Kind.API),
        ("tf.constant(1.0)", Kind.CONSTANT),
        ("tf.constant(1.0) + c * n", Kind.CONSTANT),
        ("tf.zeros([n, 2])", Kind.CONSTANT),
        ("tf.random_normal([2])", Kind.RANDOM),
        ("w", Kind.VARIABLE),
        ("w + 1", Kind.TENSOR),
        ("-x", Kind.TENSOR),
        ("x[0]", Kind.TENSOR),
        ("x if n else c", Kind.INPUT),
        ("tf.matmul(x, w)", Kind.TENSOR),
        ("tf.assign(w, x)", Kind.UPDATE),
        ("w.assign_add(1.0)", Kind.UPDATE),
        ("pair[0]", Kind.TENSOR),
        ("pair[-1]", Kind.PYTHON),
        ("pair[1:]", Kind.PYTHON),
        ("table['w']", Kind.VARIABLE),
        ("table['x']", Kind.INPUT),
        ("[x, n][1]", Kind.PYTHON),
        ("([n] + [x])[1]", Kind.INPUT),
        ("[x * k for k in range(3)]", Kind.TENSOR),
        ("{'a': x}['a']", Kind.INPUT),
        ("list(table.values())[0]", Kind.INPUT),
        ("(lambda v: v * 2)(x)", Kind.TENSOR),
        ("(lambda v: n)(x)", Kind.PYTHON),
        ("tf.global_variables_initializer()", Kind.INIT),
        ("tf.Session()", Kind.SESSION),
        ("tf.train.AdamOptimizer(0.1)", Kind.OPTIMIZER),
        ("tf.placeholder(tf.float32, [n])", Kind.INPUT),
        ("tf.Variable(c)", Kind.VARIABLE),
        ("tf.layers.dense(x, 3)", Kind.TENSOR),
        ("tf.train.GradientDescentOptimizer(0.1).minimize(w * w)", Kind.UPDATE),
    ],
)
def test_kind(expression: str, kind: Kind) -> None:
    value, build = value_of(expression, **KNOWN)
    assert lateness(value) == kind
    assert build.record.obstacles == []


@pytest.mark.parametrize(
    ("expression", "obstacle"),
    [
        ("tf.no_such_name(x)", "unknown-api"),
        ("unknown_function(x)", "foreign-builder"),
        ("unknown_function(w)", "foreign-builder"),
        ("tf.train.Saver()", "saver"),
        ("tf.summary.scalar('x', x, ['c'])", "summary"),
        ("tf.Variable(x * 2)", "no-native-equivalent"),
        ("tf.layers.dense(x, 3, **n)", "unknown-api"),
        ("(y := x + 1)", "unsupported-statement"),
        ("{x: x + 1}", "tensor-escapes"),
        ("x == w", "unsupported-statement"),
    ],
)
def test_what_is_not_understood_is_an_obstacle(expression: str, obstacle: str) -> None:
    _, build = value_of(expression, **KNOWN)
    assert obstacle in [each.id for each in build.record.obstacles]


def test_names_read_go_to_the_record() -> None:
    _, build = value_of("tf.add(x, w) + [k for k in range(n)][0]", **KNOWN)
    assert [use.name for use in build.record.uses] == ["x", "w", "n"]


def test_containers_keep_their_structure() -> None:
    value, _ = value_of("{'a': [x, n], 'b': (w,)}", **KNOWN)
    assert value.keys == ("a", "b") and value.items is not None
    assert [lateness(item) for item in value.items] == [Kind.INPUT, Kind.VARIABLE]
    assert [item.sequence for item in value.items] == ["list", "tuple"]


def test_a_feed_dictionary_is_remembered() -> None:
    value, build = value_of("{x: [1.0], }", **KNOWN)
    assert value.feed is not None and build.record.obstacles == []


def test_state_goes_to_the_record() -> None:
    _, build = value_of("tf.layers.dense(tf.layers.dense(x, 3), 1, name='top')", **KNOWN)
    assert [(layer.name, layer.named) for layer in build.record.layers] == [("dense", False), ("top", True)]
