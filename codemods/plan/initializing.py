"""Initializing variables again restarts them, which eager variables do not do by themselves; so do new sessions."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, RunSite
from codemods.graph.values import INITIALIZER
from codemods.obstacles import obstacle
from codemods.plan.alternatives import is_instead
from codemods.plan.held_state import has_variables
from codemods.plan.moments import driver_of
from codemods.plan.savers import restores_of
from codemods.plan.sessions import Session, have_to_be_told_apart, session_obstacles, sessions_of
from codemods.rule import Obstacle
from codemods.source.module import Module

_LOOPS = ast.For | ast.While


def initializing_obstacles(program: GraphProgram, module: Module, names: Names) -> Iterator[Obstacle]:
    """Where variables would have to begin anew."""
    yield from session_obstacles(program, module, names)
    if not has_variables(program):
        return
    found = sessions_of(program, module, names) if have_to_be_told_apart(program, names) else None
    for run in program.runs:
        if not run.initializer or all(fetch.value.api == INITIALIZER for fetch in run.fetches):
            continue
        session = next((each for each in found.written if run.node in each.nodes), None) if found is not None else None
        if _again(program, run) if session is None else _again_in(program, session, run):
            yield obstacle("initializer-rerun", module.place(run.call), ast.unparse(run.structure))


def _working(program: GraphProgram) -> list[int]:
    return [*(run.node for run in program.runs if not run.initializer), *restores_of(program)]


def _again_in(program: GraphProgram, session: Session, run: RunSite) -> bool:
    """Whether a session initializes after it has worked. What other sessions do is nothing to it."""
    block = program.nodes[run.node].block[len(session.header.block) :]
    here = [each for each in _working(program) if each in session.nodes]
    return any(isinstance(each, _LOOPS) for each in block) or any(_earlier(program, run, here))


def _again(program: GraphProgram, run: RunSite) -> bool:
    looped = any(isinstance(each, _LOOPS) for each in program.nodes[run.node].block)
    return looped or _may_repeat(program, run) or any(_earlier(program, run, _before(program, run)))


def _earlier(program: GraphProgram, run: RunSite, working: Sequence[int]) -> Iterator[bool]:
    """For what may happen before an initialization, whether it does."""
    for node in working:
        yield node < run.node and not is_instead(program, node, run.node)


def _may_repeat(program: GraphProgram, run: RunSite) -> bool:
    """Whether the run stands in a function that is not called exactly once, outside of loops."""
    function = driver_of(program.nodes[run.node])
    if function is None:
        return False
    calls = [use for node in program.nodes for use in node.uses if use.name == function.name]
    callers = [node for node in program.nodes if any(use.name == function.name for use in node.uses)]
    looped = any(isinstance(each, _LOOPS | ast.FunctionDef) for node in callers for each in node.block)
    return len(calls) != 1 or looped


def _before(program: GraphProgram, run: RunSite) -> list[int]:
    """The runs that may happen before an initialization: those before its function is called, if it stands in one."""
    function = driver_of(program.nodes[run.node])
    working = _working(program)
    if function is None:
        return [node for node in working if driver_of(program.nodes[node]) is None]
    caller = next(node.id for node in program.nodes if any(use.name == function.name for use in node.uses))
    return [node for node in working if driver_of(program.nodes[node]) is function or node < caller]
