"""Symbols of TensorFlow that are read by a name known only while the program runs: reported, never changed."""

from __future__ import annotations

import pytest

from tests.codemods.rules.kept.programs import kept_entry, result


def notes(line: str) -> list[str]:
    found = result(f"import tensorflow as tf\nimport numpy as np\nname = 'x'\n{line}\n").findings["main.py"]
    return [each.message for each in found if each.rule == "dynamic-name"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("f = getattr(tf, name)", "Which symbol of tf is read"),
        ("f = getattr(tf.nn, name)(1.0)", "Which symbol of tf.nn is read"),
        ("f = getattr(tf, 'contrib')", "tf.contrib does not exist"),
    ],
)
def test_reported(line: str, says: str) -> None:
    (message,) = notes(line)
    assert message.startswith(says)


@pytest.mark.parametrize(
    "line",
    ["f = getattr(np, name)", "f = getattr(tf, 'log')", "f = getattr(tf, name, None)", "f = getattr(self, name)"],
)
def test_not_reported(line: str) -> None:
    assert notes(line) == []


def test_nothing_is_changed() -> None:
    assert "f = getattr(tf.nn, name)\n" in kept_entry(
        "import tensorflow as tf\nname = 'relu'\nf = getattr(tf.nn, name)\n"
    )
