"""What stands around a graph is rewritten where it stands: is every use of it one that can be?"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.graph.around import AverageUse, EventWrite, EventWriter, MetricUse, SaverUse, WriterCall
from codemods.graph.metrics import VALUE
from codemods.graph.program import GraphProgram, Node
from codemods.graph.values import parts
from codemods.obstacles import obstacle
from codemods.plan.generators import generator_obstacles
from codemods.plan.iterators import iterator_obstacles
from codemods.plan.loads import loads_of, name_given
from codemods.plan.slices import is_eager
from codemods.rule import Obstacle
from codemods.source.module import Module


def around_obstacles(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Uses that have no counterpart."""
    names: set[str] = set()
    savers = any(isinstance(each, SaverUse) for node in program.nodes for each in node.around)
    for node in program.nodes:
        for each in node.around:
            place = module.place(each.call)
            if isinstance(each, EventWriter):
                name = name_given(node, each.call)
                names |= {name} if name else set()
                if name is None:
                    yield obstacle("summary", place, "tf.summary.FileWriter", "the writer has no name of its own")
            elif isinstance(each, AverageUse) and savers:
                yield obstacle("moving-average", place, ast.unparse(each.call.func), "the averages are saved too")
            elif isinstance(each, EventWrite) and not _alone(module, node, each.call):
                yield obstacle("summary", place, "add_summary", "it does not stand on lines of its own")
            elif isinstance(each, WriterCall) and node.statement.lineno != each.call.lineno:
                yield obstacle("summary", place, ast.unparse(each.call)[:60])
            elif isinstance(each, MetricUse) and metric_target(node, each) is None:
                yield obstacle("metrics-state", place, ast.unparse(each.call.func), "only its update can be fetched")
    yield from _escaping(program, module, names)
    yield from _metric_values(program, module)
    yield from iterator_obstacles(program, module)
    yield from generator_obstacles(program, module)


def metric_target(node: Node, use: MetricUse) -> ast.expr | ast.stmt | None:
    """What stands for the update of a metric: the pair with the index behind it, or the statement that unpacks it."""
    match node.statement:
        case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(), ast.Name()])], value=value) if value is use.call:
            return node.statement
        case _:
            found = (each for each in ast.walk(node.statement) if isinstance(each, ast.Subscript))
            return next((each for each in found if each.value is use.call and ast.unparse(each.slice) == "1"), None)


def _metric_values(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """The value so far, read beside of other work: a step does not return it."""
    marked = {each.id for each in program.definitions.values() if any(part.api == VALUE for part in parts(each.value))}
    readers = [(node.statement, node.uses) for node in program.nodes]
    runs = [run for run in program.runs if not is_eager(program, run)]
    readers += [(program.nodes[run.node].statement, fetch.uses) for run in runs for fetch in run.fetches]
    for statement, uses in readers:
        for use in uses:
            if use.definition in marked:
                yield obstacle("metrics-state", module.place(statement), use.name, "its value so far is read")


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
    for name in loads_of(program.body, names) if names else ():
        if name not in known:
            yield obstacle("summary", module.place(name), name.id, "the writer is handed to other code")
