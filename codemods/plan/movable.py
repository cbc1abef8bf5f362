"""May these statements move into a function? What they read from outside must not change before the function runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.graph import values
from codemods.graph.program import Definition, GraphProgram, Node, Stage, Use
from codemods.graph.values import lateness
from codemods.obstacles import obstacle
from codemods.plan.slices import MOVED
from codemods.rule import Obstacle
from codemods.source.module import Module


def obstacles_of_moving(program: GraphProgram, module: Module, moved: Iterable[int]) -> Iterator[Obstacle]:
    """Why the statements `moved` cannot stand in functions that are called where the runs are now."""
    needed = sorted(set(moved))
    last_run = max((run.node for run in program.runs), default=0)
    for number in needed:
        node = program.nodes[number]
        yield from _changing_names(program, module, node, last_run)
        yield from _dynamic_block(program, module, node)
    yield from _escapes(program, module)


def _changing_names(program: GraphProgram, module: Module, node: Node, last_run: int) -> Iterator[Obstacle]:
    for use in node.uses:
        later = _later_binding(program, use, last_run)
        if later is not None:
            line = program.nodes[later.node].statement.lineno
            detail = f"it is read in line {node.statement.lineno} and bound again in line {line}"
            yield obstacle("rebound-tensor", module.place(node.statement), use.name, detail)


def _later_binding(program: GraphProgram, use: Use, last_run: int) -> Definition | None:
    """A later binding of a name that a moved statement reads from outside, at a time when runs are still to come."""
    read = program.definitions.get(use.definition) if use.definition is not None else None
    if read is None or program.nodes[read.node].stage in MOVED | {Stage.INPUT}:
        return None
    for other in program.definitions.values():
        later = other.name == use.name and other.id > read.id and program.nodes[other.node].stage not in MOVED
        if later and (other.node <= last_run or _in_loop_with_run(program, program.nodes[other.node])):
            return other
    return None


def _in_loop_with_run(program: GraphProgram, node: Node) -> bool:
    loops = {id(each) for each in node.block if isinstance(each, ast.For | ast.While)}
    return any(loops & {id(each) for each in program.nodes[run.node].block} for run in program.runs)


def _dynamic_block(program: GraphProgram, module: Module, node: Node) -> Iterator[Obstacle]:
    """A tensor computed inside of a loop or branch may move out of it only if it reads nothing that is bound there."""
    blocks = [each for each in node.block if not is_main(each)]
    if not blocks:
        return
    around = {id(each) for each in blocks}
    for use in node.uses:
        read = program.definitions.get(use.definition) if use.definition is not None else None
        if read is not None and program.nodes[read.node].stage not in MOVED:
            inside = {id(each) for each in (*program.nodes[read.node].block, program.nodes[read.node].statement)}
            if around & inside:
                yield obstacle("graph-in-loop", module.place(node.statement), use.name)


def is_main(statement: ast.stmt) -> bool:
    """Whether this is `if __name__ == ...`, which is entered once or never."""
    match statement:
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__")), orelse=[]):
            return True
        case _:
            return False


def _escapes(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Plain Python that reads a tensor by name outside of a run."""
    for node in program.nodes:
        if node.stage not in (Stage.PYTHON, Stage.STATE, Stage.RUN, Stage.DRIVER) or node.value.feed is not None:
            continue
        for use in node.uses:
            read = program.definitions.get(use.definition) if use.definition is not None else None
            if read is None or program.nodes[read.node].stage not in MOVED | {Stage.INPUT}:
                continue
            if lateness(read.value) in values.PER_RUN and not _is_rate(node, read):
                yield obstacle("tensor-escapes", module.place(node.statement), use.name)


def _is_rate(node: Node, read: Definition) -> bool:
    return any(use.rate == read.id for use in node.optimizers)
