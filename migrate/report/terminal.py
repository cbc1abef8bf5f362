"""Prints blocks and diffs: with colours and tables on a terminal, as plain aligned text elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from migrate.report.blocks import STYLES, Block, Line, Table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable

    from migrate.review import FileDiff

Progress = Callable[[str], None]


def print_blocks(blocks: Iterable[Block], color: bool) -> None:
    """Print to standard output."""
    if not sys.stdout.isatty():
        for block in blocks:
            _write(block.text if isinstance(block, Line) else "\n".join((*_aligned(block), "")))
        return
    console = _console(color)
    for block in blocks:
        if isinstance(block, Line):
            _print_line(console, block.text, STYLES.get(block.style, block.style))
        else:
            console.print(_rich_table(block))


def print_diffs(diffs: Iterable[FileDiff], color: bool) -> None:
    """Print each diff under a line that names its rules. What is piped can be fed to `git apply`."""
    console = _console(color) if sys.stdout.isatty() else None
    for diff in diffs:
        for line in (diff.header, *diff.lines):
            if console is None:
                _write(line)
            else:
                _print_line(console, line, _diff_style(line))


def _diff_style(line: str) -> str:
    if line.startswith(("--- ", "+++ ", "# ")):
        return "bold"
    return {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")


def _console(color: bool) -> Console:
    from rich.console import Console

    return Console(no_color=None if color else True, highlight=False, emoji=False, markup=False)


def _print_line(console: Console, text: str, style: str) -> None:
    from rich.text import Text

    console.print(Text(_harmless(text), style=style), soft_wrap=True)


def _harmless(text: str) -> str:
    """The text without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() or c == "\t" else f"\\x{ord(c):02x}" for c in text.rstrip("\r"))


def _rich_table(table: Table) -> RichTable:
    from rich.box import SIMPLE
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(*table.header, box=SIMPLE)
    for row in table.rows:
        shown.add_row(*(Text(_harmless(cell), style=STYLES.get(cell, "")) for cell in row))
    return shown


def _aligned(table: Table) -> Iterator[str]:
    rows = (table.header, *table.rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.header))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


@contextmanager
def progress_line(quiet: bool, color: bool) -> Iterator[Progress]:
    """A function that shows what is being done, on standard error and only if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    console = Console(stderr=True, no_color=None if color else True, highlight=False)
    with console.status("starting") as status:
        yield status.update
