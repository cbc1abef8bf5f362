"""Full names under variable scopes, as TensorFlow 1 gives them."""

from __future__ import annotations

import ast

from codemods.graph.scopes import VariableScopes
from tests.codemods.lowering import lowered


def call(text: str = "f()") -> ast.Call:
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call)
    return node


def test_names_carry_the_open_scopes() -> None:
    scopes = VariableScopes()
    assert scopes.full("w") == "w"
    scopes.enter("a", False)
    scopes.enter("b", False)
    assert (scopes.prefix, scopes.full("w"), scopes.named("w")) == ("a/b", "a/b/w", "a/b/w")
    scopes.leave()
    assert scopes.full("w") == "a/w"


def test_unnamed_layers_are_numbered_for_each_scope() -> None:
    scopes = VariableScopes()
    assert [scopes.unnamed("dense") for _ in range(3)] == ["dense", "dense_1", "dense_2"]
    scopes.enter("a", False)
    assert [scopes.unnamed("dense") for _ in range(2)] == ["a/dense", "a/dense_1"]
    scopes.leave()
    scopes.enter("a", True)
    assert scopes.unnamed("dense") == "a/dense"
    scopes.leave()
    assert scopes.unnamed("dense") == "dense_3"


def test_a_name_that_the_program_gives_is_not_given_again() -> None:
    scopes = VariableScopes()
    assert [scopes.named("dense_1"), scopes.unnamed("dense"), scopes.unnamed("dense")] == [
        "dense_1",
        "dense",
        "dense_2",
    ]


def test_scopes_that_the_program_opens_count_among_the_layers() -> None:
    scopes = VariableScopes()
    scopes.enter("dense", False)
    assert scopes.unnamed("dense") == "dense/dense"
    scopes.leave()
    assert scopes.unnamed("dense") == "dense_1"
    assert scopes.named("a/dense") == "a/dense"
    scopes.enter("a", False)
    assert scopes.unnamed("dense") == "a/dense_1"


def test_leaving_an_inner_scope_forgets_only_what_is_below_it() -> None:
    scopes = VariableScopes()
    scopes.enter("a", False)
    first = scopes.unnamed("dense")
    scopes.enter("b", False)
    inner = scopes.unnamed("dense")
    scopes.leave()
    assert (first, inner, scopes.unnamed("dense")) == ("a/dense", "a/b/dense", "a/dense_1")


def test_layers_that_are_told_to_reuse_get_no_numbers() -> None:
    program = lowered("""
        x = tf.placeholder(tf.float32, [None, 1])
        with tf.variable_scope("a"):
            y = tf.layers.dense(x, 1)
            y = tf.layers.dense(y, 1)
        with tf.variable_scope("a"):
            y = tf.layers.dense(y, 1, reuse=True)
            y = tf.layers.dense(y, 1, reuse=True)
    """)
    names = [layer.name for node in program.nodes for layer in node.layers]
    assert names == ["a/dense", "a/dense_1", "a/dense", "a/dense"]


def test_reuse_goes_down_and_ends_with_its_scope() -> None:
    scopes = VariableScopes()
    scopes.enter("a", True)
    scopes.enter("b", False)
    assert scopes.reuse
    scopes.leave()
    scopes.leave()
    assert not scopes.reuse


def test_the_same_name_with_reuse_is_the_same_variable() -> None:
    scopes, first, second = VariableScopes(), call(), call()
    assert scopes.claim("a/w", first, False) is None
    assert scopes.claim("a/w", second, True) is first
    assert scopes.claim("a/v", second, True) is None


def test_variables_of_a_program_have_their_full_names() -> None:
    program = lowered("""
        with tf.variable_scope("a"):
            w = tf.get_variable("w", [2])
            with tf.variable_scope("b"):
                v = tf.get_variable("x/w", [2])
                u = tf.Variable(1.0, name="u")
        with tf.variable_scope("a", reuse=True):
            again = tf.get_variable("w", [2])
        free = tf.Variable(1.0)
    """)
    made = [creation for node in program.nodes for creation in node.creations]
    assert [each.name for each in made] == ["a/w", "a/b/x/w", "a/b/u", "a/w", None]
    assert [each.reuses is made[0].call for each in made] == [False, False, False, True, False]
    assert program.obstacles == ()
