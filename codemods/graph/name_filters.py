"""Variables chosen by their names: `[v for v in tf.trainable_variables() if "d_" in v.name]`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from codemods.graph.changed_containers import changed_names
from codemods.graph.program import Query
from codemods.graph.values import Kind, Value, container

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation


def chosen_by_name(
    build: Evaluation, node: ast.expr, evaluate: Callable[[Evaluation, ast.expr], Value]
) -> Value | None:
    """The variables that a comprehension chooses by their names; None if it does something else, or if it is not
    certain which they are."""
    loop = _name_test(node)
    if loop is None or (isinstance(loop.iter, ast.Name) and loop.iter.id in changed_names(build.module)):
        return None
    uses, queries = dict(build.record.uses), len(build.record.queries)
    chosen = _chosen(build, loop, evaluate(build, loop.iter))
    build.record.uses = uses
    del build.record.queries[queries:]
    if not chosen:
        return None
    build.record.queries.append(asked_for(node, chosen))
    return container(chosen, "list")


def asked_for(node: ast.expr, variables: Sequence[Value]) -> Query:
    """The question that these variables answer."""
    sites = tuple(each.site for each in variables if each.site is not None)
    frozen = frozenset(each.site for each in variables if each.site is not None and not each.trainable)
    return Query(node, sites, frozen)


def _name_test(node: ast.expr) -> ast.comprehension | None:
    match node:
        case ast.ListComp(
            elt=ast.Name(id=name),
            generators=[ast.comprehension(target=ast.Name(id=target), ifs=[test], is_async=0) as loop],
        ) if name == target and _decides(test, target, "") is not None:
            return loop
        case _:
            return None


def _chosen(build: Evaluation, loop: ast.comprehension, listed: Value) -> list[Value]:
    assert isinstance(loop.target, ast.Name)
    chosen: list[Value] = []
    for each in listed.items or ():
        decided = {_decides(loop.ifs[0], loop.target.id, f"{name}:0") for name in _names(each)}
        if len(decided) != 1:
            return []
        if decided == {True}:
            chosen.append(each)
    return chosen if whole(build, chosen) else []


def _names(variable: Value) -> tuple[str, ...]:
    """What the variable is called, or all the variables of a layer; nothing if that is not known."""
    return variable.full_names if variable.kind == Kind.VARIABLE and variable.state is None else ()


def _decides(test: ast.expr, target: str, name: str) -> bool | None:
    """Whether a test of `target.name` holds for a name; None if it is another kind of test."""
    match test:
        case ast.Compare(left=ast.Constant(value=str() as text), ops=[operator], comparators=[read]):
            known = _is_name(read, target) and isinstance(operator, ast.In | ast.NotIn)
            return (text in name) is isinstance(operator, ast.In) if known else None
        case ast.Call(
            func=ast.Attribute(value=read, attr="startswith" | "endswith" as method),
            args=[ast.Constant(value=str() as text)],
            keywords=[],
        ) if _is_name(read, target):
            return name.startswith(text) if method == "startswith" else name.endswith(text)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            decided = _decides(operand, target, name)
            return None if decided is None else not decided
        case ast.BoolOp(op=operator, values=parts):
            found = [_decides(each, target, name) for each in parts]
            if None in found:
                return None
            return all(found) if isinstance(operator, ast.And) else any(found)
        case _:
            return None


def _is_name(node: ast.expr, target: str) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=read), attr="name"):
            return read == target
        case _:
            return False


def whole(build: Evaluation, variables: Sequence[Value]) -> bool:
    """Whether all variables of every builder are among them, or all that are trainable and nothing else of it."""
    for builder in build.objects:
        chosen = [each.trainable for each in variables if each.site is builder]
        own = [each for each in build.all_variables if each.site is builder]
        trainable = [each for each in own if each.trainable and each.settled]
        if chosen and len(chosen) != len(own) and not (all(chosen) and len(chosen) == len(trainable)):
            return False
    return True
