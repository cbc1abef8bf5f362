"""The stage of a statement, from what evaluating it brought to light."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph import values
from codemods.graph.aliases import note_alias
from codemods.graph.dependencies import note_dependencies
from codemods.graph.evaluate import Evaluation
from codemods.graph.program import Node, Stage
from codemods.graph.record import Record
from codemods.graph.run_effects import is_certain
from codemods.graph.shape_statements import sets_shape
from codemods.graph.values import Kind, Value, lateness, parts


def stage_of(build: Evaluation, statement: ast.stmt, record: Record, value: Value) -> Stage:
    """When the statement has to happen, and after what. What cannot be split goes on record as an obstacle."""
    stage = _stage(build, statement, record, value)
    if build.dependencies:
        note_dependencies(build, statement, record, stage, value)
    return stage


def stages_of(nodes: Sequence[Node], block: Sequence[ast.stmt]) -> set[Stage]:
    """The stages of the statements of a block. Scopes, and requests for reuse, say nothing amid tensors of a loop."""
    found = {node.stage for node in nodes}
    if Stage.DRIVER not in found or not found & {Stage.TENSOR, Stage.UPDATE}:
        return found
    looped = any(isinstance(each, ast.For | ast.While) for each in block)
    others = {node.stage for node in nodes if not (node.going and node.stage == Stage.DRIVER)}
    return others if looped else found


def _stage(build: Evaluation, statement: ast.stmt, record: Record, value: Value) -> Stage:
    late = lateness(value)
    if record.happens and not is_certain(statement, record, value):
        detail = "it does something when it runs; give it a statement of its own"
        build.note("python-effect-in-graph-code", statement, _first_line(statement), detail)
    if record.runs:
        return _of_runs(build, statement, record, late)
    if record.fills:
        return _of_filling(build, statement, record)
    if record.inputs:
        return _of_inputs(build, statement, record)
    if record.effects and late == Kind.UPDATE:
        build.note("python-effect-in-graph-code", statement, ast.unparse(statement).splitlines()[0][:60])
    if record.minimizes or record.applies or record.assigns or late == Kind.UPDATE:
        return Stage.UPDATE
    if late in values.PER_RUN or late == Kind.UNKNOWN:
        return Stage.TENSOR if late == Kind.UNKNOWN else _of_tensor(build, statement, record)
    if record.creations or record.optimizers or record.state_in_function or record.cells:
        return Stage.STATE
    if record.queries:
        layered = {id(site) for query in record.queries for site in query.sites} & build.layer_sites()
        if layered:
            return Stage.PYTHON if late <= Kind.FUNCTION else Stage.TENSOR
        return Stage.STATE
    if {part.kind for part in parts(value)} & {Kind.SESSION, Kind.INIT} or _on_driver(build, statement):
        return Stage.DRIVER
    if value.kind is Kind.API:
        note_alias(build, statement)
    return Stage.PYTHON


def _of_runs(build: Evaluation, statement: ast.stmt, record: Record, late: Kind) -> Stage:
    if all(run.initializer for run in record.runs):
        alone = isinstance(statement, ast.Expr) and any(statement.value is run.call for run in record.runs)
        if not alone:
            build.note("dynamic-fetch", statement, ast.unparse(statement)[:60], "the result of an initializer is used")
        return Stage.DRIVER
    if late in values.PER_RUN or record.layers or record.creations or record.minimizes or record.collected:
        build.note(
            "tensor-escapes", statement, ast.unparse(statement)[:60], "a run and graph building in one statement"
        )
    return Stage.RUN


def _of_filling(build: Evaluation, statement: ast.stmt, record: Record) -> Stage:
    """Collections go: what is put into them is written where they are read."""
    made = record.layers or record.creations or record.runs or record.assigns or record.cells or record.cell_runs
    if not isinstance(statement, ast.Expr) or made or record.random or record.effects or record.state_in_function:
        build.note("collection-query", statement, _first_line(statement), "it does more than to fill the collection")
    return Stage.DRIVER


def _of_inputs(build: Evaluation, statement: ast.stmt, record: Record) -> Stage:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Call() as call) if call is record.inputs[0].call:
            return Stage.INPUT
        case ast.Assign(targets=[ast.Tuple(elts=elts)], value=call) if call is record.inputs[0].call and all(
            isinstance(each, ast.Name) for each in elts
        ):
            return Stage.INPUT
        case _:
            build.note("unsupported-statement", statement, "tf.placeholder", "a placeholder without a name of its own")
            return Stage.INPUT


def note_computation(build: Evaluation, statement: ast.stmt, record: Record) -> None:
    """What keeps a statement that computes tensors from moving into a function."""
    if record.effects:
        detail = "it prints what a tensor is: leave it out, or print what a run returns" if _prints(statement) else ""
        build.note("python-effect-in-graph-code", statement, _first_line(statement), detail)
    if record.state_in_function or record.creations or record.optimizers:
        detail = "it makes a variable amid a computation"
        build.note("unsupported-statement", statement, _first_line(statement), detail)


def _prints(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case _:
            return False


def _first_line(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0][:60]


def _of_tensor(build: Evaluation, statement: ast.stmt, record: Record) -> Stage:
    note_computation(build, statement, record)
    summary = any(each.call is getattr(statement, "value", None) for each in record.around)
    printed = bool(record.effects) and _prints(statement)
    understood = summary or printed or bool(record.filled) or sets_shape(statement)
    if isinstance(statement, ast.Expr | ast.Return | ast.Assert | ast.Delete) and not understood:
        build.note("tensor-escapes", statement, _first_line(statement))
    return Stage.TENSOR


def _on_driver(build: Evaluation, statement: ast.stmt) -> bool:
    """`config.gpu_options.allow_growth = True`, where `config` goes with the session."""
    match statement:
        case ast.Assign(targets=[ast.Attribute() as target]):
            root: ast.expr = target
            while isinstance(root, ast.Attribute):
                root = root.value
            found = build.environment.look_up(root.id)[0] if isinstance(root, ast.Name) else None
            return found is not None and found.kind == Kind.SESSION
        case _:
            return False
