"""Converts a checkpoint between the names of TensorFlow 1 and the objects of the migrated program, or lists it."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from codemods import CheckpointMap
from migrate.checkpoint_files import check_target, find_checkpoint, move_checkpoint
from migrate.checkpoint_names import given_names, spelled, with_names
from migrate.checkpoint_program import map_of_program
from migrate.problems import ExitCode, UserError
from migrate.report.model import SCHEMA, Json, JsonObject, Record, as_json
from migrate.restoring import restoring_call
from migrate.settings import Value
from migrate.verify.launch import launch

WORKER = Path(__file__).resolve().parent / "verify" / "workers" / "checkpoint.py"
TIMEOUT = 600.0


@dataclass(frozen=True)
class CheckpointOrder:
    """One call of `checkpoint`, as the command line states it."""

    path: Path
    program: Path | None = None
    names: Path | None = None
    output: Path | None = None
    force: bool = False
    flags: Mapping[str, Value] | None = None


@dataclass(frozen=True)
class Converted:
    """What was found and done, for people and for machines."""

    document: Record
    code: ExitCode


def convert_checkpoint(order: CheckpointOrder) -> Converted:
    """Read a checkpoint; with a program or a list of names say what becomes of each tensor, with an output write it."""
    checkpoint = find_checkpoint(order.path)
    if order.output is not None and order.program is None and order.names is None:
        raise UserError("--output needs --program FILE (the program as it was in TensorFlow 1) or --map FILE")
    if order.output is not None:
        check_target(order.output, order.force)
    known = _known(order)
    if find_spec("tensorflow") is None:
        raise UserError("checkpoint needs TensorFlow, which is not installed here: pip install 'tfmigrate[verify]'")
    with tempfile.TemporaryDirectory(prefix="tfmigrate-") as scratch:
        written = Path(scratch) / "written" / "model"
        written.parent.mkdir()
        answer = _answer(checkpoint, known, written if order.output is not None else None, Path(scratch))
        good = not answer.get("shapes") and not answer.get("different") and bool(answer.get("pairs"))
        if order.output is not None and good:
            move_checkpoint(written, order.output)
    call = restoring_call(known, order.output or Path("NEW")) if known is not None else None
    document = _document(order, checkpoint, answer, str(order.output) if order.output and good else None, call)
    return Converted(Record(document), _code(answer, known is not None))


def _known(order: CheckpointOrder) -> CheckpointMap | None:
    """What the program says of its variables, with what the user says of them in its place."""
    found = map_of_program(order.program, order.flags or {}) if order.program is not None else None
    if order.names is None:
        return found
    return with_names(found or CheckpointMap(), given_names(order.names))


def _answer(checkpoint: Path, known: CheckpointMap | None, written: Path | None, scratch: Path) -> Mapping[str, Json]:
    """What the worker says: it reads, converts, writes, and compares what it wrote."""
    config = {
        "checkpoint": str(checkpoint.absolute()),
        "map": _for_worker(known) if known is not None else None,
        "output": str(written) if written is not None else None,
        "answer": str(scratch / "answer.json"),
    }
    (scratch / "config.json").write_text(json.dumps(config))
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    environment.pop("TF_USE_LEGACY_KERAS", None)
    command = [sys.executable, "-u", str(WORKER), str(scratch / "config.json")]
    ended = launch(command, scratch, environment, scratch, TIMEOUT)
    if ended.timed_out:
        raise UserError(f"the conversion was stopped after {TIMEOUT:.0f} seconds; nothing was written")
    if ended.code != 0:
        lines = [line for line in ended.stderr.splitlines() if line.strip()]
        raise RuntimeError(f"the conversion failed: {lines[-1] if lines else f'exit code {ended.code}'}")
    answer: dict[str, Json] = json.loads((scratch / "answer.json").read_text())
    if answer["status"] == "unavailable":
        raise UserError(f"TensorFlow could not be imported: {answer['error']}")
    if answer["status"] == "unreadable":
        raise UserError(f"{checkpoint} is not a checkpoint of TensorFlow, or is damaged: {answer['error']}")
    if written is not None and not answer["pairs"] and not answer["shapes"]:
        raise UserError(f"no tensor of {checkpoint} has a counterpart in the program, so nothing was written")
    return answer


def _for_worker(known: CheckpointMap) -> dict[str, object]:
    variables = [
        {
            "name": each.name,
            "path": spelled(each.path, known.plain),
            "keras": each.keras,
            "optional": each.optional,
            "shape": None if each.shape is None else [each.shape.sizes, each.shape.whole],
        }
        for each in known.variables
    ]
    names = ("keras", "v1", "label", "slots", "numbers", "trained", "counter", "scope", "operations")
    optimizers = [
        {name: getattr(each, name) for name in names} | {"path": spelled(each.path, known.plain)}
        for each in known.optimizers
    ]
    return {"variables": variables, "optimizers": optimizers}


def _document(
    order: CheckpointOrder, checkpoint: Path, answer: Mapping[str, Json], output: str | None, call: str | None
) -> JsonObject:
    fields: dict[str, Json] = {
        "schema": SCHEMA,
        "command": "checkpoint",
        "checkpoint": str(checkpoint),
        "kind": answer["kind"],
        "program": str(order.program) if order.program is not None else None,
        "output": output,
        "tensors": answer["tensors"],
        "pairs": as_json([{"old": old, "new": new, "exact": exact} for old, new, exact in _pairs(answer)]),
        "left": answer.get("left", []),
        "missing": answer.get("missing", []),
        "shapes": answer.get("shapes", []),
        "different": answer.get("different", []),
        "restore": call if answer["kind"] == "names" else None,
    }
    return fields


def _pairs(answer: Mapping[str, Json]) -> list[tuple[str, str, bool]]:
    pairs = answer.get("pairs", [])
    assert isinstance(pairs, list)
    return [(str(each[0]), str(each[1]), bool(each[2])) for each in pairs if isinstance(each, list)]


def _code(answer: Mapping[str, Json], known: bool) -> ExitCode:
    """Shapes that differ weigh more than tensors that are left over."""
    if answer.get("shapes") or answer.get("different"):
        return ExitCode.DIFFERENT
    if known and (_unexplained(answer) or answer.get("missing") or not answer.get("pairs")):
        return ExitCode.INCOMPLETE
    return ExitCode.DONE


def _unexplained(answer: Mapping[str, Json]) -> bool:
    """Whether something is left over that is state: the learning rate of a Keras optimizer is none in TensorFlow 1."""
    left = answer.get("left", [])
    assert isinstance(left, list)
    names = [str(each["name"]) for each in left if isinstance(each, dict)]
    return any(not re.search(r"/_(learning_rate|iterations)/\.ATTRIBUTES/VARIABLE_VALUE$", name) for name in names)
