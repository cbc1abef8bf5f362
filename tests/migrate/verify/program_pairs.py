"""Hand-written pairs of old and new programs with their plans, for the tests that run TensorFlow."""

from __future__ import annotations

import ast
from pathlib import Path

from codemods.results import Program, RunSite, Step
from codemods.rule import Tier
from migrate.verify import VerifyRequest

PROGRAMS = Path(__file__).parent / "programs"
ENTRY = "train.py"
Outputs = tuple[int | None, ...]

# name of the program -> (step, what it returns, [(number of the run in source order, outputs of its fetches)])
PLANS: dict[str, list[tuple[str, tuple[str, ...], list[tuple[int, Outputs]]]]] = {
    "softmax": [
        ("train_step", ("cross_entropy",), [(0, (None, 0))]),
        ("accuracy", ("accuracy",), [(1, (0,))]),
    ],
    "dropout": [("train", (), [(0, (None,))]), ("loss", ("loss",), [(1, (0,))])],
    "gan": [
        ("d_step", ("d_loss",), [(0, (None, 0))]),
        ("g_step", ("g_loss",), [(1, (None, 0))]),
        ("fake", ("fake",), [(2, (0,))]),
    ],
    "normed": [
        ("train_step", ("loss",), [(0, (None, 0))]),
        ("evaluate", ("prediction", "loss"), [(1, (0, 1))]),
    ],
    "crash": [("y", ("y",), [(0, (0,))])],
    "endless": [("y", ("y",), [(0, (0,))])],
    "idle": [("y", ("y",), [])],
    "kept": [],
}


def request_for(name: str, new_tree: Path | None = None, **settings: object) -> VerifyRequest:
    """A request for one of the programs; nothing is timed unless asked for."""
    tier = Tier.KEPT if name == "kept" else Tier.NATIVE
    program = Program(ENTRY, (ENTRY,), tier, tuple(steps_of(name)))
    defaults: dict[str, object] = {"device": "cpu", "time_runs": False, "timeout": 120.0}
    return VerifyRequest(
        PROGRAMS / name / "old", new_tree or PROGRAMS / name / "new", ENTRY, (), program, **(defaults | settings)
    )  # type: ignore[arg-type]


def steps_of(name: str) -> list[Step]:
    runs = run_calls(PROGRAMS / name / "old" / ENTRY)
    return [
        Step(step, ENTRY, fetches, tuple(RunSite(ENTRY, *runs[number], outputs) for number, outputs in sites))
        for step, fetches, sites in PLANS[name]
    ]


def run_calls(path: Path) -> list[tuple[int, int, int]]:
    """Line, column and last line of every `.run(...)` and `.eval(...)` that initializes nothing."""
    return sorted(
        (node.lineno, node.col_offset, node.end_lineno or node.lineno)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("run", "eval")
        and "initializer" not in ast.unparse(node)
    )
