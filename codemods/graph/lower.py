"""One graph scope, statement by statement, in the order in which it builds the graph."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names
from codemods.api.table import is_graph_api
from codemods.graph import values
from codemods.graph.bindings import bindings, of_header
from codemods.graph.bodies import body_of, global_names, not_tensorflow
from codemods.graph.branch_choices import settle_choice
from codemods.graph.branches import alternatives, inner_blocks, names_not_taken, taken_bodies
from codemods.graph.builders import handed_on
from codemods.graph.calls import call
from codemods.graph.deferred import check_deferred, settled_deferred, unclear_deferred
from codemods.graph.dependencies import settled_dependencies
from codemods.graph.drivers import driver_functions, local_names
from codemods.graph.environment import Environment
from codemods.graph.evaluate import Evaluation
from codemods.graph.filled import filled_lists
from codemods.graph.hoists import hoist_obstacles
from codemods.graph.looped_layers import asked_for, layers_in_loop
from codemods.graph.loops import bound_anew, forget_made, last_ones_read, makes_only_variables, with_values_before
from codemods.graph.program import Definition, GraphProgram, Input, Node, RunSite, SizeRead, Stage, Use, Wrapper
from codemods.graph.record import Record, joined
from codemods.graph.returns import ends, returned
from codemods.graph.reuse import ask_after, asks_for_reuse
from codemods.graph.run_once import runs_once
from codemods.graph.savers import saves
from codemods.graph.scopes import VariableScopes
from codemods.graph.settled import moved_functions, settled_random
from codemods.graph.size_parameters import only_name, size_key, size_name
from codemods.graph.size_reads import reads_sizes, settle_sizes
from codemods.graph.stages import note_computation, stage_of, stages_of
from codemods.graph.summaries import note_summaries, summary_name
from codemods.graph.targets import unpack
from codemods.graph.tensor_collections import name_losses, settled_collections, unread
from codemods.graph.values import Kind, Value, lateness
from codemods.graph.wrappers import all_sessions, enter, is_scope, is_wrapper, leave
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk


@dataclass
class Lowering:
    """The program as far as it has been read."""

    build: Evaluation
    nodes: list[Node] = field(default_factory=list)
    runs: list[RunSite] = field(default_factory=list)
    wrappers: list[Wrapper] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    definitions: dict[int, Definition] = field(default_factory=dict)
    block: tuple[ast.stmt, ...] = ()
    decided: set[ast.stmt] = field(default_factory=set)  # branches of which one call takes a known part
    size_parameters: dict[object, Definition] = field(default_factory=dict)  # of a builder
    bound_anew: dict[int, Use] = field(default_factory=dict)  # by a loop, in every round -> as it was before
    last_made: set[int] = field(default_factory=set)  # definitions: the last of the variables that a loop makes
    alternatives: set[ast.stmt] = field(default_factory=set)  # `elif`s: what they are is said with the `if`


def lower(
    module: Module,
    body: ast.Module | ast.FunctionDef,
    outer: Mapping[str, Value],
    scope_functions: frozenset[ast.FunctionDef] = frozenset(),
    with_sessions: frozenset[ast.FunctionDef] = frozenset(),
) -> GraphProgram:
    """Lower a module or a function. `outer`: what the names around a function denote; `scope_functions`: functions
    that are graph scopes of their own; `with_sessions`: those that open a session for this one."""
    build = Evaluation(
        module, Names.of(module), Environment(outer=dict(outer)), VariableScopes(), call,
        scope_functions=scope_functions, lower=lower_body, sized=reads_sizes(module),
    )  # fmt: skip
    others = [each for each in driver_functions(body) if each not in scope_functions | with_sessions]
    drivers = [*others, *sorted(with_sessions, key=lambda each: each.lineno)]
    build.drivers = frozenset(drivers)
    state = Lowering(build)
    if isinstance(body, ast.FunctionDef):
        _parameters(state, body)
    _statements(state, body.body)
    for function in drivers:
        _driver_function(state, function)
    state.obstacles += [*hoist_obstacles(build, body, state.nodes), *handed_on(module), *unread(build)]
    once = not scope_functions and runs_once(module, build.names, body)
    state.obstacles += unclear_deferred(build, once)
    state.obstacles += asked_for(module, state.nodes)
    moved = moved_functions(_settled(state), build.captured)
    nodes = settled_deferred(settled_collections(settled_dependencies(moved, state.definitions)))
    return GraphProgram(
        body, tuple(nodes), tuple(each for each in state.runs if each.known), tuple(state.wrappers),
        tuple(state.obstacles), state.definitions, build.sessions,
        tuple(each for each in build.in_functions.values() if each.api == "tf.get_variable"),
        tuple(build.all_variables), build.op_names, tuple(state.runs), build.choices,
        tuple(build.collections.deferred.values()), tuple(build.collections.gone),
    )  # fmt: skip


def lower_body(build: Evaluation, function: ast.FunctionDef, bound: Mapping[str, Value]) -> GraphProgram:
    """Lower the body of a function for one call: `bound` is what its parameters denote there."""
    state = Lowering(build)
    header = ast.copy_location(ast.Pass(), function)
    header.end_lineno = header.lineno
    _add(state, header, Record(), list(bound.items()), Stage.PYTHON)
    _statements(state, body_of(function))
    nodes = tuple(_settled(state))
    return GraphProgram(
        function, nodes, tuple(state.runs), tuple(state.wrappers), tuple(state.obstacles), state.definitions
    )


def _settled(state: Lowering) -> list[Node]:
    nodes = [settled_random(state.nodes, state.runs, node) for node in state.nodes]
    nodes = with_values_before(nodes, state.runs, state.bound_anew)
    nodes, unclear = filled_lists(state.build.module, nodes, state.definitions, state.runs)
    unclear += last_ones_read(state.build.module, nodes, state.runs, state.last_made)
    state.obstacles += unclear
    return nodes


def _statements(state: Lowering, statements: Sequence[ast.stmt]) -> None:
    for statement in statements:
        match statement:
            case ast.With() if is_wrapper(state.build, statement):
                _wrapper(state, statement)
            case ast.Expr() | ast.If() if asks_for_reuse(state.build, statement):
                _add(state, statement, Record(going=[statement]), [], Stage.DRIVER)
            case ast.Return() | ast.If() if state.build.builders and ends(state.build.builders[-1], statement):
                state.build.record = record = Record()
                value = returned(state.build, statement)
                note_computation(state.build, statement, record)
                _add(state, statement, record, [], Stage.TENSOR, value)
            case ast.If() | ast.For() | ast.While() | ast.Try() | ast.With():
                _compound(state, statement)
            case ast.FunctionDef(name=name):
                _add(state, statement, Record(), [(name, Value(Kind.FUNCTION, function=statement))], Stage.PYTHON)
            case ast.Delete(targets=targets) if all_sessions(state.build, targets):
                _add(state, statement, Record(), [], Stage.DRIVER)
            case ast.Global() | ast.Nonlocal() | ast.Pass():
                _add(state, statement, Record(), [], Stage.PYTHON)
            case ast.ClassDef(name=name):
                _class(state, statement, name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                bound = [((alias.asname or alias.name).split(".")[0], values.PYTHON) for alias in names]
                _add(state, statement, Record(), not_tensorflow(statement, bound), Stage.PYTHON)
            case _:
                _leaf(state, statement)


def _class(state: Lowering, statement: ast.ClassDef, name: str) -> None:
    """A class of plain Python stays; one that builds or runs graph is not understood yet."""
    _add(state, statement, Record(), [(name, values.PYTHON)], Stage.PYTHON)
    for node in walk(statement):
        if isinstance(node, ast.Call) and is_graph_api(state.build.names.api_of(node.func)):
            state.build.record = Record()
            state.build.note("class-scope", statement, name)
            state.obstacles += state.build.record.obstacles
            return


def _parameters(state: Lowering, function: ast.FunctionDef) -> None:
    """The parameters of a scope are names of it like any other: they may be bound again."""
    spec = function.args
    named = (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *(each for each in (spec.vararg, spec.kwarg) if each))
    header = ast.copy_location(ast.Pass(), function)
    header.end_lineno = header.lineno
    if named:
        _add(state, header, Record(), [(each.arg, values.PYTHON) for each in named], Stage.PYTHON)


def _driver_function(state: Lowering, function: ast.FunctionDef) -> None:
    """The body of a function that runs the graph: it is called when the graph is complete, and stays where it is."""
    environment = state.build.environment
    outside = dict(environment.definitions)
    state.block = (function,)
    spec = function.args
    named = (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *(each for each in (spec.vararg, spec.kwarg) if each))
    _add(state, function, Record(), [(each.arg, values.PYTHON) for each in named], Stage.PYTHON)
    for name in local_names(function) - {each.arg for each in named}:
        environment.definitions.pop(name, None)
    _statements(state, function.body)
    state.block = ()
    environment.definitions = outside


def _leaf(state: Lowering, statement: ast.stmt) -> None:
    state.build.record = record = Record()
    state.build.looped = any(
        isinstance(each, ast.For | ast.While | ast.If | ast.Try) for each in inner_blocks(state.block)
    )
    bound, value = bindings(state.build, state.definitions, statement)
    name = summary_name(state.build, statement, record)
    if name is not None:
        bound = [(name, value)]
    if _becomes_parameter(state, statement, record, value):
        return
    stage = stage_of(state.build, statement, record, value)
    check_deferred(state.build, statement, record, bool(bound))
    node = _add(state, statement, record, bound, stage, value)
    note_summaries(state.build, record, {each.name: each.id for each in node.defines})
    name_losses(state.build, statement, node.defines)


def _add(
    state: Lowering,
    statement: ast.stmt,
    record: Record,
    bound: list[tuple[str, Value]],
    stage: Stage,
    value: Value = values.PYTHON,
) -> Node:
    settle_sizes(record, stage)
    if state.build.builders and record.sizes:
        _name_sizes(state, record)
    number = len(state.nodes)
    defines = tuple(_define(state, name, number, part) for name, part in bound)
    node = Node(
        number, statement, stage, defines, tuple(record.uses), value, state.block,
        tuple(replace(each, definition=made.id) for each in record.inputs for made in _parts(each, defines)),
        tuple(record.creations), tuple(record.layers), tuple(record.optimizers), tuple(record.minimizes),
        tuple(record.gradients), tuple(record.applies), tuple(record.assigns), tuple(record.queries),
        tuple(record.cells), tuple(record.cell_feeds), tuple(record.cell_runs), tuple(record.hoists),
        record.random, record.effects, record.sparse, tuple(record.around), tuple(record.sizes),
        tuple(record.after), tuple(record.collected), tuple(record.scope_names), tuple(record.defers),
        tuple(record.averages), tuple(record.filled), tuple(record.happens), tuple(record.going),
    )  # fmt: skip
    state.nodes.append(node)
    state.runs += [replace(run, node=number) for run in record.runs]
    state.obstacles += record.obstacles
    return node


def _name_sizes(state: Lowering, record: Record) -> None:
    """Sizes that belong to the caller of a builder are parameters, which its header defines."""
    for position, read in enumerate(record.sizes):
        if read.foreign:
            key = size_key(read)
            if key not in state.size_parameters:
                _add_parameter(state, read, size_name(state.build.builders[-1], read, state.nodes[0].defines))
            parameter = state.size_parameters[key]
            record.sizes[position] = replace(read, parameter=parameter)
            record.uses[Use(parameter.name, parameter.id)] = None


def _add_parameter(state: Lowering, read: SizeRead, name: str, value: Value = values.PYTHON) -> None:
    made = _define(state, name, 0, value)
    state.nodes[0] = replace(state.nodes[0], defines=(*state.nodes[0].defines, made))
    state.size_parameters[size_key(read)] = made


def _becomes_parameter(state: Lowering, statement: ast.stmt, record: Record, value: Value) -> bool:
    """`width = x.get_shape()[1]` in a builder: the class gets `width`."""
    if not state.build.builders or state.block or not record.sizes:
        return False
    read = record.sizes[0]
    name = only_name(state.build.builders[-1], statement, read, state.nodes[0].defines)
    if name is None or size_key(read) in state.size_parameters:
        return False
    _add_parameter(state, read, name, value)
    _add(state, statement, Record(sizes=[read]), [], Stage.DRIVER)
    return True


def _parts(given: Input, defines: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """The names of an input: one, or those that the element of an iterator is unpacked to."""
    return defines if given.iterator is not None else defines[:1]


def _define(state: Lowering, name: str, node: int, value: Value) -> Definition:
    state.build.defined += 1
    changing = bool(state.block) or name in global_names(state.build.module)
    known = values.unknown(value) if changing else value
    if changing and value.shape is not None and all(each in state.decided for each in state.block):
        known = replace(known, shape=value.shape)
    definition = Definition(state.build.defined, name, node, known)
    state.definitions[definition.id] = definition
    state.build.environment.definitions[name] = definition
    return definition


def _wrapper(state: Lowering, statement: ast.With) -> None:
    state.build.record = record = Record(going=[statement] if is_scope(state.build, statement) else [])
    bound = enter(state.build, statement)
    state.wrappers.append(Wrapper(statement))
    _add(state, statement, record, bound, Stage.DRIVER)
    _statements(state, statement.body)
    leave(state.build, statement)


def _compound(state: Lowering, statement: ast.stmt) -> None:
    """A loop, branch or block: its parts stay where they are if it runs something, else it is one statement."""
    first, made = len(state.nodes), len(state.build.all_variables)
    known = dict(state.build.environment.definitions)
    _header(state, statement)
    outer, state.block = state.block, (*state.block, statement)
    bodies = taken_bodies(state.build, statement)
    state.decided |= {statement} if isinstance(statement, ast.If) and len(bodies) == 1 else set()
    state.alternatives.update(alternatives(statement))
    for body in bodies:
        _statements(state, body)
    if state.build.scopes.later:
        ask_after(state.build, statement)
    state.block = outer
    inside = state.nodes[first:]
    if makes_only_variables(statement, inside):
        _collapse(state, statement, first, known)
        _keep_making(state, made)
        return
    stages = stages_of(inside, (*outer, statement))
    if stages & {Stage.RUN, Stage.DRIVER, Stage.INPUT, Stage.STATE} or any(
        node.minimizes or node.gradients or node.applies or saves(node) for node in inside
    ):
        if inside[0].stage == Stage.TENSOR:
            _note(state, "tensor-escapes", statement)
        if not is_main(statement) and statement not in state.alternatives:
            _forbid_building(state, statement, inside, known)
        return
    _collapse(state, statement, first, known)


def _header(state: Lowering, statement: ast.stmt) -> None:
    state.build.record = record = Record()
    bound, value = of_header(state.build, statement)
    stage = Stage.RUN if record.runs else Stage.TENSOR if lateness(value) in values.PER_RUN else Stage.PYTHON
    _add(state, statement, record, bound, stage, value)


def _forbid_building(
    state: Lowering, statement: ast.stmt, inside: Sequence[Node], known: Mapping[str, Definition]
) -> None:
    """What makes variables or placeholders in a loop or branch is not understood yet; tensors are the planner's."""
    once = not inner_blocks(state.block) and not state.build.builders
    if once and settle_choice(state.build.choices, statement, inside, known, state.build.names):
        return
    loop = isinstance(statement, ast.For | ast.While)
    for node in inside:
        if node.stage in (Stage.INPUT, Stage.STATE) or node.minimizes or node.gradients or node.applies or node.layers:
            kind = "state-in-dynamic-loop" if loop else "graph-under-if"
            state.build.record = Record()
            state.build.note(kind, node.statement, ast.unparse(node.statement)[:60])
            state.obstacles += state.build.record.obstacles
            return


def _collapse(state: Lowering, statement: ast.stmt, first: int, known: Mapping[str, Definition]) -> None:
    inside = state.nodes[first:]
    del state.nodes[first:]
    within = {id(each) for each in walk(statement)}
    state.wrappers = [each for each in state.wrappers if id(each.statement) not in within]
    own = {definition.id for node in inside for definition in node.defines}
    uses = {use: None for node in inside for use in node.uses if use.definition not in own}
    latest = {definition.name: definition for node in inside for definition in node.defines}
    open_names = names_not_taken(state.build, statement)
    latest |= {name: known[name] for name in known if name in open_names and name not in latest}
    rebound = {name for name, _ in unpack(statement.target, values.PYTHON)} if isinstance(statement, ast.For) else set()
    fresh = bound_anew(statement)
    before = {name: Use(name, known[name].id) for name in latest if name in known and name not in rebound}
    uses |= {use: None for name, use in before.items() if name not in fresh}
    for definition in own:
        state.definitions.pop(definition, None)
    late = max(lateness(each) for each in (*(it.value for it in inside), *(it.value for it in latest.values())))
    stage = Stage.TENSOR if late in values.PER_RUN else Stage.PYTHON
    record = joined(inside, uses)
    looped = layers_in_loop(state.build, statement, record.layers)
    record.layers = looped if looped is not None else record.layers
    if looped is None or (looped and inner_blocks(state.block)):
        _note(state, "graph-in-loop" if isinstance(statement, ast.For | ast.While) else "graph-under-if", statement)
    if stage == Stage.TENSOR and any(node.effects for node in inside):
        _note(state, "python-effect-in-graph-code", statement)
    if Kind.UPDATE in {lateness(node.value) for node in inside}:
        stage = Stage.UPDATE
    node = _add(state, statement, record, [(name, each.value) for name, each in latest.items()], stage, Value(late))
    state.bound_anew |= {each.id: before[each.name] for each in node.defines if each.name in fresh & set(before)}


def _keep_making(state: Lowering, made: int) -> None:
    """A loop that only makes variables stays."""
    node = state.nodes[-1]
    defines, last = forget_made(state.build, made, node)
    state.nodes[-1] = replace(node, stage=Stage.STATE, defines=defines)
    state.last_made |= last
    for each in defines:
        state.definitions[each.id] = state.build.environment.definitions[each.name] = each


def _note(state: Lowering, kind: str, statement: ast.stmt) -> None:
    state.build.record = Record()
    state.build.note(kind, statement, ast.unparse(statement).splitlines()[0][:60])
    state.obstacles += state.build.record.obstacles
