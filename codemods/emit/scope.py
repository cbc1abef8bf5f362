"""Writes one planned scope: every statement stays, moves into a function, or goes; comments always stay."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names
from codemods.emit import optimizers, variables
from codemods.emit.around import average_lines, edit_around, iterator_lines, metric_lines
from codemods.emit.batch_norm import batch_norm_class
from codemods.emit.builders import edit_builders
from codemods.emit.cells import edit_cells, hoisted_lines, variable_lines
from codemods.emit.collections import edit_collections
from codemods.emit.concrete import check_saved, concrete_lines
from codemods.emit.deferred import edit_deferred
from codemods.emit.emptied import Emptied, empty_branches
from codemods.emit.fed_tensors import steady_lines
from codemods.emit.functions import group_text, step_text
from codemods.emit.going import edit_going
from codemods.emit.inputs import edit_input
from codemods.emit.layers import constructions
from codemods.emit.layout import settle_blank_lines
from codemods.emit.moved import stays_in_part
from codemods.emit.savers import class_edits
from codemods.emit.scope_names import edit_scope_names
from codemods.emit.sites import edit_eager, edit_step_call
from codemods.emit.sizes import edit_sizes
from codemods.emit.variable_lists import QUERY_RULE, query_text
from codemods.emit.wrappers import dedent_edits, depth_of, header_edit
from codemods.emit.writer import FUNCTION, GONE, VERBATIM, Writer
from codemods.graph.around import IteratorUse
from codemods.graph.program import GraphProgram, Node, Stage
from codemods.plan.plan import ScopePlan, Step
from codemods.plan.slices import MOVED, is_eager
from codemods.rule import Edit
from codemods.source.comments import comments_within, leading_block
from codemods.source.edits import apply_edits
from codemods.source.long_lines import with_short_lines
from codemods.source.module import Module
from codemods.source.walk import with_bodies


@dataclass(frozen=True)
class Written:
    """The new text of a module, and line -> rule for every place that changed."""

    text: str
    rules: dict[int, str]


_STAYING = (Stage.STATE, Stage.PYTHON, Stage.RUN)


def write_scope(module: Module, names: Names, program: GraphProgram, plan: ScopePlan) -> Written:
    """The module's text with one scope rewritten."""
    program = replace(program, nodes=plan.nodes)
    writer = Writer(module, names, program, plan)
    _edit_staying(writer)
    _edit_runs(writer)
    variables.edit_in_functions(writer)
    edit_deferred(writer)
    for node in program.nodes:
        if node.around:
            edit_around(writer, node, _indent(writer, node.statement))
    for node in program.nodes:
        if node.going:
            edit_going(writer, node)
    lines = [*class_edits(writer), *batch_norm_class(writer), *_line_edits(writer)]
    edit_builders(writer, [edit.text for edit in lines])
    spans = [(edit.start, edit.end) for edit in (*lines, *writer.edits) if edit.end > edit.start]
    kept = [edit for edit in writer.edits if not _covered(edit, lines)]
    text = apply_edits(module.text, [*lines, *kept, *dedent_edits(writer, spans)])
    settled = settle_blank_lines(text.replace("\r\n", "\n")).replace(VERBATIM, "")
    broken = with_short_lines(settled, module.text, writer.indent)
    return Written(_newlines(broken, module), writer.rules)


def _newlines(text: str, module: Module) -> str:
    return text.replace("\n", "\r\n") if module.newline == "\r\n" else text


def _covered(edit: Edit, lines: Sequence[Edit]) -> bool:
    return any(line.start <= edit.start and edit.end <= line.end and line.end > line.start for line in lines)


def _edit_staying(writer: Writer) -> None:
    for node in writer.program.nodes:
        edit_sizes(writer, node)
        edit_collections(writer, node)
        edit_scope_names(writer, node)
        if node.stage == Stage.INPUT:
            edit_input(writer, node)
        elif node.stage == Stage.STATE:
            variables.edit_variables(writer, node)
        if node.queries and node.stage in _STAYING:
            for query in node.queries:
                writer.replace(query.call, query_text(writer, query), QUERY_RULE)
        edit_cells(writer, node)
        if node.optimizers:
            optimizers.edit_optimizers(writer, node)


def _edit_runs(writer: Writer) -> None:
    """Inner runs first: a run may feed the result of another."""
    planned = {id(found.site.call): (step, found) for step in writer.plan.steps for found in step.slices}

    def size(call: ast.Call) -> int:
        start, end = writer.module.span(call)
        return end - start

    for run in sorted(writer.program.runs, key=lambda each: size(each.call)):
        if run.initializer:
            continue
        node = writer.node(run.node)
        if is_eager(writer.program, run):
            edit_eager(writer, run, node)
        else:
            step, found = planned[id(run.call)]
            edit_step_call(writer, step, found, node)


def _line_edits(writer: Writer) -> list[Edit]:
    """Whole lines: statements that go or move, headers that go, functions that come."""
    functions = _functions_by_anchor(writer)
    around = {node.id: _around(writer, node, functions) for node in writer.program.nodes}
    branches = _branches(writer, around)
    edits = [*branches.edits, *branches.tests]
    emptied = _emptied(writer)
    for node in writer.program.nodes:
        before, after = around[node.id]
        if isinstance(node.statement, ast.With) and any(w.statement is node.statement for w in writer.program.wrappers):
            edits.append(header_edit(writer, node.statement))
            continue
        if _goes(writer, node) and id(node.statement) not in branches.gone:
            edits.append(_removal(writer, node, after, node.id in emptied))
        else:
            edits += _insertion(writer, node, after, below=True)
        edits += _insertion(writer, node, before, below=False)
    edits += _orphan_edits(writer)
    return edits


def _around(writer: Writer, node: Node, functions: dict[tuple[int, bool], list[str]]) -> tuple[str, str]:
    """What comes before a statement, and after it."""
    before = "".join(functions.get((node.id, True), ()))
    if not _goes(writer, node):
        rates = [
            line for use in node.optimizers for line in optimizers.rate_lines(writer, writer.plan.optimizers[use.call])
        ]
        above = [*rates, *steady_lines(writer, node)]
        before += "".join(f"{_indent(writer, node.statement)}{line}\n" for line in above)
    after = "".join(f"{_indent(writer, node.statement)}{line}\n" for line in variable_lines(writer, node))
    after += "".join(functions.get((node.id, False), ()))
    return before, after


def _branches(writer: Writer, around: dict[int, tuple[str, str]]) -> Emptied:
    """The branches of which nothing would be left."""
    bare: set[int] = set()
    elsewhere: set[int] = set()
    for node in writer.program.nodes:
        if not node.block or isinstance(node.statement, ast.With) or not _goes(writer, node):
            continue
        moves = _moves(writer, node)
        if around[node.id] == ("", "") and not any(_left_behind(writer, node, moves)):
            bare.add(id(node.statement))
            first = leading_block(writer.module, node.statement)
            elsewhere |= set(range(first, (node.statement.end_lineno or 0) + 1)) if moves else set()
    return empty_branches(writer, bare, elsewhere)


def _orphan_edits(writer: Writer) -> list[Edit]:
    """Comments inside of text that was replaced stand above its statement."""
    edits = []
    for node in writer.program.nodes:
        compound = isinstance(node.statement, ast.For | ast.While | ast.If | ast.With | ast.Try | ast.FunctionDef)
        if compound or _goes(writer, node):
            continue
        lines = range(node.statement.lineno, (node.statement.end_lineno or 0) + 1)
        lost = [comment for comment in writer.orphans if comment.line in lines]
        indent = _indent(writer, node.statement)
        start = writer.module.line_starts[node.statement.lineno - 1]
        edits += [Edit(start, start, f"{indent}{comment.text}\n") for comment in lost]
    return edits


def _goes(writer: Writer, node: Node) -> bool:
    if node.stage == Stage.INPUT:
        return all(each.definition in writer.plan.switches for each in node.inputs)
    if any(isinstance(each, IteratorUse) and not each.one_shot for each in node.around):
        return True
    return node.stage in MOVED or node.stage == Stage.DRIVER or node.id in writer.plan.feeds_inlined


def _removal(writer: Writer, node: Node, after: str, emptied: bool) -> Edit:
    module, statement = writer.module, node.statement
    moves = _moves(writer, node)
    last = statement.end_lineno or statement.lineno
    first = leading_block(module, statement) if moves else statement.lineno
    if getattr(statement, "decorator_list", []) and not moves:
        first = leading_block(module, statement)
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    text = "".join(_left_behind(writer, node, moves)) or f"{GONE}\n"
    if emptied and not any(line.strip() and not line.lstrip().startswith((GONE, "#")) for line in text.split("\n")):
        text = f"{text.removeprefix(GONE).lstrip(chr(10))}{_indent(writer, statement)}pass\n"
    writer.rules.setdefault(statement.lineno, "session-to-function")
    return Edit(module.line_starts[first - 1], end, text + after)


def _moves(writer: Writer, node: Node) -> bool:
    """Whether a statement goes into a function as a whole, with its comments."""
    return node.stage in MOVED and node.id not in writer.plan.dead and not stays_in_part(writer, node)


def _left_behind(writer: Writer, node: Node, moves: bool) -> Iterator[str]:
    """What stays in place of a statement: the layer or optimizer that it made, and comments that did not move."""
    indent = _indent(writer, node.statement)
    inside = comments_within(writer.module, node.statement.lineno, node.statement.end_lineno or 0)
    made = [*constructions(writer, node), *metric_lines(writer, node), *hoisted_lines(writer, node)]
    made += [*iterator_lines(writer, node), *optimizers.lines(writer, node)]
    yield from (f"{indent}{line}\n" for line in average_lines(writer, node))
    if moves:
        yield from (f"{indent}{line}\n" for line in constructions(writer, node))
        return
    trailing = inside[-1] if inside and inside[-1].line == node.statement.end_lineno else None
    if any(hoist.statements for hoist in node.hoists):
        trailing = None  # what stays has comments of its own
    for comment in inside:
        if comment is not trailing or not made:
            yield f"{indent}{comment.text}\n"
    for number, line in enumerate(made):
        gap = _gap(writer, node) if trailing is not None and number == len(made) - 1 else ""
        yield f"{indent}{line}{gap}{trailing.text if trailing is not None and gap else ''}\n"


def _gap(writer: Writer, node: Node) -> str:
    """The white space before a trailing comment, as it was."""
    end = writer.module.span(node.statement)[1]
    rest = writer.module.text[end:].split("\n", 1)[0]
    return rest[: len(rest) - len(rest.lstrip())] or "  "


def _indent(writer: Writer, statement: ast.stmt) -> str:
    column = writer.module.column(statement)
    return writer.module.line(statement.lineno)[:column][depth_of(writer, statement.lineno) :]


def _insertion(writer: Writer, node: Node, text: str, below: bool) -> list[Edit]:
    if not text:
        return []
    module, statement = writer.module, node.statement
    line = (statement.end_lineno or statement.lineno) + 1 if below else leading_block(module, statement)
    if line <= len(module.line_starts):
        return [Edit(module.line_starts[line - 1], module.line_starts[line - 1], text)]
    missing = "" if module.text.endswith("\n") else "\n"
    return [Edit(len(module.text), len(module.text), missing + text)]


def _functions_by_anchor(writer: Writer) -> dict[tuple[int, bool], list[str]]:
    """(node, before it?) -> the functions that are written there."""
    found: dict[tuple[int, bool], list[str]] = {}
    made: list[tuple[Step, int]] = []
    for group in writer.plan.groups:
        anchor = _anchor(writer, max(group.nodes), below=True)
        traced = [] if group.step is None else concrete_lines(writer, writer.plan.steps[group.step], anchor)
        made += [(writer.plan.steps[group.step], anchor[0])] if group.step is not None and traced else []
        found.setdefault(anchor, []).append(_function(writer, anchor, group_text(writer, group), traced))
    merged = {group.step for group in writer.plan.groups if group.step is not None}
    for step in writer.plan.steps:
        if step.id in merged:
            continue
        shared = [max(writer.plan.groups[each].nodes) for each in step.groups]
        needed = [*step.nodes, *step.updates, *shared]
        site = min(found_slice.site.node for found_slice in step.slices)
        anchor = _anchor(writer, max(needed), below=True) if needed else _anchor(writer, site, below=False)
        traced = concrete_lines(writer, step, anchor)
        made += [(step, anchor[0])] if traced else []
        found.setdefault(anchor, []).append(_function(writer, anchor, step_text(writer, step), traced))
    check_saved(writer, made)
    return found


def _anchor(writer: Writer, number: int, below: bool) -> tuple[int, bool]:
    """Next to a node, or before the loop or branch that it stands in."""
    node = writer.node(number)
    for block in node.block:
        if not is_main(block):
            header = next(each for each in writer.program.nodes if each.statement is block)
            return header.id, block not in writer.program.choices.statements
    return number, not below


def _function(writer: Writer, anchor: tuple[int, bool], function: Sequence[str], after: Sequence[str] = ()) -> str:
    indent = _indent(writer, writer.node(anchor[0]).statement)
    lines = [*function, *([""] * (1 if indent else 2) if after else ()), *after]
    body = "\n".join(
        line if line.startswith(VERBATIM) else indent + line if line else "" for line in lines
    ).removeprefix(indent)
    return f"{indent}{FUNCTION}{body}{FUNCTION}\n"


def _leaves_optimizer(writer: Writer, node: Node) -> bool:
    """Whether an optimizer stays in a branch when its training has moved."""
    return bool(node.block) and bool(optimizers.lines(writer, node))


def _emptied(writer: Writer) -> set[int]:
    """The first statement of each block of which nothing would be left."""
    going = [node for node in writer.program.nodes if _goes(writer, node) and not _leaves_optimizer(writer, node)]
    gone = {id(node.statement): node for node in going}
    wrappers = {id(each.statement) for each in writer.program.wrappers}
    found = set()
    for parent in with_bodies(writer.module.tree)[1:]:
        if id(parent) in wrappers:
            continue
        for body in (getattr(parent, field, None) for field in ("body", "orelse", "finalbody")):
            if isinstance(body, list) and body and all(id(each) in gone and id(each) not in wrappers for each in body):
                found.add(gone[id(body[0])].id)
    return found
