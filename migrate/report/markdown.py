"""The report for a pull request: the verdicts first, everything else folded, never longer than a comment may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from migrate.report.blocks import counted, divergence_text, largest_difference, number_text, place, summary_line
from migrate.report.model import Record, Results

LIMIT = 60_000
CELL = 160
ROW_LIMITS = (400, 200, 100, 50, 25, 12, 6, 3, 1)

MakeRow: TypeAlias = Callable[[Record], Sequence[str]]


def render_markdown(results: Results) -> str:
    """The report, with as many rows per table as fit into the limit."""
    for rows in ROW_LIMITS:
        text = "\n".join(_report(results, rows)) + "\n"
        if len(text) < LIMIT:
            return text
    return text[: LIMIT - 100].rpartition("\n")[0] + "\n\n(cut here: the JSON report has the rest)\n"


def _report(results: Results, rows: int) -> Iterator[str]:
    yield "# Migration to TensorFlow 2"
    if results.migration is not None:
        yield from ("", summary_line(results.migration) + ".")
    if results.verification is not None:
        yield from _verdicts(results, rows)
    if results.migration is not None:
        yield from _migration(results.migration, rows)
    if results.verification is not None:
        for program in results.verification.records("programs")[:rows]:
            yield from _program_details(program, rows)
        yield from _environment(results.verification)
    yield from _again(results)


def _verdicts(results: Results, rows: int) -> Iterator[str]:
    assert results.verification is not None
    summary = results.verification.record("summary")
    yield from ("", "## Same program?", "")
    yield (
        f"{summary.count('equivalent')} equivalent, {summary.count('under_assumptions')} equivalent under assumptions, "
        f"{summary.count('different')} different, {summary.count('not_comparable')} not comparable."
    )
    programs = results.verification.records("programs")
    header = ("program", "verdict", "runs compared", "largest difference", "tolerance", "time new/old")
    yield from _table(header, programs, _verdict_row, rows)
    remarks = [remark for program in programs[: rows + 1] for remark in _remarks(program)]
    yield from _bullets(remarks, rows)


def _verdict_row(program: Record) -> tuple[str, ...]:
    ratio = program.record("runtime").record("ratio")
    outputs = program.records("outputs")
    return (
        code(program.text("entry")),
        f"**{cell(program.text('verdict'))}**",
        program.text("runs_compared") or "-",
        number_text(largest_difference(program)),
        _pairs(outputs[0].record("tolerance")) if outputs else "-",
        _ratio(ratio),
    )


def _ratio(ratio: Record) -> str:
    if ratio.number("median") is None:
        return "-"
    median, low, high = (number_text(ratio.number(name)) for name in ("median", "low", "high"))
    return f"{median} ({low} to {high})"


def _remarks(program: Record) -> Iterator[str]:
    entry = code(program.text("entry"))
    if program.record("first_divergence").fields:
        yield f"{entry}: first difference: {cell(divergence_text(program.record('first_divergence')))}"
    elif program.text("reason"):
        yield f"{entry}: {cell(program.text('reason'))}"
    for assumption in program.texts("assumptions"):
        yield f"{entry} assumes: {cell(assumption)}"
    if program.texts("not_exercised"):
        yield f"{entry}: not exercised: {', '.join(code(name) for name in program.texts('not_exercised')[:20])}"


def _migration(document: Record, rows: int) -> Iterator[str]:
    programs = document.records("programs")
    if programs:
        yield from ("", "## Programs")
        yield from _table(("program", "tier", "steps"), programs, _program_row, rows)
    obstacles = document.records("obstacles")
    if obstacles:
        yield from ("", "## What stands in the way")
        header = ("place", "obstacle", "reason", "edit that unlocks it")
        yield from _table(header, obstacles, _obstacle_row, rows)
    assumed = [
        f"{code(program.text('entry'))}: {cell(text)}" for program in programs for text in program.texts("assumptions")
    ]
    if assumed:
        yield from ("", "## Assumptions", "", *_bullets(assumed, rows))
    left = [file for file in document.records("files") if file.text("reason")]
    if left:
        table = _table(("file", "status", "reason"), left, _left_row, rows)
        yield from _folded(f"{counted(len(left), 'file')} left alone", table)
    changed = [file for file in document.records("files") if file.text("status") == "changed"]
    if changed:
        yield from _folded(
            f"{counted(len(changed), 'file')} changed", _table(("file", "rules"), changed, _file_row, rows)
        )


def _program_row(program: Record) -> tuple[str, ...]:
    steps = program.texts("steps")
    shown = ", ".join(code(step) for step in steps[:12])
    return code(program.text("entry")), program.text("tier"), shown + (", …" if len(steps) > 12 else "")


def _obstacle_row(obstacle: Record) -> tuple[str, ...]:
    name = f"{code(obstacle.text('id'))} {cell(obstacle.text('symbol'))}"
    return code(place(obstacle)), name, cell(obstacle.text("reason")), cell(obstacle.text("unlock"))


def _left_row(file: Record) -> tuple[str, ...]:
    return code(file.text("path")), file.text("status"), cell(file.text("reason"))


def _file_row(file: Record) -> tuple[str, ...]:
    rules = sorted({edit.text("rule") for edit in file.records("edits")})
    return code(file.text("path")), ", ".join(code(rule) for rule in rules[:12])


def _program_details(program: Record, rows: int) -> Iterator[str]:
    header = ("step", "fetch", "calls", "max abs", "max rel", "tolerance", "would pass at")
    parts = [*_titled("Outputs", header, program.records("outputs"), _output_row, rows)]
    for title in ("gradients", "updates", "variables"):
        names = ("old name", "new name", "max abs", "max rel")
        parts += _titled(title.capitalize(), names, program.records(title), _variable_row, rows)
    parts += _runtime(program.record("runtime"))
    noise = _pairs(program.record("noise_floor"))
    if noise != "-":
        parts += ["", f"Noise floor (the old program against itself): {noise}."]
    if program.record("printed").fields:
        parts += ["", f"Printed output: {_pairs(program.record('printed'))}."]
    parts += _bullets([cell(note) for note in program.texts("notes")], rows)
    yield from _folded(f"{cell(program.text('entry'))}: numbers", parts)


def _output_row(row: Record) -> tuple[str, ...]:
    names = (code(row.text("step")), code(row.text("fetch")), row.text("calls"))
    return (*names, *_differences(row), _pairs(row.record("tolerance")), _pairs(row.record("passes_at")))


def _variable_row(row: Record) -> tuple[str, ...]:
    return (code(row.text("variable")), code(row.text("new")), *_differences(row))


def _differences(row: Record) -> tuple[str, str]:
    return number_text(row.number("max_abs")), number_text(row.number("max_rel"))


def _pairs(record: Record) -> str:
    return cell(_flat(record)) or "-"


def _flat(record: Record) -> str:
    """Names with their values; numbers in three digits, objects in parentheses."""
    parts = []
    for name in record.fields:
        number, inner = record.number(name), record.record(name)
        value = f"({_flat(inner)})" if inner.fields else record.text(name) if number is None else number_text(number)
        parts += [f"{name} {value}"] if value else []
    return ", ".join(parts)


def _runtime(runtime: Record) -> Iterator[str]:
    if not runtime.fields:
        return
    yield from ("", f"Time of a run on {cell(runtime.text('device')) or 'an unknown device'}:")
    yield from ("", _row(("side", "median ms", "p95 ms", "peak MiB")), _row(("---",) * 4))
    for side in ("old", "new"):
        times = (runtime.record(f"{side}_ms").number(key) for key in ("median", "p95"))
        yield _row((side, *(number_text(time) for time in times), number_text(runtime.record("peak_mib").number(side))))
    traces = _pairs(runtime.record("traces"))
    yield from ("", f"Tracing took {number_text(runtime.number('trace_s'))} s; traces: {traces}.")


def _environment(document: Record) -> Iterator[str]:
    environment = document.record("environment")
    sides = [side for side in ("old", "new") if environment.record(side).fields]
    if sides:
        yield from _folded("Environment", ["", *(f"- {side}: {_pairs(environment.record(side))}" for side in sides)])


def _again(results: Results) -> Iterator[str]:
    document = results.migration or results.verification
    if document is None:
        return
    source = document.record("source")
    path = source.text("path") or "."
    base = f" --base {source.text('base')}" if source.text("base") else ""
    branch = f" --branch {document.text('branch')} --force" if document.text("branch") else ""
    output = f" --output {document.text('output')}" if document.text("output") else ""
    yield from ("", "## Run it again", "", "```sh", f"tfmigrate apply {path}{base}{branch}{output}")
    if results.verification is not None:
        yield f"tfmigrate verify {path}"
    yield "```"
    version = document.text("version")
    yield from (
        "",
        f"Made by tfmigrate {version} for TensorFlow {(results.migration or document).text('tensorflow') or '2'}.",
    )


def _titled(title: str, header: Sequence[str], found: Sequence[Record], make: MakeRow, rows: int) -> Iterator[str]:
    if found:
        yield from ("", f"{title}:", *_table(header, found, make, rows))


def _table(header: Sequence[str], found: Sequence[Record], make: MakeRow, rows: int) -> Iterator[str]:
    yield from ("", _row(header), _row(["---"] * len(header)))
    yield from (_row(make(record)) for record in found[:rows])
    if len(found) > rows:
        yield from ("", f"and {len(found) - rows} more (the JSON report has them all).")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bullets(items: Sequence[str], rows: int) -> Iterator[str]:
    yield from ([""] if items else [])
    yield from (f"- {item}" for item in items[:rows])
    if len(items) > rows:
        yield f"- and {len(items) - rows} more (the JSON report has them all)."


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"<details><summary>{title}</summary>", *lines, "", "</details>")


def cell(text: str) -> str:
    """Text that cannot break out of a table cell or a list item."""
    flat = _clip(" ".join(text.split()))
    for special, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "\\|"), ("`", "'"), ("@", "&#64;")):
        flat = flat.replace(special, safe)
    return flat


def code(text: str) -> str:
    """Text in a code span."""
    flat = _clip(" ".join(text.split())).replace("`", "'").replace("|", "\\|")
    return f"`{flat}`" if flat else ""


def _clip(text: str) -> str:
    return text if len(text) <= CELL else text[: CELL - 1] + "…"
