"""The tape of a training step: its header, the losses, the gradients, and the lines that apply them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.emit.layers import call_edits
from codemods.emit.variable_lists import plain_values, query_text, single_list
from codemods.emit.writer import Writer
from codemods.graph.program import Apply
from codemods.plan.names import bare, fresh
from codemods.plan.plan import Step, Training
from codemods.rule import Edit
from codemods.source.walk import walk

_WIDTH = 100
_WORDS = frozenset({"train", "training", "trainer", "solver", "optimizer", "optim", "opt", "op", "step", "minimize"})


@dataclass(frozen=True)
class Tapes:
    """`applied`: node -> the lines that apply its gradients."""

    trainings: tuple[Training, ...]
    header: str = ""
    losses: tuple[str, ...] = ()
    gradients: tuple[str, ...] = ()
    applied: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    computed: tuple[Edit, ...] = ()  # what stands for each compute_gradients

    def applications(self, node: int) -> tuple[str, ...]:
        """The lines that apply the gradients of a node."""
        return self.applied.get(node, ())


def tapes_of(writer: Writer, step: Step) -> Tapes:
    """The tapes of a step, one for each `minimize`."""
    numbers = sorted({*step.nodes, *step.updates})
    trainings = tuple(each for number in numbers for each in writer.plan.trainings.get(number, ()))
    if not trainings:
        return Tapes(())
    taken = _identifiers(writer, step)
    names: list[str] = []
    losses: list[str] = []
    gradients: list[str] = []
    applied: dict[int, tuple[str, ...]] = {}
    computed: list[Edit] = []
    for training in trainings:
        prefix = _prefix(writer, training) if len(trainings) > 1 else ""
        tape = fresh(f"{prefix}tape", taken)
        names.append(tape)
        loss = _loss(writer, training, prefix, taken, losses)
        variables = _variables(writer, training, prefix, taken, gradients, tape)
        grads = fresh(f"{prefix}gradients", taken)
        gradients.append(f"{grads} = {tape}.gradient({loss}, {variables})")
        if training.minimize in writer.node(training.node).gradients:
            start, end = writer.module.span(training.minimize.call)
            computed.append(Edit(start, end, f"list(zip({grads}, {variables}))"))
            continue
        applied[training.node] = (*applied.get(training.node, ()), *_application(writer, training, grads, variables))
    header = ", ".join(f"{writer.tf}.GradientTape() as {name}" for name in names)
    return Tapes(trainings, f"with {header}:", tuple(losses), tuple(gradients), applied, tuple(computed))


def _identifiers(writer: Writer, step: Step) -> set[str]:
    numbers = {*step.nodes, *step.updates, *(node for group in writer.plan.groups for node in group.nodes)}
    return {each.id for number in numbers for each in walk(writer.node(number).statement) if isinstance(each, ast.Name)}


def _prefix(writer: Writer, training: Training) -> str:
    node = writer.node(training.node)
    words = bare(node.defines[0].name, _WORDS) if node.defines else ""
    return f"{words}_" if words else ""


def _loss(writer: Writer, training: Training, prefix: str, taken: set[str], losses: list[str]) -> str:
    text = writer.text(training.minimize.loss, call_edits(writer, writer.node(training.node), []))
    if isinstance(training.minimize.loss, ast.Name):
        return text
    name = fresh(f"{prefix}loss", taken)
    losses.append(f"{name} = {text}")
    return name


def _variables(writer: Writer, training: Training, prefix: str, taken: set[str], lines: list[str], tape: str) -> str:
    planned = writer.plan.optimizers[training.minimize.optimizer]
    if training.minimize.variables is not None:
        text = _query_text(writer, training) or writer.text(training.minimize.variables)
    else:
        text = f"[{training.variables}]" if training.variables else f"{tape}.watched_variables()"
    if training.layered and not planned.keras and training.minimize.variables is None:
        text = plain_values(writer, text)
    text = single_list(writer, text)
    if text.isidentifier():
        return text
    name = fresh(f"{prefix}variables", taken)
    lines += _assigned(writer, name, text)
    return name


def _assigned(writer: Writer, name: str, text: str) -> list[str]:
    """An assignment; a long list has one element a line."""
    whole = f"{name} = {text}"
    if len(whole) <= _WIDTH or not (text.startswith("[") and text.endswith("]")) or " for " in text:
        return [whole]
    return [f"{name} = [", *(f"{writer.indent}{each}," for each in text[1:-1].split(", ")), "]"]


def _query_text(writer: Writer, training: Training) -> str | None:
    for query in writer.node(training.node).queries:
        if query.call is training.minimize.variables:
            return query_text(writer, query)
    return None


def _application(writer: Writer, training: Training, gradients: str, variables: str) -> list[str]:
    planned = writer.plan.optimizers[training.minimize.optimizer]
    lines = [f"{planned.name}.apply_gradients(zip({gradients}, {variables}))"]
    if training.minimize.global_step is not None:
        lines.append(f"{writer.text(training.minimize.global_step)}.assign_add(1)")
    return lines


def apply_lines(writer: Writer, apply: Apply) -> list[str]:
    """The lines of an `apply_gradients` that the program writes itself."""
    planned = writer.plan.optimizers[apply.optimizer]
    pairs = writer.text(apply.pairs)
    if apply.from_variables and not planned.keras:
        pairs = f"({writer.tf}.convert_to_tensor(gradient), variable) for gradient, variable in {pairs}"
    lines = [f"{planned.name}.apply_gradients({pairs})"]
    if apply.global_step is not None:
        lines.append(f"{writer.text(apply.global_step)}.assign_add(1)")
    return lines
