"""Batches of what a queue hands out: the methods of a dataset, behind a function of what is computed of each record."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.plan.names import fresh
from codemods.queue_elements import Element, parameters
from codemods.queue_records import Records, function_lines, records_of
from codemods.queue_sources import OtherQueue, Source, batched, elements
from codemods.rule import Edit
from codemods.source.comments import comments_within, leading_block
from codemods.source.statements import remove_statements, replace_statement, stands_alone
from codemods.source.tree import parents
from codemods.source.walk import walk

_READ = frozenset({"lines", "records"})
_MADE = ".make_one_shot_iterator()"


def batch_edits(
    source: Source, element: Element, batch: ast.Assign, region: Sequence[ast.stmt], taken: set[str]
) -> Iterator[Edit]:
    """The edits where the element is taken, and where batches are made; `region`: the statements between."""
    call = batch.value
    assert isinstance(call, ast.Call)
    if not stands_alone(source.module, batch):
        raise OtherQueue(batch, "it shares its line with another statement")
    records = records_of(source, element.taken, region)
    _check_inside(source, element, batch, records)
    gathered = batched(source, call, source.names.api_of(call.func) or "")
    given = _tensors(call)
    targets = source.text(batch.targets[0])
    name = fresh("batches", taken)
    as_taken = _is_as_taken(element, records, given)
    _check_targets(batch, None if element.listed and as_taken else len(elements(given)))
    if as_taken and element.queue is None:
        yield replace_statement(source.module, element.statement, [f"{name} = {element.dataset}{gathered}{_MADE}"])
        yield replace_statement(source.module, batch, [f"{targets} = {name}.get_next()"])
        return
    dataset = element.dataset
    if dataset.isidentifier():
        yield from remove_statements(source.module, [element.statement])
    else:
        dataset = fresh(element.elements, taken)
        yield replace_statement(source.module, element.statement, [f"{dataset} = {element.dataset}"])
    function: list[str] = []
    if not as_taken:
        mapped = fresh(f"parse_{element.elements[:-1]}" if element.elements in _READ else "prepare", taken)
        results = [_one_line(source, each) for each in elements(given)]
        function = function_lines(source, records, mapped, parameters(element.taken, element.listed), results)
        dataset = f"{dataset}.map({mapped})"
    lines = [f"{name} = {dataset}{gathered}{_MADE}", f"{targets} = {name}.get_next()"]
    yield _written(source, records, batch, function, lines)


def _tensors(call: ast.Call) -> ast.expr:
    keyword = (each.value for each in call.keywords if each.arg == "tensors")
    given = call.args[0] if call.args else next(keyword, None)
    if given is None:
        raise OtherQueue(call, "what it gathers is not known")
    return given


def _is_as_taken(element: Element, records: Records, given: ast.expr) -> bool:
    """Whether batches are gathered of the elements as they are."""
    if records.moved:
        return False
    if element.listed:
        if isinstance(given, ast.Name):
            return True
    elif len(element.taken) > 1 or element.single:
        names = [each.id for each in elements(given) if isinstance(each, ast.Name)]
        if names == [each.id for each in element.taken] and len(names) == len(elements(given)):
            return True
    if not elements(given):
        raise OtherQueue(given, "the tensors that it gathers are not listed")
    return False


def _check_targets(batch: ast.Assign, count: int | None) -> None:
    """As many names are bound as tensors are gathered; one tensor has one name."""
    target = batch.targets[0]
    names = elements(target)
    if len(batch.targets) != 1 or not all(isinstance(each, ast.Name) for each in names or [target]):
        raise OtherQueue(batch, "its batches have no names of their own")
    if (count is None and not names) or (count == 1 and names) or (count not in (None, 1) and len(names) != count):
        raise OtherQueue(batch, "its batches are not given to one name each")


def _one_line(source: Source, node: ast.expr) -> str:
    text = source.text(node)
    if "\n" in text:
        raise OtherQueue(node, "it stands on several lines")
    return text


def _check_inside(source: Source, element: Element, batch: ast.Assign, records: Records) -> None:
    """What belongs to one record is read by nobody else: a run of it would take a record from the queue."""
    above, scopes = parents(source.module), source.names.scopes.scope_of
    around = {element.statement, batch, *records.moved}
    bound = {each.id for each in walk(batch.targets[0]) if isinstance(each, ast.Name)}
    for name in records.names:
        for each in source.same(name):
            if each.lineno < element.statement.lineno and scopes[each] is scopes[element.taken[0]]:
                continue  # the name stood for something else
            inside: ast.AST | None = each
            while inside is not None and inside not in around:
                inside = above.get(inside)
            if inside is None and not (name.id in bound and each.lineno > (batch.end_lineno or batch.lineno)):
                raise OtherQueue(each, f"`{name.id}` is a part of one record, and read outside of its batches")


def _written(
    source: Source, records: Records, batch: ast.Assign, function: Sequence[str], lines: Sequence[str]
) -> Edit:
    """The statements from the first one that is moved to the batch: what stays, the function, the batches."""
    if not function:
        return replace_statement(source.module, batch, lines)
    module = source.module
    column = module.column(batch)
    indent = module.line(batch.lineno)[:column]
    moved = {
        number
        for each in records.moved
        for number in range(leading_block(module, each), (each.end_lineno or each.lineno) + 1)
    }
    first, told = min({*moved, batch.lineno, leading_block(module, batch)}), leading_block(module, batch)
    kept = [module.line(number).rstrip() for number in range(first, told) if number not in moved]
    blank = [""] * (2 if column == 0 else 1)
    comments = [module.line(number).rstrip() for number in range(told, batch.lineno)]
    last = batch.end_lineno or batch.lineno
    inside = (each for each in comments_within(module, batch.lineno, last) if each.line < last)
    comments += [f"{indent}{each.text}" for each in inside]
    inner = [f"{indent}{each}" if each else "" for each in function]
    start = first > 1 and not module.line(first - 1).strip() and not any(kept)
    before = [*_trimmed(kept), *blank] if any(kept) else ([] if start and column else blank[int(start) :])
    after = [*blank, *comments, *(f"{indent}{each}" for each in lines)]
    text = module.newline.join((*before, *inner, *after))
    return Edit(module.line_starts[first - 1], module.span(batch)[1], text)


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Without empty lines at the ends, and with no two in a row."""
    kept = [each for number, each in enumerate(lines) if each or (number and lines[number - 1])]
    while kept and not kept[-1]:
        kept.pop()
    return kept
