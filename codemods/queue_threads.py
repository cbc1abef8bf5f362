"""Threads that fill queues, and their coordinators: datasets have threads of their own, so these go."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.queue_sources import OtherQueue, Source
from codemods.rule import Edit
from codemods.source.module import Module
from codemods.source.statements import replace_statement, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

RUNNERS = "tf.train.start_queue_runners"
COORDINATOR = "tf.train.Coordinator"
_ALL = frozenset({"builtins.Exception", "builtins.BaseException"})
_END = "tf.errors.OutOfRangeError"
_THREADS = (RUNNERS, COORDINATOR)


def thread_edits(source: Source) -> Iterator[Edit]:
    """Threads and coordinators go; a loop that asked whether to stop ends as it ended before: by an exception."""
    module, names, above = source.module, source.names, parents(source.module)
    gone: list[ast.stmt] = []
    bound: set[str] = set()
    for node, api in names.apis():
        if api not in _THREADS:
            continue
        statement = above.get(names.scopes.calls.get(node, node))
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            bound.add(statement.targets[0].id)
        elif not isinstance(statement, ast.Expr) or api == COORDINATOR:
            raise OtherQueue(node, "its result has no name of its own")
        gone.append(statement)
    for name in names_in(module):
        if name.id in bound:
            gone += _ended(source, name, bound)
            yield from _asked(module, name)
    yield from _caught(source, gone)
    for each in gone:
        if not stands_alone(module, each):
            raise OtherQueue(each, "it shares its line with another statement")
    # a switch of TensorFlow 1 goes with the session, and with it every branch that did nothing else
    removed = dict.fromkeys(gone)
    yield from (replace_statement(module, each, [f"{source.root}.disable_v2_behavior()"]) for each in removed)


def _ended(source: Source, name: ast.Name, bound: set[str]) -> Iterator[ast.stmt]:
    """The statement that ends threads, where a name of threads or a coordinator stands; others are not known."""
    module, above = source.module, parents(source.module)
    up = above[name]
    call = above.get(up)
    if not isinstance(name.ctx, ast.Load):
        same = [each for each in names_in(module) if each.id == name.id and not isinstance(each.ctx, ast.Load)]
        if len(same) != 1:
            raise OtherQueue(name, f"`{name.id}` is bound more than once")
        return
    if isinstance(up, ast.Call | ast.keyword):
        taker = up if isinstance(up, ast.Call) else call
        if not isinstance(taker, ast.Call) or not _ends(module, taker, bound):
            raise OtherQueue(name, f"`{name.id}` is handed to other code")
        return
    if not isinstance(up, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not up:
        raise OtherQueue(name, f"`{name.id}` is more than asked to stop and waited for")
    statement = above.get(call)
    if up.attr == "should_stop":
        if isinstance(statement, ast.If) and _only_leaves(statement, call):
            yield statement
        return
    if up.attr not in ("request_stop", "join") or not isinstance(statement, ast.Expr):
        raise OtherQueue(name, f"`{ast.unparse(up)}` has no counterpart")
    loops = [each for each in walk(module.tree) if isinstance(each, ast.While) and statement in walk(each)]
    if up.attr == "request_stop" and any(_asks(each.test, bound) for each in loops):
        raise OtherQueue(statement, "it ends a loop that asks whether to stop: leave the loop with `break`")
    yield statement


def _only_leaves(statement: ast.If, test: ast.expr) -> bool:
    """`if coordinator.should_stop(): break`: nobody asked it to stop while the loop goes on."""
    alone = statement.test is test and not statement.orelse
    return alone and all(isinstance(each, ast.Break) for each in statement.body)


def _asks(test: ast.expr, bound: set[str]) -> bool:
    """Whether a loop goes on until one of these coordinators is asked to stop."""
    asked = (each for each in walk(test) if isinstance(each, ast.Attribute) and each.attr == "should_stop")
    return any(isinstance(each.value, ast.Name) and each.value.id in bound for each in asked)


def _ends(module: Module, call: ast.Call, bound: set[str]) -> bool:
    """Whether a call goes together with the threads or the coordinator that it is given."""
    if Names.of(module).api_of(call.func) == RUNNERS:
        return True
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr="join"):
            return owner in bound
        case _:
            return False


def _asked(module: Module, name: ast.Name) -> Iterator[Edit]:
    """`while not coordinator.should_stop():` goes on until an exception, or another condition, ends it."""
    above = parents(module)
    up = above[name]
    if not isinstance(up, ast.Attribute) or up.attr != "should_stop":
        return
    call = above[up]
    test = above[call]
    if isinstance(test, ast.If) and isinstance(call, ast.Call) and _only_leaves(test, call):
        return
    around = above[test]
    match test, around:
        case ast.UnaryOp(op=ast.Not()), ast.While():
            yield Edit(*module.span(test), "True")
        case ast.UnaryOp(op=ast.Not()), ast.BoolOp(op=ast.And(), values=[first, second]) if isinstance(
            above[around], ast.While
        ):
            yield Edit(*module.span(around), module.source(second if first is test else first))
        case _:
            raise OtherQueue(name, f"`{ast.unparse(up)}()` is asked elsewhere than in the header of a loop")


def _caught(source: Source, gone: list[ast.stmt]) -> Iterator[Edit]:
    """`except Exception as e: coordinator.request_stop(e)` is silent at the end of the data only; other errors come
    back when the threads are waited for."""
    for statement in gone:
        handler = parents(source.module)[statement]
        if not _is_told(statement):
            continue
        caught = handler.type if isinstance(handler, ast.ExceptHandler) else None
        if not isinstance(handler, ast.ExceptHandler) or caught is None:
            raise OtherQueue(statement, "errors are handed to it outside of a handler")
        if source.names.api_of(caught) == _END:
            continue
        if source.names.function_of(caught) not in _ALL or len(handler.body) > 1:
            raise OtherQueue(statement, "other errors than the end of the data are handed to it")
        start, end = source.module.span(caught)
        named = f" as {handler.name}"
        end += len(named) if source.module.text.startswith(named, end) else 0
        yield Edit(start, end, f"{source.root}.errors.OutOfRangeError")


def _is_told(statement: ast.stmt) -> bool:
    """Whether the coordinator is told an exception."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="request_stop")) as call):
            return bool(call.args or call.keywords)
        case _:
            return False
