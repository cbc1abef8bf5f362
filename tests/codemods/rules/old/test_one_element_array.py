"""Arrays of one element are turned into numbers where it is certain that they are arrays."""

from __future__ import annotations

import pytest

from tests.codemods.rules.old.modules import changed

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("int(np.random.rand(1))", "int(np.random.rand(1).item())"),
        ("int(np.searchsorted(t, np.random.rand(1)*s))", "int(np.searchsorted(t, np.random.rand(1)*s).item())"),
        ("float(3 * np.random.randn(1, 1))", "float((3 * np.random.randn(1, 1)).item())"),
        ("int(np.random.uniform(0, 9, 1))", "int(np.random.uniform(0, 9, 1).item())"),
        ("int(np.floor(np.random.normal(size=(1,))))", "int(np.floor(np.random.normal(size=(1,))).item())"),
        ("int(np.random.choice(a, 1))", "int(np.random.choice(a, 1).item())"),
    ],
)
def test_the_element_is_taken_out(before: str, after: str) -> None:
    assert changed(f"{NP}x = {before}\n") == f"{NP}x = {after}\n"


@pytest.mark.parametrize(
    "text",
    [
        "int(np.random.rand())",
        "int(np.random.uniform(0, 9))",
        "int(np.random.uniform(0, 9, n))",
        "int(np.random.uniform(0, 9, size=None))",
        "int(np.random.normal(size=()))",
        "int(np.searchsorted(t, s))",
        "int(values[0] * np.random.rand())",
        "int(np.random.rand(*shape))",
        "int(np.random.rand(1).item())",
        "int(np.random.choice(a, 1)[0])",
        "np.int64(np.random.rand(1))",
        "int(rand(1))",
        "str(np.random.rand(1))",
    ],
)
def test_left_alone(text: str) -> None:
    assert changed(f"{NP}x = {text}\n") == f"{NP}x = {text}\n"


def test_another_int_is_left_alone() -> None:
    text = f"{NP}def int(x):\n    return x\n\n\ny = int(np.random.rand(1))\n"
    assert changed(text) == text
