"""Lists of variables that Keras layers will make: they are empty until the layers are called for the first time."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.graph.program import GraphProgram, Node
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_DETAIL = "the variables of a layer exist only after its first call"


def query_obstacles(program: GraphProgram, module: Module, layers: Mapping[ast.Call, str]) -> Iterator[Obstacle]:
    """Such a list may only say which variables an optimizer trains: that is read after the layers were called. The
    variables of recurrent cells come into being just as late."""
    late = {*layers, *(call for node in program.nodes for call in node.cells)}
    for node in program.nodes:
        layered = [query for query in node.queries if any(site in late for site in query.sites)]
        if not layered:
            continue
        inline = all(any(query.call is each for each in _trained(node)) for query in layered)
        own = {each.id for each in node.defines}
        readers = [other for other in program.nodes if own & {use.definition for use in other.uses}]
        fetched = {use.definition for run in program.runs for fetch in run.fetches for use in fetch.uses}
        fine = inline or (bool(own) and not own & fetched and all(_only_trains(program, each, own) for each in readers))
        if not fine:
            yield obstacle("collection-query", module.place(node.statement), ast.unparse(layered[0].call)[:60], _DETAIL)


def _trained(node: Node) -> list[ast.expr]:
    """The lists of variables that an optimizer trains, or whose gradients are taken and applied: there variables that
    are missing because no layer of the function has them would have had no gradient anyway."""
    found = [each.variables for each in (*node.minimizes, *node.gradients)]
    return [each for each in found if each is not None] + list(_with_gradients(node))


def _with_gradients(node: Node) -> Iterator[ast.expr]:
    for each in ast.walk(node.statement):
        match each:
            case ast.Call(func=ast.Attribute(attr="gradients"), args=[_, variables, *_]):
                yield variables
            case ast.Call(func=ast.Name(id="zip"), args=arguments) if node.applies:
                yield from arguments
            case _:
                pass


def _only_trains(program: GraphProgram, reader: Node, own: set[int]) -> bool:
    names = {program.definitions[each].name for each in own}
    lists = {id(each) for each in _trained(reader)}
    for parent in walk(reader.statement):
        if (
            isinstance(parent, ast.Name)
            and parent.id in names
            and isinstance(parent.ctx, ast.Load)
            and id(parent) not in lists
        ):
            return False
    return bool(lists)
