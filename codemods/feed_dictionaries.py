"""Feed dictionaries that are built up or changed: `feed[rate] = 0.1` is `rate_value = 0.1`, and the run is fed
`{x: xs, rate: rate_value}`. Every expression is evaluated where it was; only a constant, a name that keeps its value,
and a part of an array right before the only run that gets it are written where they are fed.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.feed_keys import Change
from codemods.feed_steady import can_be_fed_itself
from codemods.feed_uses import HeldFeed, held_feed, is_fed, names_seen, scopes_that_bind
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_with_clauses, replace_statement
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_UNSEEN = frozenset({"locals", "vars", "exec", "eval", "execfile", "dir"})
_ENDINGS = ("_placeholder", "_ph", "_pl")


def built_up(module: Module) -> set[str]:
    """The names of what is fed, of which more is done than that a literal is bound to them once."""
    fed = [each for each in names_in(module) if is_fed(module, each)]
    names = {each.id for each in fed}
    others = Counter(each.id for each in names_in(module) if each.id in names)
    others.subtract(each.id for each in fed)
    return {name for name, times in others.items() if times > 1}


def with_entries_named(module: Module, names: Collection[str]) -> Module:
    """The module without the feed dictionaries of these names, where all that happens to them is known."""
    if any(looks_names_up(module, each) for each in names_in(module)):
        return module
    dictionaries = sorted(set(names) & {each.id for each in names_in(module) if is_fed(module, each)})
    for name in dictionaries:
        position = 0
        while position < len(scopes := scopes_that_bind(module, name)):
            found = held_feed(module, name, scopes[position])
            done = without_dictionary(module, found, len(dictionaries) > 1) if found is not None else module
            position += done is module
            module = done
    return module


def looks_names_up(module: Module, name: ast.Name) -> bool:
    """`'state' in globals()` asks only whether a name is bound."""
    if name.id != "globals":
        return name.id in _UNSEEN
    call = parents(module).get(name)
    above = parents(module).get(call) if call is not None else None
    asked = isinstance(above, ast.Compare) and above.comparators == [call]
    return not (asked and isinstance(above, ast.Compare) and isinstance(above.ops[0], ast.In | ast.NotIn))


@dataclass(frozen=True)
class _Fed:
    """How the entries are fed. `values`: by themselves; `slots`: by a name; `defaults`: keys that a run may lack."""

    values: Mapping[str, str]
    slots: Mapping[str, str]
    defaults: Mapping[str, str]

    def text(self, key: str) -> str:
        """What is fed for the key."""
        return self.values[key] if key in self.values else self.slots[key]


def without_dictionary(module: Module, held: HeldFeed, several: bool) -> Module:
    """The module with names for the entries of this dictionary, or as it is."""
    fed = _fed(module, held, several)
    if fed is None:
        return module
    edits = [*_changed(module, held, fed)]
    for run in held.runs:
        keys = [key for key in _keys(held) if key in held.known[run].possible]
        edits.append(Edit(*module.span(run), "{" + ", ".join(f"{key}: {fed.text(key)}" for key in keys) + "}"))
    for entry in held.entries:
        text = fed.text(entry.key)
        edits.append(Edit(*module.span(entry.place), text if text.isidentifier() else f"({text})"))
    return rewritten(module, apply_edits(module.text, edits))


def _keys(held: HeldFeed) -> list[str]:
    """The keys in the order in which the source has them."""
    ordered = sorted(held.changes.values(), key=lambda each: (each.statement.lineno, each.statement.col_offset))
    return [*dict.fromkeys(key for change in ordered for key, _ in change.entries)]


def _fed(module: Module, held: HeldFeed, several: bool) -> _Fed | None:
    """None if what a run is fed is not known, or if a statement cannot be written otherwise."""
    if not all(_is_whole(module, held, each) and not _reads_itself(held, each) for each in held.changes.values()):
        return None
    taken = names_seen(module, held.scope)
    values, slots, defaults = {}, {}, {}
    for key in _keys(held):
        if _may_be_missing(held, key):
            default = _default(module, held.placeholders[key])
            if default is None:
                return None
            defaults[key] = module.source(default)
        elif (value := can_be_fed_itself(module, held, key)) is not None:
            values[key] = module.source(value)
            continue
        slots[key] = _slot(key, held.name if several else "", taken)
    if defaults and any(each.together for each in held.changes.values()):
        return None
    return _Fed(values, slots, defaults)


def _reads_itself(held: HeldFeed, change: Change) -> bool:
    """Whether entries that are stored together are made from others: one after the other they would see new ones."""
    if _in_place(change) or change.together:
        return False
    parts = (part for _, value in change.entries for part in walk(value))
    return any(isinstance(part, ast.Name) and part.id == held.name for part in parts)


def _is_whole(module: Module, held: HeldFeed, change: Change) -> bool:
    """Whether nobody sees the dictionary after an error amid this change."""
    reads = [each for each in held.known if isinstance(each, ast.Name) and each not in walk(change.statement)]
    above: ast.AST | None = change.statement if len(change.entries) > 1 and not change.together else None
    while above is not None and above is not held.scope:
        if isinstance(above, ast.Try):
            inside = {part for each in above.body for part in walk(each)}
            if not inside.issuperset(reads):
                return False
        above = parents(module).get(above)
    return True


def _in_place(change: Change) -> bool:
    """Whether only the target of the statement is written otherwise."""
    return isinstance(change.statement, ast.Assign) and not change.fresh


def _may_be_missing(held: HeldFeed, key: str) -> bool:
    return any(key in held.known[run].possible - held.known[run].certain for run in held.runs)


def _default(module: Module, placeholder: ast.Call) -> ast.expr | None:
    """The plain number or truth value that a placeholder has where it is not fed."""
    if Names.of(module).api_of(placeholder.func) != "tf.placeholder_with_default":
        return None
    named = next((each.value for each in placeholder.keywords if each.arg == "input"), None)
    given = placeholder.args[0] if placeholder.args else named
    plain = given.operand if isinstance(given, ast.UnaryOp) and isinstance(given.op, ast.USub) else given
    known = isinstance(plain, ast.Constant) and isinstance(plain.value, bool | int | float)
    return given if known else None


def _slot(key: str, owner: str, taken: set[str]) -> str:
    stem = next((key.removesuffix(each) for each in _ENDINGS if key.endswith(each) and key != each), key)
    stem = stem.strip("_") or stem
    if owner:
        return fresh(f"{owner}_{stem}", taken)
    return fresh(stem if stem != key.strip("_") and stem not in taken else f"{stem}_value", taken)


def _changed(module: Module, held: HeldFeed, fed: _Fed) -> Iterator[Edit]:
    gone = []
    for change in held.changes.values():
        lines = [f"{fed.slots[key]} = {text_alone(module, value)}" for key, value in change.entries if key in fed.slots]
        if change.fresh:
            own = {key for key, _ in change.entries}
            lines += [f"{fed.slots[key]} = {text}" for key, text in fed.defaults.items() if key not in own]
        if change.together:
            assert isinstance(change.statement, ast.Assign)
            yield Edit(
                *module.span(change.statement.targets[0]), ", ".join(fed.slots[key] for key, _ in change.entries)
            )
        elif not lines:
            gone.append(change.statement)
        elif _in_place(change):
            assert isinstance(change.statement, ast.Assign)
            yield Edit(*module.span(change.statement.targets[0]), fed.slots[change.entries[0][0]])
        else:
            yield replace_statement(module, change.statement, lines)
    yield from remove_with_clauses(module, gone)


def text_alone(module: Module, value: ast.expr) -> str:
    """The text of a value that stands by itself: inside of braces it could go over several lines."""
    text = module.source(value)
    try:
        ast.parse(f"value = {text}")
    except SyntaxError:
        return f"({text})"
    return text
