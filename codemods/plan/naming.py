"""Gives every planned function, layer and specification its name."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph.around import MetricUse
from codemods.graph.program import GraphProgram
from codemods.graph.values import CHECK, Kind
from codemods.plan.builders import builder_uses, is_class_name, suffix
from codemods.plan.names import bare, bound_names, fresh, joined, training_name
from codemods.plan.partition import Partition
from codemods.plan.plan import Group, Step
from codemods.plan.second_order import differentiated_twice
from codemods.plan.slices import MOVED
from codemods.plan.steps import is_nested
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk


def taken_names(program: GraphProgram, module: Module) -> set[str]:
    """The names in use. A tensor's name is free once all of its definitions have moved into functions."""
    made = [(each.name, program.nodes[each.node]) for each in program.definitions.values()]
    moved = Counter(name for name, node in made if node.stage in MOVED and name not in node.filled)
    stored = Counter(node.id for node in names_in(module) if isinstance(node.ctx, ast.Store))
    free = {name for name, count in moved.items() if stored[name] == count}
    return (bound_names(walk(module.tree)) | {node.id for node in names_in(module)}) - free


def free_names(program: GraphProgram) -> frozenset[str]:
    """The names of builders of which there is one object: it takes the name of the function."""
    objects = Counter(
        each.builder.function.name
        for node in program.nodes
        for each in node.layers
        if each.builder is not None and each.reuses is None
    )
    nested = {each.api for node in program.nodes for each in builder_uses((node,)) if each not in node.layers}
    return frozenset(
        name for name, count in objects.items() if count == 1 and name not in nested and not is_class_name(name)
    )


def name_layers(program: GraphProgram, taken: set[str], free: frozenset[str]) -> dict[ast.Call, str]:
    """Layer call -> the name of the layer object; a reused layer has the name of the first."""
    names: dict[ast.Call, str] = {}
    for node in program.nodes:
        for layer in node.layers:
            if layer.loop is not None:
                names[layer.call] = fresh(f"{_result(layer.loop, layer.call)}_layers", taken)
            elif layer.reuses is None:
                target = node.defines[0].name if node.defines else "layer"
                row = table.layer(layer.api)
                kind = row.kind if row is not None and f"{target}_layer" in taken else "layer"
                if layer.builder is not None:
                    kind = suffix(layer.builder.function)
                names[layer.call] = layer.api if layer.api in free else fresh(f"{target}_{kind}", taken)
    for node in program.nodes:
        for layer in node.layers:
            if layer.reuses is not None:
                names[layer.call] = names[layer.reuses]
    return names


def name_elements(layers: Mapping[ast.Call, str], program: GraphProgram, taken: set[str]) -> dict[ast.Call, str]:
    """Call of a layer in a loop -> the name of one layer of the list."""
    looped = [each.call for node in program.nodes for each in node.layers if each.loop is not None]
    return {each: fresh(re.sub(r"s(_\d+)?$", r"\1", layers[each]), taken) for each in looped}


def _result(loop: ast.For, call: ast.Call) -> str:
    """The name of what the statement with the call computes."""
    for each in walk(loop):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)]) if call in walk(each):
                return name
            case _:
                pass
    return "inner"


def name_metrics(program: GraphProgram, taken: set[str]) -> dict[ast.Call, str]:
    """Metric -> the name of its object."""
    names: dict[ast.Call, str] = {}
    for node in program.nodes:
        for each in node.around:
            if isinstance(each, MetricUse):
                target = bare(node.defines[-1].name if node.defines else "") or "metric"
                names[each.call] = fresh(target if target.endswith("metric") else f"{target}_metric", taken)
    return names


def name_hoisted(program: GraphProgram, taken: set[str]) -> dict[ast.expr, str]:
    """Where a recurrent cell is made amid a computation -> the name that it gets outside."""
    names: dict[ast.expr, str] = {}
    for node in program.nodes:
        for each in node.hoists:
            if each.expression is not None and each.expression not in names:
                named = [found.name for found in node.defines if found.name.strip("_")]
                names[each.expression] = fresh(f"{(named or ['rnn'])[0]}_cell", taken)
    return names


def name_cell_feeds(program: GraphProgram, taken: set[str]) -> dict[int, str]:
    """Placeholder that sets the dropout of recurrent cells -> the variable that they read."""
    fed = dict.fromkeys(each.definition for node in program.nodes for each in node.cell_feeds)
    return {each: fresh(f"{program.definitions[each].name}_variable", taken) for each in fed}


def name_specs(program: GraphProgram, taken: set[str]) -> dict[int, str]:
    """Placeholder -> the name of its `tf.TensorSpec`."""
    inputs = [each.definition for node in program.nodes for each in node.inputs]
    return {each: fresh(f"{program.definitions[each].name.rstrip('_')}_spec", taken) for each in inputs}


def name_functions(program: GraphProgram, names: Names, parts: Partition, taken: set[str]) -> Partition:
    """Names for steps and groups. A group that is just what a step returns becomes that step."""
    trained = [
        step
        for step in parts.steps
        if any(program.nodes[each].minimizes or program.nodes[each].applies for each in step.updates)
    ]
    steps, groups = [], list(parts.groups)
    for step in parts.steps:
        same = _same_as_group(program, step, groups)
        if same is not None and not differentiated_twice(program, names, same, parts):
            name = fresh(_step_name(program, step, len(trained) == 1, _is_called(same, parts)), taken)
            groups[same.id] = replace(same, name=name, step=step.id)
        else:
            name = fresh(_step_name(program, step, len(trained) == 1, False), taken)
        steps.append(replace(step, name=name))
    named = [each if each.name else replace(each, name=fresh(_group_name(program, each), taken)) for each in groups]
    return Partition(tuple(steps), tuple(named))


def _same_as_group(program: GraphProgram, step: Step, groups: Sequence[Group]) -> Group | None:
    nested = any(is_nested(found.site.structure) for found in step.slices)
    if nested or step.updates or step.nodes or step.switches or len(step.groups) != 1:
        return None
    group = groups[step.groups[0]]
    fetched = [use.definition for fetch in step.fetched for use in fetch.uses]
    plain = all(isinstance(fetch.expression, ast.Name) for fetch in step.fetched)
    same = plain and tuple(fetched) == group.outputs and step.inputs == group.inputs
    return group if same and not group.passed and not group.switches and group.step is None else None


def _is_called(group: Group, parts: Partition) -> bool:
    inside = any(group.id in other.calls for other in parts.groups)
    return inside or sum(group.id in step.groups for step in parts.steps) > 1


def _step_name(program: GraphProgram, step: Step, only: bool, called: bool) -> str:
    training = [each for each in step.updates if program.nodes[each].minimizes or program.nodes[each].applies]
    if training:
        targets = [each.name for number in training for each in program.nodes[number].defines[:1]]
        return training_name(targets, only)
    changing = [each for each in step.updates if program.nodes[each].value.api != CHECK]
    if changing or any(fetch.value.kind == Kind.UPDATE for fetch in step.fetched) or not step.fetched:
        return _update_name(program, step)
    names = _fetch_names(step)
    if called:
        return "compute_" + (joined(names) or "values")
    return joined(names) or "evaluate"


def _update_name(program: GraphProgram, step: Step) -> str:
    targets = [each.name for number in step.updates for each in program.nodes[number].defines[:1]]
    return (bare(targets[0]) if len(targets) == 1 else "") or "update"


def _fetch_names(step: Step) -> list[str]:
    names = [fetch.expression.id for fetch in step.fetched if isinstance(fetch.expression, ast.Name)]
    return names if len(names) == len(step.fetched) else []


def _group_name(program: GraphProgram, group: Group) -> str:
    outputs = joined(program.definitions[each].name for each in group.outputs)
    return f"compute_{outputs}" if outputs else "forward"
