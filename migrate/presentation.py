"""Where results go: the terminal, a JSON file, a report folder, as the common options ask."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.problems import ExitCode, UserError
from migrate.record import store_results, write_file
from migrate.report.as_json import to_text
from migrate.report.blocks import Line, migration_blocks, verification_blocks
from migrate.report.checkpoint_blocks import checkpoint_blocks
from migrate.report.markdown import render_markdown
from migrate.report.model import Record, Results
from migrate.report.terminal import print_blocks, print_diffs

if TYPE_CHECKING:
    from migrate.checkpoint import Converted
    from migrate.explanation import Explanation
    from migrate.pipeline import Outcome
    from migrate.verification import Verified

STANDARD_OUTPUT = "-"
MARKDOWN = "report.md"


@dataclass(frozen=True)
class Shown:
    """The options that every command has."""

    json: str | None = None
    quiet: bool = False
    color: bool = True

    @property
    def silent(self) -> bool:
        """Whether nothing is printed for people: asked so, or standard output belongs to JSON."""
        return self.quiet or self.json == STANDARD_OUTPUT


def check_targets(shown: Shown, report: str | None) -> None:
    """Refuse, before anything is done, what could not be written afterwards."""
    file = Path(shown.json) if shown.json and shown.json != STANDARD_OUTPUT else None
    if file is not None and file.is_dir():
        raise UserError(f"{file} is a folder; --json needs the name of a file")
    for folder in (file.parent if file else None, Path(report) if report else None):
        above = next((place for place in (folder, *folder.parents) if place.exists()), None) if folder else None
        if above is not None and not (above.is_dir() and os.access(above, os.W_OK)):
            raise UserError(f"{folder} cannot be written: {above} is not a folder that this user may write to")


def show_outcome(shown: Shown, outcome: Outcome, report: str | None, path: Path) -> ExitCode:
    """Show what `scan` or `apply` answered."""
    document = outcome.results.migration
    assert document is not None
    folder = report_folder(report, outcome.settings.report, path)
    written = (_write_report(folder, "migration.json", outcome.results, document),) if folder is not None else ()
    _hand_over_json(shown, document)
    if not shown.silent:
        print_diffs(outcome.diffs, shown.color)
        print_blocks((*migration_blocks(document), *_lines(outcome.notices + written)), shown.color)
    return outcome.code


def show_verified(shown: Shown, verified: Verified, report: str | None, path: Path) -> ExitCode:
    """Show what `verify` answered, and keep it for `report`."""
    document = verified.results.verification
    assert document is not None
    folder = report_folder(report, verified.settings.report, path)
    written = (_write_report(folder, "verification.json", verified.results, document),) if folder is not None else ()
    if verified.store is not None:
        store_results(verified.store, verified.results)
    _hand_over_json(shown, document)
    if not shown.silent:
        print_blocks((*verification_blocks(document), *_lines(verified.notices + written)), shown.color)
    return verified.code


def show_explanation(shown: Shown, explanation: Explanation) -> ExitCode:
    """Show what `rules` or `explain` answered."""
    _hand_over_json(shown, Record(explanation.document))
    if not shown.silent:
        print_blocks(explanation.blocks, shown.color)
    return ExitCode.DONE


def show_checkpoint(shown: Shown, done: Converted) -> ExitCode:
    """Show what `checkpoint` answered."""
    _hand_over_json(shown, done.document)
    if not shown.silent:
        print_blocks(tuple(checkpoint_blocks(done.document)), shown.color)
    return done.code


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def _hand_over_json(shown: Shown, document: Record) -> None:
    if shown.json == STANDARD_OUTPUT:
        sys.stdout.write(to_text(document.fields))
    elif shown.json:
        write_file(Path(shown.json), to_text(document.fields))


def _write_report(folder: Path, name: str, results: Results, document: Record) -> str:
    """Write the Markdown and JSON reports and the stored results into `folder`; a line that says so."""
    write_file(folder / name, to_text(document.fields))
    write_file(folder / MARKDOWN, render_markdown(results))
    store_results(folder, results)
    return f"report: {folder / MARKDOWN}, {folder / name}"


def report_folder(flag: str | None, configured: str | None, path: Path) -> Path | None:
    """The folder that `--report` names, else the one in the settings, which must stay inside of the repository."""
    if flag or not configured:
        return Path(flag) if flag else None
    top = path if path.is_dir() else path.parent
    if not Path(os.path.realpath(top / configured)).is_relative_to(os.path.realpath(top)):
        raise UserError(f"the report folder {configured} of pyproject.toml leads out of {top}; use --report DIR")
    return top / configured
