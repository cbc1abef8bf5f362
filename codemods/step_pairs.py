"""Which step stands for which runs of the old source: what verification pairs by."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

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
from codemods.rule import Place
from codemods.source.lines import lines_before
from codemods.source.module import Module

PlaceOf = Callable[[ast.Call], Place]


def step_pairs(
    module: Module, read: Module, program: GraphProgram, originals: Sequence[GraphRun], plan: ScopePlan
) -> list[Step]:
    """The steps of a scope with the places of their runs in the original source; `read`: as the scope was read."""
    writer = Writer(read, Names.of(read), program, plan)
    place_of: PlaceOf = module.place
    if len(originals) < len(program.runs):  # some runs were no calls of `run`
        originals, place_of = program.runs, _same_line(module, read)
    structured = {step.id for step in plan.steps if structure_of(writer, step) is not None}
    position = {id(run.call): number for number, run in enumerate(program.runs)}
    return [
        Step(
            step.name,
            module.path,
            tuple(ast.unparse(fetch.expression) for fetch in returned_fetches(step)),
            tuple(
                _site(place_of, originals[position[id(found.site.call)]], step, found, step.id in structured)
                for found in step.slices
            ),
            bool(step.updates),
        )
        for step in plan.steps
    ]


def _same_line(module: Module, read: Module) -> PlaceOf:
    """The place in a module of what stands in the same line as it is read."""
    line_before = lines_before(module.text, read.text)
    return lambda node: module.at(line_before(node.lineno), read.column(node))


def _site(place_of: PlaceOf, original: GraphRun, step: PlannedStep, found: Slice, structured: bool) -> RunSite:
    keys = [fetch_key(fetch) for fetch in returned_fetches(step)]
    outputs = tuple(keys.index(fetch_key(fetch)) if fetch_key(fetch) in keys else None for fetch in found.site.fetches)
    if structured:
        outputs = tuple(range(len(found.site.fetches)))
    place = place_of(original.call)
    lines = (original.call.end_lineno or original.call.lineno) - original.call.lineno
    return RunSite(place.file, place.line, place.column, place.line + lines, outputs)
