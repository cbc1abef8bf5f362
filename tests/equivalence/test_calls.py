"""TensorFlow 1 calls and what the rules write for them, run on the same inputs: values, dtypes, shapes, gradients."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from codemods.api.calls import CallRow, ExpressionRow, call_rows, expression_rows
from codemods.api.table import canonical, symbol
from tests.codemods.rules.names.translation import expression, notes
from tests.equivalence.call_cases import (
    Call,
    apis_in,
    calls,
    in_function,
    inputs,
    keywords_of,
    new_cases,
    old_cases,
    rows,
    symbols_of,
    translated_again,
    translations,
)
from tests.equivalence.sides import Answers, run_new, run_old

TOLERANCE = 2e-5
LEAST_SYMBOLS = 400
KEPT = [text for _, texts in rows("kept") for text in texts]
# Without a run: files are changed or left, and nothing is returned.
NOT_RUN = frozenset(
    f"tf.gfile.{name}"
    for name in ("Copy", "DeleteRecursively", "ListDirectory", "MakeDirs", "MkDir", "Remove", "Rename", "Stat")
)
ROWS = [row for row in (*call_rows(), *expression_rows()) if row.api not in NOT_RUN]


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", symbols_of(calls()))
def test_calls_compute_the_same(name: str, reference: str, shared_folder: Path) -> None:
    of_reference = {case["id"] for case in old_cases(reference)}
    chosen = [
        (call, text)
        for call, text in zip(calls(), translations(), strict=True)
        if call.symbol == name and call.id in of_reference
    ]
    if not chosen:
        pytest.skip("the other reference alone can compute this")
    folder = shared_folder / "calls"
    folder.mkdir(exist_ok=True)
    old = run_old(folder, reference, old_cases(reference), inputs())
    new = run_new(folder, "all", new_cases(), inputs())
    for call, text in chosen:
        same(call, text, old, new)


def same(call: Call, text: str, old: Answers, new: Answers) -> None:
    where = f"{call.text}\nbecame {text}"
    if call.kind == "fails":
        assert old.error(call.id) and old.error(call.id) == new.error(call.id), where
        return
    if call.kind == "strict":
        assert old.of(call.id) and new.error(call.id), where
        return
    before, after = old.of(call.id), new.of(call.id)
    assert len(before) == len(after), where
    for first, second in zip(before, after, strict=True):
        same_value(call, first, second, where)
    for first, second in zip(before, new.of(in_function(call.id)), strict=False):
        same_value(call, first, second, f"{where}\nin a function")


def same_value(call: Call, before: np.ndarray, after: np.ndarray, where: str) -> None:
    assert before.shape == after.shape, where
    assert before.dtype.kind == after.dtype.kind, where
    if before.dtype.kind != "S":
        assert before.dtype == after.dtype, where
    if call.kind in ("shapes", "forms_of_shapes"):
        return
    if before.dtype.kind in "fc":
        np.testing.assert_allclose(after, before, rtol=TOLERANCE, atol=TOLERANCE, err_msg=where)
    else:
        np.testing.assert_array_equal(after, before, err_msg=where)


@pytest.mark.parametrize("text", KEPT, ids=str)
def test_call_without_an_equal_stays(text: str) -> None:
    assert expression(text) == text
    assert notes(f"import tensorflow as tf\n{text}\n")


def test_a_second_look_changes_nothing() -> None:
    assert translated_again() == translations()


def test_calls_are_calls_of_their_symbols() -> None:
    for call in calls():
        assert symbol(call.symbol) is not None, call.symbol
        assert canonical(call.symbol) in apis_in(call.text), call


def test_enough_symbols_are_run() -> None:
    assert len({canonical(call.symbol) for call in calls()}) >= LEAST_SYMBOLS


def test_every_row_has_a_call() -> None:
    covered = {canonical(call.symbol) for call in calls()}
    assert {row.api for row in ROWS} - covered == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.api)
def test_every_parameter_of_a_row_is_given_by_keyword_and_by_position(row: CallRow | ExpressionRow) -> None:
    if row.api.startswith("tf.contrib."):
        pytest.skip("only TensorFlow 1.15 has contrib")
    refused = {name for symbol, names in rows("refused") if canonical(symbol) == row.api for name in names}
    assert set(row.parameters) - keywords_of(row.api) - refused - set(row.conditions.declines) == set()
