"""Which run site of the plan is this call? Matches a place in the old source with the steps' run sites."""

from __future__ import annotations


class Sites:
    """The run sites of all steps, asked once per run of the old program."""

    def __init__(self, steps):
        self.known = bool(steps)
        self.sites = [(step["name"], index, site) for step in steps for index, site in enumerate(step["sites"])]
        self.names = {step["name"] for step in steps}
        self.turns = {}
        self.calls = {}
        self.exact = set()

    def match(self, place, fetch_count):
        """The (step, site index) that runs at this place, or None."""
        near = [s for s in self.sites if s[2]["file"] == place["file"] and self.covers(s[2], place["line"])]
        exact = [s for s in near if place["column"] is not None and self.starts(s[2], place)]
        if exact:
            self.exact.add(exact[0][:2])
            return exact[0][:2]
        if place["column"] is not None:
            near = [s for s in near if s[:2] not in self.exact]  # whose runs are known by their column
        fitting = [s for s in near if len(s[2]["outputs"]) == fetch_count]
        if not fitting and len(near) == 1 and place["column"] is None:
            fitting = near
        if not fitting:
            return None
        return self.take_turn(fitting)[:2]

    def covers(self, site, line):
        return site["line"] <= line <= max(site["end_line"], site["line"])

    def starts(self, site, place):
        return site["line"] == place["line"] and site["column"] == place["column"]

    def take_turn(self, candidates):
        """Several calls on one line and no column to tell them apart: they take turns, in source order."""
        key = tuple((s[0], s[1]) for s in candidates)
        turn = self.turns.get(key, 0)
        self.turns[key] = turn + 1
        ordered = sorted(candidates, key=lambda s: (s[2]["line"], s[2]["column"]))
        return ordered[turn % len(ordered)]

    def next_call(self, step):
        """Number of this call of the step, counted from 0."""
        number = self.calls.get(step, 0)
        self.calls[step] = number + 1
        return number
