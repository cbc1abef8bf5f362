"""What is to be verified, and how: one program, both trees, and the settings of the comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from codemods.results import Program

COMPAT = "compat"


@dataclass(frozen=True)
class VerifyRequest:
    """One program to run on both sides.

    `reference` is "compat" or the path of a Python interpreter with TensorFlow 1.15; `environment` holds variables
    to add for both sides; `rtol` and `atol` override every default tolerance.
    """

    old_tree: Path
    new_tree: Path
    entry: str
    arguments: tuple[str, ...]
    program: Program
    steps_limit: int = 20
    reference: str = COMPAT
    device: str | None = None
    timeout: float = 600.0
    rtol: float | None = None
    atol: float | None = None
    time_runs: bool = True
    seed: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def across_versions(self) -> bool:
        """Do both sides run on different versions of TensorFlow, whose kernels round differently?"""
        return self.reference != COMPAT


def step_key(name: str) -> str:
    """The name by which a function of the new program knows itself."""
    return name.rsplit(".", 1)[-1]


def steps_for_workers(program: Program) -> list[dict[str, object]]:
    """The steps with their run sites, as the workers read them."""
    return [
        {
            "name": step_key(step.name),
            "sites": [
                {
                    "file": site.file,
                    "line": site.line,
                    "column": site.column,
                    "end_line": site.end_line,
                    "outputs": list(site.outputs),
                }
                for site in step.sites
            ],
        }
        for step in program.steps
    ]
