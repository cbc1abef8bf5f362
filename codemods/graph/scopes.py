"""Variable scopes: the full TF1 name of what is created, and what the same name with reuse means."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class OpenScope:
    """A `with tf.variable_scope(name)`; `reuse` holds for everything inside."""

    prefix: str
    reuse: bool
    creates: bool = False  # AUTO_REUSE: what is not there yet is made


@dataclass
class VariableScopes:
    """The scopes open now, the names taken so far, and what was created under each full name."""

    stack: list[OpenScope] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    made: dict[str, ast.Call] = field(default_factory=dict)
    root_reuse: bool = False  # `reuse_variables()` outside of every scope

    @property
    def prefix(self) -> str:
        """The open scopes as a name, without the last slash."""
        return self.stack[-1].prefix if self.stack else ""

    @property
    def reuse(self) -> bool:
        """Whether an open scope asks for reuse."""
        return self.stack[-1].reuse if self.stack else self.root_reuse

    @property
    def creates(self) -> bool:
        """Whether an open scope makes what is not there yet, although it asks for reuse."""
        return bool(self.stack) and self.stack[-1].creates

    def reuse_variables(self) -> None:
        """Ask for reuse from here to the end of the innermost scope."""
        if self.stack:
            self.stack[-1] = replace(self.stack[-1], reuse=True, creates=False)
        else:
            self.root_reuse = True

    def enter(self, name: str, reuse: bool, creates: bool = False) -> None:
        """Open a scope. Entering it again starts the numbering of unnamed layers anew, as TF1 does."""
        prefix = self.full(name)
        for taken in [key for key in self.counts if key == prefix or key.startswith(prefix + "/")]:
            del self.counts[taken]
        automatic = creates or (self.creates and not reuse)
        self.stack.append(OpenScope(prefix, reuse or creates or self.reuse, automatic))

    def leave(self) -> None:
        """Close the innermost scope."""
        self.stack.pop()

    def full(self, name: str) -> str:
        """A name under the open scopes."""
        return f"{self.prefix}/{name}" if self.prefix else name

    def unnamed(self, default: str) -> str:
        """The next free full name for a layer without a name: dense, dense_1, ..."""
        key = self.full(default)
        number = self.counts.get(key, 0)
        self.counts[key] = number + 1
        return key if number == 0 else f"{key}_{number}"

    def explicit(self, name: str) -> str:
        """The full name of something named by the program."""
        return self.full(name)

    def claim(self, full_name: str, call: ast.Call, reuse: bool) -> ast.Call | None:
        """Note what is made under a name; with reuse, what was made under it before (None: it is new)."""
        if reuse and full_name in self.made:
            return self.made[full_name]
        self.made.setdefault(full_name, call)
        return None
