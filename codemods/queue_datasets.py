"""Input queues said with tf.data: producers are datasets, what is computed of each record is mapped over them.

`slice_input_producer([rows, marks], shuffle=False)` and `tf.train.batch([x, y], 32)` of it are an iterator over
`from_tensor_slices((rows, marks)).repeat().batch(32, drop_remainder=True)`; threads and coordinators go with them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api import queues
from codemods.plan.names import fresh
from codemods.queue_batches import batch_edits
from codemods.queue_elements import Element, element_of
from codemods.queue_sources import OtherQueue, Source
from codemods.queue_threads import RUNNERS, thread_edits
from codemods.rule import Edit
from codemods.rules.names.uses import tensorflow_name
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements, replace_statement, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_SUMMARIES = frozenset({"tf.summary.merge_all", "tf.merge_all_summaries", "tf.train.Supervisor"})
_QUEUES = ("tf.train.", "tf.QueueBase", "tf.FIFOQueue", "tf.RandomShuffleQueue", "tf.PaddingFIFOQueue",
           "tf.PriorityQueue", "tf.contrib.slim", "tf.contrib.learn", "tf.contrib.training")  # fmt: skip
_WORDS = ("queue", "batch", "producer")


def with_queues_as_datasets(module: Module) -> Module:
    """The module with iterators of datasets in place of its queues, where all of them can be said so."""
    try:
        return _converted(module)
    except OtherQueue:
        return module


def refused_queue(module: Module) -> OtherQueue | None:
    """Why the queues of a module are not datasets."""
    try:
        _converted(module)
    except OtherQueue as refused:
        return refused
    return None


def _converted(module: Module) -> Module:
    source = _source(module)
    if source is None:
        return module
    for node, api in source.names.apis():
        _check_known(source, node, api)
    list(thread_edits(source))  # it has to be possible
    for _ in range(sum(api in queues.producers() for _, api in source.names.apis())):
        source = _source(rewritten(source.module, apply_edits(source.module.text, _next_edits(source))))
        assert source is not None
    for node, api in source.names.apis():
        if api in queues.BATCHES or api in queues.readers():
            raise OtherQueue(node, "what it reads from is not known")
    return rewritten(source.module, apply_edits(source.module.text, thread_edits(source)))


def _source(module: Module) -> Source | None:
    names = Names.of(module)
    root = tensorflow_name(module)
    if module.script is not None or root is None or RUNNERS not in {api for _, api in names.apis()}:
        return None
    return Source(module, names, root)


def _check_known(source: Source, node: ast.expr, api: str) -> None:
    """No queue is used in another way, and nothing counts how full they are."""
    if api in _SUMMARIES:
        raise OtherQueue(node, "the event files say how full the queues are")
    known = api in queues.producers() or api in queues.BATCHES or api == RUNNERS
    word = api.lower() if api.startswith(_QUEUES) and not known else ""
    if any(each in word for each in _WORDS):
        raise OtherQueue(node, f"`{api}` has no counterpart here")
    called = api in queues.producers() or api in queues.BATCHES or api in queues.readers()
    if called and node not in source.names.scopes.calls:
        raise OtherQueue(node, "it is not called where it stands")


def _next_edits(source: Source) -> Iterator[Edit]:
    """The edits for the first producer of a module, and for all that is made of what it hands out."""
    node, api = next((node, api) for node, api in source.names.apis() if api in queues.producers())
    taken = {each.id for each in names_in(source.module)}
    element = element_of(source, source.names.scopes.calls[node], api, fresh("file", set(taken)))
    body = _body(source, element)
    rest = body[body.index(element.statement) + 1 :]
    batch = _batch_of(source, element, rest)
    if element.queue is not None:
        yield replace_statement(source.module, element.queue, [element.queue_text])
    yield from remove_statements(source.module, element.reader)
    yield from element.edits
    if batch is None:
        yield _taken_directly(source, element, taken)
    else:
        yield from batch_edits(source, element, batch, rest[: rest.index(batch)], taken)


def _body(source: Source, element: Element) -> Sequence[ast.stmt]:
    """The statements among which the element is taken, outside of loops and branches; all of the queue is there."""
    above = parents(source.module)
    outer = above.get(element.statement)
    body: list[ast.stmt] = getattr(outer, "body", [])
    if not isinstance(outer, ast.Module | ast.FunctionDef | ast.With) or element.statement not in body:
        raise OtherQueue(element.statement, "it stands in a loop or a branch")
    for each in (element.statement, *element.reader, *filter(None, (element.queue,))):
        if each not in body or each.lineno > element.statement.lineno or not stands_alone(source.module, each):
            raise OtherQueue(each, "it does not stand on a line of its own where the queue is read")
    return body


def _batch_of(source: Source, element: Element, rest: Sequence[ast.stmt]) -> ast.Assign | None:
    """The statement that gathers batches of what depends on the element."""
    known = {each.id for each in element.taken}
    for statement in rest:
        read = {each.id for each in walk(statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
        if not isinstance(statement, ast.Assign) or not read & known:
            continue
        if isinstance(statement.value, ast.Call) and source.names.api_of(statement.value.func) in queues.BATCHES:
            return statement
        known |= {each.id for target in statement.targets for each in walk(target) if isinstance(each, ast.Name)}
    return None


def _taken_directly(source: Source, element: Element, taken: set[str]) -> Edit:
    """Each run takes the next element itself."""
    if element.listed or (len(element.taken) == 1 and not element.single):
        raise OtherQueue(element.statement, "its element is a list: give a name to each of its parts")
    name = fresh(element.elements, taken)
    targets = ", ".join(each.id for each in element.taken)
    lines = [f"{name} = {element.dataset}.make_one_shot_iterator()", f"{targets} = {name}.get_next()"]
    return replace_statement(source.module, element.statement, lines)
