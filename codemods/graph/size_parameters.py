"""Sizes that a builder reads from the tensors that it is called with: parameters of its class."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph.program import Definition, SizeRead
from codemods.source.walk import walk


def size_key(read: SizeRead) -> object:
    """What tells the sizes of one builder apart, whoever calls it."""
    return (read.hidden, read.index) if read.hidden else (read.given, read.index)


def size_name(function: ast.FunctionDef, read: SizeRead, header: Sequence[Definition]) -> str:
    """A name for the parameter: after the one that it has where another builder reads it, or after the tensor."""
    taken = {each.name for each in header} | {each.id for each in walk(function) if isinstance(each, ast.Name)}
    tensor = read.hidden[0].name.strip("_") if read.hidden else "input"
    index = "" if read.index is None else str(read.index)
    first = read.given[1] if read.given is not None else f"{tensor}_shape" if read.index is None else f"{tensor}_size"
    wanted = [first, f"{tensor}_size{index}", *(f"{first}_{number}" for number in range(2, len(taken) + 3))]
    return next(each for each in wanted if each not in taken)


def only_name(
    function: ast.FunctionDef, statement: ast.stmt, read: SizeRead, header: Sequence[Definition]
) -> str | None:
    """The name that a statement gives to a size, if it does nothing else and the name means nothing else."""
    if read.given is not None:  # the statement calls another builder
        return None
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if read.foreign and value is read.expression:
            stored = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == name]
            once = sum(isinstance(each.ctx, ast.Store) for each in stored) == 1
            return name if once and all(each.name != name for each in header) else None
        case _:
            return None
