"""Runs the steps of a program again and again after it has ended, with what they were last called with.

Both sides replay in turn. Before a turn the variables get the values back that they had at the end of the program, so
that every round computes the same; a step that cannot be run again (its input has come to an end) is left out.
"""

from __future__ import annotations

import functools
import gc
import statistics
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from turns import GONE, LAST, YOURS, Turns

Run = Callable[[], object]
KEPT = 10  # calls of each step
SECONDS = 6.0  # for both sides together
ROUNDS = (12, 60)  # at least, at most
TURN_SECONDS, TURN_RUNS = 0.03, (4, 100)  # how long each step is run in a turn
SETTLE = 2  # runs at the start of a turn that fill the processor's caches


@dataclass
class Replay:
    """The last calls of every step, and what was measured when they were run again: for each round (wall, CPU)."""

    turns: Turns
    restore: Callable[[], None]
    calls: dict[str, deque[Run]] = field(default_factory=dict)
    runs: dict[str, int] = field(default_factory=dict)
    measured: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def keep(self, step: str, run: Run) -> None:
        """Remember a call. A dictionary of feeds may be filled anew for the next one."""
        if isinstance(run, functools.partial):
            given = [dict(each) if type(each) is dict else each for each in run.args]
            named = {name: dict(each) if type(each) is dict else each for name, each in run.keywords.items()}
            run = functools.partial(run.func, *given, **named)
        self.calls.setdefault(step, deque(maxlen=KEPT)).append(run)

    def warm_up(self) -> None:
        """The first round: what cannot be run again is found, and how often the others are run in a turn."""
        self.restore()
        for step, calls in self.calls.items():
            try:
                seconds = [timed(run) for run in (*calls, *calls)]
            except Exception:
                continue
            wanted = TURN_SECONDS / max(statistics.median(seconds), 1e-6)
            self.runs[step] = round(min(max(wanted, TURN_RUNS[0]), TURN_RUNS[1]))
        gc.collect()
        gc.freeze()
        gc.disable()

    def turn(self) -> None:
        """Every step, as often as a turn takes: the median of the wall times, the mean of the processor's."""
        self.restore()
        for step, times in self.runs.items():
            calls = [self.calls[step][number % len(self.calls[step])] for number in range(times)]
            for run in calls[:SETTLE]:
                run()
            start = time.process_time()
            wall = statistics.median([timed(run) for run in calls])
            spent = (time.process_time() - start) / times
            self.measured.setdefault(step, []).append((wall, spent))

    def lead(self) -> None:
        """The side that goes first also says when it is enough."""
        self.warm_up()
        self.turns.send(YOURS)
        start, rounds, last = time.perf_counter(), 0, False
        while self.turns.receive() != GONE and not last:
            self.turn()
            rounds += 1
            last = rounds >= ROUNDS[1] or (rounds >= ROUNDS[0] and time.perf_counter() - start > SECONDS)
            self.turns.send(LAST if last else YOURS)

    def follow(self) -> None:
        self.turns.receive()
        self.warm_up()
        self.turns.send(YOURS)
        while (mark := self.turns.receive()) != GONE:
            self.turn()
            self.turns.send(YOURS)
            if mark == LAST:
                return


def timed(run: Run) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
