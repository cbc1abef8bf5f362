"""Keeps the last results, so that they can be rendered again: in the git directory, or in the report folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from migrate.problems import UserError
from migrate.report.as_json import results_document, to_text
from migrate.report.model import Record, Results

LAST = "last.json"


def store_results(folder: Path, results: Results) -> Path:
    """Write the results to `folder`, replacing those before in one step; where they lie."""
    return write_file(folder / LAST, to_text(results_document(results)))


def write_file(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8", errors="backslashreplace")
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written ({error.strerror or error})") from error
    return path


def load_results(path: Path) -> Results | None:
    """Results from a file that this tool wrote (with --json, or the stored ones); None if there is no such file."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read as results of tfmigrate: {error}") from error
    if not isinstance(document, dict) or document.get("schema") != 1:
        raise UserError(f"{path} does not hold results of tfmigrate")
    record = Record(document)
    if record.text("command") == "verify":
        return Results(None, record)
    if record.text("command"):
        return Results(record, None)
    parts = [record.record(name) for name in ("migration", "verification")]
    return Results(parts[0] if parts[0].fields else None, parts[1] if parts[1].fields else None)
