"""Names of lists and dictionaries that are changed in place: what they were made of says nothing of what they hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from codemods.api import array_calls
from codemods.graph.values import Kind, Value, unknown
from codemods.source.module import Module
from codemods.source.walk import walk


@lru_cache(maxsize=8)
def changed_names(module: Module) -> frozenset[str]:
    """The names that are changed somewhere, also through another name or by a function that they are handed to."""
    nodes = walk(module.tree)
    found = {name for node in nodes for name in _changed(node)}
    linked = [(node.targets, node.value) for node in nodes if isinstance(node, ast.Assign)] if found else []
    pairs = [{value.id, target.id} for targets, value in linked if isinstance(value, ast.Name)
             for target in targets if isinstance(target, ast.Name)]  # fmt: skip
    pairs += [pair for node in nodes if found and isinstance(node, ast.FunctionDef) for pair in _handed(nodes, node)]
    size = -1
    while size != len(found):
        size = len(found)
        found = found.union(*(pair for pair in pairs if pair & found))
    return frozenset(found)


def _changed(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
            yield name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) if array_calls.changes_container(
            method
        ):
            yield name
        case ast.AugAssign(target=ast.Name(id=name)):
            yield name
        case _:
            return


def _handed(nodes: Sequence[ast.AST], function: ast.FunctionDef) -> Iterator[set[str]]:
    """Parameters of a function, each with the names that it is called with."""
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function.name:
            given = [*zip(names, node.args, strict=False), *((each.arg or "", each.value) for each in node.keywords)]
            yield from ({name, each.id} for name, each in given if isinstance(each, ast.Name))


def without_known(value: Value) -> Value:
    """A container of which only the kinds of its elements are known."""
    items = tuple(without_known(each) if each.items is not None else _plain(each) for each in value.items or ())
    return replace(value, items=items)


def _plain(value: Value) -> Value:
    return unknown(value) if value.kind == Kind.PYTHON else value
