"""Signatures of TensorFlow 2 against calls: no call that runs is refused, and other defaults are seen."""

from __future__ import annotations

import ast

import pytest

from codemods.api.accepted import other_default, refused
from tests.equivalence.call_cases import calls, translations


def call(text: str) -> ast.Call:
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call)
    return node


def called(text: str) -> list[tuple[str, ast.Call]]:
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [(name, node) for node in nodes if (name := ast.unparse(node.func)).startswith("tf.")]


def test_calls_that_run_are_taken() -> None:
    """The executed tests run every one of these calls in TensorFlow 2."""
    seen = 0
    for each, text in zip(calls(), translations(), strict=True):
        for name, node in called(text):
            seen += 1
            assert refused(name, node, legacy=False) is None, text
        if each.kind in ("values", "seeded", "shapes", "forms"):
            for name, node in called(each.text):
                assert refused(f"tf.compat.v1.{name.removeprefix('tf.')}", node, legacy=True) is None, each.text
    assert seen > 1000


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("f()", "its argument l1 has the default 0.0; it was 0.01"),
        ("f(0.1)", "its argument l2 has the default 0.0; it was 0.01"),
        ("f(0.1, 0.2)", None),
        ("f(l2=0.1, l1=0.1)", None),
        ("f(**options)", None),
    ],
)
def test_other_defaults(text: str, reason: str | None) -> None:
    name = "tf.keras.regularizers.l1_l2"
    assert other_default(name, name, call(text)) == reason


def test_a_default_of_none_says_nothing() -> None:
    name = "tf.keras.layers.MaxPooling1D"
    assert other_default(name, name, call("f()")) is None
