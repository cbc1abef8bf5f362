"""What it does
    Writes the recurrent cells that a program uses, and the functions that run them, into the program: each definition
    once, below the imports.

Why
    TensorFlow 2 has no such cells. Those of Keras have other kernels, gates in another order and other initial values,
    so neither checkpoints nor training would go on as before. The definitions have the variables of TensorFlow 1, one
    to one and under the same names.

Example
    `cell = tf.nn.rnn_cell.GRUCell(64)` becomes `cell = GRUCell(64)`, and
    `outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)` becomes `outputs, state = dynamic_rnn(cell, x)`.

When it declines
    Peepholes, projections, states that are one concatenated tensor, cells of another dtype, and names that the module
    uses for something else.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api.recurrent import STATE_TUPLE, RecurrentRow, definitions, recurrent
from codemods.rule import Edit, Finding, Safety
from codemods.rules.names.call_edits import Change, call_edits
from codemods.rules.names.uses import Use, tensorflow_name, uses
from codemods.source.comments import comments_within
from codemods.source.module import Module
from codemods.source.statements import stands_alone
from codemods.source.tree import names_in

RULE = "recurrent-cells"


def check(module: Module) -> Iterator[Finding]:
    """One finding for all uses, the definitions that they need, and the imports that nothing needs any more."""
    found = [(use, row) for use in uses(module) if (row := recurrent(use.api)) is not None]
    if not found:
        return
    names = Names.of(module)
    written = definitions(row.definition for _, row in found)
    taken = [name for name, _ in written if not _is_free(names, name)]
    root = tensorflow_name(module)
    if taken or root is None or any(_refused(use, row) for use, row in found):
        reason = f"the module has a {taken[0]} of its own" if taken else "these uses have no definition"
        yield Finding(RULE, module.place(found[0][0].node), reason, Safety.NOTE)
        return
    edits = [edit for use, row in found for edit in _use_edits(module, use, row)]
    edits += _import_edits(module, [use for use, _ in found])
    anchor = _anchor(module)
    edits.append(Edit(anchor, anchor, _text(module, written, root, anchor)))
    yield Finding(RULE, module.place(found[0][0].node), "recurrent cells are written out", Safety.SAFE, tuple(edits))


def _is_free(names: Names, name: str) -> bool:
    bound = names.scopes.top.bindings.get(name, [])
    return not bound or all(recurrent(_api(each)) is not None for each in bound)


def _api(binding: object) -> str:
    dotted = getattr(binding, "dotted", "")
    return "tf." + dotted.removeprefix("tensorflow.") if isinstance(dotted, str) else ""


def _refused(use: Use, row: RecurrentRow) -> bool:
    if use.call is None:
        return row.api != STATE_TUPLE
    return row.refusal(use.call) is not None


def _use_edits(module: Module, use: Use, row: RecurrentRow) -> Iterator[Edit]:
    yield Edit(*module.span(use.node), row.definition)
    if use.call is None:
        return
    bound = row.arguments(use.call) or {}
    change = Change(
        parameters=row.parameters,
        positions=row.positions,
        again=row.positions,
        arguments=dict.fromkeys(row.dropped),
        wrap={},
        add={},
        by_position=(),
        harmless=frozenset(name for name in row.parameters if name not in bound),
        spell=lambda text: text,
    )
    yield from call_edits(module, use.call, change)


def _import_edits(module: Module, gone: Sequence[Use]) -> Iterator[Edit]:
    """What only the uses that are written otherwise were imported for, goes."""
    names = Names.of(module)
    roots = Counter(root.id for use in gone if (root := names.root_of(use.node)) is not None)
    read = Counter(each.id for each in names_in(module))
    spare = {name for name, count in roots.items() if read[name] == count}
    for statement in names.import_statements:
        kept = [each for each in statement.names if not _only_for_cells(statement, each, spare)]
        if len(kept) == len(statement.names) or not stands_alone(module, statement):
            continue
        if kept and isinstance(statement, ast.ImportFrom):
            text = ", ".join(f"{each.name} as {each.asname}" if each.asname else each.name for each in kept)
            yield Edit(*module.span(statement), f"from {statement.module} import {text}")
        elif not kept:
            last = statement.end_lineno or statement.lineno
            end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
            comments = comments_within(module, statement.lineno, last)
            text = "".join(f"{each.text}{module.newline}" for each in comments)
            yield Edit(module.line_starts[statement.lineno - 1], end, text)


def _only_for_cells(statement: ast.Import | ast.ImportFrom, alias: ast.alias, spare: set[str]) -> bool:
    package = statement.module or "" if isinstance(statement, ast.ImportFrom) else alias.name
    inside = package.startswith(("tensorflow.contrib", "tensorflow.nn", "tensorflow.compat.v1.nn"))
    named = isinstance(statement, ast.ImportFrom) or alias.asname is not None
    return inside and named and (alias.asname or alias.name) in spare


def _anchor(module: Module) -> int:
    """Below the imports that open the module, above everything that may use what is written."""
    last = 0
    for statement in module.tree.body:
        opening = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and not last
        if isinstance(statement, ast.Import | ast.ImportFrom):
            last = statement.end_lineno or statement.lineno
        elif not opening:
            break
    return module.line_starts[last] if last < len(module.line_starts) else len(module.text)


def _text(module: Module, written: Sequence[tuple[str, str]], root: str, anchor: int) -> str:
    lines = []
    if any("collections." in text for _, text in written) and not _imports(module, "collections"):
        lines.append("import collections\n")
    for _, text in written:
        spelled = re.sub(r"\btf\.", f"{root}.", text)
        lines.append(f"\n\n{spelled}\n")
    rest = module.text[anchor:]
    blank = rest[: len(rest) - len(rest.lstrip("\r\n"))].count("\n")
    return ("".join(lines) + "\n" * max(0, 2 - blank)).replace("\n", module.newline)


def _imports(module: Module, name: str) -> bool:
    statements = (each for each in module.tree.body if isinstance(each, ast.Import))
    return any(alias.name == name and alias.asname is None for each in statements for alias in each.names)
