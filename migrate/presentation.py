"""Where results go: the terminal, a JSON file, a report folder, as the common options ask."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from migrate.problems import UserError
from migrate.record import store_results, write_file
from migrate.report.as_json import to_text
from migrate.report.blocks import Line, result_blocks
from migrate.report.markdown import render_markdown
from migrate.report.model import Record, Results
from migrate.report.terminal import print_blocks, print_diffs
from migrate.review import FileDiff

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


def present(
    shown: Shown, results: Results, document: Record, notices: tuple[str, ...], diffs: tuple[FileDiff, ...] = ()
) -> None:
    """Print or write one result; `document` is what `--json` asks for."""
    if shown.json == STANDARD_OUTPUT:
        sys.stdout.write(to_text(document.fields))
    elif shown.json:
        write_file(Path(shown.json), to_text(document.fields))
    if not shown.silent:
        print_diffs(diffs, shown.color)
        print_blocks((*result_blocks(results), *(Line(notice) for notice in notices)), shown.color)


def write_report(folder: Path, name: str, results: Results, document: Record) -> str:
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
