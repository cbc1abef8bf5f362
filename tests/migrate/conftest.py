"""Runs commands in this process with the small engine in place of the real one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from migrate import cli
from tests.migrate import engine


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.out))


Run = Callable[..., Answer]


@pytest.fixture
def real_run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with the real engine."""

    def call(*arguments: object) -> Answer:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def run(real_run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the small engine."""
    monkeypatch.setattr("migrate.pipeline.migrate_sources", engine.migrate_sources)
    return real_run
