"""Savers: a small class that is written into the program, over the variables under their names of TensorFlow 1."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from codemods.emit.class_place import last_import, own_statements
from codemods.emit.saved import is_late, kinds_of, named_powers, saved_optimizers, saved_variables
from codemods.emit.writer import FUNCTION, Unwritable, Writer
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.program import Node
from codemods.obstacles import obstacle
from codemods.plan.known_optimizers import KnownOptimizer
from codemods.plan.known_variables import known_scope
from codemods.plan.savers import CLASS, IMPORTS, has_class, savers_of
from codemods.rule import Edit

RULE = "named-checkpoint"
_WIDTH = 100


def edit_saver(writer: Writer, node: Node, use: SaverUse, indent: str) -> None:
    """`tf.train.Saver()` becomes `Saver({"w": w, "b": b})`."""
    scope = known_scope(writer.program, writer.plan)
    saved = saved_variables(scope, use, writer.module)
    optimizers = saved_optimizers(scope, node, use, writer.module, saved)
    v1 = any(each.keras is None for each in optimizers)
    entries = []
    for name, known in saved:
        entries.append(f'"{name}": {known.text}{".value" if v1 and known.keras else ""}')
    late = "lambda: " if is_late(scope, saved) else ""
    listed = f"{late}{{{', '.join(entries)}}}"
    rest = [] if use.keep is None else [f"max_to_keep={writer.text(use.keep)}"]
    states = [_state(writer, each, indent) for each in named_powers(optimizers)]
    kept = [f"[{', '.join(states)}]"] if states else []
    if len(", ".join([indent, listed, *kept, *rest])) > _WIDTH:
        listed = f"{late}{_broken('{', entries, '}', indent, writer)}"
        kept = [_broken("[", states, "]", indent, writer)] if states else []
    writer.replace(use.call, f"{CLASS}({', '.join([listed, *kept, *rest])})", RULE)


def _broken(opening: str, entries: list[str], closing: str, indent: str, writer: Writer) -> str:
    inner = f"\n{indent}{writer.indent}"
    return opening + "".join(f"{inner}{each}," for each in entries) + f"\n{indent}{closing}"


def _state(writer: Writer, given: tuple[KnownOptimizer, str], indent: str) -> str:
    """An optimizer, the variables that it trains, and what it keeps for them under which names."""
    optimizer, power = given
    names = [f'"{each}"' for each in optimizer.trained or ()]
    kinds = ", ".join(f'"{each}"' for each in kinds_of(optimizer))
    label = "/".join(each for each in (optimizer.scope, "{}", optimizer.label) if each)
    rest = f'[{kinds}], "{label}", "{power}")'
    whole = f"({optimizer.path[0]}, [{', '.join(names)}], {rest}"
    if len(whole) + len(indent) <= _WIDTH:
        return whole
    return f"({optimizer.path[0]}, {_broken('[', names, ']', indent + writer.indent, writer)}, {rest}"


def edit_saver_call(writer: Writer, use: SaverCall) -> None:
    """The session goes from the arguments."""
    step = [] if use.step is None else [f"global_step={writer.text(use.step)}"]
    arguments = ", ".join([writer.text(use.path), *step])
    writer.replace(use.call, f"{writer.text(use.saver)}.{use.method}({arguments})", RULE)


def class_edits(writer: Writer) -> list[Edit]:
    """The class, below the imports that open the module."""
    savers = savers_of(writer.program)
    if not savers:
        return []
    scope = known_scope(writer.program, writer.plan)
    kept = [
        each
        for node, use in savers
        for each in saved_optimizers(scope, node, use, writer.module, saved_variables(scope, use, writer.module))
    ]
    if has_class(writer.module):
        if kept:
            place = writer.module.place(savers[0][1].call)
            raise Unwritable(obstacle("saver", place, "tf.train.Saver", "another function has a saver of its own"))
        return []
    last = last_import(writer.module)
    start = writer.module.line_starts[last] if last < len(writer.module.line_starts) else len(writer.module.text)
    had = {alias.name for each in own_statements(writer.module) if isinstance(each, ast.Import)
           for alias in each.names if alias.asname is None}  # fmt: skip
    written = "\n".join(_parts(_text().splitlines(), _features(kept)))
    needed = [name for name in IMPORTS if name not in had and f"{name}." in written]
    imports = "".join(f"import {name}\n" for name in needed)
    text = re.sub(r"\btf\.", f"{writer.tf}.", written.rstrip("\n"))
    return [Edit(start, start, f"{imports}{FUNCTION}{text}{FUNCTION}\n")]


def _features(kept: list[KnownOptimizer]) -> frozenset[str]:
    """Which parts of the class are needed."""
    keras, old = any(each.keras for each in kept), any(not each.keras for each in kept)
    counting = any(each.keras == "Adam" for each in kept)
    counted = any(each.v1 == "AdamOptimizer" and not each.keras for each in kept)
    chosen = {
        "slots" if kept else "plain": True,
        "powers" if counting else "steady": True,
        "both": keras and old,
        "keras": keras and not old,
        "v1": old and not keras,
        "old_powers": counted,
    }
    return frozenset(name for name, wanted in chosen.items() if wanted)


def _parts(lines: list[str], features: frozenset[str]) -> Iterator[str]:
    """The lines that every saver has, and those below the marks of what this one needs."""
    wanted = True
    for line in lines:
        if line.startswith("#?"):
            wanted = line[2:].strip() in features | {""}
        elif wanted:
            yield line


@cache
def _text() -> str:
    return (Path(__file__).parents[1] / "added" / "saver.py.txt").read_text(encoding="utf-8")
