"""What it does
    Replaces names that Python, NumPy, SciPy, scikit-learn, pandas and Matplotlib dropped or moved since
    (`np.float`, `collections.Iterable`, `sklearn.cross_validation`), imports included.

Why
    The current TensorFlow runs on a current Python with current libraries, where these names raise.

Example
    `np.zeros(3, dtype=np.float)` becomes `np.zeros(3, dtype=float)`;
    `from sklearn.externals import joblib` becomes `import joblib`.

When it declines
    Where the module tests versions or expects a name to be missing, where the new name means something else in the
    module, and where nothing means the same: such names are reported with advice.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api.libraries import (
    BUILTIN,
    PYTHON_2,
    Call,
    Hit,
    builtins,
    dead,
    hit,
    libraries,
    only_called,
    packages_in_parts,
    roots,
)
from codemods.obstacles import obstacle
from codemods.rule import Edit, Finding, Obstacle, Place, Safety
from codemods.rules.names.expression_edits import Filling, expression_edits
from codemods.rules.old import frames, library_calls
from codemods.rules.old.denoted import Denoted, denoted, denotes, may_define
from codemods.rules.old.guards import guarded_lines
from codemods.rules.old.moved_imports import Plan, import_findings, import_plans
from codemods.source.module import Module
from codemods.source.statements import insert_after, insert_before, stands_alone
from codemods.source.tree import parents

RULE = "removed-names"
PYTHON_2_RULE = "python2-names"
_OPERATORS = (ast.BinOp, ast.UnaryOp, ast.Attribute, ast.Subscript, ast.Compare, ast.Await)


@dataclass(eq=False)
class _Draft:
    module: Module
    names: Names
    library: str
    rule: str
    plans: dict[str, Plan]
    lines: dict[str, None] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def note(self, node: ast.expr | ast.stmt, text: str) -> None:
        self.findings.append(Finding(self.rule, self.module.place(node), text, Safety.NOTE))

    def edit(self, node: ast.expr, dotted: str, new: str, edits: tuple[Edit, ...]) -> None:
        message = f"{dotted.removeprefix(BUILTIN)} is now {new}."
        self.findings.append(Finding(self.rule, self.module.place(node), message, Safety.SAFE, edits))


def may_concern(module: Module) -> bool:
    """Does a module mention anything that has rows?"""
    return any(root.encode() in module.data for root in roots()) or not builtins().isdisjoint(
        Names.of(module).scopes.words
    )


@lru_cache(maxsize=8)
def libraries_met(module: Module) -> frozenset[str]:
    """The libraries of whose rows the module uses or imports something."""
    imported = {name for each in Names.of(module).import_statements for name in _imported(each)}
    names = {chain.dotted for chain in denoted(module)} | imported
    rows = (hit(name) for name in names)
    met = {row.library for row in rows if row is not None} | {dead()[each] for each in imported & set(dead())}
    return frozenset(met | {each for each in libraries() if library_calls.may_concern(module, each)})


def check(module: Module, library: str) -> Iterator[Finding]:
    """What the rows of one library change in a module, and notes on what they cannot."""
    chains = denoted(module)
    plans = import_plans(module, chains, library)
    rule = PYTHON_2_RULE if library == PYTHON_2 else RULE
    draft = _Draft(module, Names.of(module), library, rule, {plan.full: plan for plan in plans.values()})
    for chain in chains:
        row = hit(chain.dotted)
        if row is not None and row.library == library:
            if chain.fixed:
                draft.note(
                    chain.node, f"{row.key} stands in a string and stays; {row.target or row.advice or ''}".strip()
                )
            else:
                _chain(draft, chain, row)
    changed = list(library_calls.check(module, library, rule))
    edited = {finding.place for finding in changed if finding.edits}
    yield from changed
    yield from (finding for finding in draft.findings if finding.edits or finding.place not in edited)
    yield from import_findings(module, plans, rule, tuple(draft.lines))
    yield from _notes_on_imports(module, library, rule)


def _chain(draft: _Draft, chain: Denoted, row: Hit) -> None:
    if row.advice is not None:
        draft.note(chain.node, gone(chain.dotted, row.advice))
        return
    if row.call is not None:
        _call(draft, chain, row, row.call)
        return
    moved = row.moved(chain.dotted)
    above = parents(draft.module).get(chain.node)
    if row.key in only_called() and not (isinstance(above, ast.Call) and above.func is chain.node):
        draft.note(chain.node, f"{row.key.removeprefix(BUILTIN)} is gone; {moved} is a function.")
        return
    plan = next(
        (plan for plan in draft.plans.values() if _under(chain, plan) and _begins(moved or "", plan.target)), None
    )
    if plan is not None and moved is not None:
        text = plan.local + moved[len(plan.target) :]
        _rename(draft, chain, chain.dotted, moved, text)
        return
    prefix = chain.prefix(len(row.key.split(".")))
    _elsewhere(draft, chain, row, prefix)


def _under(chain: Denoted, plan: Plan) -> bool:
    return bool(plan.target) and _begins(chain.dotted, plan.full)


def _begins(dotted: str, start: str) -> bool:
    return f"{dotted}.".startswith(f"{start}.")


def _rename(draft: _Draft, chain: Denoted, old: str, new: str, text: str) -> None:
    start, end = draft.module.span(chain.node)
    if draft.module.text[start:end] != text:
        draft.edit(chain.node, old, new, (Edit(start, end, text),))


def _elsewhere(draft: _Draft, chain: Denoted, row: Hit, prefix: ast.expr) -> None:
    """The name is spelled another way, through what is imported already or through an import to add."""
    target = row.target or ""
    span = draft.module.span(prefix)
    if "." not in target and not row.module:
        if draft.names.scopes.scope_of[chain.root].owner(target) is not None or any(map(may_define, draft.names.stars)):
            draft.note(chain.node, f"{row.key} is gone; {target} means something else in this module.")
        else:
            draft.edit(chain.node, row.key, target, _builtin(draft.module, prefix, target, span))
        return
    text, line = _spelling(draft, chain, target)
    if text is None:
        draft.note(chain.node, f"{row.key} is now {target}, whose name is taken in this module.")
        return
    edits = () if draft.module.text[span[0] : span[1]] == text else (Edit(*span, text),)
    if line is not None and line not in draft.lines:
        draft.lines[line] = None
        edits = (*edits, _added(draft.module, line))
    if edits:
        draft.edit(chain.node, row.key, target, edits)


def _builtin(module: Module, prefix: ast.expr, target: str, span: tuple[int, int]) -> tuple[Edit, ...]:
    """`(int, long)` becomes `int`, not `(int, int)`."""
    above = parents(module).get(prefix)
    if isinstance(above, ast.Tuple) and len(above.elts) == 2 and isinstance(above.ctx, ast.Load):
        other = above.elts[1 - above.elts.index(prefix)]
        if isinstance(other, ast.Name) and other.id == target and module.source(above).startswith("("):
            return (Edit(*module.span(above), target),)
    return (Edit(*span, target),)


def _spelling(draft: _Draft, chain: Denoted, target: str) -> tuple[str | None, str | None]:
    """How a target is written, and the import that this needs."""
    names, (parent, _, last) = draft.names, target.rpartition(".")
    if chain.base != chain.dotted and _begins(target, chain.base):
        alone = chain.base not in packages_in_parts() or parent == chain.base or _imports(names, parent)
        return chain.root.id + target[len(chain.base) :], None if alone else f"import {parent}"
    known = denotes(names, target)
    if known is not None:
        return known, None
    holder = denotes(names, parent) if parent else None
    if holder is not None:
        return f"{holder}.{last}", None
    if chain.dotted == BUILTIN + last:
        return last, f"from {parent} import {last}"
    wanted = parent or target
    root = wanted.partition(".")[0]
    if not names.free(root) and denotes(names, root) != root:
        return None, None
    return target, f"import {wanted}"


def _imports(names: Names, dotted: str) -> bool:
    plain = (each for each in names.import_statements if isinstance(each, ast.Import))
    return any(alias.name == dotted for each in plain for alias in each.names)


def _added(module: Module, line: str) -> Edit:
    """Behind the first import of the module; where there is none, above the first statement that is no docstring."""
    body = module.tree.body
    for statement in body:
        match statement:
            case ast.Import(names=[ast.alias(name=name, asname=None)]) if line.startswith(f"import {name}."):
                return Edit(*module.span(statement), line)
    for statement in body:
        plain = isinstance(statement, ast.Import | ast.ImportFrom)
        if plain and not _is_future(statement) and stands_alone(module, statement):
            return insert_after(module, statement, [line])
    futures = [each for each in body if _is_future(each)]
    if futures and stands_alone(module, futures[-1]):
        return insert_after(module, futures[-1], [line])
    first = body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(body) > 1
    return insert_before(module, body[1] if documented else first, [line])


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _call(draft: _Draft, chain: Denoted, row: Hit, call: Call) -> None:
    module, above = draft.module, parents(draft.module)
    node: ast.AST | None = chain.prefix(len(row.key.split(".")))
    whole = node if call.value else above.get(node) if node is not None else None
    text = _spelled(draft, chain, call.text)
    if call.value and isinstance(node, ast.expr) and text is not None:
        closed = not isinstance(above.get(node), _OPERATORS) or not text.startswith("-")
        draft.edit(node, row.key, text, (Edit(*module.span(node), text if closed else f"({text})"),))
        return
    bound = bind(whole, call.parameters) if isinstance(whole, ast.Call) and whole.func is node else None
    missing = [name for name in _slots(call.text) if bound is None or name not in bound]
    if bound is None or text is None or missing or not isinstance(whole, ast.Call):
        draft.note(chain.node, f"{row.key} is gone, and this use of it does not fit what replaces it: {call.text}")
        return
    filling = Filling(bound, {}, call.rest, lambda node: False, False, lambda text: text)
    closed = not isinstance(above.get(whole), _OPERATORS)
    draft.edit(whole, row.key, text, expression_edits(module, whole, text, filling, lambda: closed))


def _slots(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:] if not part.startswith("rest}")]


def _spelled(draft: _Draft, chain: Denoted, text: str) -> str | None:
    """The text with NumPy as the module calls it."""
    if "np." not in text:
        return text
    name = chain.root.id if chain.base == "numpy" else denotes(draft.names, "numpy")
    return None if name is None else text.replace("np.", f"{name}.")


def left(module: Module) -> Iterator[Obstacle]:
    """Every name that nothing replaces, as an obstacle with the advice of its row."""
    if not libraries_met(module):
        return
    names, guarded = Names.of(module), guarded_lines(module)
    imported = [each for each in names.import_statements if each.lineno not in guarded]
    uses = [(module.place(each), dotted) for each in imported for dotted in _imported(each) if dotted not in dead()]
    uses += [(module.place(chain.node), chain.dotted) for chain in denoted(module)]
    places: dict[str, tuple[Place, Hit]] = {}
    for place, dotted in sorted(uses):
        row = hit(dotted)
        if row is not None and row.advice is not None and not _known(places, row.key):
            places[row.key] = place, row
    for dotted, (place, row) in places.items():
        found = obstacle("removed-name", place, dotted.removeprefix(BUILTIN))
        yield replace(found, unlock=row.advice or found.unlock)
    for place, method, advice in frames.left(module):
        yield replace(obstacle("removed-name", place, method), unlock=advice)


def _known(places: Mapping[str, object], key: str) -> bool:
    return any(_begins(key, each) for each in places)


def _imported(statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """What a statement imports, by full names; nothing of what is relative."""
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
    elif not statement.level:
        yield from (f"{statement.module}.{alias.name}" for alias in statement.names if alias.name != "*")


def gone(dotted: str, advice: str) -> str:
    """What is said of a name that nothing replaces."""
    return f"{dotted.removeprefix(BUILTIN)} is gone. {advice}"


def _notes_on_imports(module: Module, library: str, rule: str) -> Iterator[Finding]:
    """`from scipy.misc import imread`: the import itself fails."""
    guarded = guarded_lines(module)
    for statement in Names.of(module).import_statements:
        for dotted in _imported(statement) if statement.lineno not in guarded else ():
            row = hit(dotted)
            if row is not None and row.advice is not None and row.library == library and dotted not in dead():
                yield Finding(rule, module.place(statement), gone(dotted, row.advice), Safety.NOTE)
