"""Datasets of placeholders that the run of an iterator's initializer feeds with arrays: they can be made of the arrays.

`from_tensor_slices(x)` and `sess.run(iterator.initializer, {x: rows})` say the same as
`from_tensor_slices(np.asarray(rows, np.float32))`, where `rows` is there already and stays as it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.analysis.bindings import Imported
from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.graph.program import GraphProgram
from codemods.plan.callees import Callees
from codemods.rule import Edit
from codemods.rules.names.uses import tensorflow_name
from codemods.source.comments import comments_within
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_with_clauses, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_SOURCES = frozenset({"tf.data.Dataset.from_tensor_slices", "tf.data.Dataset.from_tensors"})
_DISPLAYS = (ast.Tuple, ast.List, ast.Dict)
_BUILDING = frozenset({
    "batch", "cache", "eval", "format", "get_next", "get_shape", "make_initializable_iterator", "map", "minimize",
    "prefetch", "repeat", "run", "shuffle", "take",
})  # fmt: skip
_DTYPES = frozenset({"float16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "bool"})


@dataclass(frozen=True)
class _Fed:
    """A placeholder of a dataset: the statement that makes it, where a dataset takes it, and the array for it."""

    name: str
    made: ast.Assign
    place: ast.Name
    array: str
    dtype: str | None  # of NumPy, if the array may have another one


def with_fed_arrays(module: Module, programs: Sequence[GraphProgram]) -> Module:
    """The module with datasets of arrays wherever only the initializer feeds them; `programs`: its graph scopes."""
    if module.script is not None or tensorflow_name(module) is None:
        return module
    scopes = [Callees(program, Names.of(module)) for program in programs]
    edits = [edit for scope in scopes for run in _starts(scope.program.body.body) for edit in _of_run(scope, run)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _starts(body: Sequence[ast.stmt]) -> Iterator[ast.Call]:
    """The runs that feed something and start an iterator."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        for node in walk(statement):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "run":
                fetched = [each for given in node.args[:1] for each in walk(given)]
                if any(isinstance(each, ast.Attribute) and each.attr == "initializer" for each in fetched):
                    yield node


def _of_run(scope: Callees, run: ast.Call) -> list[Edit]:
    module = scope.names.module
    feed = (bind(run, ("fetches", "feed_dict")) or {}).get("feed_dict")
    if not isinstance(feed, ast.Dict) or not feed.keys:
        return []
    found = [_fed(scope, key, value) for key, value in zip(feed.keys, feed.values, strict=True)]
    known = [each for each in found if each is not None]
    if len(known) < len(found) or not _is_quiet(scope, run, known):
        return []
    numpy = _numpy(module)
    edits = [_without_feed(module, run), *remove_with_clauses(module, [each.made for each in known])]
    for each in known:
        cast = f"{numpy}.asarray({each.array}, {numpy}.{each.dtype})" if each.dtype else each.array
        edits.append(Edit(*module.span(each.place), cast))
    return edits


def _fed(scope: Callees, key: ast.expr | None, value: ast.expr) -> _Fed | None:
    """What a pair of the feed dictionary says, if it can be said where the dataset is made."""
    module, body = scope.names.module, scope.program.body.body
    if not isinstance(key, ast.Name) or not isinstance(value, ast.Name) or not _stays(scope, value.id):
        return None
    above = parents(module)
    same = [each for each in names_in(module) if each.id == key.id]
    made = [above.get(each) for each in same if not isinstance(each.ctx, ast.Load)]
    places = [each for each in same if isinstance(each.ctx, ast.Load) and each is not key]
    if len(made) != 1 or len(places) != 1 or made[0] not in body or not _is_source(module, places[0]):
        return None
    statement = made[0]
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1 or not stands_alone(module, statement):
        return None
    dtype = _dtype(module, statement.value, value.id)
    if dtype is None or not _is_bound_before(module, body, value.id, places[0]):
        return None
    return _Fed(key.id, statement, places[0], value.id, dtype or None)


def _is_source(module: Module, place: ast.Name) -> bool:
    """Whether a name is an argument of `from_tensor_slices`, alone or in a tuple."""
    above = parents(module)
    node: ast.AST | None = above.get(place)
    while isinstance(node, _DISPLAYS):
        node = above.get(node)
    return isinstance(node, ast.Call) and Names.of(module).api_of(node.func) in _SOURCES


def _dtype(module: Module, call: ast.expr, array: str) -> str | None:
    """The dtype of a placeholder as NumPy calls it; nothing if it is that of the array; None: not known."""
    names = Names.of(module)
    if not isinstance(call, ast.Call) or names.api_of(call.func) != "tf.placeholder":
        return None
    given = (bind(call, ("dtype", "shape", "name")) or {}).get("dtype")
    if isinstance(given, ast.Attribute) and given.attr == "dtype":
        return "" if isinstance(given.value, ast.Name) and given.value.id == array else None
    known = (names.api_of(given) or "").removeprefix("tf.") if isinstance(given, ast.Attribute) else ""
    return known if known in _DTYPES and _numpy(module) else None


def _numpy(module: Module) -> str:
    top = Names.of(module).scopes.top.bindings.items()
    return next((name for name, found in top if found == [Imported("numpy")]), "")


def _is_bound_before(module: Module, body: Sequence[ast.stmt], name: str, place: ast.Name) -> bool:
    """Whether a name is bound once, by a statement of the body that stands above this place."""
    stores = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
    if len(stores) != 1:
        return False
    binder = [index for index, each in enumerate(body) if isinstance(each, ast.Assign) and stores[0] in walk(each)]
    taker = [index for index, each in enumerate(body) if place in walk(each)]
    return bool(binder and taker) and binder[0] < taker[0] and isinstance(body[taker[0]], ast.Assign)


def _stays(scope: Callees, name: str) -> bool:
    """Whether nothing does more with an array than to read it, as far as its name is used."""
    above = parents(scope.names.module)
    for each in names_in(scope.names.module):
        up = above.get(each)
        if each.id != name or not isinstance(each.ctx, ast.Load):
            continue
        sized = isinstance(up, ast.Attribute) and array_calls.tells_nothing(up.attr)
        read = isinstance(up, ast.Subscript) and up.value is each and isinstance(up.ctx, ast.Load)
        used = isinstance(up, ast.Call) and each in up.args and scope.only_reads(up, each)
        if not (sized or read or used or (isinstance(up, ast.Dict) and each in up.values)):
            return False
    return True


def _is_quiet(scope: Callees, run: ast.Call, found: Sequence[_Fed]) -> bool:
    """Whether nothing can change the arrays from where the dataset is made to where its iterator is started."""
    body = scope.program.body.body
    first = min(index for index, each in enumerate(body) if any(fed.place in walk(each) for fed in found))
    last = next(index for index, each in enumerate(body) if run in walk(each))
    if first > last:
        return False
    for statement in body[first : last + 1]:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        looped = statement is not body[last] or any(
            isinstance(each, ast.For | ast.While) and run in walk(each) for each in walk(statement)
        )
        nodes = (each for each in walk(statement) if looped or getattr(each, "lineno", 0) <= run.lineno)
        if not all(_is_harmless(scope, each) for each in nodes):
            return False
    return True


def _is_harmless(scope: Callees, node: ast.AST) -> bool:
    match node:
        case ast.AugAssign() | ast.Delete() | ast.Lambda() | ast.Await() | ast.Yield() | ast.YieldFrom():
            return False
        case ast.Subscript(ctx=context) | ast.Attribute(ctx=context) if not isinstance(context, ast.Load):
            return False
        case ast.Call(func=function):
            known = all(scope.only_reads(node, each) for each in node.args) and scope.reading(node) is not None
            method = isinstance(function, ast.Attribute) and function.attr in _BUILDING
            of_tensorflow = method and _is_tensorflows(scope.names.module, function, ())
            return scope.names.api_of(function) is not None or known or of_tensorflow
        case _:
            return True


def _is_tensorflows(module: Module, node: ast.expr, seen: tuple[str, ...]) -> bool:
    """Whether an object comes from TensorFlow: it is made by its functions, or by methods of what they made."""
    names = Names.of(module)
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
        if names.api_of(node) is not None:
            return True
    if not isinstance(node, ast.Name) or node.id in seen:
        return isinstance(node, ast.Constant | ast.Name)
    bound = [each for each in names_in(module) if each.id == node.id and not isinstance(each.ctx, ast.Load)]
    values = [_value(module, each) for each in bound]
    return bool(values) and all(each and _is_tensorflows(module, each, (*seen, node.id)) for each in values)


def _value(module: Module, name: ast.Name) -> ast.expr | None:
    """What a name is bound to."""
    up = parents(module).get(name)
    up = parents(module).get(up) if isinstance(up, ast.Tuple) else up
    match up:
        case ast.Assign(value=value):
            return value
        case ast.withitem(context_expr=value):
            return value
        case _:
            return None


def _without_feed(module: Module, run: ast.Call) -> Edit:
    """The run without its second argument, but with the comments that stand there."""
    start, end = module.span(run.args[0])[1], module.span(run)[1] - 1
    first, last = module.line_of(start), module.line_of(end)
    told = (each.text for each in comments_within(module, first, last) if each.line < last)
    return Edit(start, end, "".join(f"  {each}{module.newline}" for each in told))
