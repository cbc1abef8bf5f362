"""Times one side of a program while the other side runs too: they take turns, so both meet the same machine.

A turn is several runs long: no user's program starts every run with the processor's caches full of another program.

Usage: paired_worker.py WORKERS CONFIG SIDE READ_FD WRITE_FD. Built on the workers of verification.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any

WARM_UP = 2
TURN = 10


class Turns:
    """Waits for the other side before a turn and lets it go on after; goes on alone when the other side has ended."""

    def __init__(self, read: int, write: int) -> None:
        self.read = read
        self.write = write
        self.left = 0

    def wait(self) -> None:
        if not self.left:
            os.read(self.read, 1)
            self.left = TURN

    def hand_over(self) -> None:
        self.left -= 1
        if self.left:
            return
        try:
            os.write(self.write, b".")
        except BrokenPipeError:
            return


class Times(list[Any]):
    """The list that the stopwatch fills: an entry means that a run is over."""

    def __init__(self, turns: Turns, recorder: Any) -> None:
        super().__init__()
        self.turns = turns
        self.recorder = recorder
        self.calls: dict[str, int] = {}
        self.traced = 0

    def begin(self) -> None:
        self.traced = traces()
        self.turns.wait()

    def append(self, entry: Any) -> None:
        super().append(entry)
        step = entry[0]
        self.calls[step] = self.calls.get(step, 0) + 1
        if self.calls[step] > WARM_UP and traces() > self.traced:
            self.recorder.note(f"retraced {step}")
        self.turns.hand_over()


def traces() -> int:
    """How often any function of the program has been traced."""
    return sum(function.experimental_get_tracing_count() for function in FUNCTIONS)


FUNCTIONS: list[Any] = []


def count_traces() -> None:
    from tensorflow.python.eager.polymorphic_function import polymorphic_function

    original = polymorphic_function.Function.__init__

    def __init__(self: Any, *arguments: Any, **options: Any) -> None:
        original(self, *arguments, **options)
        FUNCTIONS.append(self)

    polymorphic_function.Function.__init__ = __init__


def take_turns(stopwatch: ModuleType, turns: Turns) -> None:
    """Let the stopwatch wait before every run that it times, and hand over after it."""
    install, begin = stopwatch.install, stopwatch.begin

    def install_both(recorder: Any, side: str) -> None:
        recorder.times = Times(turns, recorder)
        install(recorder, side)
        if side == "new":
            count_traces()

    def begin_in_turn(recorder: Any) -> None:
        begin(recorder)
        recorder.times.begin()

    stopwatch.install, stopwatch.begin = install_both, begin_in_turn  # type: ignore[attr-defined]


def main(workers: str, config: str, side: str, read: str, write: str) -> None:
    name = "_tfmigrate_workers"
    spec = importlib.util.spec_from_file_location(
        name, os.path.join(workers, "__init__.py"), submodule_search_locations=[workers]
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    spec.loader.exec_module(package)
    take_turns(importlib.import_module(name + ".stopwatch"), Turns(int(read), int(write)))
    importlib.import_module(name + ".subject").main(config, side)


if __name__ == "__main__":
    main(*sys.argv[1:])
