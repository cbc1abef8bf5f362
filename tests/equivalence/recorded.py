"""What real TensorFlow 1.15 answered, kept for machines that have none. `scripts/record_tf115` writes it.

A case is found by what it asks, not by its place among the others. Arrays of a type lie behind each other in one array.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "recorded"
NAMES = ("calls", "layers", "optimizers")
MISSING = "NotRecorded: run scripts/record_tf115 with the path of a Python that has TensorFlow 1.15"

Case = Mapping[str, object]
Arrays = Mapping[str, "np.ndarray"]
Found = tuple[dict[str, list["np.ndarray"]], dict[str, str]]  # values and errors of cases by their ids


def has(name: str) -> bool:
    return name in NAMES


def key_of(case: Case) -> str:
    """What a case asks, without its id."""
    asked = _plain({name: value for name, value in case.items() if name != "id"})
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:12]


def _plain(value: object) -> object:
    """Numbers that are computed differ in their last digits from machine to machine."""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def save(name: str, cases: Sequence[Case], found: Found, inputs: Arrays) -> None:
    values, errors = found
    packed: dict[str, list[np.ndarray]] = {}
    places: dict[tuple[str, bytes, tuple[int, ...]], list[object]] = {}
    index: dict[str, object] = {}
    for case in cases:
        own = str(case["id"])
        error = errors.get(own, "").partition(":")[0]
        index[key_of(case)] = error or [_placed(packed, places, array) for array in values.get(own, [])]
    stored = {f"values/{kind}": np.concatenate(arrays) for kind, arrays in packed.items()}
    stored |= {f"inputs/{each}": array for each, array in inputs.items()}
    FOLDER.mkdir(exist_ok=True)
    np.savez_compressed(FOLDER / f"{name}.npz", index=np.array(json.dumps(index)), **stored)  # type: ignore[arg-type]


def _placed(
    packed: dict[str, list[np.ndarray]],
    places: dict[tuple[str, bytes, tuple[int, ...]], list[object]],
    array: np.ndarray,
) -> list[object]:
    """Type, offset and shape of the array; equal ones are kept once."""
    known = (array.dtype.str, array.tobytes(), array.shape)
    if known not in places:
        before = packed.setdefault(array.dtype.str, [])
        places[known] = [array.dtype.str, sum(each.size for each in before), list(array.shape)]
        before.append(array.ravel())
    return places[known]


def load(name: str, cases: Sequence[Case], inputs: Arrays) -> Found:
    """The answers to these cases, which must have the inputs of then; what was not asked then is an error."""
    stored = _read(name)
    for each, array in inputs.items():
        np.testing.assert_allclose(array, stored[f"inputs/{each}"], rtol=1e-5, atol=1e-6, err_msg=f"{name}, {each}")
    index = json.loads(str(stored["index"]))
    values: dict[str, list[np.ndarray]] = {}
    errors: dict[str, str] = {}
    for case in cases:
        found = index.get(key_of(case), MISSING)
        if isinstance(found, str):
            errors[str(case["id"])] = found
        elif found:
            values[str(case["id"])] = [_taken(stored, *place) for place in found]
    return values, errors


def _taken(stored: Arrays, kind: str, offset: int, shape: Sequence[int]) -> np.ndarray:
    return stored[f"values/{kind}"][offset : offset + int(np.prod(shape))].reshape(shape)


@cache
def _read(name: str) -> Arrays:
    with np.load(FOLDER / f"{name}.npz") as stored:
        return {key: stored[key] for key in stored.files}
