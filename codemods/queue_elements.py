"""Where one element after the other is taken from a queue: `slice_input_producer`, `queue.dequeue()`, or a reader."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace

from codemods.api import queues
from codemods.queue_functions import ReadingFunction, function_edits, given_names, only_read, reading_function
from codemods.queue_sources import OtherQueue, Source, produced, read
from codemods.rule import Edit
from codemods.source.tree import parents


@dataclass(frozen=True)
class Element:
    """The statement that takes it, the dataset that it is of, and the variables it is given to.

    `queue`: the statement that makes the queue and names it, `queue_text` what it becomes; `reader`: what makes the
    reader; `listed`: the element is a list with a name; `single`: a tensor, not a tuple.
    """

    statement: ast.Assign
    dataset: str
    elements: str
    taken: tuple[ast.Name, ...]
    listed: bool = False
    single: bool = True
    queue: ast.Assign | None = None
    queue_text: str = ""
    reader: tuple[ast.Assign, ...] = ()
    edits: tuple[Edit, ...] = ()  # of the function that reads


@dataclass(frozen=True)
class _Queue:
    """The place where a queue is read, as a name or where it is made; `text`: its dataset there."""

    place: ast.expr
    text: str
    elements: str
    made: ast.Assign | None = None
    made_text: str = ""


def element_of(source: Source, call: ast.Call, api: str, free: str) -> Element:
    """The element that a producer hands out; `free`: a name for a parameter."""
    text = produced(source, call, api)
    statement = parents(source.module).get(call)
    if api == queues.SLICES:
        return _slice(source, statement, call, text)
    called = queues.producers()[api].elements
    if not isinstance(statement, ast.Assign):
        return _read(source, _Queue(call, text, called), free)
    name = _only_target(statement)
    places = source.same(name)
    if len(places) != 2:
        raise OtherQueue(statement, f"`{name.id}` is not read exactly once")
    place = next(each for each in places if each is not name)
    return _read(source, _Queue(place, name.id, called, statement, f"{name.id} = {text}"), free)


def _only_target(statement: ast.Assign) -> ast.Name:
    match statement.targets:
        case [ast.Name() as name]:
            return name
        case _:
            raise OtherQueue(statement, "its result has no name of its own")


def _slice(source: Source, statement: ast.AST | None, call: ast.Call, text: str) -> Element:
    called = queues.producers()[queues.SLICES].elements
    match statement:
        case ast.Assign(targets=[ast.Tuple(elts=elts) | ast.List(elts=elts)]):
            taken = tuple(each for each in elts if isinstance(each, ast.Name))
            if len(taken) == len(elts):
                return Element(statement, text, called, taken, single=False)
        case ast.Assign(targets=[ast.Name() as name]):
            return Element(statement, text, called, (name,), listed=True, single=False)
        case _:
            pass
    raise OtherQueue(call, "its result has no names of its own")


def _read(source: Source, queue: _Queue, free: str) -> Element:
    """What is done where the queue is read."""
    above = parents(source.module)
    found = reading_function(source, queue.place)
    if found is not None:
        return _by_function(source, queue, found, free)
    around = above[queue.place]
    call = above[around]
    match around, call:
        case ast.Attribute(attr="dequeue"), ast.Call(args=[], keywords=[]):
            statement = above[call]
            if isinstance(statement, ast.Assign):
                name = _only_target(statement)
                return Element(statement, queue.text, queue.elements, (name,), queue=queue.made,
                               queue_text=queue.made_text)  # fmt: skip
        case ast.Call(func=ast.Attribute(attr="read"), args=[given], keywords=[]), _ if given is queue.place:
            return _of_reader(source, queue, around, free)
        case ast.keyword(arg="queue"), ast.Call(func=ast.Attribute(attr="read"), args=[], keywords=[_]):
            return _of_reader(source, queue, call, free)
        case _:
            pass
    raise OtherQueue(queue.place, "it is used otherwise than by `dequeue()` or a reader's `read`")


def _by_function(source: Source, queue: _Queue, found: ReadingFunction, free: str) -> Element:
    """A function reads the queue, and returns what it computes of the record."""
    inside = _read(source, replace(queue, place=only_read(source, found)), free)
    statement, names = given_names(source, found)
    if inside.edits or not inside.single:
        raise OtherQueue(found.call, "the function takes more than one tensor from the queue")
    edits = function_edits(source, found, inside.taken[0], (*inside.reader, inside.statement))
    dataset = f"{inside.dataset}.map({found.function.name})"
    single = not isinstance(found.returned, ast.Tuple | ast.List)
    return replace(inside, statement=statement, dataset=dataset, taken=names, single=single, reader=(), edits=edits)


def _of_reader(source: Source, queue: _Queue, call: ast.Call, free: str) -> Element:
    assert isinstance(call.func, ast.Attribute)
    made, reader = _reader(source, call.func.value)
    api = source.names.api_of(made.func)
    if api is None or api not in queues.readers():
        raise OtherQueue(call, "the reader is not known")
    statement, key, value = _pair(source, call)
    with_key = key is not None and any(isinstance(each.ctx, ast.Load) for each in source.same(key))
    dataset = read(source, made, api, queue.text, with_key, free)
    taken = (key, value) if with_key and key is not None else (value,)
    return Element(statement, dataset, queues.readers()[api].elements, taken, single=not with_key, queue=queue.made,
                   queue_text=queue.made_text, reader=reader)  # fmt: skip


def _reader(source: Source, owner: ast.expr) -> tuple[ast.Call, tuple[ast.Assign, ...]]:
    """The call that makes the reader, and the statement that names it."""
    if isinstance(owner, ast.Call):
        return owner, ()
    above = parents(source.module)
    others = [each for each in source.same(owner) if each is not owner] if isinstance(owner, ast.Name) else []
    match [above[each] for each in others]:
        case [ast.Assign(targets=[ast.Name()], value=ast.Call() as made) as statement]:
            return made, (statement,)
        case _:
            raise OtherQueue(owner, "the reader is not made in one place and used in another")


def _pair(source: Source, call: ast.Call) -> tuple[ast.Assign, ast.Name | None, ast.Name]:
    """The statement that reads, and the names for the key and the value."""
    above = parents(source.module)
    match above[call]:
        case ast.Assign(targets=[ast.Tuple(elts=[ast.Name() as key, ast.Name() as value])]) as statement:
            return statement, key, value
        case ast.Subscript(slice=ast.Constant(value=1)) as part:
            whole = above[part]
            if isinstance(whole, ast.Assign):
                return whole, None, _only_target(whole)
        case _:
            pass
    raise OtherQueue(call, "the key and the value have no names of their own")


def parameters(taken: Sequence[ast.Name], listed: bool) -> str:
    """The parameters of a function of the element."""
    return f"*{taken[0].id}" if listed else ", ".join(each.id for each in taken)
