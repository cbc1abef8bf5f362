"""Penalties that functions of the program give their variables: a list of functions, called where the loss is."""

from __future__ import annotations

import re
from functools import lru_cache

from codemods.emit.variables import lift_comments
from codemods.emit.writer import GONE, Writer
from codemods.graph.program import Deferred
from codemods.plan.names import bound_names, fresh
from codemods.rule import Edit
from codemods.source.comments import comments_within, leading_block
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

_RULE = "variable-query"


@lru_cache(maxsize=8)
def list_name(module: Module, key: str) -> str:
    """The name of the list of functions for a collection."""
    word = re.sub(r"\W+", "_", key).strip("_").lower()
    taken = bound_names(walk(module.tree)) | {each.id for each in names_in(module)}
    return fresh(f"{word if word.isidentifier() else 'collected'}_of_variables", taken)


def edit_deferred(writer: Writer) -> None:
    """Write the lists, what fills them, and leave out what other functions put into collections."""
    first: dict[str, Deferred] = {}
    for each in sorted(writer.program.deferred, key=lambda one: one.function.lineno):
        first.setdefault(each.key, each)
        name = list_name(writer.module, each.key)
        text, known = writer.text(each.expression), set(writer.orphans)
        writer.replace(each.statement, f"{name}.append(lambda: {text})", _RULE)
        lift_comments(writer, each.statement, [one for one in writer.orphans if one not in known])
        if each.named is not None:
            _leave_out(writer, each.named.lineno, each.named.end_lineno or each.named.lineno, text)
    for function in dict.fromkeys(each.function for each in first.values()):
        line = writer.module.line_starts[leading_block(writer.module, function) - 1]
        keys = [key for key, each in first.items() if each.function is function]
        lines = [f"{list_name(writer.module, key)} = []  # functions: what variables add to {key}\n" for key in keys]
        writer.edits.append(Edit(line, line, "".join([*lines, "\n\n"])))
    for call in writer.program.gone:
        _leave_out(writer, call.lineno, call.end_lineno or call.lineno)


def _leave_out(writer: Writer, first: int, last: int, moved: str = "") -> None:
    """Leave out whole lines, but not their comments; some are in the text that moved."""
    starts = writer.module.line_starts
    end = starts[last] if last < len(starts) else len(writer.module.text)
    writer.edits = [each for each in writer.edits if not (starts[first - 1] <= each.start and each.end <= end)]
    line = writer.module.line(first)
    indent = line[: len(line) - len(line.lstrip())]
    found = [each.text for each in comments_within(writer.module, first, last) if each.text not in moved]
    kept = "".join(f"{indent}{each}\n" for each in found)
    writer.edits.append(Edit(starts[first - 1], end, kept or f"{GONE}\n"))
    writer.rules.setdefault(first, _RULE)
