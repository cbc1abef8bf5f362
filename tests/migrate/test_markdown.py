"""The report for a pull request: what it says, how long it is, what it must not be broken by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from migrate.report.as_json import results_document, to_text, verification_document
from migrate.report.blocks import Line, Table, largest_difference, result_blocks
from migrate.report.markdown import LIMIT, cell, code, render_markdown
from migrate.report.model import Record, Results

ENVIRONMENT = {"old": {"python": "3.7.1", "tensorflow": "1.15.5"}, "new": {"tensorflow": "2.21.0"}}


def row(name: str, size: float) -> dict[str, Any]:
    return {"variable": name, "new": f"{name}:new", "max_abs": size, "max_rel": size, "after_calls": 20}


def program(entry: str = "train.py", verdict: str = "equivalent", rows: int = 1) -> dict[str, Any]:
    output = {"step": "train_step", "fetch": "loss", "calls": 20, "max_abs": 2e-7, "max_rel": 1e-7}
    output |= {"tolerance": {"rtol": 1e-5, "atol": 1e-7}, "passes_at": {"rtol": 3e-8}}
    sides = {"median": 1.5, "p95": 2.5}
    runtime = {"device": "cpu", "old_ms": sides, "new_ms": sides, "ratio": {"median": 1.04, "low": 0.9, "high": 1.2}}
    runtime |= {"trace_s": 0.5, "traces": {"train_step": 1}, "peak_mib": {"old": 300, "new": 310}}
    return {
        "entry": entry,
        "verdict": verdict,
        "runs_compared": 40,
        "noise_floor": {"float32": 1e-8},
        "assumptions": [],
        "outputs": [output] * rows,
        "gradients": [row(f"w{i}", 3e-6) for i in range(rows)],
        "variables": [row(f"w{i}", 1e-9) for i in range(rows)],
        "first_divergence": {"step": "loss", "call": 3, "message": "loss differs by 1"}
        if verdict == "different"
        else None,
        "not_exercised": ["evaluate"],
        "runtime": runtime,
    }


def migration(programs: int = 1, obstacles: int = 1, text: str = "It has two meanings.") -> dict[str, Any]:
    obstacle = {"id": "rebound-tensor", "file": "kept.py", "line": 3, "column": 4, "symbol": "loss"}
    obstacle |= {"reason": text, "unlock": "Rename one."}
    edits = [{"rule": "renamed-symbol", "line": 1, "safety": "safe"}]
    entry = {"tier": "native", "modules": [], "steps": ["train_step"], "obstacles": [], "assumptions": [text]}
    return {
        "schema": 1,
        "command": "apply",
        "version": "1.2.3",
        "tensorflow": "2.21",
        "source": {"path": "repo", "base": "abc"},
        "branch": "tfmigrate/tf2",
        "programs": [{"entry": f"p{i}.py", **entry} for i in range(programs)],
        "obstacles": [obstacle] * obstacles,
        "files": [
            {"path": "bad.py", "status": "failed", "reason": "line 1: not Python 3", "edits": []},
            {"path": "train.py", "status": "changed", "reason": None, "edits": edits},
        ],
        "summary": {"files": 2, "changed": 1, "failed": 1, "programs": 1, "native": 1, "seconds": 0.5},
    }


def results(made: dict[str, Any], *programs: dict[str, Any]) -> Results:
    verification = verification_document(programs, ENVIRONMENT, {"path": "repo"}) if programs else None
    return Results(Record(made), Record(verification) if verification else None)


def test_everything_is_said() -> None:
    text = render_markdown(results(migration(), program(), program("other.py", "different")))
    for expected in (
        "1 equivalent, 0 equivalent under assumptions, 1 different, 0 not comparable",
        "| `train.py` | **equivalent** | 40 | 3e-06 | rtol 1e-05, atol 1e-07 | 1.04 (0.9 to 1.2) |",
        "`other.py`: first difference: run 4 (loss): loss differs by 1",
        "`train.py`: not exercised: `evaluate`",
        "| `p0.py` | native | `train_step` |",
        "| `kept.py:3:4` | `rebound-tensor` loss | It has two meanings. | Rename one. |",
        "`bad.py` | failed | line 1: not Python 3",
        "`renamed-symbol`",
        "python 3.7.1, tensorflow 1.15.5",
        "tfmigrate apply repo --base abc --branch tfmigrate/tf2 --force",
        "tfmigrate verify repo",
        "Tracing took 0.5 s; traces: train_step 1.",
        "Noise floor",
    ):
        assert expected in text, expected
    assert text.count("<details>") == text.count("</details>") == 5


@pytest.mark.parametrize(("programs", "rows", "size"), [(3000, 1, 10), (200, 200, 10), (1, 5000, 10), (50, 5, 5000)])
def test_never_longer_than_a_comment(programs: int, rows: int, size: int) -> None:
    verdicts = [program(f"{'x' * 300}/{i}.py", rows=rows) for i in range(programs)]
    text = render_markdown(results(migration(programs, 3000, "y" * size), *verdicts))
    assert len(text) < LIMIT
    assert text.count("<details>") == text.count("</details>")
    assert f"{programs} equivalent" in text and "tfmigrate verify repo" in text


def test_no_text_breaks_out_of_its_place() -> None:
    hostile = "a|b`c</details>\n\n# @someone"
    assert cell(hostile) == "a\\|b'c&lt;/details&gt; # &#64;someone"
    assert code("a`b|c\nd") == "`a'b\\|c d`"
    text = render_markdown(results(migration(text=hostile), {**program(), "reason": hostile}))
    assert "</details>\n\n# @" not in text and text.count("<details>") == text.count("</details>")


def test_empty_and_foreign_documents_do_not_crash() -> None:
    assert render_markdown(Results(None, None)).startswith("# Migration")
    assert "0 equivalent" in render_markdown(Results(None, Record({"programs": [{"outputs": 3}, 5], "summary": None})))


def test_infinite_numbers_survive_json() -> None:
    broken = program()
    broken["outputs"][0]["max_abs"] = float("inf")
    text = to_text(results_document(results(migration(), broken)))
    again = Record(json.loads(text)).record("verification").records("programs")[0]
    assert largest_difference(again) == float("inf")


def test_terminal_blocks_tell_the_same() -> None:
    blocks = [*result_blocks(results(migration(), program("a.py", "different")))]
    tables = [block for block in blocks if isinstance(block, Table)]
    lines = [block.text for block in blocks if isinstance(block, Line)]
    assert tables[0].rows == (("p0.py", "native", "train_step", "-"),)
    assert tables[1].rows == (("a.py", "different", "40", "3e-06", "1.04"),)
    assert "kept.py:3:4 rebound-tensor (loss): It has two meanings." in lines
    assert "a.py: first difference: run 4 (loss): loss differs by 1" in lines
    assert "2 files, 1 changed, 1 failed; 1 program: 1 native, 0 kept, 0 blocked; 0.5 s" in lines
