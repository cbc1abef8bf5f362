"""Pickled arrays are read where the call shows that it reads them."""

from __future__ import annotations

import pytest

from tests.codemods.rules.old.modules import changed

NP = "import numpy as np\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("np.load(p, encoding='latin1').item()", "np.load(p, encoding='latin1', allow_pickle=True).item()"),
        ("np.load(open(p)).item()", "np.load(open(p), allow_pickle=True).item()"),
        ("np.load(p, encoding='bytes')", "np.load(p, encoding='bytes', allow_pickle=True)"),
    ],
)
def test_told_to_read_objects(before: str, after: str) -> None:
    assert changed(f"{NP}x = {before}\n") == f"{NP}x = {after}\n"


@pytest.mark.parametrize(
    "text",
    ["np.load(p)", "np.load(p).shape", "np.load(p, allow_pickle=False).item()", "np.load(*p).item()", "load(p).item()"],
)
def test_left_alone(text: str) -> None:
    assert changed(f"{NP}x = {text}\n") == f"{NP}x = {text}\n"
