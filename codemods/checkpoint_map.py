"""Where the variables of TensorFlow 1 are in a migrated program: what a converter of checkpoints has to know."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from codemods.analysis.names import Names
from codemods.api import table
from codemods.checkpoint_shapes import Shape, known_number, layer_shapes, variable_shape
from codemods.emit.scope import write_scope
from codemods.engine import migrate_sources
from codemods.graph.creations import is_false
from codemods.graph.program import Definition, GraphProgram, LayerUse, OptimizerUse, Stage
from codemods.graph.values import Kind, Value, parts
from codemods.graph.variable_names import variable_names
from codemods.module_scopes import lower_again, lower_scopes
from codemods.plan.plan import ScopePlan, Training
from codemods.plan.savers import in_scope
from codemods.plan.scope import plan_scope
from codemods.plan.slices import MOVED
from codemods.reexports import with_reexports
from codemods.rule import Options, Tier
from codemods.source.module import FileProblem, Module, parse_module

Path = tuple[str, ...]


@dataclass(frozen=True)
class KnownVariable:
    """`name`: in TensorFlow 1; `path`: as `tf.train.Checkpoint` finds it from the names of the program, empty where
    there is none. `optional`: whether there is one is not known. `shape`: what is known of it."""

    name: str
    path: Path
    trainable: bool = True
    optional: bool = False
    shape: Shape | None = None
    site: ast.expr | None = None


@dataclass(frozen=True)
class KnownOptimizer:
    """`label`: how its slots are named; `slots`: what it keeps for each variable, see optimizers.toml; `numbers`: its
    arguments that are known; `trained`: the names of its variables, None where their order is not known."""

    path: Path
    keras: str | None
    v1: str
    label: str
    slots: Mapping[str, str]
    numbers: Mapping[str, float]
    trained: tuple[str, ...] | None
    scoped: bool


@dataclass(frozen=True)
class CheckpointMap:
    """`plain`: the paths of objects that are no trackable ones; `refusal`: why there is no map."""

    variables: tuple[KnownVariable, ...] = ()
    optimizers: tuple[KnownOptimizer, ...] = ()
    plain: tuple[Path, ...] = ()
    refusal: str | None = None


@dataclass
class _Scope:
    program: GraphProgram
    plan: ScopePlan
    names: Names
    found: list[KnownVariable] = field(default_factory=list)
    plain: list[Path] = field(default_factory=list)
    vague: bool = False  # not every variable is known


def checkpoint_map(sources: Mapping[str, bytes], path: str, options: Options) -> CheckpointMap:
    """The map of the program that a file is part of. `sources` as for `migrate_sources`."""
    changes = migrate_sources(sources, options)
    program = next((each for each in changes.programs if each.entry == path), None)
    program = program or next((each for each in changes.programs if path in each.modules), None)
    if program is None:
        return CheckpointMap(refusal=f"{path} runs nothing of TensorFlow 1; name the program as it was before")
    if program.tier != Tier.NATIVE:
        said = "stays in graph mode, and its saver reads these checkpoints as they are"
        return CheckpointMap(refusal=f"{path} {said if program.tier == Tier.KEPT else 'cannot be migrated'}")
    converted = {**sources, **changes.converted_bytes()}
    parsed = {each: parse_module(each, converted[each]) for each in program.modules}
    modules = with_reexports({each: found for each, found in parsed.items() if not isinstance(found, FileProblem)})
    scopes = [scope for each in program.modules if each in modules for scope in _scopes(modules[each], options)]
    for scope in scopes:
        _enter(scope)
    return CheckpointMap(
        tuple(each for scope in scopes for each in scope.found),
        tuple(each for scope in scopes for each in _optimizers(scope)),
        tuple(each for scope in scopes for each in scope.plain),
    )


def _scopes(module: Module, options: Options) -> Iterator[_Scope]:
    """The scopes of a module, each as it is written: from the text that the one before left."""
    current = module
    for original in lower_scopes(module):
        if not any(node.stage != Stage.PYTHON for node in original.nodes):
            continue
        program = original if current is module else lower_again(current, original.body)
        names = Names.of(current)
        plan = plan_scope(program, current, names, options.optimizers)
        yield _Scope(program, plan, names)
        text = write_scope(current, names, program, plan).text
        written = parse_module(module.path, module.encode(text))
        if isinstance(written, FileProblem):
            return
        current = replace(written, reexports=module.reexports)


def _enter(scope: _Scope) -> None:
    """List the variables of a scope in the order in which they are made."""
    program = scope.program
    held = dict(_held(program))
    shapes = {each.call: variable_shape(program, each) for node in program.nodes for each in node.creations}
    uses = {each.call: each for node in program.nodes for each in node.layers if each.reuses is None}
    done: set[ast.expr] = set()
    named = variable_names(program.variables, program.op_names)
    scope.vague = None in named
    for made, names in zip(program.variables, named, strict=True):
        use = uses.get(made.site) if isinstance(made.site, ast.Call) else None
        if use is not None and use.builder is not None:
            if made.site not in done:
                group = [(one.name, given) for one, given in zip(program.variables, named, strict=True)
                         if one.site is made.site]  # fmt: skip
                _enter_builder(scope, use, (scope.plan.layers[use.call],), _by_name(scope, group), use.call)
            done.add(made.site)
        elif use is not None and names is not None:
            _enter_layer(scope, use, (scope.plan.layers[use.call],), names, use.call)
        elif names is not None:
            path = held.get(made.serial, ()) if made.serial is not None else ()
            shape = shapes.get(made.site) if isinstance(made.site, ast.Call) else None
            scope.found.append(KnownVariable(names[0], path, made.trainable, False, shape, made.site))


def _held(program: GraphProgram) -> Iterator[tuple[int, Path]]:
    """Serial -> path of each variable that has a name where the program ends; the shortest path comes last."""
    latest = {each.name: each for each in program.definitions.values()}
    staying = [each for each in latest.values() if program.nodes[each.node].stage not in MOVED]
    found = [each for definition in staying for each in _within(definition.value, (definition.name,))]
    return iter(sorted(((value.serial or 0, path) for value, path in found), key=lambda each: -len(each[1])))


def _within(value: Value, path: Path) -> Iterator[tuple[Value, Path]]:
    if value.items is not None:
        for number, item in enumerate(value.items):
            yield from _within(item, (*path, value.keys[number] if value.keys is not None else str(number)))
    elif value.kind == Kind.VARIABLE and value.serial is not None and value.state is None:
        yield value, path


def _enter_layer(scope: _Scope, use: LayerUse, path: Path, names: Sequence[str], site: ast.expr) -> None:
    row = table.layer(use.api)
    assert row is not None
    bias = use.arguments.get("use_bias")
    trainable = not is_false(use.arguments.get("trainable"))
    if is_false(bias):
        names = names[:-1]
    shapes = layer_shapes(scope.program, use, row)
    for number, (name, tracked) in enumerate(zip(names, row.tracked, strict=False)):
        loose = bias is not None and not isinstance(bias, ast.Constant) and number == len(row.weights) - 1
        scope.found.append(KnownVariable(name, (*path, tracked), trainable, loose, shapes.get(number), site))


def _by_name(scope: _Scope, group: Sequence[tuple[str, tuple[str, ...] | None]]) -> dict[str, tuple[str, ...]]:
    """What a builder made -> the names of its variables; without what it made several times under one name."""
    asked = [name for name, _ in group]
    scope.vague = scope.vague or len(set(asked)) < len(asked)
    return {name: given for name, given in group if given is not None and asked.count(name) == 1}


def _enter_builder(
    scope: _Scope, use: LayerUse, path: Path, names: Mapping[str, tuple[str, ...]], site: ast.expr
) -> None:
    """The variables of an object whose class was a function: its attributes hold them."""
    assert use.builder is not None
    plan = scope.plan.builders[use.builder.function]
    scope.plain.append(path)
    held = {value.site: (*path, *below) for each, attribute in plan.state.items()
            for value, below in _within(plan.program.definitions[each].value, (attribute,))}  # fmt: skip
    for node in use.builder.body.nodes:
        for layer in node.layers:
            own = (*path, plan.layers[layer.call].removeprefix("self."))
            if layer.reuses is None and layer.builder is not None:
                _enter_builder(scope, layer, own, names, site)
            elif layer.reuses is None and layer.name in names:
                _enter_layer(scope, layer, own, names[layer.name], site)
        for creation in node.creations:
            given = names.get(creation.name or "Variable")
            if creation.reuses is None and given is not None:
                fixed = any(each.arg == "trainable" and is_false(each.value) for each in creation.call.keywords)
                scope.found.append(KnownVariable(given[0], held.get(creation.call, ()), not fixed, site=site))


def _optimizers(scope: _Scope) -> Iterator[KnownOptimizer]:
    program = scope.program
    for node in program.nodes:
        for training in scope.plan.trainings.get(node.id, ()):
            planned = scope.plan.optimizers[training.minimize.optimizer]
            row = table.optimizer(planned.use.api)
            label = _label(planned.use)
            if row is None or label is None:
                continue
            given = {name: known_number(program, each) for name, each in planned.use.arguments.items()}
            numbers = {name: number for name, number in given.items() if number is not None}
            if row.setup is None and set(given) - set(numbers) - {"use_locking", "name"}:
                numbers |= {name: float("nan") for name in set(given) - set(numbers)}
            keras = row.keras if planned.keras else None
            v1 = row.api.rsplit(".", 1)[-1]
            several = [one for group in scope.plan.trainings.values() for one in group
                       if one.minimize.optimizer is planned.use.call]  # fmt: skip
            trained = _trained(scope, training) if len(several) == 1 else None
            inside = in_scope(program, scope.names, training.minimize.call)
            yield KnownOptimizer((planned.name,), keras, v1, label, row.slots, numbers, trained, inside)


def _label(use: OptimizerUse) -> str | None:
    """How an optimizer names its slots: its own `name`, else that of its class."""
    given = use.arguments.get("name")
    if given is None:
        return use.api.rsplit(".", 1)[-1].removesuffix("Optimizer")
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def _trained(scope: _Scope, training: Training) -> tuple[str, ...] | None:
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


def _entry(scope: _Scope, text: str) -> list[KnownVariable]:
    """What an element of the list of trained variables stands for."""
    name = re.sub(r"\.(trainable_variables|values\(\))$", "", text.removeprefix("*"))
    held = [each for each in scope.found if each.path[:1] == (name,)]
    if not text.startswith("*"):
        return [each for each in held if each.path == (name,)]
    layer = name in scope.plan.layers.values() and (name,) not in scope.plain
    if scope.vague and not layer:
        return []
    return [each for each in held if each.trainable or not text.endswith("trainable_variables")]


def _listed(scope: _Scope, given: ast.expr) -> list[list[KnownVariable]]:
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


def _sites(scope: _Scope, training: Training) -> list[ast.expr | Value]:
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


def _made_by(scope: _Scope, made: ast.expr | Value) -> list[KnownVariable]:
    if isinstance(made, Value) and made.serial is not None:
        path = dict(_held(scope.program)).get(made.serial)
        return [each for each in scope.found if each.path == path]
    site = made.site if isinstance(made, Value) else made
    return list({each.name: each for each in scope.found if each.site is site and each.trainable}.values())
