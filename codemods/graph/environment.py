"""Names and what they denote at one moment of the build: the scope's definitions, and locals of called functions."""

from __future__ import annotations

from dataclasses import dataclass, field

from codemods.graph.program import Definition, Use
from codemods.graph.values import Value


@dataclass
class Environment:
    """`definitions`: name -> its latest definition in the graph scope; `outer`: names of the module around it."""

    outer: dict[str, Value] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    frames: list[dict[str, Value]] = field(default_factory=list)
    parent: Environment | None = None  # of a function that is lowered for one call: where it was called

    def look_up(self, name: str) -> tuple[Value | None, Use]:
        """What the name denotes now (None: nothing known, a builtin say), and the use that reading it makes."""
        for frame in reversed(self.frames):
            if name in frame:
                return frame[name], Use(name, None)
        if name in self.definitions:
            found = self.definitions[name]
            return found.value, Use(name, found.id)
        if self.parent is not None:
            return self.parent.look_up(name)
        return self.outer.get(name), Use(name, None)

    def is_local(self, name: str) -> bool:
        """Whether the name belongs to a function that is being followed."""
        return any(name in frame for frame in self.frames)

    def bind_local(self, name: str, value: Value) -> None:
        """Bind a name of the innermost function."""
        self.frames[-1][name] = value
