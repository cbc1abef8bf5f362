"""Starts the workers of verification in forks of processes that have imported TensorFlow, one for each environment."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from migrate.verify import subjects
from migrate.verify.launch import Ended, read_text

NURSERY = Path(__file__).parent / "nursery.py"


class Nurseries:
    """Takes the place of `migrate.verify.launch.launch`; without a time limit, which the test session has."""

    def __init__(self) -> None:
        self.running: dict[tuple[tuple[str, str], ...], subprocess.Popen[str]] = {}

    def launch(
        self, command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path, timeout: float
    ) -> Ended:
        assert command[:2] == [sys.executable, "-u"], command
        nursery = self._nursery(environment)
        assert nursery.stdin is not None and nursery.stdout is not None
        request = {"command": list(command[2:]), "cwd": str(cwd), "log": str(log)}
        nursery.stdin.write(json.dumps(request) + "\n")
        nursery.stdin.flush()
        code = int(nursery.stdout.readline())
        return Ended(code, read_text(log / "stdout.txt"), read_text(log / "stderr.txt"))

    def _nursery(self, environment: Mapping[str, str]) -> subprocess.Popen[str]:
        environment = {name: value for name, value in environment.items() if not name.startswith("PYTEST_")}
        key = tuple(sorted(environment.items()))
        if key not in self.running:
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
            command = [sys.executable, "-u", str(NURSERY)]
            self.running[key] = subprocess.Popen(command, env=dict(environment), text=True, **pipes)
        return self.running[key]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Verification inside of the block starts its workers so."""
        with mock.patch.object(subjects, "launch", self.launch):
            yield

    def close(self) -> None:
        for each in self.running.values():
            assert each.stdin is not None
            each.stdin.close()
            each.wait(30)
