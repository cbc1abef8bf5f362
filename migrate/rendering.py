"""Renders stored results again, in the form that was asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from migrate.checkout import find_repository
from migrate.presentation import STANDARD_OUTPUT, Shown
from migrate.problems import ExitCode, UserError
from migrate.record import LAST, load_results, write_file
from migrate.report.as_json import results_document, to_text
from migrate.report.blocks import result_blocks
from migrate.report.markdown import render_markdown
from migrate.report.model import Results
from migrate.report.terminal import print_blocks

FORMATS = ("markdown", "json", "text")


def render_again(path: Path, form: str, shown: Shown) -> ExitCode:
    """Print the last results of a repository, of a report folder, or of one JSON file."""
    if form not in FORMATS:
        raise UserError(f"--format must be one of {', '.join(FORMATS)}, not {form!r}")
    results = find_results(path)
    document = to_text(results_document(results))
    if shown.json and shown.json != STANDARD_OUTPUT:
        write_file(Path(shown.json), document)
    if shown.json == STANDARD_OUTPUT or (form == "json" and not shown.quiet):
        sys.stdout.write(document)
    elif form == "markdown" and not shown.quiet:
        sys.stdout.write(render_markdown(results))
    elif not shown.quiet:
        print_blocks(result_blocks(results), shown.color)
    return ExitCode.DONE


def find_results(path: Path) -> Results:
    """The stored results that belong to a path."""
    if not os.path.lexists(path):
        raise UserError(f"{path}: no such file or folder")
    if path.is_file() and path.suffix == ".json":
        candidates = [path]
    else:
        repository = find_repository(path)
        candidates = [path / LAST] if path.is_dir() else []
        candidates += [repository.folder / LAST] if repository is not None else []
    for candidate in candidates:
        results = load_results(candidate)
        if results is not None:
            return results
    raise UserError(f"no results stored for {path}; run tfmigrate apply, or name the --report folder or a JSON file")
