"""Recurrent cells: those made amid a computation stand outside, and what feeds their dropout is set before they run."""

from __future__ import annotations

import ast

from codemods.api.recurrent import CALL, recurrent
from codemods.emit.writer import GONE, Writer
from codemods.graph.program import CellRun, Hoist, Node
from codemods.plan.dtypes import dtype_of
from codemods.rule import Edit
from codemods.source.comments import comments_within, leading_block, trailing_comment
from codemods.source.tree import parents
from codemods.source.walk import walk

RULE = "recurrent-cells"


def edit_cells(writer: Writer, node: Node) -> None:
    """Placeholders that cells are made with become variables; the scopes of the variables are written down; cells made
    inside of a function go from there."""
    for fed in node.cell_feeds:
        writer.replace(fed.name, writer.plan.cell_feeds[fed.definition], RULE)
    for run in node.cell_runs:
        _edit_scope(writer, run)
    for hoist in node.hoists:
        for statement in hoist.statements:
            _remove(writer, statement)


def _edit_scope(writer: Writer, run: CellRun) -> None:
    row = recurrent(run.api)
    assert row is not None
    if run.api == CALL and not _name_cell(writer, run):
        return
    given = None if run.api == CALL else (row.arguments(run.call) or {}).get("scope")
    text = repr(run.scope).replace("'", _quote(writer))
    if given is not None and not (isinstance(given, ast.Constant) and given.value is None):
        if writer.module.source(given)[1:-1] != run.scope:
            writer.replace(given, text, RULE)
    elif run.scope != row.name and given is None:
        end = _after_last(writer, run.call)
        edit = Edit(end, end, f", scope={text}")
        if edit not in writer.edits:  # a function that is called twice runs them twice
            writer.edits.append(edit)


def _after_last(writer: Writer, call: ast.Call) -> int:
    """Where the last argument ends, with the parentheses around it."""
    last = (*call.args, *(keyword.value for keyword in call.keywords))[-1]
    end = writer.module.span(last)[1]
    rest = writer.module.text[end : writer.module.span(call)[1] - 1].split("#")[0]
    return end + rest.rindex(")") + 1 if ")" in rest else end


def _name_cell(writer: Writer, run: CellRun) -> bool:
    """`cell(inputs, state)` names the function that calls the cell. False if it does already."""
    start, end = writer.module.span(run.call.func)
    first = writer.module.text.index("(", end) + 1
    cell = Edit(first, first, f"{writer.slice(start, end)}, ")
    if any((edit.start, edit.end) == (first, first) for edit in writer.edits):
        return False
    writer.replace(run.call.func, f"{writer.tf}.{CALL.removeprefix('tf.')}", RULE)
    writer.edits.append(cell)
    return True


def _quote(writer: Writer) -> str:
    return "'" if writer.module.text.count("'") >= writer.module.text.count('"') else '"'


def _remove(writer: Writer, statement: ast.stmt) -> None:
    starts, text = writer.module.line_starts, writer.module.text
    first, last = leading_block(writer.module, statement), statement.end_lineno or statement.lineno
    end = starts[last] if last < len(starts) else len(text)
    writer.edits.append(Edit(starts[first - 1], end, f"{GONE}\n"))
    writer.rules.setdefault(statement.lineno, RULE)


def hoisted_lines(writer: Writer, node: Node) -> list[str]:
    """The lines that make the cells of a statement, where the statement stood."""
    lines: list[str] = []
    for hoist in node.hoists:
        if hoist.expression is not None:
            lines.append(f"{writer.plan.hoisted[hoist.expression]} = {writer.text(hoist.expression)}")
        for statement in hoist.statements:
            lines += _comments(writer, statement)
            start, end = writer.module.span(statement)
            inner = [each for each in writer.edits if start <= each.start and each.end <= end]
            inner += _argument_edits(writer, hoist, statement)
            text = "".join(writer.slice(start, end, inner).split("\r"))
            trailing = trailing_comment(writer.module, statement)
            lines += _unindented(text, writer.module.column(statement))
            if trailing is not None:
                lines[-1] += f"  {trailing.text}"
    return lines


def _argument_edits(writer: Writer, hoist: Hoist, statement: ast.Assign) -> list[Edit]:
    """What the function was called with, in place of its parameters."""
    found = []
    for name in walk(statement.value):
        if isinstance(name, ast.Name) and name.id in hoist.arguments and isinstance(name.ctx, ast.Load):
            argument = hoist.arguments[name.id]
            text = writer.text(argument)
            inside = isinstance(parents(writer.module)[name], ast.BinOp | ast.UnaryOp | ast.Compare | ast.Attribute)
            found.append(
                Edit(*writer.module.span(name), f"({text})" if inside and isinstance(argument, ast.BinOp) else text)
            )
    return found


def _comments(writer: Writer, statement: ast.stmt) -> list[str]:
    first = leading_block(writer.module, statement)
    return [each.text for each in comments_within(writer.module, first, statement.lineno - 1) if each.own_line]


def _unindented(text: str, column: int) -> list[str]:
    first, *rest = text.split("\n")
    return [first, *(line[min(column, len(line) - len(line.lstrip())) :] for line in rest)]


def hoisted_edits(writer: Writer, node: Node) -> list[Edit]:
    """The names in place of the expressions that made cells."""
    found = (each.expression for each in node.hoists if each.expression is not None)
    return [Edit(*writer.module.span(each), writer.plan.hoisted[each]) for each in found]


def cell_feed_lines(writer: Writer, node: Node) -> list[str]:
    """The assignments that must happen before the cells run."""
    fed = dict.fromkeys(each for run in node.cell_runs for each in run.fed)
    return [f"{writer.plan.cell_feeds[each]}.assign({writer.name(each)})" for each in fed]


def variable_lines(writer: Writer, node: Node) -> list[str]:
    """The variables beside the placeholders that set the dropout of cells."""
    lines = []
    for each in node.inputs:
        name = writer.plan.cell_feeds.get(each.definition)
        if name is not None:
            plain = each.dtype is None or dtype_of(writer.program, writer.names, each.definition) == "float32"
            dtype = "" if plain or each.dtype is None else f", dtype={writer.text(each.dtype)}"
            lines.append(f"{name} = {writer.tf}.Variable(1.0, trainable=False{dtype})")
    return lines
