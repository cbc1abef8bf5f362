"""What a person is shown of a result, as lines and tables that do not know the terminal yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from migrate.report.model import Record, Results

STYLES = {
    "native": "green",
    "kept": "yellow",
    "blocked": "red",
    "equivalent": "green",
    "equivalent-under-assumptions": "green",
    "different": "bold red",
    "not-comparable": "yellow",
    "failed": "red",
    "skipped": "yellow",
}
SHOWN_STEPS = 6
SHOWN_CONSTRUCTS = 20


@dataclass(frozen=True)
class Line:
    """One line of text; `style` names a colour or is empty."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a header; a cell whose text is a key of `STYLES` is coloured so."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Line | Table


def result_blocks(results: Results) -> Iterator[Block]:
    """Everything that is known."""
    if results.migration is not None:
        yield from migration_blocks(results.migration)
    if results.verification is not None:
        yield from verification_blocks(results.verification)


def migration_blocks(document: Record) -> Iterator[Block]:
    """Programs with their tiers, the obstacles, the files left alone, the counts."""
    programs = document.records("programs")
    if programs:
        yield Table(("program", "tier", "steps", "obstacles"), tuple(_program_row(program) for program in programs))
    yield from _obstacles(document.records("obstacles"))
    yield from _assumptions(programs)
    if document.text("command") == "scan":
        yield from _constructs(document.record("constructs"))
    for file in document.records("files"):
        if file.text("reason"):
            yield Line(f"{file.text('path')}: {file.text('status')}: {file.text('reason')}", file.text("status"))
    yield from _notes(document.records("files"))
    yield Line(summary_line(document), "bold")


def _notes(files: Iterable[Record]) -> Iterator[Block]:
    """What is told of files without a change: once, with the number of files, where several are told the same."""
    told: dict[str, list[str]] = {}
    for file in files:
        for edit in file.records("edits"):
            if edit.text("safety") == "note" and edit.text("message"):
                where = place(Record({**edit.fields, "file": file.text("path")}))
                told.setdefault(edit.text("message"), []).append(where)
    for message, places in told.items():
        yield Line(f"{places[0] if len(places) == 1 else counted(len(places), 'place')}: {message}", "yellow")


def summary_line(document: Record) -> str:
    """The counts of a migration in one line."""
    summary = document.record("summary")
    files = [counted(summary.count("files"), "file"), f"{summary.count('changed')} changed"]
    files += [f"{summary.count(name)} {name}" for name in ("skipped", "failed") if summary.count(name)]
    tiers = ", ".join(f"{summary.count(tier)} {tier}" for tier in ("native", "kept", "blocked"))
    programs = f"{counted(summary.count('programs'), 'program')}: {tiers}"
    return f"{', '.join(files)}; {programs}; {summary.number('seconds') or 0:.1f} s"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _program_row(program: Record) -> tuple[str, ...]:
    steps = program.texts("steps")
    more = f" and {len(steps) - SHOWN_STEPS} more" if len(steps) > SHOWN_STEPS else ""
    obstacles = sorted({obstacle.text("id") for obstacle in program.records("obstacles")})
    return (
        program.text("entry"),
        program.text("tier"),
        ", ".join(steps[:SHOWN_STEPS]) + more or "-",
        ", ".join(obstacles) or "-",
    )


def _obstacles(obstacles: Iterable[Record]) -> Iterator[Block]:
    for obstacle in obstacles:
        symbol = f" ({obstacle.text('symbol')})" if obstacle.text("symbol") else ""
        yield Line(f"{place(obstacle)} {obstacle.text('id')}{symbol}: {obstacle.text('reason')}", "yellow")
        yield Line(f"    to unlock: {obstacle.text('unlock')}")


def place(record: Record) -> str:
    """file:line:column; in a notebook the file, the cell and the line."""
    if record.text("cell"):
        return f"{record.text('file')}, cell {record.text('cell')}, line {record.text('line')}"
    column = f":{record.text('column')}" if record.text("column") else ""
    return f"{record.text('file')}:{record.text('line')}{column}"


def _assumptions(programs: Iterable[Record]) -> Iterator[Block]:
    for program in programs:
        for assumption in program.texts("assumptions"):
            yield Line(f"{program.text('entry')}: assumes {assumption}")


def _constructs(constructs: Record) -> Iterator[Block]:
    counts = sorted(
        ((constructs.count(name), name) for name in constructs.fields), key=lambda pair: (-pair[0], pair[1])
    )
    if counts:
        rows = tuple((name, str(count)) for count, name in counts[:SHOWN_CONSTRUCTS])
        rest = len(counts) - SHOWN_CONSTRUCTS
        yield Table(("TensorFlow 1 construct", "times"), (*rows, (f"and {rest} more", "")) if rest > 0 else rows)


def verification_blocks(document: Record) -> Iterator[Block]:
    """The verdict of every program, and where the first difference is."""
    programs = document.records("programs")
    if programs:
        header = ("program", "verdict", "runs compared", "largest difference", "time new/old")
        yield Table(header, tuple(_verdict_row(program) for program in programs))
    for program in programs:
        yield from _details(program)
    summary = document.record("summary")
    names = ("equivalent", "under_assumptions", "different", "not_comparable")
    yield Line(", ".join(f"{summary.count(name)} {name.replace('_', ' ')}" for name in names), "bold")


def _verdict_row(program: Record) -> tuple[str, ...]:
    ratio = program.record("runtime").record("ratio").number("median")
    return (
        program.text("entry"),
        program.text("verdict"),
        program.text("runs_compared") or "-",
        number_text(largest_difference(program)),
        f"{ratio:.2f}" if ratio is not None else "-",
    )


def largest_difference(program: Record) -> float | None:
    """The largest absolute difference of any output, gradient or variable."""
    rows = [row for name in ("outputs", "gradients", "variables") for row in program.records(name)]
    found = [value for value in (row.number("max_abs") for row in rows) if value is not None]
    return max(found, key=lambda value: (value != value, value)) if found else None


def number_text(value: float | None) -> str:
    """A number in three digits."""
    return "-" if value is None else f"{value:.3g}"


def _details(program: Record) -> Iterator[Block]:
    entry = program.text("entry")
    divergence = program.record("first_divergence")
    if divergence.fields:
        yield Line(f"{entry}: first difference: {divergence_text(divergence)}", "red")
    elif program.text("reason"):
        yield Line(f"{entry}: {program.text('reason')}")
    for assumption in program.texts("assumptions"):
        yield Line(f"{entry}: assumes {assumption}")
    if program.texts("not_exercised"):
        yield Line(f"{entry}: not exercised: {', '.join(program.texts('not_exercised'))}")


def divergence_text(divergence: Record) -> str:
    """Where two programs part, in one line."""
    call, step = divergence.number("call"), divergence.text("step")
    where = "before the first run" if call is None or call < 0 else f"run {int(call) + 1}"
    what = divergence.text("message") or ", ".join(
        f"{name} {divergence.text(name)}" for name in ("fetch", "variable", "gradient") if divergence.text(name)
    )
    values = [divergence.text(name) for name in ("old", "new")]
    shown = f" (old {values[0]}, new {values[1]})" if all(values) else ""
    return f"{where}{f' ({step})' if step else ''}: {what}{shown}"
