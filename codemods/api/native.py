"""Can a use of a TensorFlow 1 name be written in native TensorFlow 2, and how: the one answer for planner and rules."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.analysis.flag_names import is_flag_name, is_written
from codemods.analysis.names import Names
from codemods.api.accepted import moved, other_default, refused
from codemods.api.calls import CallRow, Conditions, ExpressionRow, call_row, expression_row
from codemods.api.context import is_float
from codemods.api.rows import Fate, InitializerRow, Symbol
from codemods.api.table import initializer, symbol
from codemods.source.tree import parents
from codemods.source.walk import walk

Row = CallRow | ExpressionRow | InitializerRow


@dataclass(frozen=True)
class Refusal:
    """Why a call has no native form."""

    reason: str


@dataclass(frozen=True)
class Keep:
    """The call means the same as it stands (its name may still be spelled otherwise)."""


@dataclass(frozen=True)
class Rewrite:
    """The row that applies, and its arguments: TensorFlow 1 parameter -> expression, without the harmless ones."""

    row: Row
    bound: Mapping[str, ast.expr]


_KEEP = Keep()
Decision = Refusal | Keep | Rewrite


def refusal(names: Names, node: ast.expr, call: ast.Call | None) -> str | None:
    """Why this use of a name (called by `call`, or passed on if None) cannot be native; None: it can, or it is RULE."""
    found = decide(names, node, call)
    return found.reason if isinstance(found, Refusal) else None


def decide(names: Names, node: ast.expr, call: ast.Call | None) -> Decision:
    """What to do with a TensorFlow name at one place."""
    api = names.api_of(node)
    if api is not None and is_flag_name(api) and is_written(names.module):
        return _KEEP
    known = None if api is None else symbol(api)
    if api is None or known is None:
        unknown = api is not None and api.startswith("tf.contrib.")
        return Refusal(f"{api} left TensorFlow with tf.contrib") if unknown else _KEEP
    row: Row | None = call_row(api) or expression_row(api) or initializer(api)
    if row is not None:
        return _of_reference(names, node, row) if call is None else _of_call(names, row, call)
    if known.fate in (Fate.V1_ONLY, Fate.GONE):
        advice = f": {known.note}" if known.note else ""
        return Refusal(f"{api} has no equivalent in TensorFlow 2{advice}")
    return _with_arguments(api, known, call)


def _with_arguments(api: str, known: Symbol, call: ast.Call | None) -> Decision:
    """Only the name changes, if at all: the function must take the arguments as they stand, with the same meaning."""
    if call is None or known.fate is Fate.RULE or not (known.target or "").startswith("tf."):
        return _KEEP
    new = known.target or api
    reason = refused(new, call, False) or moved(api, new, call, False) or other_default(api, new, call)
    return _KEEP if reason is None else Refusal(f"{api} of TensorFlow 2 differs: {reason}")


def keeps_alias(names: Names, node: ast.expr) -> bool:
    """Whether a name that the program gave to a symbol is kept: what it stands for is written where it is bound."""
    value = names.alias_of(node) if isinstance(node, ast.Name) else None
    return value is not None and isinstance(decide(names, value, None), Keep)


def _of_reference(names: Names, node: ast.expr, row: Row) -> Decision:
    """A function that is passed on is called by others: fine if its first parameters are as they were. Where it only
    gets another name, every use of that is decided by itself."""
    if isinstance(row, CallRow) and row.native is None and _is_alias(names, node):
        return _KEEP
    if isinstance(row, CallRow) and not row.wrap and not row.add and not _restricted(row.conditions):
        old = row.arguments.get(row.parameters[0], row.parameters[0])
        if row.positions[:1] == (old,):
            return _KEEP
    return Refusal(f"{row.api} is passed on as a function, and its arguments changed")


def _is_alias(names: Names, node: ast.expr) -> bool:
    match parents(names.module).get(node):
        case ast.Assign(targets=[ast.Name() as target]):
            return names.alias_of(target) is node
        case _:
            return False


def _restricted(conditions: Conditions) -> bool:
    return bool(conditions.whole or conditions.several or conditions.one_float)


def _of_call(names: Names, row: Row, call: ast.Call) -> Decision:
    bound = bind(call, row.parameters)
    if bound is None and isinstance(row, CallRow) and bind(call, row.positions) is not None:
        return _KEEP  # only the function of TensorFlow 2 takes these arguments
    if bound is None:
        return Refusal(f"the arguments of {row.api} cannot be told apart here")
    if isinstance(row, InitializerRow):
        refused = _declined(row.declines, bound)
        return refused or Rewrite(row, bound)
    if "_sentinel" in bound:
        return _KEEP  # only the function of TensorFlow 2 takes these arguments by position
    conditions = row.conditions
    kept = {name: value for name, value in bound.items() if not _is_harmless(conditions, name, value)}
    if any(name not in kept for name in conditions.only_with) or _alike(conditions.alike, kept):
        return _KEEP
    return _refused(names, row, kept) or Rewrite(row, kept)


def _is_harmless(conditions: Conditions, name: str, value: ast.expr) -> bool:
    return name in conditions.harmless and ast.unparse(value) in conditions.harmless[name]


def _refused(names: Names, row: CallRow | ExpressionRow, bound: Mapping[str, ast.expr]) -> Refusal | None:
    conditions = row.conditions
    for name in conditions.whole:
        if isinstance(bound.get(name), ast.List | ast.Tuple):
            return Refusal(f"{row.api} spreads a list of partitions otherwise in TensorFlow 2")
    for name in conditions.several:
        value = bound.get(name)
        if not isinstance(value, ast.List | ast.Tuple) or len(value.elts) < 2:
            return Refusal(f"{row.api} returns a single value of {name} otherwise in TensorFlow 2")
    if conditions.one_float and not any(is_float(names, bound[name]) for name in conditions.one_float if name in bound):
        return Refusal(f"{row.api} rounds integers down, and the arguments may be integers")
    return _declined(conditions.declines, bound) or _no_number(conditions, bound) or _missing(row, bound)


def _no_number(conditions: Conditions, bound: Mapping[str, ast.expr]) -> Refusal | None:
    """Arguments that must be numbers written out, and not zero."""
    for name, reason in conditions.numbers.items():
        value = bound.get(name)
        if value is not None and not (isinstance(value, ast.Constant) and _is_factor(value.value)):
            return Refusal(reason)
    return None


def _is_factor(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value != 0


def _missing(row: CallRow | ExpressionRow, bound: Mapping[str, ast.expr]) -> Refusal | None:
    """Every argument of an expression must have a place, and every place an argument."""
    if isinstance(row, CallRow):
        unknown = [name for name in bound if _new_name(row, name) not in (None, *row.positions)]
        return Refusal(f"{row.api} has no argument {unknown[0]} in TensorFlow 2") if unknown else None
    slots = slots_of(row.text)
    placed = {name: row.arguments.get(name, name) for name in bound}
    for name, new in placed.items():
        if new is not None and new not in slots and new not in row.rest:
            return Refusal(f"{row.api} has no argument {name} in TensorFlow 2")
    twice = [name for name, new in placed.items() if new is not None and slots.count(new) > 1]
    if any(isinstance(node, ast.Call) for name in twice for node in walk(bound[name])):
        return Refusal(f"an argument of {row.api} would be computed twice: give it a name first")
    absent = [slot for slot in slots if slot not in placed.values() and slot not in row.defaults]
    return Refusal(f"{row.api} is called without {absent[0]}") if absent else None


def _new_name(row: CallRow, name: str) -> str | None:
    return row.arguments.get(name, name)


def slots_of(text: str) -> list[str]:
    """The arguments named in the text of an expression row, in order, `{rest}` left out."""
    inner = [part.split("}")[0].split(":")[0] for part in text.split("{")[1:]]
    return [name for name in inner if name != "rest"]


def _declined(declines: Mapping[str, str], bound: Mapping[str, ast.expr]) -> Refusal | None:
    given = [name for name in declines if name in bound]
    return Refusal(declines[given[0]]) if given else None


def _alike(parameters: tuple[str, ...], bound: Mapping[str, ast.expr]) -> bool:
    """Does the first argument compare one of the others, so that it has its shape?"""
    if not parameters or parameters[0] not in bound:
        return False
    condition = bound[parameters[0]]
    others = {ast.unparse(bound[name]) for name in parameters[1:] if name in bound}
    operands: list[ast.expr] = []
    if isinstance(condition, ast.Compare) and len(condition.ops) == 1:
        operands = [condition.left, *condition.comparators]
    texts = [ast.unparse(operand) for operand in operands]
    return any(text in others for text in texts) and any(isinstance(operand, ast.Constant) for operand in operands)
