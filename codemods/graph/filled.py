"""Lists that are filled element by element: `outputs = []`, then `outputs.append(output)` in a loop or several times.

Each `append` binds the name anew. Where it puts a tensor in, it moves into a function, and the empty list with it; so
does what a total or a state starts with.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from codemods.graph import values
from codemods.graph.branches import inner_blocks
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Definition, Node, RunSite, Stage
from codemods.graph.values import Kind, Value, elements, lateness
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_MOVED = (Stage.TENSOR, Stage.UPDATE)
_KINDS = values.PER_RUN - {Kind.UPDATE} | {Kind.CONSTANT, Kind.VARIABLE}
_DETAIL = "a list is filled step by step"


def appended(build: Evaluation, call: ast.Call) -> ast.Name | None:
    """The name of the list that this call appends to, where a statement of the scope is known to have made it."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name) as place, attr="append"), args=[given], keywords=[]):
            known = build.environment.definitions.get(name)
            made = known is not None and known.value.sequence == "list" and known.value.api is None
            return place if made and not build.functions and not isinstance(given, ast.Starred) else None
        case _:
            return None


def put_into(build: Evaluation, call: ast.Call, place: ast.Name) -> tuple[list[tuple[str, Value]], Value]:
    """The list with one element more: what its name denotes from now on."""
    before, given = evaluate(build, place), evaluate(build, call.args[0])
    late = lateness(given)
    if late <= Kind.FUNCTION:
        build.record.effects = True
        return [], values.PYTHON
    if late not in _KINDS or _mixes(build, call, before, given):
        return [], build.note("state-in-dynamic-loop", call, ast.unparse(call.func), _DETAIL)
    build.record.filled[place.id] = None
    if before.items is not None and not build.looped:
        after = values.container([*before.items, given], "list")
    else:
        joined = values.join(elements(before), given) if before.items or before.element is not None else given
        after = Value(Kind.PYTHON, element=values.repeated(joined) if build.looped else joined, sequence="list")
    return [(place.id, after)], after


def _mixes(build: Evaluation, call: ast.Call, before: Value, given: Value) -> bool:
    """Whether it would not be known any more which variables the list holds, or another container may hold them."""
    known = before.items is not None and not build.looped
    if known or Kind.VARIABLE not in {part.kind for each in (before, given) for part in values.parts(each)}:
        return False
    if any(part.kind == Kind.VARIABLE for part in values.parts(before)):
        return True
    names = {each.id for each in walk(call.args[0]) if isinstance(each, ast.Name) and _is_variable(build, each)}
    loop: ast.AST = call
    while not isinstance(loop, ast.For | ast.While | ast.Module | ast.FunctionDef):
        loop = parents(build.module)[loop]
    held = [each.id for each in walk(loop) if isinstance(each, ast.Name) and _is_held(build, each)]
    return any(held.count(name) > 1 for name in names)


def _is_variable(build: Evaluation, place: ast.Name) -> bool:
    found = build.environment.look_up(place.id)[0]
    return found is not None and any(part.kind == Kind.VARIABLE for part in values.parts(found))


def _is_held(build: Evaluation, place: ast.Name) -> bool:
    """Whether something may hold what the name denotes after this; to compute with it does not."""
    above = parents(build.module).get(place)
    computes = isinstance(above, ast.Call) and build.names.api_of(above.func) is not None
    return isinstance(place.ctx, ast.Load) and not computes and not isinstance(above, ast.BinOp | ast.Attribute)


def filled_lists(
    module: Module, nodes: list[Node], definitions: Mapping[int, Definition], runs: Sequence[RunSite]
) -> tuple[list[Node], list[Obstacle]]:
    """The statements, with the empty lists that move along; and why some of the lists cannot be followed."""
    nodes = _with_totals(nodes, definitions, runs)
    if not any(node.filled for node in nodes):
        return nodes, []
    found = [each for node in nodes if node.filled for each in _problems(module, nodes, definitions, runs, node)]
    todo = [node for node in nodes if node.filled and node.stage in _MOVED]
    moved = list(nodes)
    while todo:
        node = todo.pop()
        for origin in _origins(definitions, moved, node):
            if origin.stage in _MOVED:
                continue
            if origin.stage != Stage.PYTHON or origin.creations or not (origin.filled or _makes_lists(origin)):
                found.append(_obstacle(module, node))
                continue
            moved[origin.id] = replace(origin, stage=Stage.TENSOR)
            todo.append(origin)
    return moved, list(dict.fromkeys(found))


def _with_totals(nodes: list[Node], definitions: Mapping[int, Definition], runs: Sequence[RunSite]) -> list[Node]:
    """`total = 0.0` moves too where its only reader adds tensors to it; so does the first state of a loop."""
    again = {use.definition: node for node in nodes if node.stage in _MOVED for use in node.uses
             if any(each.name == use.name for each in node.defines)}  # fmt: skip
    first = {definitions[each].node for each in again if each is not None and each in definitions}
    fetched = {use.definition for run in runs for fetch in run.fetches for use in fetch.uses}
    moved = list(nodes)
    for number in sorted(first):
        node = nodes[number]
        own = {each.id for each in node.defines}
        if node.stage != Stage.PYTHON or inner_blocks(node.block) or not _starts(node) or own & fetched:
            continue
        readers = [other for other in nodes if any(use.definition in own for use in other.uses)]
        if all(again.get(each) in readers for each in own) and len(readers) == 1 and not inner_blocks(readers[0].block):
            moved[number] = replace(node, stage=Stage.TENSOR)
    return moved


def _starts(node: Node) -> bool:
    """Whether the statement binds names, to a number or to tensors that are always the same: a state of zeros."""
    match node.statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Constant(value=int() | float())):
            return True
        case ast.Assign(targets=[ast.Name()]) | ast.Assign(targets=[ast.Tuple()], value=ast.Tuple()):
            constant = all(lateness(each.value) == Kind.CONSTANT for each in node.defines)
            return bool(node.defines) and constant and not node.effects
        case _:
            return False


def _origins(definitions: Mapping[int, Definition], nodes: Sequence[Node], node: Node) -> Iterator[Node]:
    """The statements that bound the lists which this one fills."""
    for use in node.uses:
        if use.name in node.filled and use.definition is not None and use.definition in definitions:
            yield nodes[definitions[use.definition].node]


def _problems(
    module: Module,
    nodes: Sequence[Node],
    definitions: Mapping[int, Definition],
    runs: Sequence[RunSite],
    node: Node,
) -> Iterator[Obstacle]:
    """A list that is filled among runs, or that has another name or reader before it is complete."""
    if inner_blocks(node.block):
        yield _obstacle(module, node)
    before = {use.definition for use in node.uses if use.name in node.filled}
    if any(not (origin.filled or _makes_lists(origin)) for origin in _origins(definitions, nodes, node)):
        yield _obstacle(module, node)
    if any(use.definition in before for run in runs for fetch in run.fetches for use in fetch.uses):
        yield _obstacle(module, node)
    for other in nodes:
        names = {use.name for use in other.uses if use.definition in before}
        if names and not (names <= set(other.filled) and all(_is_only_read(module, other, each) for each in names)):
            yield _obstacle(module, other)


def _obstacle(module: Module, node: Node) -> Obstacle:
    symbol = ast.unparse(node.statement).splitlines()[0][:60]
    return obstacle("state-in-dynamic-loop", module.place(node.statement), symbol, _DETAIL)


def _makes_lists(node: Node) -> bool:
    """`outputs, losses = [], []`: lists that nothing else has a name for."""
    match node.statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            made = [value]
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=made)):
            if len(targets) != len(made) or not all(isinstance(each, ast.Name) for each in targets):
                return False
        case _:
            return False
    return all(_is_new(each) for each in made)


def _is_new(value: ast.expr) -> bool:
    match value:
        case ast.List() | ast.ListComp() | ast.Call(func=ast.Name(id="list"), args=[], keywords=[]):
            return True
        case _:
            return False


def _is_only_read(module: Module, node: Node, name: str) -> bool:
    """Whether a statement that fills the list keeps no hold of it: it appends, and reads elements or the length."""
    places = [each for each in walk(node.statement) if isinstance(each, ast.Name) and each.id == name]
    return bool(places) and all(_is_passing(module, each) for each in places)


def _is_passing(module: Module, place: ast.Name) -> bool:
    match parents(module).get(place):
        case ast.Attribute(attr="append"):
            return True
        case ast.Subscript(value=value, ctx=ast.Load()):
            return value is place
        case ast.Call(func=ast.Name(id="len")):
            return True
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_new(value)
        case _:
            return False
