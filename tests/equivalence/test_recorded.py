"""What is kept of TensorFlow 1.15 answers every case of today, and what is kept is what it answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.equivalence import call_cases, recorded, test_layers, test_optimizers
from tests.equivalence.recorded import Arrays, Case

SIZE = 1_000_000  # bytes of all files
CASES: tuple[tuple[str, Sequence[Case], Arrays], ...] = (
    ("calls", call_cases.old_cases("tf115"), call_cases.inputs()),
    ("layers", test_layers.old_cases("tf115"), test_layers.inputs()),
    ("optimizers", test_optimizers.cases(), test_optimizers.gradients()),
)


@pytest.mark.parametrize(("name", "cases", "inputs"), CASES, ids=recorded.NAMES)
def test_every_case_was_recorded(name: str, cases: Sequence[Case], inputs: Arrays) -> None:
    values, errors = recorded.load(name, cases, inputs)
    assert [case for case in cases if errors.get(str(case["id"])) == recorded.MISSING] == []
    assert len(values) > 0.9 * len(cases)


def test_what_is_recorded_is_small() -> None:
    assert sum(path.stat().st_size for path in recorded.FOLDER.iterdir()) < SIZE


def test_answers_come_back_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    cases: list[Case] = [{"id": "first", "text": "a"}, {"id": "second", "text": "b"}, {"id": "third", "text": "c"}]
    inputs = {"input:x": np.arange(3.0)}
    values = {
        "first": [np.eye(2, dtype="float32"), np.array([b"one", b"two"])],
        "third": [np.array(7), np.eye(2, dtype="float32")],
    }
    recorded.save("some", cases, (values, {"second": "ValueError: no"}), inputs)
    moved: list[Case] = [{**case, "id": f"now-{case['id']}"} for case in reversed(cases)] + [{"id": "new", "text": "d"}]
    found, errors = recorded.load("some", moved, inputs)
    assert errors == {"now-second": "ValueError", "new": recorded.MISSING}
    for name, arrays in values.items():
        for before, after in zip(arrays, found[f"now-{name}"], strict=True):
            assert before.dtype == after.dtype
            np.testing.assert_array_equal(after, before)
    with pytest.raises(AssertionError):
        recorded.load("some", cases, {"input:x": np.arange(3.0) + 0.1})
