"""What each optimizer keeps in a checkpoint of TensorFlow 1: for which variables, and under which names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codemods.api import table
from codemods.graph.program import Definition, OptimizerUse
from codemods.graph.values import Value, parts
from codemods.plan.known_shapes import known_number
from codemods.plan.known_variables import KnownScope, KnownVariable, Path, held_paths
from codemods.plan.plan import Training
from codemods.plan.training import variable_list
from codemods.source.walk import walk

_NO_NUMBERS = frozenset({"use_locking", "name"})


@dataclass(frozen=True)
class KnownOptimizer:
    """`label`: how its slots are named; `slots`: what it keeps for each variable, see optimizers.toml; `numbers`: its
    arguments that are known; `trained`: the names of its variables, None where their order is not known. `scope`,
    `operations`: what stands before the names of slots, and before those of what it counts with. `node`: where it is
    set up; `applied`: by `apply_gradients`; `reached`: the loss depends on all that it trains; `counter`: the variable
    given as `global_step`."""

    path: Path
    keras: str | None
    v1: str
    label: str
    slots: Mapping[str, str]
    numbers: Mapping[str, float]
    trained: tuple[str, ...] | None
    scope: str = ""
    operations: str = ""
    node: int = 0
    applied: bool = False
    reached: bool = True
    counter: str | None = None


def known_optimizers(scope: KnownScope) -> Iterator[KnownOptimizer]:
    """What the optimizers of a scope keep, in the order in which they are set up."""
    program = scope.program
    groups = [each for node in program.nodes for each in scope.plan.trainings.get(node.id, ())]
    for training in groups:
        use = scope.plan.optimizers[training.minimize.optimizer].use
        row, label = table.optimizer(use.api), _label(use)
        if row is None or label is None or len(program.choices.group(use.call)) > 1:
            continue
        again = [each for each in groups if each.minimize.optimizer is use.call]
        applies = [(node.id, each) for node in program.nodes for each in node.applies if each.optimizer is use.call]
        node, step = applies[0] if applies else (training.node, training.minimize)
        open_scopes = step.scopes
        clear = len(again) == 1 and len(applies) <= 1 and "?" not in open_scopes.variables + open_scopes.operations
        planned = scope.plan.optimizers[use.call]
        yield KnownOptimizer(
            path=(planned.name,),
            keras=row.keras if planned.keras else None,
            v1=row.api.rsplit(".", 1)[-1],
            label=label,
            slots=row.slots,
            numbers={name: _number(scope, each) for name, each in use.arguments.items() if name not in _NO_NUMBERS},
            trained=_trained(scope, training) if clear else None,
            scope=open_scopes.variables,
            operations=open_scopes.operations,
            node=node,
            applied=bool(applies),
            reached=training.minimize.variables is None or _is_reached(scope, training),
            counter=_counter(scope, node, step.global_step),
        )


def _number(scope: KnownScope, node: ast.expr) -> float:
    found = known_number(scope.program, node)
    return float("nan") if found is None else found


def _counter(scope: KnownScope, number: int, given: ast.expr | None) -> str | None:
    """The name of the variable that is given as `global_step`."""
    program = scope.program
    uses = program.nodes[number].uses
    read = next((use.definition for use in uses if isinstance(given, ast.Name) and use.name == given.id), None)
    found = program.definitions.get(read) if read is not None else None
    serial = found.value.serial if found is not None else None
    return next((each.name for each in scope.found if serial is not None and each.serial == serial), None)


def _label(use: OptimizerUse) -> str | None:
    """How an optimizer names its slots: its own `name`, else that of its class."""
    given = use.arguments.get("name")
    if given is None:
        return use.api.rsplit(".", 1)[-1].removesuffix("Optimizer")
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def _trained(scope: KnownScope, training: Training) -> tuple[str, ...] | None:
    """The names of the trained variables in their order; None where it is not known."""
    if training.minimize.variables is None:
        if not training.variables:
            return None
        groups = [_entry(scope, each) for each in training.variables.split(", ")]
    else:
        groups = _listed(scope, training.minimize.variables) or [
            _made_by(scope, each) for each in _sites(scope, training)
        ]
    if not groups or not all(groups):
        return None
    return tuple(dict.fromkeys(each.name for group in groups for each in group))


def _is_reached(scope: KnownScope, training: Training) -> bool:
    """Whether the loss depends on every variable of a list: TensorFlow 1 keeps nothing for the others."""
    program, node = scope.program, scope.program.nodes[training.node]
    names = {each.id for each in walk(training.minimize.loss) if isinstance(each, ast.Name)}
    read = [use for use in node.uses if use.name in names]
    text, _ = variable_list(program, scope.plan.layers, scope.plan.hoisted, training.forward, read)
    reached = {one.name for each in text.split(", ") for one in _entry(scope, each)}
    return set(_trained(scope, training) or ()) <= reached


def _entry(scope: KnownScope, text: str) -> list[KnownVariable]:
    """What an element of the list of trained variables stands for."""
    name = re.sub(r"\.(trainable_variables|values\(\))$", "", text.removeprefix("*"))
    held = [each for each in scope.found if each.path[:1] == (name,)]
    if not text.startswith("*"):
        return [each for each in held if each.path == (name,)]
    layer = name in scope.plan.layers.values() and (name,) not in scope.plain
    if scope.vague and not layer:
        return []
    return [each for each in held if each.trainable or not text.endswith("trainable_variables")]


def _listed(scope: KnownScope, given: ast.expr) -> list[list[KnownVariable]]:
    """The variables of a list that is written out."""
    if not isinstance(given, ast.List | ast.Tuple):
        return []
    paths = [_path_of(each) for each in given.elts]
    return [[each for each in scope.found if each.path and each.path == path] for path in paths]


def _path_of(node: ast.expr) -> Path:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Subscript(value=value, slice=ast.Constant(value=key)):
            return (*_path_of(value), str(key))
        case _:
            return ()


def _sites(scope: KnownScope, training: Training) -> list[ast.expr | Value]:
    given = training.minimize.variables
    node = scope.program.nodes[training.node]
    for query in node.queries:
        if query.call is given:
            return list(query.sites)
    if isinstance(given, ast.Name):
        read = next((use.definition for use in node.uses if use.name == given.id), None)
        found: Definition | None = scope.program.definitions.get(read) if read is not None else None
        return [] if found is None else [*parts(found.value)]
    return []


def _made_by(scope: KnownScope, made: ast.expr | Value) -> list[KnownVariable]:
    if isinstance(made, Value) and made.serial is not None:
        path, _ = held_paths(scope.program).get(made.serial, (None, ""))
        return [each for each in scope.found if each.path == path]
    site = made.site if isinstance(made, Value) else made
    return list({each.name: each for each in scope.found if each.site is site and each.trainable}.values())
