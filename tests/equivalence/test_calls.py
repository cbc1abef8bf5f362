"""Renamed symbols and changed arguments: the rules translate a call, and both run on the same inputs."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from codemods.api.calls import call_rows, expression_rows
from codemods.api.table import canonical
from tests.codemods.rules.names.translation import expression, notes
from tests.equivalence.sides import Arrays, Case, run_new, run_old

pytestmark = pytest.mark.tensorflow
FILE = tomllib.loads((Path(__file__).parent / "calls.toml").read_text())
TOLERANCE = 2e-5
# Without a run: files are changed or left, and nothing is returned.
NOT_RUN = frozenset(
    f"tf.gfile.{name}"
    for name in ("Copy", "DeleteRecursively", "ListDirectory", "MakeDirs", "MkDir", "Remove", "Rename", "Stat")
)


def inputs() -> Arrays:
    draw = np.random.RandomState(3)
    positive = np.abs(draw.randn(4, 6)) + 0.1
    found = {
        "a": draw.randn(4, 6), "b": draw.randn(4, 6), "p": positive / positive.sum(1, keepdims=True),
        "w": np.array([0.9, 0.4, 0.7, 0.2]), "emb": draw.randn(10, 3), "img": draw.rand(2, 5, 7, 3),
        "imn": draw.randn(2, 8, 8, 3), "filt": draw.randn(3, 3, 3, 4), "point": draw.randn(1, 1, 12, 5),
        "seq": draw.randn(3, 5, 4), "kernel1": draw.randn(3, 4, 2), "vol": draw.randn(1, 4, 4, 4, 2),
        "kernel3": draw.randn(2, 2, 2, 2, 2),
    }  # fmt: skip
    arrays = {f"input:{name}": value.astype("float32") for name, value in found.items()}
    integers = {"ids": [0, 3, 5, 1], "idx": [0, 3, 9, 1], "b01": draw.randint(0, 2, (4, 6)), "step": 13}
    arrays.update({f"input:{name}": np.asarray(value, "int32") for name, value in integers.items()})
    return arrays


INPUTS = inputs()


def texts(reference: str) -> list[str]:
    return [*FILE["calls"], *(FILE["contrib"] if reference == "tf115" else [])]


@cache
def cases(reference: str, new: bool) -> tuple[Case, ...]:
    return tuple(
        {"id": name_of(text), "kind": "call", "inputs": used(text), "text": expression(text) if new else text}
        for text in texts(reference)
    )


def name_of(text: str) -> str:
    return f"call{[*FILE['calls'], *FILE['contrib']].index(text)}"


def used(text: str) -> list[str]:
    names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    return sorted(name for name in names if f"input:{name}" in INPUTS)


def apis_in(text: str) -> set[str]:
    return {canonical(ast.unparse(node.func)) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("text", [*FILE["calls"], *FILE["contrib"]])
def test_call_computes_the_same(text: str, reference: str, shared_folder: Path) -> None:
    if text in FILE["contrib"] and reference != "tf115":
        pytest.skip("only TensorFlow 1.15 has contrib")
    folder = shared_folder / "calls"
    folder.mkdir(exist_ok=True)
    old = run_old(folder, reference, cases(reference, new=False), INPUTS).of(name_of(text))
    new = run_new(folder, reference, cases(reference, new=True), INPUTS).of(name_of(text))
    assert len(old) == len(new), expression(text)
    for before, after in zip(old, new, strict=True):
        same(before, after, expression(text))


def same(before: np.ndarray, after: np.ndarray, text: str) -> None:
    assert before.dtype == after.dtype, text
    if before.dtype.kind in "fc":
        np.testing.assert_allclose(after, before, rtol=TOLERANCE, atol=TOLERANCE, err_msg=text)
    else:
        np.testing.assert_array_equal(after, before, err_msg=text)


@pytest.mark.parametrize("text", FILE["kept"])
def test_call_without_an_equal_stays(text: str) -> None:
    assert expression(text) == text
    assert notes(f"import tensorflow as tf\n{text}\n")


def test_every_row_has_a_case() -> None:
    covered = set().union(*(apis_in(text) for text in [*FILE["calls"], *FILE["contrib"]]))
    rows = {row.api for row in (*call_rows(), *expression_rows())}
    assert rows - covered - NOT_RUN == set()
