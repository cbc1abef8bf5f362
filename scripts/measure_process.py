"""Runs a command and says what it cost: CPU seconds of it and its children, and the most memory they held together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PERIOD = 0.02


@dataclass(frozen=True)
class Cost:
    code: int
    cpu: float
    wall: float
    peak_mib: float


def measure(command: Sequence[str]) -> Cost:
    """Cost of one run. Output is dropped; memory is that of all processes together, shared pages counted once."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks: list[int] = [0]
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, stop))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    stop.set()
    watcher.join()
    peak = max(max(peaks), usage.ru_maxrss)
    return Cost(process.returncode, usage.ru_utime + usage.ru_stime, wall, peak / 1024)


def _watch(pid: int, peaks: list[int], stop: threading.Event) -> None:
    while not stop.wait(PERIOD):
        peaks.append(sum(map(_memory, _family(pid))))


def _family(pid: int) -> list[int]:
    """The process and all its descendants, as far as /proc tells."""
    family = [pid]
    for member in family:
        for listing in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                family += [int(child) for child in listing.read_text().split()]
            except OSError:
                continue
    return family


def _memory(pid: int) -> int:
    """Proportional share of memory in KiB; 0 where the system does not tell or the process is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
