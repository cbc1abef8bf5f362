"""Where each variable of TensorFlow 1 is in the migrated program: under which names, attributes and keys."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from codemods.api import table
from codemods.graph.creations import is_false
from codemods.graph.program import GraphProgram, LayerUse, Node
from codemods.graph.values import Kind, Value
from codemods.graph.variable_names import Made, variable_names
from codemods.plan.known_shapes import Shape, layer_shapes, variable_shape
from codemods.plan.plan import BuilderPlan, ScopePlan
from codemods.plan.slices import MOVED

Path = tuple[str, ...]


@dataclass(frozen=True)
class KnownVariable:
    """`name`: in TensorFlow 1; `path`: as `tf.train.Checkpoint` finds it from the names of the program, empty where
    there is none; `text`: the expression for it. `optional`: whether there is one is not known. `shape`: what is known
    of it. `keras`: a Keras layer holds it. `site`, `serial`: what made it."""

    name: str
    path: Path
    trainable: bool = True
    optional: bool = False
    shape: Shape | None = None
    site: ast.expr | None = None
    serial: int | None = None
    text: str = ""
    keras: bool = False


@dataclass
class KnownScope:
    """The variables of a scope as far as they are known; `plain`: the paths of objects that are no trackable ones."""

    program: GraphProgram
    plan: ScopePlan
    found: list[KnownVariable] = field(default_factory=list)
    plain: list[Path] = field(default_factory=list)
    vague: bool = False  # not every variable is known


def known_scope(program: GraphProgram, plan: ScopePlan) -> KnownScope:
    """The variables of a scope in the order in which they are made."""
    scope = KnownScope(program, plan)
    held = held_paths(program)
    shapes = {each.call: variable_shape(program, each) for node in program.nodes for each in node.creations}
    uses = {each.call: each for node in program.nodes for each in node.layers if each.reuses is None}
    done: set[ast.expr] = set()
    named = variable_names(program.variables, program.op_names)
    scope.vague = None in named
    for made, names in zip(program.variables, named, strict=True):
        use = uses.get(made.site) if isinstance(made.site, ast.Call) else None
        if use is not None and use.builder is not None:
            if made.site not in done:
                group = [pair for pair in zip(program.variables, named, strict=True) if pair[0].site is made.site]
                made_in = _made_in(scope, group)
                _enter_builder(scope, use, (scope.plan.layers[use.call],), made_in, use.call)
                scope.vague = scope.vague or bool(made_in.serials)  # some are held by nothing that has a name
            done.add(made.site)
        elif use is not None and names is not None:
            _enter_layer(scope, use, (scope.plan.layers[use.call],), names, use.call)
        elif names is not None:
            path, text = held.get(made.serial, ((), "")) if made.serial is not None else ((), "")
            shape = shapes.get(made.site) if isinstance(made.site, ast.Call) else None
            known = KnownVariable(names[0], path, made.trainable, False, shape, made.site, made.serial, text)
            scope.found.append(known)
    return scope


def held_paths(program: GraphProgram) -> Mapping[int, tuple[Path, str]]:
    """Serial -> path and expression of each variable that has a name where the program ends; the shortest ones."""
    latest = {each.name: each for each in program.definitions.values()}
    staying = [each for each in latest.values() if program.nodes[each.node].stage not in MOVED]
    found = [each for one in staying for each in _within(one.value, (one.name,), one.name)]
    return {value.serial or 0: (path, text) for value, path, text in sorted(found, key=lambda each: -len(each[1]))}


def _within(value: Value, path: Path, text: str) -> Iterator[tuple[Value, Path, str]]:
    if value.items is not None:
        for number, item in enumerate(value.items):
            key = value.keys[number] if value.keys is not None else number
            yield from _within(item, (*path, str(key)), f"{text}[{key!r}]")
    elif value.kind == Kind.VARIABLE and value.serial is not None and value.state is None:
        yield value, path, text


def _enter_layer(scope: KnownScope, use: LayerUse, path: Path, names: Sequence[str], site: ast.expr) -> None:
    row = table.layer(use.api)
    assert row is not None
    bias = use.arguments.get("use_bias")
    if is_false(bias):
        names = names[:-1]
    shapes = layer_shapes(scope.program, use, row)
    for number, (name, tracked) in enumerate(zip(names, row.tracked, strict=False)):
        loose = bias is not None and not isinstance(bias, ast.Constant) and number == len(row.weights) - 1
        text = ".".join((*path, tracked.lstrip("_")))
        shape = shapes.get(number)
        own = (*path, tracked)
        scope.found.append(KnownVariable(name, own, use.trainable, loose, shape, site, text=text, keras=True))


@dataclass
class _MadeIn:
    """The names of the variables that a call of a builder made: by what it asked for, and, of those that functions
    made for it, by their serials."""

    asked: Mapping[str, tuple[str, ...]]
    serials: dict[int, tuple[Made, str]]


def _made_in(scope: KnownScope, group: Sequence[tuple[Made, tuple[str, ...] | None]]) -> _MadeIn:
    """Without what was made several times under one name."""
    functions = {made.serial: (made, names[0]) for made, names in group
                 if not made.name and made.serial is not None and names is not None}  # fmt: skip
    direct = [(made.name, names) for made, names in group if made.serial is None or made.serial not in functions]
    asked = [name for name, _ in direct]
    scope.vague = scope.vague or len(set(asked)) < len(asked)
    return _MadeIn({name: given for name, given in direct if given is not None and asked.count(name) == 1}, functions)


def _enter_builder(scope: KnownScope, use: LayerUse, path: Path, made: _MadeIn, site: ast.expr) -> None:
    """The variables of an object whose class was a function: its attributes hold them."""
    assert use.builder is not None
    plan = scope.plan.builders[use.builder.function]
    scope.plain.append(path)
    attributes = [(plan.program.definitions[each].value, (*path, name)) for each, name in plan.state.items()]
    inside = [found for value, own in attributes for found in _within(value, own, ".".join(own))]
    held = {value.site: (where, text) for value, where, text in inside}
    for node in use.builder.body.nodes:
        for layer in node.layers:
            own = (*path, plan.layers[layer.call].removeprefix("self."))
            if layer.reuses is None and layer.builder is not None:
                _enter_builder(scope, layer, own, made, site)
            elif layer.reuses is None and layer.name in made.asked:
                _enter_layer(scope, layer, own, made.asked[layer.name], site)
        for creation in node.creations:
            given = made.asked.get(creation.name or "Variable")
            if creation.reuses is None and given is not None:
                where, text = held.get(creation.call, ((), ""))
                scope.found.append(KnownVariable(given[0], where, creation.trainable, site=site, text=text))
        _enter_given(scope, plan, node, path, made, site)


def _enter_given(scope: KnownScope, plan: BuilderPlan, node: Node, path: Path, made: _MadeIn, site: ast.expr) -> None:
    """The variables that a statement of a builder gets from functions."""
    names = [each.name for each in node.defines]
    same = [each for each in plan.program.nodes
            if each.statement is node.statement and [one.name for one in each.defines] == names]  # fmt: skip
    if not made.serials or len(same) != 1:
        return
    for definition, first in zip(node.defines, same[0].defines, strict=True):
        if first.id not in plan.state:
            continue
        own = (*path, plan.state[first.id])
        for value, where, text in _within(definition.value, own, ".".join(own)):
            if value.serial in made.serials:
                one, name = made.serials.pop(value.serial)
                scope.found.append(KnownVariable(name, where, one.trainable, site=site, text=text))
