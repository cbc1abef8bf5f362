"""Which step stands for which runs of the old source: what verification pairs by."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.names import Names
from codemods.emit.sites import returned_fetches
from codemods.emit.structured import structure_of
from codemods.emit.writer import Writer
from codemods.graph.program import GraphProgram
from codemods.graph.program import RunSite as GraphRun
from codemods.plan.plan import ScopePlan, Slice
from codemods.plan.plan import Step as PlannedStep
from codemods.plan.steps import fetch_key
from codemods.results import RunSite, Step
from codemods.source.module import Module


def step_pairs(
    module: Module, read: Module, program: GraphProgram, originals: Sequence[GraphRun], plan: ScopePlan
) -> list[Step]:
    """The steps of a scope with the places of their runs in the original source; `read`: as the scope was read."""
    writer = Writer(read, Names.of(read), program, plan)
    structured = {step.id for step in plan.steps if structure_of(writer, step) is not None}
    position = {id(run.call): number for number, run in enumerate(program.runs)}
    return [
        Step(
            step.name,
            module.path,
            tuple(ast.unparse(fetch.expression) for fetch in returned_fetches(step)),
            tuple(
                _site(module, originals[position[id(found.site.call)]], step, found, step.id in structured)
                for found in step.slices
            ),
            bool(step.updates),
        )
        for step in plan.steps
    ]


def _site(module: Module, original: GraphRun, step: PlannedStep, found: Slice, structured: bool) -> RunSite:
    keys = [fetch_key(fetch) for fetch in returned_fetches(step)]
    outputs = tuple(keys.index(fetch_key(fetch)) if fetch_key(fetch) in keys else None for fetch in found.site.fetches)
    if structured:
        outputs = tuple(range(len(found.site.fetches)))
    place = module.place(original.call)
    lines = (original.call.end_lineno or original.call.lineno) - original.call.lineno
    return RunSite(place.file, place.line, place.column, place.line + lines, outputs)
