"""The command line. Thin: every command reads its options, calls one function elsewhere, and shows the answer.

What a command needs is imported when it runs, so that `--help` stays cheap.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.problems import ExitCode, UserError

if TYPE_CHECKING:
    from migrate.pipeline import Mode

DEBUG = "TFMIGRATE_DEBUG"
ISSUES = "report it with the output of the same command under TFMIGRATE_DEBUG=1"

app = typer.Typer(
    name="tfmigrate",
    help="Moves TensorFlow 1 repositories to TensorFlow 2 and proves that the result is the same program.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from migrate.report.as_json import tool_version

        typer.echo(f"tfmigrate {tool_version()}")
        raise typer.Exit


PathArgument = Annotated[Path, typer.Argument(help="The repository, a folder in it, or a file.", show_default=False)]
JsonOption = Annotated[str | None, typer.Option("--json", metavar="FILE", help="Write JSON to FILE (-: to stdout).")]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="Print without colours.")]
VersionOption = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
]
BaseOption = Annotated[str | None, typer.Option(metavar="REF", help="The commit to read (apply: HEAD).")]
TierOption = Annotated[str | None, typer.Option(metavar="native|kept", help="The highest tier to try.")]
OptimizersOption = Annotated[str | None, typer.Option(metavar="keras|v1", help="Which optimizers to write.")]
SelectOption = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Only these rules.")]
SkipOption = Annotated[list[str] | None, typer.Option(metavar="RULE", help="All rules but these.")]
JobsOption = Annotated[int | None, typer.Option(metavar="N", help="How many processes (default: the cores).")]
ReportOption = Annotated[str | None, typer.Option(metavar="DIR", help="Also write the report to DIR.")]


@app.callback()
def tool(version: VersionOption = False) -> None:
    """Options of the tool itself."""


@app.command()
def scan(
    path: PathArgument,
    base: BaseOption = None,
    tier: TierOption = None,
    optimizers: OptimizersOption = None,
    select: SelectOption = None,
    skip: SkipOption = None,
    jobs: JobsOption = None,
    report: ReportOption = None,
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Say which programs there are, how far each can go, and what stands in the way. Writes nothing."""
    from migrate import pipeline
    from migrate.presentation import Shown, check_targets, show_outcome
    from migrate.report.terminal import progress_line

    shown = Shown(json, quiet, not no_color)
    check_targets(shown, report)
    flags = {"base": base, "tier": tier, "optimizers": optimizers, "jobs": jobs, "report": report}
    request = pipeline.Request(path, {**flags, "select": tuple(select or ()), "skip": tuple(skip or ())})
    with progress_line(shown.silent, shown.color) as progress:
        outcome = pipeline.scan(request, progress)
    return show_outcome(shown, outcome, report, path)


@app.command()
def apply(
    path: PathArgument,
    branch: Annotated[str | None, typer.Option(metavar="NAME", help="The new branch (tfmigrate/tf2).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the branch if it exists.")] = False,
    base: BaseOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the changes, write nothing.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only say whether there are changes (exit code 1).")] = False,
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the migrated tree to DIR.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 if a program stays below native.")] = False,
    tier: TierOption = None,
    optimizers: OptimizersOption = None,
    select: SelectOption = None,
    skip: SkipOption = None,
    jobs: JobsOption = None,
    report: ReportOption = None,
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Write the migrated code: to a new branch, to a folder, or only to the screen."""
    from migrate import pipeline
    from migrate.presentation import Shown, check_targets, show_outcome
    from migrate.report.terminal import progress_line

    shown = Shown(json, quiet, not no_color)
    check_targets(shown, report)
    flags = {"branch": branch, "base": base, "tier": tier, "optimizers": optimizers, "jobs": jobs, "report": report}
    lists = {"select": tuple(select or ()), "skip": tuple(skip or ())}
    mode = _mode(dry_run, check, output)
    request = pipeline.Request(path, {**flags, **lists}, mode, output, force, strict)
    with progress_line(shown.silent, shown.color) as progress:
        outcome = pipeline.apply(request, progress)
    return show_outcome(shown, outcome, report, path)


def _mode(dry_run: bool, check: bool, output: Path | None) -> Mode:
    from migrate.pipeline import Mode

    if output is not None:
        if dry_run or check:
            raise UserError("--output writes and --dry-run and --check do not; choose one")
        return Mode.OUTPUT
    if check:
        return Mode.CHECK
    return Mode.DRY_RUN if dry_run else Mode.BRANCH


@app.command()
def verify(
    path: PathArgument,
    old: Annotated[str | None, typer.Option(metavar="REF_OR_DIR", help="The old side (the branch's base).")] = None,
    new: Annotated[str | None, typer.Option(metavar="REF_OR_DIR", help="The new side (the branch).")] = None,
    branch: Annotated[str | None, typer.Option(metavar="NAME", help="The branch that apply wrote.")] = None,
    entry: Annotated[list[str] | None, typer.Option(metavar="'train.py --steps 3'", help="Only this program.")] = None,
    steps: Annotated[int | None, typer.Option(metavar="N", help="Stop each side after N runs (20).")] = None,
    reference: Annotated[
        str | None, typer.Option(metavar="compat|PYTHON", help="What runs the old side: or a Python with TF 1.15.")
    ] = None,
    device: Annotated[str | None, typer.Option(metavar="cpu|gpu", help="Where (a GPU if there is one).")] = None,
    timeout: Annotated[float | None, typer.Option(metavar="SECONDS", help="For each run of a program (600).")] = None,
    rtol: Annotated[float | None, typer.Option(help="Relative tolerance in place of the measured one.")] = None,
    atol: Annotated[float | None, typer.Option(help="Absolute tolerance in place of the default.")] = None,
    report: ReportOption = None,
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Run old and new code, compare every output, gradient and variable. This executes the user's programs."""
    from migrate import verification
    from migrate.presentation import Shown, check_targets, show_verified
    from migrate.report.terminal import progress_line

    shown = Shown(json, quiet, not no_color)
    check_targets(shown, report)
    flags = {"branch": branch, "steps": steps, "reference": reference, "device": device, "timeout": timeout}
    more = {"rtol": rtol, "atol": atol, "report": report, "entry": tuple(entry or ())}
    order = verification.VerifyOrder(path, {**flags, **more}, old, new)
    with progress_line(shown.silent, shown.color) as progress:
        verified = verification.verify(order, progress)
    return show_verified(shown, verified, report, path)


@app.command()
def checkpoint(
    path: Annotated[
        Path, typer.Argument(help="A checkpoint: its path, one of its files, or a folder with one.", show_default=False)
    ],
    program: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The program that wrote it, as it was in TensorFlow 1.")
    ] = None,
    map: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON: name in TensorFlow 1 -> path of objects (layer/_kernel).")
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="PREFIX", help="Write the converted checkpoint here.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    base: Annotated[str | None, typer.Option(metavar="REF", help="The commit that holds the program.")] = None,
    optimizers: OptimizersOption = None,
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Load old checkpoints into the migrated program, or back; without --output only list what there is."""
    from migrate.checkpoint import CheckpointOrder, convert_checkpoint
    from migrate.presentation import Shown, check_targets, show_checkpoint

    shown = Shown(json, quiet, not no_color)
    check_targets(shown, None)
    flags = {"base": base, "optimizers": optimizers}
    done = convert_checkpoint(CheckpointOrder(path, program, map, output, force, flags))
    return show_checkpoint(shown, done)


@app.command()
def report(
    path: PathArgument,
    format: Annotated[str, typer.Option(metavar="markdown|json|text", help="The form to print.")] = "markdown",
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Render the last results again. PATH is the repository, a report folder, or a JSON file of this tool."""
    from migrate.presentation import Shown
    from migrate.rendering import render_again

    return render_again(path, format, Shown(json, quiet, not no_color))


@app.command()
def rules(
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """List the rules and the kinds of obstacles."""
    from migrate.explanation import list_rules
    from migrate.presentation import Shown, show_explanation

    return show_explanation(Shown(json, quiet, not no_color), list_rules())


@app.command()
def explain(
    name: Annotated[
        str, typer.Argument(help="A rule, an obstacle, a TensorFlow name, FILE, or FILE:LINE.", show_default=False)
    ],
    tier: TierOption = None,
    optimizers: OptimizersOption = None,
    json: JsonOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    version: VersionOption = False,
) -> int:
    """Explain a rule, an obstacle or a TensorFlow 1 name; FILE: its graph program; FILE:LINE: what was decided."""
    from migrate import explanation
    from migrate.presentation import Shown, show_explanation

    answer = explanation.explain(name, {"tier": tier, "optimizers": optimizers})
    return show_explanation(Shown(json, quiet, not no_color), answer)


def main() -> None:
    """Run the command line and leave with its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def _terminated(signal_number: int, _: object) -> None:
    raise SystemExit(128 + signal_number)


def run(arguments: list[str]) -> int:
    """Run one command. Every failure is one line on standard error."""
    try:
        code = app(arguments, prog_name="tfmigrate", standalone_mode=False)
    except UserError as error:
        return _fail(ExitCode.USAGE, str(error))
    except typer.TyperException as error:
        return _fail(ExitCode.USAGE, f"{' '.join(error.format_message().split())} (see tfmigrate --help)")
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        return _fail_inside(error)
    if code == 130:
        return _fail(130, "interrupted")
    return int(code or 0)


def _fail(code: int, message: str) -> int:
    typer.echo(f"tfmigrate: {message}", err=True)
    return int(code)


def _fail_inside(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return _fail(ExitCode.INCOMPLETE, f"internal error: {what} at {where}; nothing was half-written; please {ISSUES}")


if __name__ == "__main__":
    main()
