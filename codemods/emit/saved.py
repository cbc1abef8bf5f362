"""What a native saver saves: its variables, and what optimizers keep for them; or why it cannot be written."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from codemods.emit.writer import Unwritable
from codemods.graph.around import SaverUse
from codemods.graph.program import Node
from codemods.graph.values import Value
from codemods.graph.variable_names import Made
from codemods.obstacles import obstacle
from codemods.plan.known_optimizers import KnownOptimizer, known_optimizers
from codemods.plan.known_variables import KnownScope, KnownVariable
from codemods.source.module import Module

_WITHOUT_STATE = ("GradientDescentOptimizer", "ProximalGradientDescentOptimizer")
_ADAM = "AdamOptimizer"


def saved_variables(scope: KnownScope, use: SaverUse, module: Module) -> list[tuple[str, KnownVariable]]:
    """The name of each variable in the checkpoint, and where it is."""
    groups: list[tuple[str | None, list[KnownVariable]]]
    if use.chosen is None:
        groups = [(None, _made(scope, each)) for each in scope.program.variables[: use.made]]
    else:
        groups = [(key, _chosen(scope, each)) for key, each in use.chosen]
    found: dict[str, KnownVariable] = {}
    for key, group in groups:
        if not group or scope.vague or any(not _has_one_name(scope, each) or each.optional for each in group):
            raise _refused(use, module, "not every variable has a name to list it by")
        if key is not None and len(group) > 1:
            raise _refused(use, module, "one name of its dictionary stands for several variables")
        found |= {key if key is not None else each.name: each for each in group}
    return list(found.items())


def _made(scope: KnownScope, made: Made) -> list[KnownVariable]:
    return [each for each in scope.found if _is_from(each, made.serial, made)]


def _is_from(known: KnownVariable, serial: int | None, made: Made | Value) -> bool:
    return known.serial == serial if known.serial is not None and serial is not None else known.site is made.site


def _chosen(scope: KnownScope, value: Value) -> list[KnownVariable]:
    return [each for each in scope.found if _is_from(each, value.serial, value)]


def _has_one_name(scope: KnownScope, known: KnownVariable) -> bool:
    """Whether the name that leads to a variable means nothing else at any time."""
    bound = [each for each in scope.program.definitions.values() if each.name == known.path[0]] if known.path else []
    return bool(known.path) and len(bound) <= 1


def _refused(use: SaverUse, module: Module, detail: str) -> Unwritable:
    return Unwritable(obstacle("saver", module.place(use.call), "tf.train.Saver", detail))


def is_late(scope: KnownScope, saved: Iterable[tuple[str, KnownVariable]]) -> bool:
    """Whether some of these variables come into being when a layer is called."""
    layers = set(scope.plan.layers.values())
    return any(known.path[0] in layers for _, known in saved)


def saved_optimizers(
    scope: KnownScope, node: Node, use: SaverUse, module: Module, listed: Iterable[tuple[str, KnownVariable]]
) -> list[KnownOptimizer]:
    """The optimizers of which a saver of everything saves what they keep; `listed`: the variables that it saves."""
    if use.chosen is not None:
        return []
    before = [each for each in known_optimizers(scope) if each.node < node.id]
    found = [each for each in before if each.v1 not in _WITHOUT_STATE]
    trained = Counter((each.scope, each.label, name) for each in found for name in each.trained or ())
    saved = {name for name, _ in listed}
    for each in found:
        known = each.trained and each.slots and each.reached and not each.applied and set(each.trained) <= saved
        if not known or any(trained[(each.scope, each.label, name)] > 1 for name in each.trained or ()):
            raise _refused(use, module, "the state of these optimizers has no counterpart")
    if any(each.keras for each in found) and any(each.v1 == _ADAM and not each.keras for each in found):
        raise _refused(use, module, "the state of these optimizers has no counterpart")
    if any(math.isnan(each.numbers.get("centered", 0.0)) for each in found):
        raise _refused(use, module, "whether its optimizer is centered is not known")
    if len(before) != _set_up_before(scope, node):
        raise _refused(use, module, "the state of these optimizers has no counterpart")
    return found


def _set_up_before(scope: KnownScope, node: Node) -> int:
    nodes = scope.program.nodes[: node.id]
    applied = {each.optimizer for other in nodes for each in other.applies}
    return len(applied) + sum(len(other.minimizes) for other in nodes)


def kinds_of(optimizer: KnownOptimizer) -> list[str]:
    """What an optimizer keeps for each variable, as Keras or tf.compat.v1 call it, in the order of TensorFlow 1."""
    slots = dict(optimizer.slots)
    if not optimizer.numbers.get("centered"):
        slots.pop("mg", None)
    return list(slots.values()) if optimizer.keras else list(slots)


def named_powers(optimizers: Sequence[KnownOptimizer]) -> list[tuple[KnownOptimizer, str]]:
    """Each optimizer with the names, under which Adam saves the powers of its betas; empty for others."""
    used: Counter[str] = Counter()
    found = []
    for each in optimizers:
        base = f"{each.operations}/{{}}_power" if each.operations else "{}_power"
        number = used[base]
        used[base] += each.v1 == _ADAM
        power = (f"{base}_{number}" if number else base) if each.v1 == _ADAM else ""
        found.append((each, power))
    return found
