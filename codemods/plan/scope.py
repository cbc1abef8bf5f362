"""The plan of one graph scope: slices, steps, groups, names; or the obstacles that forbid it."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.names import Names
from codemods.graph.batch_norm import switch_of
from codemods.graph.program import GraphProgram, RunSite, Stage
from codemods.graph.values import STRUCTURE, VIEW
from codemods.graph.values import parts as leaves
from codemods.obstacles import obstacle
from codemods.plan.around import around_obstacles
from codemods.plan.assigned import with_assigned
from codemods.plan.batch_norm import batch_norm_obstacles, updated_layers
from codemods.plan.builders import plan_builders
from codemods.plan.cut_shapes import shape_obstacles
from codemods.plan.dtypes import dtype_of, layer_dtype_obstacles
from codemods.plan.early import EarlyLayers, early_layers, with_lists_outside
from codemods.plan.feeds import feed_obstacles, inlined_feeds
from codemods.plan.initializing import initializing_obstacles
from codemods.plan.lines import shared_lines
from codemods.plan.movable import obstacles_of_moving
from codemods.plan.naming import (
    free_names,
    name_cell_feeds,
    name_elements,
    name_functions,
    name_hoisted,
    name_layers,
    name_metrics,
    name_specs,
    taken_names,
)
from codemods.plan.optimizers import choice_obstacles, plan_optimizers
from codemods.plan.order import is_consistent
from codemods.plan.partition import Partition, partition, without_groups
from codemods.plan.plan import ScopePlan, Slice, Step
from codemods.plan.savers import saver_obstacles
from codemods.plan.slices import MOVED, is_eager, is_input, not_fed, slice_of, switch_inputs
from codemods.plan.steady_feeds import steady_feeds
from codemods.plan.steps import steps_of
from codemods.plan.training import trainings_of
from codemods.plan.waiting import waiting_obstacles
from codemods.rule import FED_TENSORS, Obstacle, Options
from codemods.source.module import Module


def plan_scope(program: GraphProgram, module: Module, names: Names, options: Options) -> ScopePlan:
    """Plan a scope. With obstacles the rest of the plan is not to be used."""
    if program.obstacles:
        return ScopePlan(program.nodes, obstacles=_distinct(program.obstacles))
    early = early_layers(program, module, names)
    return _plan(with_lists_outside(program, early), module, names, options, early)


def _plan(program: GraphProgram, module: Module, names: Names, options: Options, early: EarlyLayers) -> ScopePlan:
    switches = switch_inputs(program)
    runs = [run for run in program.runs if not run.initializer and not is_eager(program, run)]
    slices = [_slice(program, module, names, run, switches) for run in runs]
    found = [*_feeding(program, module, names, slices), *shape_obstacles(program, module, names, slices)]
    found += _around_runs(program, module, names, switches)
    steps = steps_of(program, slices)
    found += [*_views(module, slices), *batch_norm_obstacles(program, module, steps)]
    found += obstacles_of_moving(program, module, needed := {node for step in steps for node in step.nodes})
    found += waiting_obstacles(program, module, names, steps)
    parts = _consistent(program, steps, switches)
    found += [] if parts is not None else [_rebound(program, module, runs)]
    taken = taken_names(program, module)
    built = plan_builders(program, module, taken)
    layers = name_layers(program, taken, free_names(program))
    elements = name_elements(layers, program, taken)
    found += (*built.obstacles, *early.obstacles)
    if found or parts is None:
        return ScopePlan(program.nodes, obstacles=_distinct(found))
    hoisted = name_hoisted(program, taken)
    trainings = trainings_of(program, names, layers, hoisted)
    planned = plan_optimizers(program, trainings, options.optimizers, taken)
    named = name_functions(program, names, parts, taken)
    return ScopePlan(
        nodes=program.nodes,
        steps=named.steps,
        groups=named.groups,
        layers=layers,
        elements=elements,
        metrics=name_metrics(program, taken),
        optimizers=planned,
        trainings=trainings,
        specs=name_specs(program, taken),
        hoisted=hoisted,
        cell_feeds=name_cell_feeds(program, taken),
        steady=steady_feeds(program, module, names, named.steps, taken),
        fed_tensors=options.wants(FED_TENSORS),
        cuts=_cut_dtypes(program, names, steps),
        switches=switches,
        feeds_inlined=inlined_feeds(program),
        builders=built.plans,
        updated=updated_layers(program, steps),
        early=early.shapes,
        dead=frozenset(node.id for node in program.nodes if node.stage in MOVED and node.id not in needed),
    )


def _slice(program: GraphProgram, module: Module, names: Names, run: RunSite, switches: frozenset[int]) -> Slice:
    """The slice of a run, with variables in place of assignments that are fetched for their values."""
    found = slice_of(program, run, switches)
    site = with_assigned(program, module, names, found)
    return found if site is run else slice_of(program, site, switches)


def _around_runs(program: GraphProgram, module: Module, names: Names, switches: frozenset[int]) -> list[Obstacle]:
    return [
        *feed_obstacles(program, module, names),
        *shared_lines(program, module),
        *around_obstacles(program, module),
        *saver_obstacles(program, module, names),
        *_layers(program, module, names, switches),
        *initializing_obstacles(program, module, names),
        *choice_obstacles(program, module),
    ]


def _consistent(program: GraphProgram, steps: Sequence[Step], switches: frozenset[int]) -> Partition | None:
    """Steps that share what they have in common, or that share nothing, if every name means there what it meant."""
    for parts in (partition(program, steps, switches), without_groups(steps)):
        if is_consistent(program, parts, switches):
            return parts
    return None


def _cut_dtypes(program: GraphProgram, names: Names, steps: Sequence[Step]) -> dict[int, str]:
    """The dtypes of tensors that are fed in the middle of the graph."""
    cuts = {each for step in steps for each in step.inputs if not is_input(program, each)}
    plain = (each for each in sorted(cuts) if not is_structure(program, each))
    return {each: dtype_of(program, names, each) or "float32" for each in plain}


def is_structure(program: GraphProgram, definition: int) -> bool:
    """Whether a definition is the state of a recurrent cell."""
    return program.definitions[definition].value.api == STRUCTURE


def _distinct(found: Sequence[Obstacle]) -> tuple[Obstacle, ...]:
    return tuple(dict.fromkeys(found))


def _feeding(program: GraphProgram, module: Module, names: Names, slices: Sequence[Slice]) -> list[Obstacle]:
    found = []
    for each in slices:
        place = module.place(each.site.call)
        missing = not_fed(program, each)
        found += [obstacle("placeholder-not-fed" if sure else "sibling-not-fed", place, name) for name, sure in missing]
        for feed in each.site.feeds:
            node = program.nodes[program.definitions[feed.definition].node]
            if node.stage == Stage.INPUT or feed.definition not in each.inputs:
                continue
            detail = _why_not_fed(program, names, feed.definition, node.stage in MOVED)
            found += [obstacle("dynamic-feed", place, feed.name, detail)] if detail else []
    return found


def _why_not_fed(program: GraphProgram, names: Names, definition: int, moved: bool) -> str:
    """Why what is computed cannot be a parameter of a function; empty: it can."""
    if is_structure(program, definition) or program.definitions[definition].value.items is not None:
        return "a structure of tensors is fed" if moved else ""
    return "an intermediate tensor of unknown dtype is fed" if dtype_of(program, names, definition) is None else ""


def _views(module: Module, slices: Sequence[Slice]) -> list[Obstacle]:
    """A step computes what it returns before its updates."""
    return [
        obstacle("view-beside-update", module.place(fetch.expression), ast.unparse(fetch.expression)[:60])
        for each in slices
        if each.updates
        for fetch in each.site.fetches
        if any(part.api == VIEW for part in leaves(fetch.value))
    ]


def _layers(program: GraphProgram, module: Module, names: Names, switches: frozenset[int]) -> list[Obstacle]:
    return [*layer_dtype_obstacles(program, names, module), *_training_switches(program, module, switches)]


def _training_switches(program: GraphProgram, module: Module, switches: frozenset[int]) -> list[Obstacle]:
    """The `training` argument of a Keras layer is a Python value."""
    found = []
    for node in program.nodes:
        for layer in node.layers:
            flag = switch_of(layer)
            if flag is None or isinstance(flag, ast.Constant):
                continue
            read = [use.definition for use in node.uses if isinstance(flag, ast.Name) and use.name == flag.id]
            if not read or any(each is None or each not in switches for each in read):
                detail = "its training switch is not fed with a literal True or False everywhere"
                found.append(obstacle("no-native-equivalent", module.place(layer.call), layer.api, detail))
    return found


def _rebound(program: GraphProgram, module: Module, runs: Sequence[RunSite]) -> Obstacle:
    names = [each.name for each in program.definitions.values() if program.nodes[each.node].stage in MOVED]
    twice = next((name for name in names if names.count(name) > 1), names[0] if names else "?")
    return obstacle("rebound-tensor", module.place(runs[0].call), twice)
