"""Times one side of a program while the other side runs too: they take turns, so both meet the same machine.

First the program runs, then its steps are run again in rounds: see replay.py.
Usage: paired_worker.py WORKERS CONFIG SIDE READ_FD WRITE_FD. Built on the workers of verification.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import time
from types import ModuleType
from typing import Any

from kept_state import Objects, Sessions
from made_tensors import MadeTensors
from replay import Replay, Run
from turns import Turns

WARM_UP = 2


class Paired:
    """What is measured on this side: every run of the program, and then the rounds of the replay."""

    def __init__(self, recorder: Any, side: str, turns: Turns, state: Sessions | Objects) -> None:
        self.recorder = recorder
        self.side = side
        self.turns = turns
        self.replay = Replay(turns, state.restore)
        self.ran: dict[str, list[tuple[float, float]]] = {}
        self.leave = recorder.leave
        recorder.leave = self.replay_and_leave

    def measure(self, step: str, run: Run) -> object:
        traced = traces()
        self.turns.wait()
        start, spent = time.perf_counter(), time.process_time()
        result = run()
        seconds, spent = time.perf_counter() - start, time.process_time() - spent
        self.recorder.times.append([step, seconds])
        self.turns.hand_over()
        calls = self.ran.setdefault(step, [])
        calls.append((seconds, spent))
        if len(calls) > WARM_UP and traces() > traced:
            self.recorder.note(f"retraced {step}")
        self.replay.keep(step, run)
        return result

    def replay_and_leave(self, outcome: dict[str, Any]) -> None:
        self.recorder.leave = self.leave
        traced = traces()
        if outcome["status"] in ("finished", "limit") and self.turns.meet():
            (self.replay.lead if self.side == "old" else self.replay.follow)()
        if traces() > traced:
            self.recorder.note("retraced something when it was run again")
        with open(os.path.join(self.recorder.config["out"], "paired.json"), "w") as stream:
            json.dump({"ran": self.ran, "replayed": self.replay.measured}, stream)
        self.leave(outcome)


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


def take_turns(stopwatch: ModuleType, graphs: ModuleType, turns: Turns) -> None:
    """Let the stopwatch take turns with the other side, and keep what it times."""
    install, begin = stopwatch.install, stopwatch.begin

    def install_all(recorder: Any, side: str) -> None:
        state = Sessions(graphs) if side == "old" else Objects()
        paired = Paired(recorder, side, turns, state)
        made = MadeTensors() if side == "new" else None

        def measure(recorder: Any, step: str, run: Run) -> object:
            if isinstance(state, Sessions):
                state.meet(run.args[0])  # type: ignore[attr-defined]
            begin(recorder)
            return paired.measure(step, made.with_making(run) if made is not None else run)

        stopwatch.measure = measure  # type: ignore[attr-defined]
        install(recorder, side)
        if side == "new":
            count_traces()

    stopwatch.install = install_all  # type: ignore[attr-defined]


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
    stopwatch, graphs = (importlib.import_module(f"{name}.{each}") for each in ("stopwatch", "graphs"))
    take_turns(stopwatch, graphs, Turns(int(read), int(write)))
    importlib.import_module(name + ".subject").main(config, side)


if __name__ == "__main__":
    main(*sys.argv[1:])
