"""Variable scopes: the full TF1 name of what is created, and what the same name with reuse means."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace

from codemods.graph.program import Use
from codemods.graph.values import Value


@dataclass(frozen=True)
class Default:
    """An argument that a scope gives to what is made inside: its expression, what that reads, and how many functions
    were being lowered where it stands."""

    expression: ast.expr
    value: Value
    uses: tuple[Use, ...]
    depth: int


@dataclass(frozen=True)
class OpenScope:
    """A `with tf.variable_scope(name)`; `reuse` holds for everything inside."""

    prefix: str
    reuse: bool
    creates: bool = False  # AUTO_REUSE: what is not there yet is made
    initializer: Default | None = None
    regularizer: Default | None = None
    number: int = 0  # tells scopes apart


@dataclass
class VariableScopes:
    """The scopes open now, those opened so far, and what was created under each full name. Layers open scopes too;
    TensorFlow 1 forgets those below a scope when it is left."""

    stack: list[OpenScope] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    made: dict[str, ast.Call] = field(default_factory=dict)
    root_reuse: bool = False  # `reuse_variables()` outside of every scope
    entered: dict[int, OpenScope] = field(default_factory=dict)  # every scope so far, by its number
    cells: dict[ast.expr, str] = field(default_factory=dict)  # recurrent cells -> the scope that they first ran in
    calls: dict[ast.Call, str] = field(default_factory=dict)  # where those run -> the scope that this names
    later: dict[ast.stmt, list[int | None]] = field(default_factory=dict)  # loop -> those that its later rounds ask

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

    @property
    def initializer(self) -> Default | None:
        """The initializer of variables that are given none."""
        return self.stack[-1].initializer if self.stack else None

    @property
    def regularizer(self) -> Default | None:
        """The regularizer of variables that are given none."""
        return self.stack[-1].regularizer if self.stack else None

    def reuse_variables(self, number: int | None = None) -> None:
        """Ask for reuse from here to the end of a scope, and when it is entered again; of the innermost one, if no
        number is given."""
        if number is None and not self.stack:
            self.root_reuse = True
            return
        wanted = self.stack[-1].number if number is None else number
        self.entered[wanted] = replace(self.entered[wanted], reuse=True, creates=False)
        self.stack = [self.entered[wanted] if each.number == wanted else each for each in self.stack]

    def number(self, given: int | None) -> int | None:
        """The number of a scope, or of the innermost one; None outside of every scope."""
        return given if given is not None or not self.stack else self.stack[-1].number

    def enter(
        self,
        name: str,
        reuse: bool,
        creates: bool = False,
        initializer: Default | None = None,
        regularizer: Default | None = None,
    ) -> int:
        """Open a scope; its number. What it does not give is what the scope around it gives."""
        prefix = self.full(name)
        self._open(prefix)
        automatic = creates or (self.creates and not reuse)
        given = (initializer or self.initializer, regularizer or self.regularizer)
        return self._push(OpenScope(prefix, reuse or creates or self.reuse, automatic, *given))

    def enter_again(self, number: int, reuse: bool, creates: bool) -> int:
        """Open a scope by what `as` named: the scopes around it do not matter."""
        known = self.entered[number]
        self._open(known.prefix)
        asked = replace(known, reuse=True, creates=creates) if reuse or creates else known
        return self._push(asked)

    def is_open(self, number: int) -> bool:
        """Whether a scope of the name of this one is open."""
        return any(each.prefix == self.entered[number].prefix for each in self.stack)

    def _push(self, scope: OpenScope) -> int:
        number = len(self.entered) + 1
        self.entered[number] = replace(scope, number=number)
        self.stack.append(self.entered[number])
        return number

    def leave(self) -> None:
        """Close the innermost scope. The numbering of unnamed layers starts anew when it is entered again."""
        self._close(self.stack.pop().prefix)

    def full(self, name: str) -> str:
        """A name under the open scopes."""
        return f"{self.prefix}/{name}" if self.prefix else name

    def unnamed(self, default: str) -> str:
        """The next free full name for a layer without a name: dense, dense_1, ..."""
        base = full = self.full(default)
        number = 0
        while full in self.opened:
            number += 1
            full = f"{base}_{number}"
        self._open(full)
        self._close(full)
        return full

    def named(self, name: str) -> str:
        """The full name of a layer that the program named."""
        full = self.full(name)
        self._open(full)
        self._close(full)
        return full

    def _open(self, full: str) -> None:
        self.opened.add(full)

    def _close(self, full: str) -> None:
        self.opened -= {below for below in self.opened if below.startswith(f"{full}/")}

    def claim(self, full_name: str, call: ast.Call, reuse: bool) -> ast.Call | None:
        """Note what is made under a name; with reuse, what was made under it before (None: it is new)."""
        if reuse and full_name in self.made:
            return self.made[full_name]
        self.made.setdefault(full_name, call)
        return None
