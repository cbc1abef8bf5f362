"""What stands around a graph is rewritten where it stands: is every use of it one that can be?"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.graph.around import EventWrite, EventWriter, WriterCall
from codemods.graph.drivers import local_names
from codemods.graph.program import GraphProgram, Node
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module


def around_obstacles(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Uses that have no counterpart."""
    names: set[str] = set()
    for node in program.nodes:
        for each in node.around:
            place = module.place(each.call)
            if isinstance(each, EventWriter):
                names |= _target(node, each.call)
                if not _target(node, each.call):
                    yield obstacle("summary", place, "tf.summary.FileWriter", "the writer has no name of its own")
            elif isinstance(each, EventWrite) and not _alone(module, node, each.call):
                yield obstacle("summary", place, "add_summary", "it does not stand on lines of its own")
            elif isinstance(each, WriterCall) and node.statement.lineno != each.call.lineno:
                yield obstacle("summary", place, ast.unparse(each.call)[:60])
    yield from _escaping(program, module, names)


def _target(node: Node, call: ast.Call) -> set[str]:
    match node.statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is call:
            return {name}
        case _:
            return set()


def _alone(module: Module, node: Node, call: ast.Call) -> bool:
    statement = node.statement
    if not isinstance(statement, ast.Expr) or statement.value is not call:
        return False
    start, end = module.span(statement)
    before = module.text[module.line_starts[statement.lineno - 1] : start]
    return not before.strip() and not module.text[end:].lstrip(" \t").startswith(";")


def _escaping(program: GraphProgram, module: Module, names: set[str]) -> Iterator[Obstacle]:
    """A writer that is handed to other code: its methods are not the same."""
    known: set[ast.AST] = set()
    for node in program.nodes:
        for each in node.around:
            if isinstance(each, EventWrite | WriterCall):
                known |= {each.writer}
    for name in _loads(program.body, names) if names else ():
        if name not in known:
            yield obstacle("summary", module.place(name), name.id, "the writer is handed to other code")


def _loads(tree: ast.AST, names: set[str]) -> Iterator[ast.Name]:
    """Where these names are read, outside of functions that have names of their own so called."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load) and child.id in names:
            yield child
        own = local_names(child) if isinstance(child, ast.FunctionDef) else set()
        yield from _loads(child, names - own)
