"""One `minimize`: which statements its tape covers, and which variables it trains, as an expression."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph.deferred import deferred_keys
from codemods.graph.program import Definition, GraphProgram, LayerUse, Minimize, Node, Use
from codemods.graph.values import Kind, Value, cells_in, parts
from codemods.plan.plan import Training
from codemods.plan.slices import MOVED, backward
from codemods.source.walk import walk


def trainings_of(
    program: GraphProgram, names: Names, layers: Mapping[ast.Call, str], hoisted: Mapping[ast.expr, str]
) -> dict[int, tuple[Training, ...]]:
    """Node -> its trainings."""
    return {
        node.id: tuple(
            _training(program, names, layers, hoisted, node, each) for each in (*node.minimizes, *node.gradients)
        )
        for node in program.nodes
        if node.minimizes or node.gradients
    }


def _training(
    program: GraphProgram,
    names: Names,
    layers: Mapping[ast.Call, str],
    hoisted: Mapping[ast.expr, str],
    node: Node,
    minimize: Minimize,
) -> Training:
    read = _reads(node, minimize.loss)
    forward = frozenset(backward(program, read, frozenset()))
    if minimize.variables is not None:
        simple = isinstance(minimize.variables, ast.Name)
        layered = _is_layered(program, names, node, minimize.variables, layers)
        return Training(node.id, minimize, forward, "", simple, layered)
    own = [
        *_layers_within(node, minimize.loss),
        *_penalized(program, [*(program.nodes[each] for each in forward), node]),
    ]
    listed, layered = variable_list(program, layers, hoisted, forward, read, own)
    return Training(node.id, minimize, forward, listed, False, layered)


def _reads(node: Node, expression: ast.expr) -> list[Use]:
    inside = set(walk(expression))
    loaded = {each.id for each in inside if isinstance(each, ast.Name)}
    own = walk(node.statement) if node.collected else ()
    read = [each for each in node.collected if each.call in inside or each.call not in own]
    collected = [use for each in read for use in each.uses]
    return [*(use for use in node.uses if use.name in loaded), *collected]


def _layers_within(node: Node, expression: ast.expr) -> list[LayerUse]:
    inside = {id(each) for each in walk(expression)}
    return [each for each in node.layers if id(each.call) in inside]


def _penalized(program: GraphProgram, nodes: Iterable[Node]) -> list[LayerUse]:
    """The objects whose variables have penalties that these statements read."""
    keys = {key for node in nodes for key in deferred_keys(node)}
    return [layer for each in program.nodes if keys.intersection(each.defers) for layer in each.layers]


def _is_layered(
    program: GraphProgram, names: Names, node: Node, expression: ast.expr, layers: Mapping[ast.Call, str]
) -> bool:
    queried = [site for query in node.queries for site in query.sites]
    for use in _reads(node, expression):
        found = program.definitions.get(use.definition) if use.definition is not None else None
        if found is not None:
            queried += [part.site for part in parts(found.value) if part.site is not None]
    return any(site in layers for site in queried)


def variable_list(
    program: GraphProgram,
    layers: Mapping[ast.Call, str],
    hoisted: Mapping[ast.expr, str],
    forward: Iterable[int],
    read: Iterable[Use],
    own: Sequence[LayerUse] = (),
) -> tuple[str, bool]:
    """The trainable variables that these statements and uses reach, as list elements; empty if not nameable."""
    entries: dict[str, int] = {}
    taken: set[object] = set()
    layered = False
    sites = _queried(program, forward)
    asked = [each for node in program.nodes for each in node.layers if each.call in sites]
    for layer in (*(each for number in sorted(forward) for each in program.nodes[number].layers), *own, *asked):
        first = layer.reuses or layer.call
        if first in layers and first not in taken and has_weights(layer):
            taken.add(first)
            layered = layered or layer.builder is None
            entries[_variables_of(layer, layers[first])] = _made_by(program, first)
    for number in sorted(forward):
        for name in hoisted_cells(program.nodes[number], hoisted):
            entries[f"*{name}.trainable_variables"] = number
    uses = {use: None for number in sorted(forward) for use in program.nodes[number].uses} | dict.fromkeys(read)
    listed = {
        found.id for found in program.definitions.values() if any(part.site in sites for part in parts(found.value))
    }
    for definition in sorted({use.definition for use in uses if use.definition in program.definitions} | listed):
        if not _enter(program.definitions[definition], program, entries, taken):
            return "", layered
    return ", ".join(sorted(entries, key=lambda entry: entries[entry])), layered


def _variables_of(layer: LayerUse, name: str) -> str:
    """The variables of a layer, or of a list of layers, as elements of a list."""
    if layer.loop is None:
        return f"*{name}.trainable_variables"
    return f"*(each for layer in {name} for each in layer.trainable_variables)"


def _queried(program: GraphProgram, forward: Iterable[int]) -> set[ast.expr]:
    """What made the variables that these statements read through a list such as `tf.trainable_variables()`."""
    moved = [program.nodes[number] for number in forward if program.nodes[number].stage in MOVED]
    return {site for node in moved for query in node.queries for site in query.sites}


def hoisted_cells(node: Node, hoisted: Mapping[ast.expr, str]) -> Iterator[str]:
    """The names, outside, of the recurrent cells that a statement made amid its computation and runs."""
    for each in node.hoists:
        if each.expression is not None:
            yield hoisted[each.expression]
    for each in node.hoists:
        for statement in each.statements:
            target = statement.targets[0]
            if isinstance(target, ast.Name) and _is_run(node, target.id):
                yield target.id


def _is_run(node: Node, name: str) -> bool:
    """Whether a call that runs cells is given the name."""
    given = (each for run in node.cell_runs for each in (*run.call.args, *(key.value for key in run.call.keywords)))
    return any(isinstance(each, ast.Name) and each.id == name for each in given)


def _made_by(program: GraphProgram, layer: ast.Call) -> int:
    return next(node.id for node in program.nodes if any(each.call is layer for each in node.layers))


def has_weights(layer: LayerUse) -> bool:
    """Whether a layer function makes variables."""
    if layer.builder is not None:
        return bool(layer.builder.made | layer.builder.reused)
    row = table.layer(layer.api)
    return row is not None and bool(row.weights)


def _enter(found: Definition, program: GraphProgram, entries: dict[str, int], taken: set[object]) -> bool:
    """Add the variables that a name stands for. False if some of them are there already and others are not."""
    if program.nodes[found.node].stage in MOVED:
        return True
    leaves = parts(found.value)
    variables = [part for part in leaves if part.kind == Kind.VARIABLE]
    if any(each.state is not None for each in variables):
        return _enter_cell(found, entries, taken)
    sites = {_identity(program, found, each) for each in variables}
    trained = {_identity(program, found, each) for each in variables if each.site is not None and each.trainable}
    unclear = {("site", each.site) for each in variables if isinstance(_identity(program, found, each), tuple)}
    if any(("other", found.node, site) not in taken and site in taken for site in unclear):
        return False
    taken |= unclear | {("other", found.node, site) for site in unclear}
    if any(("chosen", each) in taken for each in trained):
        return False
    if not trained or trained <= taken:
        return True
    if trained & taken or trained != sites or len(variables) < len(leaves) or not _is_flat(found.value):
        return False
    taken |= trained | ({("chosen", each) for each in trained} if found.value.others else set())
    entries[spread(found.name, found.value)] = found.node
    return True


def _is_flat(value: Value) -> bool:
    """Whether it is a variable, or a container of nothing but variables."""
    inner = value.items if value.items is not None else (value.element,) if value.element is not None else ()
    return all(each.items is None and each.element is None for each in inner)


def _enter_cell(found: Definition, entries: dict[str, int], taken: set[object]) -> bool:
    """Add the variables of a recurrent cell; False for a list of cells, and where one inside of it is there already."""
    own = {("cell", each) for each in cells_in(found.value)}
    if found.value.state is None or (own & taken and not own <= taken):
        return False
    if not own <= taken:
        entries[f"*{found.name}.trainable_variables"] = found.node
    taken |= own
    return True


def _identity(program: GraphProgram, found: Definition, part: Value) -> object:
    """What tells one variable from another: its serial, or the name of one of several made by one expression. A list
    that the graph was asked for holds the variables of other names, and those of layers."""
    if part.serial is None and part.full_names and part.site is not None:
        return _made_once(program).get(part.site, ("name", found.id))
    return part.serial if part.serial is not None else ("name", found.id)


@lru_cache(maxsize=4)
def _made_once(program: GraphProgram) -> Mapping[ast.expr, object]:
    """What makes one variable, or the variables of one layer -> what tells these from others."""
    held = [part for found in program.definitions.values() for part in parts(found.value) if part.site is not None]
    serials: dict[ast.expr, set[int | None]] = {}
    for part in held:
        if part.kind == Kind.VARIABLE and part.site is not None and not part.full_names:
            serials.setdefault(part.site, set()).add(part.serial)
    found: dict[ast.expr, object] = {each.call: each.call for node in program.nodes for each in node.layers}
    return found | {site: next(iter(each)) for site, each in serials.items() if len(each) == 1 and None not in each}


def spread(name: str, value: Value) -> str:
    """A variable, or the variables of a container, as elements of a list."""
    if value.items is None and value.element is None:
        return name
    return f"*{name}.values()" if value.sequence == "dict" or value.keys is not None else f"*{name}"
