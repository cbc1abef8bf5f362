"""Savers: a small class that is written into the program, over the variables under their names of TensorFlow 1."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from codemods.emit.writer import FUNCTION, Unwritable, Writer
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.program import Node
from codemods.graph.values import Kind, Value
from codemods.obstacles import obstacle
from codemods.plan.savers import CLASS, IMPORTS, has_class, savers_of, trained_before
from codemods.plan.slices import MOVED
from codemods.rule import Edit
from codemods.source.module import Module

RULE = "named-checkpoint"
_WIDTH = 100


def edit_saver(writer: Writer, node: Node, use: SaverUse, indent: str) -> None:
    """`tf.train.Saver()` becomes `Saver({"w": w, "b": b})`."""
    entries = [f'"{name}": {_holder(writer, node, site)}' for name, site in use.entries]
    listed = f"{{{', '.join(entries)}}}"
    rest = [*_adam(writer, node, use), *([] if use.keep is None else [f"max_to_keep={writer.text(use.keep)}"])]
    if len(", ".join([indent, listed, *rest])) > _WIDTH:
        inner = f"\n{indent}{writer.indent}"
        listed = "{" + "".join(f"{inner}{each}," for each in entries) + f"\n{indent}}}"
    writer.replace(use.call, f"{CLASS}({', '.join([listed, *rest])})", RULE)


def _adam(writer: Writer, node: Node, use: SaverUse) -> list[str]:
    found = trained_before(writer.program, node) if use.whole else []
    for trained, minimize, optimizer in found:
        planned = writer.plan.optimizers[optimizer.call]
        training = next(each for each in writer.plan.trainings[trained.id] if each.minimize is minimize)
        if not planned.keras or not training.variables or training.layered:
            detail = "the state of its optimizer has no counterpart"
            raise Unwritable(obstacle("saver", writer.module.place(use.call), "tf.train.Saver", detail))
        return [planned.name, f"[{training.variables}]"]
    return []


def _holder(writer: Writer, saver: Node, site: ast.expr) -> str:
    """The name, or the place in a container, that a variable has where the saver is made."""
    latest = {each.name: each for each in writer.program.definitions.values() if each.node < saver.id}
    for found in latest.values():
        if writer.node(found.node).stage in MOVED:
            continue
        if _is(found.value, site):
            return found.name
        for number, item in enumerate(found.value.items or ()):
            if _is(item, site):
                return f"{found.name}[{found.value.keys[number]!r}]" if found.value.keys else f"{found.name}[{number}]"
    detail = "this variable has no name to list it by"
    raise Unwritable(obstacle("saver", writer.module.place(site), ast.unparse(site)[:60], detail))


def _is(value: Value, site: ast.expr) -> bool:
    return value.kind == Kind.VARIABLE and value.site is site and value.items is None and value.serial is not None


def edit_saver_call(writer: Writer, use: SaverCall) -> None:
    """The session goes from the arguments."""
    step = [] if use.step is None else [f"global_step={writer.text(use.step)}"]
    arguments = ", ".join([writer.text(use.path), *step])
    writer.replace(use.call, f"{writer.text(use.saver)}.{use.method}({arguments})", RULE)


def class_edits(writer: Writer) -> list[Edit]:
    """The class, below the imports that open the module."""
    if not savers_of(writer.program) or has_class(writer.module):
        return []
    last = _last_import(writer.module)
    place = writer.module.line_starts[last] if last < len(writer.module.line_starts) else len(writer.module.text)
    had = {alias.name for each in writer.module.tree.body if isinstance(each, ast.Import)
           for alias in each.names if alias.asname is None}  # fmt: skip
    imports = "".join(f"import {name}\n" for name in IMPORTS if name not in had)
    text = re.sub(r"\btf\.", f"{writer.tf}.", _text().rstrip("\n"))
    return [Edit(place, place, f"{imports}{FUNCTION}{text}{FUNCTION}\n")]


def _last_import(module: Module) -> int:
    last = 0
    for statement in module.tree.body:
        opening = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and not last
        if isinstance(statement, ast.Import | ast.ImportFrom):
            last = statement.end_lineno or statement.lineno
        elif not opening:
            break
    return last


@cache
def _text() -> str:
    return (Path(__file__).parents[1] / "added" / "saver.py.txt").read_text(encoding="utf-8")
