"""Sizes that pass the border of a builder: those that its class is given, and those of what it returns."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from codemods.graph.evaluate import Evaluation
from codemods.graph.program import Argument, GraphProgram, SizeRead, Use
from codemods.graph.size import MISSING, Shape, Size
from codemods.graph.size_reads import readable
from codemods.graph.sizes import size_of
from codemods.graph.values import Value


def sizes_given(
    build: Evaluation, node: ast.Call, bound: Mapping[str, Argument], body: GraphProgram
) -> dict[str, Shape] | None:
    """Parameter -> the sizes that a call of the builder gives it; None if one of them is not known."""
    found: dict[str, Shape] = {}
    for read in (each for inside in body.nodes for each in inside.sizes):
        if read.parameter is None or read.parameter.name in found:
            continue
        sizes = tuple(readable(build, each) for each in read.sizes)
        if not all(each.is_known or each.free for each in sizes):
            return None
        found[read.parameter.name] = sizes
        foreign = any(each.owner != build.builders and not each.free for each in sizes)
        hidden = _argument(build, bound, body, read)
        given = (node, read.parameter.name)
        build.record.sizes.append(SizeRead(node, sizes, read.index, hidden, foreign, given=given))
    return found


def _argument(build: Evaluation, bound: Mapping[str, Argument], body: GraphProgram, read: SizeRead) -> tuple[Use, ...]:
    """The name of the tensor where the builder is called."""
    header = {each.id for each in body.nodes[0].defines}
    if len(read.hidden) != 1 or read.hidden[0].definition not in header or read.hidden[0].name not in bound:
        return ()
    match bound[read.hidden[0].name].expression:
        case ast.Name(id=name):
            return (build.environment.look_up(name)[1],)
        case _:
            return ()


def outward(build: Evaluation, value: Value, bound: Mapping[str, Argument], body: GraphProgram) -> Value:
    """What a builder returns, with its shape as its caller may say it."""
    if value.items is not None:
        return replace(value, items=tuple(outward(build, each, bound, body) for each in value.items))
    if value.shape is None:
        return value
    return replace(value, shape=tuple(_outside(build, each, bound, body) for each in value.shape))


def _outside(build: Evaluation, size: Size, bound: Mapping[str, Argument], body: GraphProgram) -> Size:
    if size.free or len(size.owner) <= len(build.builders):
        return size
    match size.expression:
        case ast.Constant():
            return replace(size, owner=build.builders)
        case ast.Name(id=name) if name in bound and size.names[0][1] in {each.id for each in body.nodes[0].defines}:
            argument = bound[name]
            found = MISSING if argument.expression is None else size_of(build, argument.expression, argument.value)
            if found.is_known:
                return found
    return MISSING if size.number is None else Size(size.number, owner=build.builders)
