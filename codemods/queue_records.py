"""What is computed of each record before batches are gathered, as a function that a dataset maps over its elements."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from codemods.api import table
from codemods.api.table import Stage
from codemods.queue_sources import OtherQueue, Source
from codemods.source.comments import leading_block
from codemods.source.statements import stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_COMPUTING = frozenset({Stage.TENSOR, Stage.RANDOM, Stage.PYTHON})
_READING = frozenset({"tf.read_file", "tf.io.read_file"})
_METHODS = frozenset({"as_list", "get", "get_shape", "items", "keys", "set_shape", "values"})
_BUILTINS = frozenset({"dict", "float", "int", "len", "list", "range", "tuple", "zip"})


@dataclass(frozen=True)
class Records:
    """The statements of a body that compute something of each element, and those between them that do not."""

    moved: Sequence[ast.stmt]
    names: Sequence[ast.Name]  # one place of each variable that depends on the element
    between: Sequence[ast.stmt] = field(default_factory=tuple)


def records_of(source: Source, taken: Sequence[ast.Name], region: Sequence[ast.stmt]) -> Records:
    """What depends on an element among the statements of a region; `taken`: the names that the element is given to."""
    known = {each.id: each for each in taken}
    moved: list[ast.stmt] = []
    for statement in region:
        if any(each.id in known for each in _names(statement)):
            _check_computing(source, statement, set(known))
            moved.append(statement)
            known |= {each.id: each for each in _names(statement) if isinstance(each.ctx, ast.Store)}
    between = [each for each in region if each not in moved]
    _check_between(source, moved, between)
    return Records(moved, tuple(known.values()), tuple(between))


def check_records(source: Source, taken: Sequence[ast.Name], body: Sequence[ast.stmt]) -> None:
    """Whether the body of a function, up to what it returns, only computes something of an element."""
    known = {each.id for each in taken}
    for statement in body[:-1]:
        _check_computing(source, statement, known)
        known |= {each.id for each in _names(statement) if isinstance(each.ctx, ast.Store)}
    for node in walk(body[-1]):
        if isinstance(node, ast.Call) and not _is_computing(source, node, known):
            raise OtherQueue(node, f"`{ast.unparse(node.func)[:40]}` is called for each record")


def _names(node: ast.AST) -> Iterator[ast.Name]:
    return (each for each in walk(node) if isinstance(each, ast.Name))


def _check_computing(source: Source, statement: ast.stmt, known: set[str]) -> None:
    """A record is computed by an assignment that calls what belongs into a function of a dataset."""
    match statement:
        case ast.Assign(targets=[target]) if all(
            isinstance(each, ast.Name | ast.Tuple | ast.List | ast.expr_context) for each in walk(target)
        ):
            pass
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(), attr="set_shape"))):
            pass
        case _:
            raise OtherQueue(statement, "what is done with each record is more than an assignment")
    if not stands_alone(source.module, statement):
        raise OtherQueue(statement, "it shares its line with another statement")
    for node in walk(statement):
        if isinstance(node, ast.Name) and node.id not in known and _is_of_graph(source, node):
            raise OtherQueue(node, f"`{node.id}` is read for each record, as it is at that time")
        if isinstance(node, ast.Call) and not _is_computing(source, node, known):
            raise OtherQueue(node, f"`{ast.unparse(node.func)[:40]}` is called for each record")
        if isinstance(node, ast.Lambda | ast.NamedExpr | ast.Await):
            raise OtherQueue(node, "it is no plain computation")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.lineno != node.end_lineno:
            raise OtherQueue(node, "it holds a text of several lines")


def _is_of_graph(source: Source, name: ast.Name) -> bool:
    """Whether a name is bound to a variable or a placeholder."""
    above = parents(source.module)
    makers = [above.get(each) for each in _bound(source, name)]
    made = [each.value for each in makers if isinstance(each, ast.Assign) and isinstance(each.value, ast.Call)]
    symbols = [table.symbol(table.canonical(source.names.api_of(each.func) or "")) for each in made]
    return any(each is not None and each.stage in (Stage.STATE, Stage.INPUT) for each in symbols)


def _is_computing(source: Source, call: ast.Call, known: set[str]) -> bool:
    api = source.names.api_of(call.func)
    if api is not None:
        symbol = table.symbol(table.canonical(api))
        return api in _READING or (symbol is not None and symbol.stage in _COMPUTING and table.layer(api) is None)
    match call.func:
        case ast.Attribute(attr=method):
            return method in _METHODS
        case ast.Name(id=name) if source.names.function_of(call.func) == f"builtins.{name}":
            return name in _BUILTINS
        case ast.Name(id=name):
            return _is_computing_function(source, name)
        case _:
            return False


def _is_computing_function(source: Source, name: str) -> bool:
    """Whether a function of the module only computes."""
    found = [each for each in walk(source.module.tree) if isinstance(each, ast.FunctionDef) and each.name == name]
    bound = [each for each in names_in(source.module) if each.id == name and isinstance(each.ctx, ast.Store)]
    if len(found) != 1 or bound or found[0].decorator_list:
        return False
    body = found[0].body
    told = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    *rest, last = body[1:] if told and len(body) > 1 else body
    try:
        for statement in rest:
            _check_computing(source, statement, set())
    except OtherQueue:
        return False
    calls = [each for each in walk(last) if isinstance(each, ast.Call)]
    return isinstance(last, ast.Return) and all(_is_computing(source, each, set()) for each in calls)


def _check_between(source: Source, moved: Sequence[ast.stmt], between: Sequence[ast.stmt]) -> None:
    """What stands between is done before all of that: it must not have been behind anything that it changes."""
    read = {each.id for statement in moved for each in _names(statement) if isinstance(each.ctx, ast.Load)}
    first = moved[0].lineno if moved else 0
    for statement in between:
        if statement.lineno < first or isinstance(statement, ast.FunctionDef):
            continue
        if not isinstance(statement, ast.Assign) or not stands_alone(source.module, statement):
            raise OtherQueue(statement, "it stands amid what is computed of each record")
        for each in _names(statement):
            if isinstance(each.ctx, ast.Store) and each.id in read and len(_bound(source, each)) > 1:
                raise OtherQueue(statement, f"`{each.id}` is bound again amid what is computed of each record")
        touched = [each for each in walk(statement) if isinstance(each, ast.Subscript | ast.Attribute)]
        for place in touched:
            root = next((each.id for each in _names(place)), None)
            called = any(isinstance(each, ast.Call) and each.func is place for each in walk(statement))
            if root in read and (called or not isinstance(place.ctx, ast.Load)):
                raise OtherQueue(statement, f"`{root}` may be changed amid what is computed of each record")


def _bound(source: Source, name: ast.Name) -> list[ast.Name]:
    return [each for each in source.same(name) if isinstance(each.ctx, ast.Store)]


def function_lines(source: Source, records: Records, name: str, parameters: str, results: Sequence[str]) -> list[str]:
    """The function, line by line, below its first line as deep as a block is indented."""
    module = source.module
    lines: list[str] = []
    for statement in records.moved:
        column = module.column(statement)
        last = statement.end_lineno or statement.lineno
        taken = [module.line(number).rstrip("\r\n") for number in range(leading_block(module, statement), last + 1)]
        lines += [each[min(column, len(each) - len(each.lstrip())) :] for each in taken]
    inner = [f"    {each}" if each.strip() else "" for each in (*lines, f"return {', '.join(results)}")]
    return [f"def {name}({parameters}):", *inner]
