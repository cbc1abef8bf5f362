"""Places where a value is changed in place: who reads it once, in a function, would see another value than before."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.graph.program import GraphProgram

_METHODS = frozenset({
    "append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse", "update", "setdefault", "popitem",
    "add", "discard", "fill", "shuffle", "resize", "itemset", "put", "partition", "appendleft", "popleft",
})  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """`node` is the statement of the scope that does it; None: a function, which may be called at any time."""

    name: str
    node: int | None
    line: int


def mutations(program: GraphProgram) -> tuple[Mutation, ...]:
    """Every change in place of a named value, in source order."""
    found: list[Mutation] = []
    for node in program.nodes:
        in_function = isinstance(node.statement, ast.FunctionDef | ast.ClassDef)
        if isinstance(node.statement, ast.For | ast.While | ast.If | ast.With | ast.Try):
            continue  # their bodies are nodes of their own, or hold nothing but tensors
        for name, line in _changes(node.statement):
            found.append(Mutation(name, None if in_function else node.id, line))
    for statement in ast.walk(program.body):
        if isinstance(statement, ast.FunctionDef) and statement is not program.body:
            found += [Mutation(name, None, statement.lineno) for name in _shared_names(statement)]
    return tuple(found)


def _shared_names(function: ast.FunctionDef) -> set[str]:
    """The names of the scope around that the function binds anew."""
    shared = {name for each in ast.walk(function) if isinstance(each, ast.Global | ast.Nonlocal) for name in each.names}
    stored = {
        each.id for each in ast.walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)
    }
    return shared & stored


def _changes(statement: ast.stmt) -> Iterator[tuple[str, int]]:
    for node in ast.walk(statement):
        match node:
            case ast.Subscript(ctx=ast.Store() | ast.Del()) | ast.Attribute(ctx=ast.Store() | ast.Del()):
                root = _root(node)
            case ast.Call(func=ast.Attribute(value=owner, attr=attribute), args=arguments) if attribute in _METHODS:
                root = _root(owner)
                yield from (
                    (each.id, node.lineno)
                    for each in arguments[:1]
                    if attribute == "shuffle" and isinstance(each, ast.Name)
                )
            case _:
                continue
        if root is not None:
            yield root, node.lineno


def _root(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
