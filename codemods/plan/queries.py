"""Lists of variables that Keras layers will make: they are empty until the layers are called for the first time."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.graph.program import GraphProgram, Node, Query
from codemods.source.walk import walk


def late_queries(
    program: GraphProgram, layers: Collection[ast.Call]
) -> Iterator[tuple[Node, Query, tuple[ast.Call, ...]]]:
    """The lists that say more than which variables an optimizer trains, which is read after the layers were called;
    with the layers. The variables of recurrent cells come into being just as late."""
    late = {*layers, *(call for node in program.nodes for call in node.cells)}
    for node in program.nodes:
        found = [(query, tuple(each for each in query.sites if each in late)) for query in node.queries]
        layered = [query for query, sites in found if sites]
        if not layered:
            continue
        inline = all(any(query.call is each for each in _trained(node)) for query in layered)
        own = {each.id for each in node.defines}
        readers = [other for other in program.nodes if own & {use.definition for use in other.uses}]
        trains = bool(own) and not is_fetched(program, node) and all(_only_trains(program, it, own) for it in readers)
        if not inline and not trains:
            yield from ((node, query, tuple(dict.fromkeys(sites))) for query, sites in found if sites)


def is_fetched(program: GraphProgram, node: Node) -> bool:
    """Whether a run fetches what the statement defines."""
    own = {each.id for each in node.defines}
    return any(use.definition in own for run in program.runs for fetch in run.fetches for use in fetch.uses)


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
