"""Input queues that hand out arrays in their order, said with tf.data, which gives the same batches.

`slice_input_producer([rows, marks], shuffle=False)` and `tf.train.batch([x, y], 32)` of it are an iterator over
`from_tensor_slices((rows, marks)).repeat().batch(32, drop_remainder=True)`; threads and coordinators go with them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.rules.names.uses import tensorflow_name
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import replace_statement, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_PRODUCER = ("tensor_list", "num_epochs", "shuffle", "seed", "capacity", "shared_name", "name")
_BATCH = ("tensors", "batch_size", "num_threads", "capacity", "enqueue_many", "shapes", "dynamic_pad",
          "allow_smaller_final_batch", "shared_name", "name")  # fmt: skip
_WITHOUT_MEANING = frozenset({"capacity", "seed", "name", "num_threads"})
_SUMMARIES = frozenset({"tf.summary.merge_all", "tf.merge_all_summaries", "tf.train.Supervisor"})
_QUEUES = ("tf.train.", "tf.QueueBase", "tf.FIFOQueue", "tf.RandomShuffleQueue", "tf.PaddingFIFOQueue")
_RUNNERS = "tf.train.start_queue_runners"
_COORDINATOR = "tf.train.Coordinator"
_THREADS = (_RUNNERS, _COORDINATOR)
_KNOWN = ("tf.train.batch", "tf.train.slice_input_producer")
_WORDS = ("queue", "batch", "producer")


class _Other(Exception):
    """The queue is used in a way that is not known here."""


@dataclass(frozen=True)
class _Queue:
    """What one array after another is taken from, and where batches of that are made."""

    taken: ast.Assign
    batched: ast.Assign


def with_queues_as_datasets(module: Module) -> Module:
    """The module with iterators of datasets in place of its queues, where all of them can be said so."""
    names = Names.of(module)
    apis = {api for _, api in names.apis()}
    root = tensorflow_name(module)
    if module.script is not None or root is None or _RUNNERS not in apis or apis & _SUMMARIES:
        return module
    try:
        edits = [*_queue_edits(module, names, root), *_thread_edits(module, names, root)]
    except _Other:
        return module
    return rewritten(module, apply_edits(module.text, edits))


def _queue_edits(module: Module, names: Names, root: str) -> Iterator[Edit]:
    taken = {each.id for each in names_in(module)}
    batches = _assigned(module, names, "tf.train.batch")
    producers = _assigned(module, names, "tf.train.slice_input_producer")
    if len(batches) != len(producers) or not batches:
        raise _Other
    for made, batched in zip(producers, batches, strict=True):
        yield from _written(module, _Queue(made, batched), root, fresh("batches", taken))


def _assigned(module: Module, names: Names, api: str) -> list[ast.Assign]:
    """The statements that assign the result of such calls; all calls of it have to stand so."""
    above = parents(module)
    found: list[ast.Assign] = []
    for node, known in names.apis():
        if known != api:
            continue
        call = names.scopes.calls.get(node)
        statement = None if call is None else above.get(call)
        if not isinstance(statement, ast.Assign) or not stands_alone(module, statement):
            raise _Other
        found.append(statement)
    return found


def _written(module: Module, queue: _Queue, root: str, name: str) -> Iterator[Edit]:
    """`name = …one_shot_iterator()` for the first statement, `… = name.get_next()` for the second."""
    given = _bound(queue.taken, _PRODUCER)
    batch = _bound(queue.batched, _BATCH)
    arrays, tensors = given["tensor_list"], batch["tensors"]
    handed = [each.id for each in _elements(tensors) if isinstance(each, ast.Name)]
    targets = [each.id for each in _elements(queue.taken.targets[0]) if isinstance(each, ast.Name)]
    alone = all(sum(each.id == name for each in names_in(module)) == 2 for name in targets)
    if len(handed) < 2 or handed != targets or len(_elements(tensors)) != len(handed) or not alone:
        raise _Other
    if not all(isinstance(each, ast.Name) for each in _elements(arrays)) or len(_elements(arrays)) != len(handed):
        raise _Other
    if not _same_body(module, queue) or not _is(given.get("shuffle"), False):
        raise _Other
    if not _is(batch.get("num_threads"), 1, None) or not _is(batch.get("allow_smaller_final_batch"), False, True, None):
        raise _Other
    epochs = given.get("num_epochs")
    rounds = "" if epochs is None or _is(epochs, None) else module.source(epochs)
    rest = "" if _is(batch.get("allow_smaller_final_batch"), True) else ", drop_remainder=True"
    data = ", ".join(module.source(each) for each in _elements(arrays))
    text = f"{root}.data.Dataset.from_tensor_slices(({data})).repeat({rounds})"
    text += f".batch({module.source(batch['batch_size'])}{rest}).make_one_shot_iterator()"
    yield replace_statement(module, queue.taken, [f"{name} = {text}"])
    yield replace_statement(module, queue.batched, [f"{module.source(queue.batched.targets[0])} = {name}.get_next()"])


def _bound(statement: ast.Assign, parameters: Sequence[str]) -> Mapping[str, ast.expr]:
    """The arguments; those without a meaning for what is handed out are plain, and there are no others than known."""
    assert isinstance(statement.value, ast.Call)
    bound = bind(statement.value, parameters)
    known = {"tensor_list", "num_epochs", "shuffle", "tensors", "batch_size", "allow_smaller_final_batch"}
    if bound is None or not {"tensor_list", "tensors"} & set(bound) or set(bound) - known - _WITHOUT_MEANING:
        raise _Other
    plain = (ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.operator, ast.expr_context)
    for name, value in bound.items():
        if name not in ("tensor_list", "tensors") and not all(isinstance(each, plain) for each in walk(value)):
            raise _Other
    if "tensors" in bound and "batch_size" not in bound:
        raise _Other
    return bound


def _elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.List | ast.Tuple) else []


def _is(node: ast.expr | None, *wanted: object) -> bool:
    """Whether an argument is one of these literals; None also stands for one that is not given."""
    if node is None:
        return None in wanted
    return isinstance(node, ast.Constant) and any(node.value is each for each in wanted)


def _same_body(module: Module, queue: _Queue) -> bool:
    """Whether both statements stand in one body, outside of loops and branches."""
    above = parents(module)
    outer = above.get(queue.taken)
    plain = isinstance(outer, ast.Module | ast.FunctionDef)
    return plain and outer is above.get(queue.batched) and queue.taken.lineno < queue.batched.lineno


def _thread_edits(module: Module, names: Names, root: str) -> Iterator[Edit]:
    """Threads and coordinators go; a loop that asked whether to stop ends as it ended before: by an exception."""
    above = parents(module)
    gone: list[ast.stmt] = []
    bound: set[str] = set()
    for node, api in names.apis():
        if api not in _THREADS:
            if api.startswith(_QUEUES) and api not in _KNOWN and any(word in api.lower() for word in _WORDS):
                raise _Other
            continue
        statement = above.get(names.scopes.calls.get(node, node))
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            bound.add(statement.targets[0].id)
        elif not isinstance(statement, ast.Expr) or api == _COORDINATOR:
            raise _Other
        gone.append(statement)
    for name in names_in(module):
        if name.id in bound:
            gone += _ended(module, name, bound)
            yield from _asked(module, name)
    if not all(stands_alone(module, each) for each in gone):
        raise _Other
    # a switch of TensorFlow 1 goes with the session, and with it every branch that did nothing else
    yield from (replace_statement(module, each, [f"{root}.disable_v2_behavior()"]) for each in dict.fromkeys(gone))


def _ended(module: Module, name: ast.Name, bound: set[str]) -> Iterator[ast.stmt]:
    """The statement that ends threads, where a name of threads or a coordinator stands; others are not known."""
    above = parents(module)
    up = above[name]
    call = above.get(up)
    if not isinstance(name.ctx, ast.Load):
        same = [each for each in names_in(module) if each.id == name.id and not isinstance(each.ctx, ast.Load)]
        if len(same) != 1:
            raise _Other
        return
    if isinstance(up, ast.Call | ast.keyword):
        taker = up if isinstance(up, ast.Call) else call
        if not isinstance(taker, ast.Call) or not _ends(module, taker, bound):
            raise _Other
        return
    if not isinstance(up, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not up:
        raise _Other
    statement = above.get(call)
    if up.attr == "should_stop":
        return
    if up.attr not in ("request_stop", "join") or not isinstance(statement, ast.Expr):
        raise _Other
    loops = [each for each in walk(module.tree) if isinstance(each, ast.While) and statement in walk(each)]
    if up.attr == "request_stop" and any(_asks(each.test, bound) for each in loops):
        raise _Other
    yield statement


def _asks(test: ast.expr, bound: set[str]) -> bool:
    """Whether a loop goes on until one of these coordinators is asked to stop."""
    asked = (each for each in walk(test) if isinstance(each, ast.Attribute) and each.attr == "should_stop")
    return any(isinstance(each.value, ast.Name) and each.value.id in bound for each in asked)


def _ends(module: Module, call: ast.Call, bound: set[str]) -> bool:
    """Whether a call goes together with the threads or the coordinator that it is given."""
    if Names.of(module).api_of(call.func) == _RUNNERS:
        return True
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr="join"):
            return owner in bound
        case _:
            return False


def _asked(module: Module, name: ast.Name) -> Iterator[Edit]:
    """`while not coordinator.should_stop():` goes on until an exception ends it."""
    above = parents(module)
    up = above[name]
    if isinstance(up, ast.Attribute) and up.attr == "should_stop":
        test = above.get(above[up])
        if not isinstance(test, ast.UnaryOp) or not isinstance(test.op, ast.Not):
            raise _Other
        if not isinstance(above[test], ast.While) or above[up] is not test.operand:
            raise _Other
        yield Edit(*module.span(test), "True")
