"""What it does
    Writes calls whose parameters changed, or which became another expression, as TensorFlow 2 has them.

Why
    Arguments were renamed, reordered or removed, and defaults changed; the rows of the tables keep the result.

Example
    `tf.nn.dropout(h, keep_prob)` becomes `tf.nn.dropout(h, rate=1 - keep_prob)`;
    `tf.reduce_sum(x, reduction_indices=1)` becomes `tf.reduce_sum(x, axis=1)`.

When it declines
    Arguments that cannot be told apart, and arguments without an equivalent; the reason is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.api.calls import CallRow, ExpressionRow, call_row
from codemods.api.context import has_doubles, is_data, is_float
from codemods.api.native import Refusal, Rewrite, decide, keeps_alias
from codemods.api.rows import InitializerRow
from codemods.api.table import symbol
from codemods.rule import Edit, Finding, Safety
from codemods.rules.names.call_edits import Change, call_edits
from codemods.rules.names.expression_edits import Filling, expression_edits
from codemods.rules.names.uses import Use, spelling, uses
from codemods.source.module import Module
from codemods.source.tree import parents

RULE = "changed-arguments"
_BINDING = (ast.BinOp, ast.UnaryOp, ast.Attribute, ast.Subscript, ast.Compare, ast.Await)


def check(module: Module) -> Iterator[Finding]:
    """One finding for each call to change, and a note with the reason for each that has no native form."""
    names = Names.of(module)
    for use in uses(module):
        decision = decide(names, use.node, use.call)
        place = module.place(use.node)
        if isinstance(decision, Refusal):
            yield Finding(RULE, place, decision.reason, Safety.NOTE)
        if not isinstance(decision, Rewrite) or use.call is None:
            continue
        if spelling(module, use, "tf") is None:
            yield Finding(RULE, place, f"{use.api} changed. Import tensorflow to write it.", Safety.NOTE)
            continue
        edits = _edits(module, names, use, use.call, decision)
        if edits:
            yield Finding(RULE, place, f"{use.api} takes other arguments in TensorFlow 2", Safety.SAFE, edits)


def _edits(module: Module, names: Names, use: Use, call: ast.Call, decision: Rewrite) -> tuple[Edit, ...]:
    row = decision.row
    if isinstance(row, ExpressionRow):
        return _expression(module, names, use, call, decision, row)
    target = row.keras if isinstance(row, InitializerRow) else _native(use, row)
    text = spelling(module, use, target)
    change = (
        _initializer(use, module, row) if isinstance(row, InitializerRow) else _call(module, names, use, decision, row)
    )
    edits = tuple(call_edits(module, call, change))
    if text is None or text == module.source(use.node) or keeps_alias(names, use.node):
        return edits
    return (Edit(*module.span(use.node), text), *edits)


def _native(use: Use, row: CallRow) -> str:
    known = symbol(use.api)
    return (known.target if known is not None else None) or row.native or use.api


def _speller(module: Module, use: Use) -> str:
    return (spelling(module, use, "tf.") or "tf.")[:-1]


def _spell(text: str, root: str) -> str:
    return text if root == "tf" else text.replace("tf.", f"{root}.")


def _call(module: Module, names: Names, use: Use, decision: Rewrite, row: CallRow) -> Change:
    root = _speller(module, use)
    wrap = {
        name: text
        for name, text in row.wrap.items()
        if name not in row.unless_data or not is_data(names, decision.bound.get(name, use.node))
    }
    plain = bool(row.unless_data) and all(
        is_data(names, decision.bound.get(name, use.node)) for name in row.unless_data
    )
    given = row.conditions.harmless
    return Change(
        parameters=row.parameters,
        positions=row.positions,
        again=_read_again(_native(use, row), row),
        arguments=row.arguments,
        wrap=wrap,
        add=row.add,
        by_position=() if plain else row.by_position,
        harmless=frozenset(name for name in given if name not in decision.bound),
        spell=lambda text: _spell(text, root),
    )


def _read_again(native: str, row: CallRow) -> tuple[str | None, ...]:
    """The native names of the parameters in the order of TensorFlow 1's function of the native name."""
    other = call_row(native)
    return row.positions if other is None else tuple(other.arguments.get(name, name) for name in other.parameters)


def _initializer(use: Use, module: Module, row: InitializerRow) -> Change:
    root = _speller(module, use)
    positions = tuple(new for name in row.parameters if (new := row.arguments.get(name, name)) is not None)
    return Change(
        parameters=row.parameters,
        positions=positions,
        again=positions,
        arguments=row.arguments,
        wrap={},
        add=row.fixed,
        by_position=(),
        harmless=frozenset(),
        spell=lambda text: _spell(text, root),
    )


def _expression(
    module: Module, names: Names, use: Use, call: ast.Call, decision: Rewrite, row: ExpressionRow
) -> tuple[Edit, ...]:
    root = _speller(module, use)
    bound = {row.arguments.get(name, name): value for name, value in decision.bound.items()}
    placed = {name: value for name, value in bound.items() if name is not None}
    plain = row.data is not None and row.data in placed and is_data(names, placed[row.data])
    filling = Filling(
        bound=placed,
        defaults=row.defaults,
        rest=row.rest,
        is_float=lambda node: is_float(names, node),
        doubles=has_doubles(names),
        spell=lambda text: _spell(text, root),
    )

    def closed() -> bool:
        return not isinstance(parents(module).get(call), _BINDING)

    text = _indented(module, call, row.data_text if plain else row.text)
    return expression_edits(module, call, text, filling, closed)


def _indented(module: Module, call: ast.Call, text: str) -> str:
    """A text of several lines, as it stands where the call stands."""
    line = module.text[module.line_starts[call.lineno - 1] :]
    return text.replace("\n", module.newline + line[: len(line) - len(line.lstrip(" \t"))])
