"""Starts a worker in a process group of its own, within a time limit, and never leaves one behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

GRACE_SECONDS = 5.0


@dataclass(frozen=True)
class Ended:
    """How a child process ended; `code` is None if it had to be stopped."""

    code: int | None
    stdout: str
    stderr: str

    @property
    def timed_out(self) -> bool:
        return self.code is None


def launch(command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path, timeout: float) -> Ended:
    """Run the command to its end or to the time limit. Its output is kept in files under `log`."""
    out, err = log / "stdout.txt", log / "stderr.txt"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            list(command),
            cwd=cwd,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
        code = wait(process, timeout)
    return Ended(code, read_text(out), read_text(err))


def wait(process: subprocess.Popen[bytes], timeout: float) -> int | None:
    """The exit code, or None after the time limit. The whole group is gone afterwards, whatever happens here."""
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        signal_group(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_SECONDS)
        return None
    finally:
        signal_group(process.pid, signal.SIGKILL)
        process.wait()


def signal_group(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")
