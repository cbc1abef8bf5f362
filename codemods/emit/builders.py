"""A function that made variables, as a small class: what it made is made in `__init__`, the rest is its `__call__`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from codemods.emit.cells import edit_cells
from codemods.emit.floating_comments import floating_comments
from codemods.emit.functions import joined
from codemods.emit.going import edit_going
from codemods.emit.layers import call_edits, constructions
from codemods.emit.listed import (
    LISTS,
    PENALTIES,
    TRAINABLE,
    list_lines,
    listed_variables,
    objects_with_penalties,
)
from codemods.emit.moved import Moved, unindented
from codemods.emit.scope_names import edit_scope_names
from codemods.emit.sizes import size_edits
from codemods.emit.variables import edit_variables
from codemods.emit.writer import Unwritable, Writer
from codemods.graph.bodies import docstring_of
from codemods.graph.program import Node, Stage
from codemods.obstacles import obstacle
from codemods.plan.builder_reads import resolve
from codemods.plan.plan import BuilderPlan
from codemods.rule import Edit
from codemods.source.comments import Comment, comments_within, leading_block, trailing_comment
from codemods.source.walk import walk

RULE = "session-to-function"


def edit_builders(writer: Writer, others: Iterable[str]) -> None:
    """Write a class in place of every builder. `others`: the text of everything else, which may ask for variables."""
    texts = [*others, *(edit.text for edit in writer.edits)]
    penalized = objects_with_penalties(writer)
    for plan in reversed(list(writer.plan.builders.values())):
        asked = {each for each in LISTS if any(f".{each}" in text for text in texts)}
        asked |= {PENALTIES} if plan.function in penalized else set()
        text = _class(writer, plan, asked | ({TRAINABLE} if _may_be_asked(writer, plan) else set()))
        texts.append(text)
        start = writer.module.span(plan.function)[0]
        end = writer.module.line_starts[plan.function.end_lineno or 0] if (plan.function.end_lineno or 0) < len(
            writer.module.line_starts
        ) else len(writer.module.text)  # fmt: skip
        writer.edits.append(Edit(start, end, text))
        writer.rules.setdefault(plan.function.lineno, RULE)


def _may_be_asked(writer: Writer, plan: BuilderPlan) -> bool:
    """Whether the class stands in another file than the program, so that other programs may ask for its variables."""
    borders = writer.module.borders
    if not borders or plan.function.lineno > borders[-1].line:
        return False
    try:
        return bool(listed_variables(_inner(writer, plan, False), plan, TRAINABLE))
    except Unwritable:
        return False


def _class(writer: Writer, plan: BuilderPlan, asked: Set[str]) -> str:
    function = plan.function
    indent = writer.module.line(function.lineno)[: writer.module.column(function)]
    making, calling = _inner(writer, plan, False), _inner(writer, plan, True)
    body = _docstring(writer, function)
    init = _init_lines(making, plan)
    if init:
        body += [f"def __init__({', '.join(['self', *_parameters(writer, plan, plan.constructor)])}):"]
        body += [*_indented(writer, init), ""]
    call = _call_lines(calling, plan)
    body += [f"def __call__({', '.join(['self', *_parameters(writer, plan, plan.called)])}):", *_indented(writer, call)]
    for each in (one for one in (*LISTS, PENALTIES) if one in asked):
        body += ["", "@property", f"def {each}(self):", *_indented(writer, list_lines(writer, making, plan, each))]
    lines = [*_header(writer, plan), *_indented(writer, body)]
    _check_comments(writer, plan, lines)
    text = "\n".join(line if line[:1] == "\ue002" or not line else indent + line for line in lines)
    return text.removeprefix(indent) + "\n"


def _header(writer: Writer, plan: BuilderPlan) -> list[str]:
    """`class Name:` with the comments of the function's header."""
    function = plan.function
    last = leading_block(writer.module, function.body[0]) - 1
    found = [each.text for each in comments_within(writer.module, function.lineno, last)]
    behind = f"  {found.pop()}" if len(found) == 1 else ""
    return [*found, f"class {plan.class_name}:{behind}"]


def _inner(writer: Writer, plan: BuilderPlan, calling: bool) -> Writer:
    """A writer for the body: names that became attributes are read from `self`."""
    body = replace(plan.program, nodes=tuple(_named(plan, node) for node in plan.program.nodes))
    inner = Writer(writer.module, writer.names, body, replace(writer.plan, nodes=body.nodes, layers=plan.layers))
    numbers = plan.call if calling else sorted({*plan.init, *(node.id for node in body.nodes if node.layers)})
    header = {each.id: each.name for each in body.nodes[0].defines if each.name in plan.kept} if calling else {}
    attributes = {key: f"self.{name}" for key, name in {**plan.state, **header}.items()}
    for number in numbers:
        node = body.nodes[number]
        own = {each.id for each in node.defines} if node.stage == Stage.STATE else set()
        hidden = {id(name) for read in node.sizes if read.given is None for name in walk(read.expression)}
        inner.edits += size_edits(writer, node, attributes)
        _edit_scope_names(inner, plan, node)
        scopes = [part for each in node.creations for part in plan.written.get(each.call, ())]
        for name in dict.fromkeys(each for part in (node.statement, *scopes) for each in walk(part)):
            if not isinstance(name, ast.Name) or id(name) in hidden:
                continue
            found = resolve(body, node, name)
            attribute = {**plan.state, **header}.get(found.id) if found is not None else None
            if isinstance(name.ctx, ast.Store):
                attribute = next((plan.state[each] for each in own if body.definitions[each].name == name.id), None)
            if attribute is not None:
                start, end = writer.module.span(name)
                inner.edits.append(Edit(start, end, f"self.{attribute}"))
    inner.edits = list(dict.fromkeys(inner.edits))
    return inner


def _edit_scope_names(writer: Writer, plan: BuilderPlan, node: Node) -> None:
    for each in node.scope_names if not plan.named else ():
        place = writer.module.place(each.expression)
        raise Unwritable(obstacle("variable-scope-dynamic", place, ast.unparse(each.expression)[:60]))
    edit_scope_names(writer, node)


def _named(plan: BuilderPlan, node: Node) -> Node:
    """Names that differ from object to object are left out of layers, and are written as expressions of variables."""
    if plan.named:
        return node
    creations = tuple(
        replace(each, scoped=False, name="") if each.api == "tf.Variable" else each for each in node.creations
    )
    layers = tuple(each if each.builder else replace(each, named=False, name="") for each in node.layers)
    return replace(node, creations=creations, layers=layers)


def _init_lines(writer: Writer, plan: BuilderPlan) -> list[str]:
    lines = [f"self.{name} = {name}" for name in plan.kept]
    moved = []
    for node in plan.program.nodes:
        own = writer.node(node.id)
        if node.stage == Stage.DRIVER and node.sizes:
            moved.append(_header_comments(writer, node))
        elif node.id in plan.init:
            edit_variables(writer, _written(writer, plan, own))
            moved.append(_moved(writer, plan, own, []))
        elif node.layers:
            made = constructions(writer, own)
            if made:
                moved.append(Moved(made, 0, sys.maxsize))  # no blank lines around it
    return lines + joined(writer, [each for each in moved if each.lines])


def _written(writer: Writer, plan: BuilderPlan, node: Node) -> Node:
    found = []
    for creation in node.creations:
        text = _name_text(writer, plan.written.get(creation.call, ()))
        found.append(replace(creation, written=text) if text else creation)
    return replace(node, creations=tuple(found))


def _name_text(writer: Writer, parts_of_name: Sequence[ast.expr]) -> str | None:
    """`f"{scope}/w"`, or the text of the name alone where no scope is around it."""
    if not parts_of_name:
        return None
    if len(parts_of_name) == 1:
        return writer.text(parts_of_name[0])
    pieces = []
    for each in parts_of_name:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            pieces.append(each.value)
        else:
            pieces.append(f"{{{_with_single_quotes(writer.text(each))}}}")
    text = "/".join(pieces)
    if any(mark in "".join(re.findall(r"\{(.*?)\}", text, re.DOTALL)) for mark in ('"', "\\", "\n")):
        each = parts_of_name[0]
        raise Unwritable(obstacle("variable-scope-dynamic", writer.module.place(each), ast.unparse(each)[:60]))
    return f'f"{text}"' if "{" in text else f'"{text}"'


def _with_single_quotes(text: str) -> str:
    """An expression as it may stand in an f-string that has double quotes."""
    return ast.unparse(ast.parse(text.strip(), mode="eval")) if '"' in text else text


def _call_lines(writer: Writer, plan: BuilderPlan) -> list[str]:
    found = []
    for node in plan.program.nodes:
        own = writer.node(node.id)
        if node.id in plan.call:
            repeated = node.id in plan.init
            edit_cells(writer, own)
            edit_going(writer, own)
            part = _moved(writer, plan, own, call_edits(writer, own, []))
            found.append(replace(part, lines=_code(part.lines)) if repeated else part)
        elif node.stage == Stage.DRIVER and not node.sizes:
            found.append(_header_comments(writer, node))
    return joined(writer, [each for each in found if each.lines])


def _code(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not line.startswith("#")]


def _header_comments(writer: Writer, node: Node) -> Moved:
    first = leading_block(writer.module, node.statement)
    last = node.statement.body[0].lineno - 1 if isinstance(node.statement, ast.With) else node.statement.end_lineno or 0
    last = max(last, node.statement.lineno)
    inside = comments_within(writer.module, first, last)
    if isinstance(node.statement, ast.With):
        below = leading_block(writer.module, node.statement.body[0])
        inside = tuple(each for each in inside if each.line < below)
    known = [each.text for each in inside]
    floating = [each for each in floating_comments(writer.module, writer.program, node) if each not in known]
    return Moved([*known, *floating], first, last)


def _moved(writer: Writer, plan: BuilderPlan, node: Node, edits: list[Edit]) -> Moved:
    """A statement with the comments above it, behind it, and those that stood inside of replaced text."""
    module, statement = writer.module, node.statement
    first, last = leading_block(module, statement), statement.end_lineno or statement.lineno
    start, end = module.span(statement)
    text = unindented(writer.slice(start, end, edits), module.column(statement))
    trailing = trailing_comment(module, statement)
    if trailing is not None and trailing.text not in text[-1]:
        text[-1] += f"  {trailing.text}"
    above = [each.text for each in comments_within(module, first, statement.lineno - 1) if each.own_line]
    lost = [each.text for each in comments_within(module, statement.lineno, last) if not _has(text, each)]
    below = floating_comments(module, plan.program, node)
    return Moved([*above, *lost, *text, *below], first, last + len(below))


def _has(lines: Sequence[str], comment: Comment) -> bool:
    return any(comment.text in line for line in lines)


def _check_comments(writer: Writer, plan: BuilderPlan, lines: Sequence[str]) -> None:
    """A comment that found no place in the class keeps the program as it is."""
    function = plan.function
    for comment in comments_within(writer.module, function.lineno, function.end_lineno or 0):
        if not _has(lines, comment):
            place = writer.module.at(comment.line)
            raise Unwritable(obstacle("foreign-builder", place, function.name, "a comment in it would be lost"))


def _parameters(writer: Writer, plan: BuilderPlan, wanted: Sequence[str]) -> list[str]:
    spec = plan.function.args
    defaults = dict(zip(reversed([each.arg for each in spec.args]), reversed(spec.defaults), strict=False))
    defaults |= {each.arg: it for each, it in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if it is not None}
    own = {each.arg for each in (*spec.args, *spec.kwonlyargs)}
    written = [each for each in wanted if each not in own]
    for each in (*spec.args, *spec.kwonlyargs):
        if each.arg not in wanted:
            continue
        if each in spec.kwonlyargs and "*" not in written:
            written.append("*")
        equals = " = " if each.annotation is not None else "="
        default = f"{equals}{writer.text(defaults[each.arg])}" if each.arg in defaults else ""
        written.append(writer.module.source(each) + default)
    return written


def _docstring(writer: Writer, function: ast.FunctionDef) -> list[str]:
    statement = docstring_of(function)
    if statement is None:
        return []
    lines = unindented(writer.module.source(statement), writer.module.column(statement))
    trailing = trailing_comment(writer.module, statement)
    above = comments_within(writer.module, leading_block(writer.module, statement), statement.lineno - 1)
    lines[-1] += f"  {trailing.text}" if trailing is not None else ""
    return [*(each.text for each in above if each.own_line), *lines, ""]


def _indented(writer: Writer, lines: Iterable[str]) -> list[str]:
    return [line if line.startswith("\ue002") or not line.strip() else writer.indent + line for line in lines]
