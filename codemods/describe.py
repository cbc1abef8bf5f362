"""What the engine read in a file and what it plans for it, as text: the graph program, its functions, the tier."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from codemods.engine import migrate_sources
from codemods.graph.dump import dump, label, run_numbers, short
from codemods.graph.program import GraphProgram, Stage
from codemods.native import read_scopes
from codemods.plan.plan import Group, ScopePlan, Step
from codemods.results import Program
from codemods.rule import Obstacle, Options, Tier
from codemods.source.module import FileProblem, Module, parse_module
from codemods.survey import read_as, survey


def describe(sources: Mapping[str, bytes], path: str) -> str:
    """The graph program and the plan of every scope of a file, then the tier of each program that the file is part of.

    `sources` is the tree around the file, as for `migrate_sources`. Never raises for bad input.
    """
    module = parse_module(path, sources[path])
    if isinstance(module, FileProblem):
        return f"{path} cannot be read: {module.reason}\n"
    changes = migrate_sources(sources, Options())
    if any(each.entry == path and len(each.modules) > 1 and each.tier == Tier.NATIVE for each in changes.programs):
        module = read_as(survey(sources, Options()), path, Options())
    lines = [*_scopes(module)]
    for program in changes.programs:
        if path in program.modules:
            lines += [line for line in _program(program) if line not in lines]
    return "\n".join(lines or [f"{path}: no graph is built or run here"]) + "\n"


def _scopes(module: Module) -> Iterator[str]:
    try:
        _, programs, plans = read_scopes(module, Options())
        for program, plan in zip(programs, plans, strict=True):
            lines = [*dump(program), *describe_plan(program, plan)]
            if len(lines) > 1:
                yield from lines
    except Exception as error:  # one bad file never stops a run
        yield f"the graph could not be read: {type(error).__name__}: {error}"


def describe_plan(program: GraphProgram, plan: ScopePlan) -> list[str]:
    """The functions, layers and optimizers that will be written; or the obstacles."""
    if plan.obstacles:
        return [_obstacle(each, "  ") for each in plan.obstacles]
    lines = [*_optimizers(plan)]
    numbers = run_numbers(program)
    for group in plan.groups:
        lines.append(_group(program, plan, group))
    for step in plan.steps:
        lines += _step(program, plan, step, numbers)
    dead = [label(program, each) for number in sorted(plan.dead) for each in program.nodes[number].defines]
    return [*lines, f"  unused    {' '.join(dead)}"] if dead else lines


def _optimizers(plan: ScopePlan) -> Iterator[str]:
    for planned in plan.optimizers.values():
        kind = "Keras" if planned.keras else "tf.compat.v1.train"
        rate = ", rate set by each step" if planned.rate is not None else ""
        yield f"  optimizer {planned.name} ({kind}{rate})"


def _group(program: GraphProgram, plan: ScopePlan, group: Group) -> str:
    callers = [step.name for step in plan.steps if step.id in group.steps]
    given = _labels(program, (*group.inputs, *group.passed, *group.switches), ", ")
    returned = f"returns {_labels(program, group.outputs)}"
    calls = _calls(plan, group.calls)
    return f"  shared    {group.name}({given})  for {', '.join(callers)}{calls}  {returned}"


def _step(program: GraphProgram, plan: ScopePlan, step: Step, numbers: Mapping[ast.Call, int]) -> Iterator[str]:
    runs = " ".join(str(number) for number in sorted(numbers[each.site.call] for each in step.slices))
    given = _labels(program, step.inputs, ", ")
    switches = "".join(
        f"  {label(program, program.definitions[each])} is {value}" for each, value in step.switches.items()
    )
    same = any(group.step == step.id for group in plan.groups)
    calls = "" if same else _calls(plan, step.groups)
    yield f"  function  {step.name}({given})  run {runs}{switches}{calls}  {_returned(step)}"
    own = [number for number in step.nodes if program.nodes[number].stage == Stage.TENSOR]
    if own:
        yield f"            computes {_labels(program, (each.id for n in own for each in program.nodes[n].defines))}"
    for number in sorted({*step.nodes, *step.updates}):
        for training in plan.trainings.get(number, ()):
            over = training.minimize.variables
            trained = training.variables or (short(over) if over is not None else "what the tape watched")
            yield f"            trains {trained}"


def _returned(step: Step) -> str:
    return f"returns {', '.join(short(fetch.expression) for fetch in step.fetched)}" if step.fetched else "updates"


def _calls(plan: ScopePlan, groups: Iterable[int]) -> str:
    names = [plan.groups[each].name for each in groups]
    return f"  calls {', '.join(names)}" if names else ""


def _labels(program: GraphProgram, definitions: Iterable[int], separator: str = " ") -> str:
    return separator.join(label(program, program.definitions[each]) for each in definitions)


def _program(program: Program) -> Iterator[str]:
    count = len(program.obstacles)
    blame = "no obstacles" if not count else "1 obstacle" if count == 1 else f"{count} obstacles"
    yield f"program {program.entry}: tier {program.tier.value}, {blame}"
    yield from (_obstacle(each, "  ") for each in program.obstacles)


def _obstacle(found: Obstacle, indent: str) -> str:
    return f"{indent}obstacle {found.id} at {found.place} ({found.symbol}): {found.reason}"
