"""May these statements move into a function? What they read from outside must not change before the function runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.graph.program import GraphProgram, Node, RunSite, Stage, Use
from codemods.graph.values import ITERATOR
from codemods.obstacles import obstacle
from codemods.plan.mutations import Mutation, mutations
from codemods.plan.slices import MOVED, is_eager
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_OUTSIDE = MOVED | {Stage.INPUT}


@dataclass(frozen=True)
class _Reader:
    """What reads names once it has moved: a statement, or the fetches of a run."""

    node: int
    statement: ast.stmt
    uses: tuple[Use, ...]
    block: tuple[ast.stmt, ...]
    fetched: bool = False


def obstacles_of_moving(program: GraphProgram, module: Module, moved: Iterable[int]) -> Iterator[Obstacle]:
    """Why the statements `moved`, and the expressions that runs fetch, cannot stand in functions."""
    readers = [_reader(program.nodes[number]) for number in sorted(set(moved))]
    readers += [_fetches(program, run) for run in program.runs if not run.initializer and not is_eager(program, run)]
    last_run = max((run.node for run in program.runs), default=0)
    changed = mutations(program, Names.of(module))
    for reader in readers:
        yield from _changing_names(program, module, reader, last_run, changed)
        yield from _dynamic_block(program, module, reader)
    yield from _escapes(program, module)
    yield from _in_drivers(program, module)


def _reader(node: Node) -> _Reader:
    return _Reader(node.id, node.statement, node.uses, node.block)


def _fetches(program: GraphProgram, run: RunSite) -> _Reader:
    node = program.nodes[run.node]
    inline = tuple(use for fetch in run.fetches if not isinstance(fetch.expression, ast.Name) for use in fetch.uses)
    loops = tuple(
        each for each in (*node.block, node.statement) if isinstance(each, ast.For | ast.While | ast.FunctionDef)
    )
    return _Reader(node.id, node.statement, inline, loops, fetched=True)


def _changing_names(
    program: GraphProgram, module: Module, reader: _Reader, last_run: int, changed: Sequence[Mutation]
) -> Iterator[Obstacle]:
    for use in reader.uses:
        read = program.definitions.get(use.definition) if use.definition is not None else None
        if read is not None and read.value.api == ITERATOR and program.nodes[read.node].stage not in _OUTSIDE:
            detail = "it can be gone through only once, a function may be traced again"
            yield obstacle("python-effect-in-graph-code", module.place(reader.statement), use.name, detail)
        line = _later_change(program, use, last_run, [each for each in changed if _matters(program, reader, use, each)])
        if line is not None:
            detail = (
                f"it is read in {module.at(reader.statement.lineno).inside} and changed in {module.at(line).inside}"
            )
            yield obstacle("rebound-tensor", module.place(reader.statement), use.name, detail)


def _matters(program: GraphProgram, reader: _Reader, use: Use, change: Mutation) -> bool:
    """Whether the reader may see what was changed where it would not have seen it before."""
    if change.name != use.name or (change.hidden and not reader.fetched and _is_traced_before(program, change)):
        return False
    early = reader.fetched or change.node is None or reader.node < change.node
    return not change.perhaps or (early and _reads_inside(reader.statement, use.name))


def _reads_inside(statement: ast.stmt, name: str) -> bool:
    """Whether more of a value is read than its size."""
    owners = (each for each in walk(statement) if isinstance(each, ast.Attribute))
    sized = {each.value for each in owners if array_calls.tells_nothing(each.attr)}
    return any(isinstance(each, ast.Name) and each.id == name and each not in sized for each in walk(statement))


def _is_traced_before(program: GraphProgram, change: Mutation) -> bool:
    """Whether everything that moves stands above the change: a step that reads what may change is traced there."""
    return change.node is not None and not any(node.id > change.node and _is_built(node) for node in program.nodes)


def _is_built(node: Node) -> bool:
    return node.stage in _OUTSIDE or node.stage == Stage.STATE


def _later_change(program: GraphProgram, use: Use, last_run: int, changed: Sequence[Mutation]) -> int | None:
    """The line where a name that a moved statement reads from outside is bound or changed while runs are to come."""
    read = program.definitions.get(use.definition) if use.definition is not None else None
    if read is None:
        same = (each for each in program.definitions.values() if each.name == use.name)
        bound = (program.nodes[each.node].statement.lineno for each in same)
        return next(chain(bound, (each.line for each in changed)), None)
    if program.nodes[read.node].stage in _OUTSIDE:
        return None
    for other in program.definitions.values():
        later = other.name == use.name and other.id > read.id and program.nodes[other.node].stage not in MOVED
        if later and (other.node <= last_run or _in_loop_with_run(program, program.nodes[other.node])):
            return program.nodes[other.node].statement.lineno
    for each in changed:
        if (each.node is None or each.node > read.node) and not _is_state(program, use):
            return each.line
    return None


def _is_state(program: GraphProgram, use: Use) -> bool:
    """Variables change by design; it is plain values that are read only once."""
    read = program.definitions.get(use.definition) if use.definition is not None else None
    return (
        read is not None and program.nodes[read.node].stage == Stage.STATE and bool(program.nodes[read.node].creations)
    )


def _in_loop_with_run(program: GraphProgram, node: Node) -> bool:
    loops = {id(each) for each in (*node.block, node.statement) if isinstance(each, ast.For | ast.While)}
    return any(
        loops & {id(each) for each in (*program.nodes[run.node].block, program.nodes[run.node].statement)}
        for run in program.runs
    )


def _dynamic_block(program: GraphProgram, module: Module, reader: _Reader) -> Iterator[Obstacle]:
    """What is computed inside of a loop or branch may move out of it only if it reads nothing that is bound there."""
    around = {id(each) for each in reader.block if not is_main(each) and each not in program.choices.statements}
    if not around:
        return
    for use in reader.uses:
        read = program.definitions.get(use.definition) if use.definition is not None else None
        if read is not None and program.nodes[read.node].stage not in MOVED:
            inside = {id(each) for each in (*program.nodes[read.node].block, program.nodes[read.node].statement)}
            if around & inside:
                yield obstacle("graph-in-loop", module.place(reader.statement), use.name)


def _escapes(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Plain Python that reads a name which moves away with its statement."""
    for node in program.nodes:
        if node.stage not in (Stage.PYTHON, Stage.STATE, Stage.RUN, Stage.DRIVER) or node.value.feed is not None:
            continue
        for use in node.uses:
            read = program.definitions.get(use.definition) if use.definition is not None else None
            if read is None or program.nodes[read.node].stage not in _OUTSIDE:
                continue
            if not any(read.id in (each.rate, *each.fed.values()) for each in node.optimizers):
                yield obstacle("tensor-escapes", module.place(node.statement), use.name)


def _in_drivers(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """A function that runs the graph may be called at any time: what it reads must have been bound once and for all."""
    counts: dict[str, int] = {}
    for each in program.definitions.values():
        if not any(isinstance(block, ast.FunctionDef) for block in program.nodes[each.node].block):
            counts[each.name] = counts.get(each.name, 0) + 1
    for run in program.runs:
        node = program.nodes[run.node]
        if not any(isinstance(block, ast.FunctionDef) for block in node.block):
            continue
        read = {use.definition for fetch in run.fetches for use in fetch.uses} | {each.definition for each in run.feeds}
        for definition in sorted(each for each in read if each is not None):
            name = program.definitions[definition].name
            if counts.get(name, 0) > 1:
                yield obstacle("rebound-tensor", module.place(run.call), name)
