"""A function that reads a queue and computes the records: of the dataset of what is read, it only computes them.

`image, label = read_and_decode(queue)` takes an element of `queue.flat_map(tf.data.TFRecordDataset)`, mapped by this
function, which is given the record in place of the queue."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from codemods.queue_records import check_records
from codemods.queue_sources import OtherQueue, Source, elements
from codemods.rule import Edit
from codemods.source.statements import remove_statements, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


@dataclass(frozen=True)
class ReadingFunction:
    """The call of it, its only parameter, and what it returns."""

    call: ast.Call
    function: ast.FunctionDef
    parameter: ast.arg
    returned: ast.expr


def reading_function(source: Source, place: ast.expr) -> ReadingFunction | None:
    """The function that is given a queue here, and nothing else; it is called only once."""
    call = parents(source.module).get(place)
    if not isinstance(call, ast.Call) or call.args != [place] or call.keywords or not isinstance(call.func, ast.Name):
        return None
    name = call.func.id
    found = [each for each in walk(source.module.tree) if isinstance(each, ast.FunctionDef) and each.name == name]
    uses = [each for each in names_in(source.module) if each.id == name]
    if len(found) != 1 or uses != [call.func] or found[0] not in source.module.tree.body:
        return None
    match found[0]:
        case ast.FunctionDef(
            args=ast.arguments(posonlyargs=[], args=[parameter], vararg=None, kwonlyargs=[], kwarg=None, defaults=[]),
            body=[*_, ast.Return(value=ast.expr() as returned)],
            decorator_list=[],
        ) if parameter.annotation is None:
            return ReadingFunction(call, found[0], parameter, returned)
        case _:
            return None


def only_read(source: Source, found: ReadingFunction) -> ast.Name:
    """The place in the function that reads the queue."""
    reads = [each for each in walk(found.function) if isinstance(each, ast.Name) and each.id == found.parameter.arg]
    if len(reads) != 1 or not isinstance(reads[0].ctx, ast.Load):
        raise OtherQueue(found.call, f"`{found.parameter.arg}` is not read exactly once in the function")
    return reads[0]


def function_edits(
    source: Source, found: ReadingFunction, taken: ast.Name, gone: Sequence[ast.stmt]
) -> tuple[Edit, ...]:
    """The function without its reader, given what that read; `taken`: the name of that."""
    body = found.function.body
    rest = [each for each in body[:-1] if each not in gone and not _is_told(each)]
    if any(each not in body or not stands_alone(source.module, each) for each in gone):
        raise OtherQueue(found.call, "the function reads in a loop, a branch or a block")
    check_records(source, (taken,), [*rest, body[-1]])
    renamed = Edit(*source.module.span(found.parameter), taken.id)
    return (renamed, *remove_statements(source.module, gone))


def _is_told(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def given_names(source: Source, found: ReadingFunction) -> tuple[ast.Assign, tuple[ast.Name, ...]]:
    """The statement that calls the function, and the names of what it returns."""
    statement = parents(source.module).get(found.call)
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    names = tuple(each for target in targets for each in elements(target) or [target] if isinstance(each, ast.Name))
    count = len(elements(found.returned)) or 1
    several = bool(targets and elements(targets[0])) == bool(elements(found.returned))
    if not isinstance(statement, ast.Assign) or len(targets) != 1 or len(names) != count or not several:
        raise OtherQueue(found.call, "what it returns is not given to one name each")
    return statement, names
