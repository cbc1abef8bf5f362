"""What savers have to be like to be written natively, and which sessions begin from a checkpoint."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import has_trait
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.drivers import local_names
from codemods.graph.program import GraphProgram, Node
from codemods.graph.run_once import runs_once
from codemods.obstacles import obstacle
from codemods.plan.loads import loads_of, name_given
from codemods.plan.moments import driver_of
from codemods.plan.names import bound_names
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

CLASS = "Saver"
IMPORTS = ("json", "math", "os")
_SAYS = "Saves variables under their names of TensorFlow 1"


def saver_obstacles(program: GraphProgram, module: Module, names: Names) -> Iterator[Obstacle]:
    """Savers that are handed around, optimizers whose state they cannot name, a class of their name."""
    for node, use in savers_of(program):
        place = module.place(use.call)
        for other in _taken(module):
            yield obstacle("saver", place, other, "the program has something else of this name")
        if not _is_alone(program, module, names):
            yield obstacle("saver", place, "tf.train.Saver", "other functions, or other calls, make variables too")
        name = name_given(node, use.call)
        if name is None or not _is_its_own(program, node, name):
            yield obstacle("saver", place, "tf.train.Saver", "it has no name of its own")
            continue
        known = {each.saver for other in program.nodes for each in other.around if isinstance(each, SaverCall)}
        own = driver_of(node)
        for read in loads_of(program.body, {name}) if own is None else _names_read(own, name):
            if read not in known:
                yield obstacle("saver", module.place(read), name, "it does more than save and restore")


def _is_its_own(program: GraphProgram, node: Node, name: str) -> bool:
    """Whether the name means this saver alone, in the scope or in the function that runs it."""
    bound = [each for each in program.definitions.values() if each.name == name]
    same = [each for each in bound if driver_of(program.nodes[each.node]) is driver_of(node)]
    own = driver_of(node)
    return len(same) == 1 and (own is None or name in local_names(own)) and (own is not None or len(bound) == 1)


def _names_read(function: ast.FunctionDef, name: str) -> Iterator[ast.Name]:
    for each in walk(function):
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load):
            yield each


def _is_alone(program: GraphProgram, module: Module, names: Names) -> bool:
    """Whether nothing but the scope makes variables, and makes them once: otherwise they have other names."""
    own = {each.site for each in program.variables} | set(_made(program.nodes))
    own |= {each.call for each in program.in_functions}
    calls = {each for each in walk(module.tree) if isinstance(each, ast.Call) and _makes(names.api_of(each.func))}
    if calls - own:
        return False
    return runs_once(module, names, program.body)


def _made(nodes: Sequence[Node]) -> Iterator[ast.Call]:
    """The calls that make variables, also inside of functions that become classes."""
    for node in nodes:
        yield from (each.call for each in node.creations)
        for layer in node.layers:
            yield layer.call
            if layer.builder is not None:
                yield from _made(layer.builder.body.nodes)


def _makes(api: str | None) -> bool:
    row = table.layer(api) if api is not None else None
    return has_trait("variable_makers", api) or (row is not None and bool(row.weights))


def has_class(module: Module) -> bool:
    """Whether the class is there already, written for another scope of the module."""
    return any(
        isinstance(each, ast.ClassDef) and each.name == CLASS and (ast.get_docstring(each) or "").startswith(_SAYS)
        for each in module.tree.body
    )


def _taken(module: Module) -> list[str]:
    """The names that the class and its imports need, of those that the program has for something else."""
    plain = {id(alias) for each in walk(module.tree) if isinstance(each, ast.Import) for alias in each.names
             if alias.asname is None}  # fmt: skip
    bound = bound_names(each for each in walk(module.tree) if id(each) not in plain)
    mine = () if has_class(module) else (CLASS,)
    return [each for each in (*mine, *IMPORTS) if each in bound or (each == CLASS and _is_read(module))]


def _is_read(module: Module) -> bool:
    return any(each.id == CLASS for each in names_in(module))


def savers_of(program: GraphProgram) -> list[tuple[Node, SaverUse]]:
    """The savers, with the statements that make them."""
    return [(node, each) for node in program.nodes for each in node.around if isinstance(each, SaverUse)]


def restores_of(program: GraphProgram) -> list[int]:
    """The statements that restore variables."""
    return [
        node.id
        for node in program.nodes
        if any(isinstance(each, SaverCall) and each.method == "restore" for each in node.around)
    ]
