"""Each function that makes variables becomes a class: which arguments and statements go to which of its methods."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.api import table
from codemods.graph.creations import GET_VARIABLE_PARAMETERS
from codemods.graph.program import BuilderUse, GraphProgram, LayerUse, Node, Stage
from codemods.plan.builder_checks import misuses
from codemods.plan.builder_reads import Reader
from codemods.plan.names import fresh
from codemods.plan.plan import BuilderPlan
from codemods.plan.slices import may_have_effects
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk


@dataclass(frozen=True)
class Builders:
    """The planned classes, and what stands in their way."""

    plans: Mapping[ast.FunctionDef, BuilderPlan]
    obstacles: tuple[Obstacle, ...] = ()


def plan_builders(program: GraphProgram, module: Module, taken: set[str]) -> Builders:
    """Plan the classes of one scope, those that others use first."""
    plans: dict[ast.FunctionDef, BuilderPlan] = {}
    found: list[Obstacle] = []
    uses = list(builder_uses(program.nodes))
    for function in dict.fromkeys(_function(each) for each in uses):
        own = [each for each in uses if _function(each) is function]
        planned = _plan(own, plans, taken)
        plans[function] = planned
        found += misuses(module, planned, own, uses)
    return Builders(plans, tuple(found))


def builder_uses(nodes: Sequence[Node]) -> Iterator[LayerUse]:
    """Every call of a builder, calls inside of builders before the call of the builder around them."""
    for node in nodes:
        for layer in node.layers:
            if layer.builder is not None:
                yield from builder_uses(layer.builder.body.nodes)
                yield layer


def _function(layer: LayerUse) -> ast.FunctionDef:
    assert layer.builder is not None
    return layer.builder.function


def _plan(own: Sequence[LayerUse], plans: Mapping[ast.FunctionDef, BuilderPlan], taken: set[str]) -> BuilderPlan:
    uses = [each.builder for each in own if each.builder is not None]
    body = uses[0].body
    written = _written_names(uses)
    reader = Reader(body, plans, written)
    made = [node for node in body.nodes if node.stage == Stage.STATE]
    init_roots = {use for node in made for use in reader.statement(node)}
    init_roots |= {use for node in body.nodes for use in reader.constructions(node)}
    needed = reader.closure(init_roots)
    init = [node.id for node in body.nodes if node in made or node.id in needed]
    computed = [node for node in body.nodes if node.stage == Stage.TENSOR]
    call_roots = {use for node in computed for use in reader.calls(node)}
    rest = [n for n in body.nodes if n.stage == Stage.PYTHON and n.id not in needed and not reader.is_header(n)]
    call_roots |= {use for node in rest for use in reader.statement(node)}
    called = reader.closure(call_roots) | {node.id for node in (*computed, *rest)}
    sizes = uses[0].sizes
    read = reader.parameters(init_roots | reader.reads(init))
    call = reader.parameters(call_roots | reader.reads(sorted(called)))
    constructor = read | {each for each in sizes if each in call}
    names = list(uses[0].arguments)
    unread = [name for name in names if name not in constructor | call]
    dropped = {name for name in unread if _is_droppable(name, uses)}
    function = uses[0].function
    kept = [name for name in names if name in constructor and name in call]
    attributes = _attributes(body, kept)
    return BuilderPlan(
        function=function,
        class_name=function.name if is_class_name(function.name) else fresh(_camel(function.name), taken),
        program=body,
        constructor=tuple(name for name in names if name in constructor),
        called=tuple(name for name in names if name not in {*constructor, *dropped, *sizes}),
        kept=tuple(kept),
        init=tuple(init),
        call=tuple(sorted(each for each in called if body.nodes[each].stage != Stage.STATE)),
        state=attributes.state,
        layers=attributes.layers,
        named=_same_names(uses),
        written=written,
    )


def _is_droppable(name: str, uses: Sequence[BuilderUse]) -> bool:
    """Whether a parameter that nothing reads any more was read before, and its arguments do nothing."""
    read = any(isinstance(each, ast.Name) and each.id == name for each in walk(uses[0].function))
    given = [each.arguments[name].expression for each in uses]
    return read and not any(each is not None and may_have_effects(each) for each in given)


def is_class_name(name: str) -> bool:
    """Whether a function is called like a class: then the class has its name."""
    return _camel(name) == name


def _camel(name: str) -> str:
    words = [word for word in name.split("_") if word]
    return "".join(word[:1].upper() + word[1:] for word in words) or "Builder"


@dataclass(frozen=True)
class _Attributes:
    state: Mapping[int, str]
    layers: Mapping[ast.Call, str]


def _attributes(body: GraphProgram, kept: Sequence[str]) -> _Attributes:
    """The attributes that hold what was a local name of the function, and the layers that had no name."""
    taken = {"trainable_variables", "__init__", "__call__", *kept}
    parameters = {each.name for each in body.nodes[0].defines}
    state = {
        each.id: fresh(each.name, taken) for node in body.nodes if node.stage == Stage.STATE for each in node.defines
    }
    layers: dict[ast.Call, str] = {}
    for node in body.nodes:
        for layer in node.layers:
            if layer.reuses is not None:
                layers[layer.call] = layers[layer.reuses]
                continue
            target = node.defines[0].name if node.defines else ""
            if any(use.name == target for use in node.uses):
                target = _own_name(layer)
            wanted = target if target and target not in taken | parameters else _kind(layer)
            layers[layer.call] = f"self.{fresh(wanted, taken)}"
    return _Attributes(state, layers)


def _own_name(layer: LayerUse) -> str:
    """The name that the program gave the layer, where Python can have it."""
    name = layer.name.rpartition("/")[2]
    return name if layer.named and layer.builder is None and name.isidentifier() else ""


def _kind(layer: LayerUse) -> str:
    row = table.layer(layer.api)
    return row.kind if row is not None else layer.api.rsplit(".", 1)[-1].lower()


def _same_names(uses: Sequence[BuilderUse]) -> bool:
    """Whether every object of the class has variables of the same names."""
    return len({frozenset(each.made | each.reused) for each in uses}) == 1


def _written_names(uses: Sequence[BuilderUse]) -> Mapping[ast.Call, tuple[ast.expr, ...]]:
    """Variable -> the scopes of the function around it and its own name, where names differ from object to object."""
    if _same_names(uses):
        return {}
    body = uses[0].body
    found = {}
    for node in body.nodes:
        for creation in node.creations:
            own = creation.given
            if creation.api == "tf.get_variable":
                own = (bind(creation.call, GET_VARIABLE_PARAMETERS) or {})["name"]
            if own is not None:
                around = [each for each in body.wrappers if creation.call in walk(each.statement)]
                scopes = [part for each in around for item in each.statement.items for part in _scope_name(item)]
                found[creation.call] = (*scopes, own)
    return found


def _scope_name(item: ast.withitem) -> list[ast.expr]:
    match item.context_expr:
        case ast.Call(func=ast.Attribute(attr="variable_scope"), args=[first, *_]):
            return [first]
        case ast.Call(func=ast.Attribute(attr="variable_scope"), keywords=keywords):
            return [each.value for each in keywords if each.arg == "name_or_scope"]
        case _:
            return []


def suffix(function: ast.FunctionDef) -> str:
    """What an object of the class is called beside the name of its result."""
    words = [word for word in re.split(r"_+", function.name.lower()) if word]
    return words[-1] if words else "layer"
