"""Keeps what was seen in a run, and writes it as one JSON and one array file when the run ends."""

from __future__ import annotations

import json
import os
import sys
import threading
import time

import numpy


class Recorder:
    """Events, variables and notes of one run. `leave` writes them and ends the process."""

    def __init__(self, config, sites):
        self.config = config
        self.sites = sites
        self.environment = {}
        self.events = []
        self.arrays = {}
        self.variables = {}
        self.notes = []
        self.times = []
        self.traces = {}
        self.skipped = 0
        self.started = time.perf_counter()
        self.draws = None
        self.state = {}
        self.state_bytes = 0
        self.readers = []
        self.lock = threading.RLock()
        self.left = False

    def note(self, text):
        """Say something once."""
        if text not in self.notes:
            self.notes.append(text)

    def keep(self, key, value):
        """Store an array; None if the value is not one (an operation, an opaque object)."""
        array = as_array(value)
        if array is None:
            return None
        self.arrays[key] = array
        return key

    def begin(self, step):
        """A run of a step begins: stop here if there were enough, else name the event for the random draws."""
        if len(self.events) >= self.config["limit"]:
            self.leave({"status": "limit"})
        call = self.sites.next_call(step)
        if self.draws is not None:
            self.draws.key = f"{step}#{call}"
        return call

    def end(self):
        """The run of a step is over; draws no longer belong to it."""
        if self.draws is not None:
            self.draws.key = None

    def add(self, step, call, outputs, gradients, states, **facts):
        """Record one finished run: outputs, gradients (name -> array), and all variables before and after it."""
        before, after = states
        number = len(self.events)
        event = dict(facts, step=step, call=call)
        event["outputs"] = [self.keep(f"e{number}/o{i}", value) for i, value in enumerate(outputs)]
        event["gradients"] = {
            name: self.keep(f"e{number}/g/{name}", value) for name, value in sorted(gradients.items())
        }
        self.events.append(event)
        event["before"] = self.remember_state(f"e{number}/before", before) if before is not None else None
        event["state"] = self.remember_state(f"e{number}/after", after) if after is not None else None

    def wants_state(self):
        """Are the variables read after this run? Always for the first runs, then while the bound allows."""
        return len(self.events) < 4 or self.state_bytes < self.config["state_bytes"]

    def remember_state(self, prefix, state):
        """Store those variables that changed since the last look; answer name -> key of the stored array."""
        for name, value in state.items():
            known = self.state.get(name)
            if known is not None and same_bits(self.arrays[known], value):
                continue
            key = f"{prefix}/v/{name}"
            self.arrays[key] = value
            self.state[name] = key
            self.state_bytes += value.nbytes
        return dict(self.state)

    def forced_values(self, step, call):
        """The values that the variables get before this run, by the old program's names; empty if they stay."""
        if not self.config["forced"]:
            return {}
        prefix = f"{step}#{call}/"
        with numpy.load(self.config["forced"]) as arrays:
            return {key[len(prefix) :]: arrays[key] for key in arrays.files if key.startswith(prefix)}

    def read_final(self):
        """All variables at the end, from every source that still can be read."""
        if self.config["mode"] == "time":
            return
        for reader in self.readers:
            try:
                self.remember_state("final", reader())
            except Exception as error:
                self.note(f"variables could not be read at the end: {str(error)[:200]}")

    def leave(self, outcome):
        """Write everything and end the process, whatever the program has running."""
        with self.lock:
            if self.left:
                return
            self.left = True
            if outcome["status"] != "timeout":
                self.read_final()
            self.write(outcome)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)

    def write(self, outcome):
        arrays = os.path.join(self.config["out"], "arrays.npz")
        numpy.savez(arrays, **self.arrays)
        seen = {
            "outcome": dict({"error": None, "place": None}, **outcome),
            "environment": self.environment,
            "events": self.events,
            "variables": [self.variables[name] for name in self.variables],
            "final": self.state,
            "notes": self.notes,
            "skipped_runs": self.skipped,
            "times": self.times,
            "traces": self.traces,
            "draws": self.draws.drawn if self.draws is not None else {},
            "peak_mib": peak_mib(),
        }
        temporary = os.path.join(self.config["out"], "seen.json.part")
        with open(temporary, "w") as stream:
            json.dump(seen, stream)
        os.replace(temporary, os.path.join(self.config["out"], "seen.json"))


def as_array(value):
    """A NumPy array of numbers, truth values or text; None for anything else."""
    if value is None:
        return None
    try:
        array = numpy.array(value)
    except Exception:
        return None
    if array.dtype == object:
        if all(isinstance(item, (bytes, str)) for item in array.ravel()):
            return numpy.array([i if isinstance(i, bytes) else i.encode() for i in array.ravel()]).reshape(array.shape)
        return None
    if array.dtype.kind not in "biufcSU":
        return array.astype(numpy.float32) if array.dtype.kind == "V" and array.dtype.itemsize == 2 else None
    return array


def same_bits(first, second):
    return first.shape == second.shape and first.dtype == second.dtype and first.tobytes() == second.tobytes()


def peak_mib():
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
