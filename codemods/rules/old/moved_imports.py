"""Imports of modules and names that moved: what each becomes, and how the module then spells what it took."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.api.libraries import Hit, dead, hit
from codemods.rule import Edit, Finding, Safety
from codemods.rules.old.denoted import Denoted, denotes
from codemods.rules.old.guards import guarded_lines
from codemods.source.module import Module
from codemods.source.statements import remove_statements, replace_statement

Statement = ast.Import | ast.ImportFrom


@dataclass(frozen=True)
class Plan:
    """One alias: `full`, what it imports, becomes `target`, written as `line` (None: it goes) and called `local`."""

    full: str
    target: str
    line: str | None
    local: str


@dataclass(frozen=True, eq=False)
class Taken:
    """An alias of an import with every use of it."""

    statement: Statement
    alias: ast.alias
    full: str
    uses: tuple[Denoted, ...]

    @property
    def plain(self) -> bool:
        """`import a.b`, which binds only `a`."""
        return isinstance(self.statement, ast.Import) and self.alias.asname is None


def import_plans(module: Module, chains: Sequence[Denoted], library: str) -> Mapping[ast.alias, Plan]:
    """The aliases of a module that have to change, for the rows of one library."""
    names = Names.of(module)
    found: dict[ast.alias, Plan] = {}
    for taken in _taken(module, names, chains):
        row = hit(taken.full)
        if any(use.fixed for use in taken.uses):
            continue
        if taken.full in dead():
            plan = _of_dead(names, taken) if dead()[taken.full] == library else None
        else:
            plan = _of_row(names, taken, row) if row is not None and row.library == library else None
        if plan is not None:
            found[taken.alias] = plan
    return found


def _taken(module: Module, names: Names, chains: Sequence[Denoted]) -> Iterator[Taken]:
    guarded = guarded_lines(module)
    for statement in names.import_statements:
        if statement.lineno in guarded or (isinstance(statement, ast.ImportFrom) and statement.level):
            continue
        for alias in statement.names:
            full = f"{statement.module}.{alias.name}" if isinstance(statement, ast.ImportFrom) else alias.name
            bound = alias.asname or (alias.name.split(".")[0] if isinstance(statement, ast.Import) else alias.name)
            uses = tuple(d for d in chains if d.root.id == bound and f"{d.dotted}.".startswith(f"{full}."))
            yield Taken(statement, alias, full, uses)


def _of_row(names: Names, taken: Taken, row: Hit) -> Plan | None:
    if row.call is not None or (row.target is not None and not row.module and "." not in row.target):
        return _gone(names, taken)
    moved = row.moved(taken.full)
    return None if moved is None else _plan(names, taken, moved)


def _of_dead(names: Names, taken: Taken) -> Plan | None:
    """A module that no longer exists goes with the last use; if all uses moved to one other module, it becomes that."""
    if not taken.uses:
        return _gone(names, taken)
    hits = [(use, hit(use.dotted)) for use in taken.uses]
    moved = [row.moved(use.dotted) if row is not None else None for use, row in hits]
    parents = {(each or "").rpartition(".")[0] for each in moved}
    parent = parents.pop() if len(parents) == 1 else ""
    return _plan(names, taken, parent) if parent else None


def _gone(names: Names, taken: Taken) -> Plan | None:
    """The alias can go once nothing uses it; of `import a.b`, `a` stays if it is used."""
    if taken.uses:
        return None
    root = taken.full.partition(".")[0]
    needed = taken.plain and "." in taken.full and any(name.id == root for name in names.scopes.scope_of)
    return Plan(taken.full, "", f"import {root}" if needed else None, "")


def _plan(names: Names, taken: Taken, target: str) -> Plan | None:
    parent, _, last = target.rpartition(".")
    asname = taken.alias.asname
    if taken.plain:
        return _plain(names, taken, target)
    old = taken.alias.name.rpartition(".")[2]
    bound = asname or old
    if asname is None and last != old:
        bound = last if names.free(last) or denotes(names, target) == last else old
    if not parent or isinstance(taken.statement, ast.Import):
        line = f"import {target}" if bound == target else f"import {target} as {bound}"
    else:
        line = f"from {parent} import {last}" if bound == last else f"from {parent} import {last} as {bound}"
    return Plan(taken.full, target, line, bound)


def _plain(names: Names, taken: Taken, target: str) -> Plan | None:
    root = target.partition(".")[0]
    if root == taken.full.partition(".")[0] or names.free(root) or denotes(names, root) == root:
        return Plan(taken.full, target, f"import {target}", target)
    if "." in taken.full:
        return None
    return Plan(taken.full, target, f"import {target} as {taken.full}", taken.full)


def import_findings(
    module: Module, plans: Mapping[ast.alias, Plan], rule: str, needed: Sequence[str] = ()
) -> Iterator[Finding]:
    """One finding for each statement with an alias that changes."""
    seen: set[str] = set(needed)
    for statement in Names.of(module).import_statements:
        if not any(alias in plans for alias in statement.names):
            continue
        lines = [line for line in _lines(statement, plans) if line not in seen]
        edits = _edits(module, statement, lines)
        names = ", ".join(plans[alias].full for alias in statement.names if alias in plans)
        yield Finding(rule, module.place(statement), f"{names} moved or is gone.", Safety.SAFE, edits)


def _edits(module: Module, statement: Statement, lines: Sequence[str]) -> tuple[Edit, ...]:
    if not lines:
        return remove_statements(module, [statement])
    start, end = module.span(statement)
    if len(lines) == 1 and isinstance(statement, ast.ImportFrom):
        head, _, rest = lines[0].partition(" import ")
        if rest == ", ".join(_written(alias) for alias in statement.names) and head.startswith("from "):
            at = module.text.index(statement.module or "", start + len("from"))
            return (Edit(at, at + len(statement.module or ""), head.removeprefix("from ")),)
    if len(lines) == 1 and "#" not in module.text[start:end]:
        return (Edit(start, end, lines[0]),)
    return (replace_statement(module, statement, list(lines)),)


def _lines(statement: Statement, plans: Mapping[ast.alias, Plan]) -> list[str]:
    """The statements that take the place of one; names of one module stay together."""
    found: dict[str, list[str]] = {}
    for alias in statement.names:
        if alias in plans:
            line = plans[alias].line
        elif isinstance(statement, ast.Import):
            line = f"import {_written(alias)}"
        else:
            line = f"from {statement.module} import {_written(alias)}"
        if line is not None:
            head, separator, name = line.partition(" import ")
            listed = found.setdefault(head if separator else line, [])
            if separator and name not in listed:
                listed.append(name)
    return [f"{head} import {', '.join(names)}" if names else head for head, names in found.items()]


def _written(alias: ast.alias) -> str:
    return alias.name if alias.asname is None else f"{alias.name} as {alias.asname}"
