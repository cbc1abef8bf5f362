"""Recurrent cells, which are objects of the program that stay where they are made, and the calls that run them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from codemods.api.recurrent import STATE_TUPLE, RecurrentRow
from codemods.graph import values
from codemods.graph.creations import text_of
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.hoists import hoist
from codemods.graph.program import CellFeed, CellRun, Use
from codemods.graph.values import STRUCTURE, Kind, Value, container, lateness, parts
from codemods.graph.variable_names import CELLS, Made

ANY_STATE = Value(Kind.PYTHON, element=values.TENSOR, sequence="tuple", api=STRUCTURE)
_METHODS = frozenset({"zero_state"})


def call_recurrent(build: Evaluation, node: ast.Call, row: RecurrentRow) -> Value:
    """A cell, the state of one, or the outputs and states of cells that run."""
    bound = row.arguments(node)
    refused = row.refusal(node)
    if bound is None or refused is not None:
        return build.note("recurrent-cell", node, row.api, refused or "")
    if build.scopes.initializer is not None or build.scopes.regularizer is not None:
        build.note("variable-scope-dynamic", node, row.api, "the scope gives an initializer or a regularizer to cells")
    if row.api == STATE_TUPLE:
        items = [evaluate(build, each) for each in bound.values()]
        return replace(container(items, "tuple"), api=STRUCTURE)
    return _run(build, node, row, bound) if row.cells else _cell(build, node, row, bound)


def _cell(build: Evaluation, node: ast.Call, row: RecurrentRow, bound: Mapping[str, ast.expr]) -> Value:
    fed: list[int] = []
    inner: tuple[Value, ...] = ()
    counted = True
    for name, expression in bound.items():
        found = _fed(build, expression) if name in row.fed else None
        if found is not None:
            fed.append(found)
            continue
        value = evaluate(build, expression)
        if name in ("cell", "cells"):
            inner = parts(value)
            if any(each.kind == Kind.UNKNOWN for each in inner):
                return values.UNKNOWN
            if not inner or any(each.state is None for each in inner):
                return build.note("recurrent-cell", node, row.api, "the cells inside are not known")
            counted = row.state == "inner" or value.items is not None
            fed += [each for cell in parts(value) for each in cell.fed]
        elif lateness(value) in values.PER_RUN or lateness(value) in (Kind.VARIABLE, Kind.UNKNOWN):
            return build.note("recurrent-cell", node, row.api, f"`{name}` depends on a tensor")
        elif _other_form(name, expression, value):
            return build.note("recurrent-cell", node, row.api, f"`{name}` is given in another form")
    build.record.cells.append(node)
    build.serial += 1
    state = _state(row, inner) if counted else ANY_STATE
    return Value(
        Kind.VARIABLE, api=row.api, site=node, serial=build.serial, state=state, inner=inner, fed=tuple(fed)
    )  # fmt: skip


def _other_form(name: str, expression: ast.expr, value: Value) -> bool:
    """Whether an argument is something else than a TensorFlow function or a name for one as the activation, or than an
    initializer of TensorFlow: the definitions call the one and copy the other."""
    if isinstance(expression, ast.Constant) and expression.value is None:
        return False
    if name == "activation":
        return text_of(expression) is not None or value.kind == Kind.FUNCTION
    return name.endswith("initializer") and not (value.kind == Kind.PYTHON and value.api is not None)


def _fed(build: Evaluation, expression: ast.expr) -> int | None:
    """The placeholder that an argument names: it is not read there, but set before each run of the cell."""
    if not isinstance(expression, ast.Name):
        return None
    value, use = build.environment.look_up(expression.id)
    if value is None or value.kind != Kind.INPUT or use.definition is None:
        return None
    build.record.cell_feeds.append(CellFeed(expression, use.definition))
    return use.definition


def _state(row: RecurrentRow, inner: tuple[Value, ...]) -> Value:
    if row.state == "lstm":
        return replace(container([values.TENSOR] * 2, "tuple"), api=STRUCTURE)
    if row.state == "tensor":
        return values.TENSOR
    states = [each.state or ANY_STATE for each in inner]
    if row.state == "each":
        return replace(container(states, "tuple"), api=STRUCTURE)
    return states[0]


def _run(build: Evaluation, node: ast.Call, row: RecurrentRow, bound: Mapping[str, ast.expr]) -> Value:
    given = {name: evaluate(build, expression) for name, expression in bound.items() if name != "scope"}
    cells = [given[name] for name in row.cells if name in given]
    if any(each.kind == Kind.UNKNOWN for each in cells):
        return values.UNKNOWN
    if len(cells) < len(row.cells) or any(each.state is None for each in cells):
        return build.note("recurrent-cell", node, row.api, "the cell is not known")
    if "inputs" not in given or (row.definition.endswith("dynamic_rnn") and lateness_of_one(given["inputs"]) is None):
        return build.note("recurrent-cell", node, row.api, "the inputs are not one tensor")
    scope = _scope(build, node, row, bound.get("scope"))
    if scope is None:
        return values.UNKNOWN
    note_run(build, node, row.api, scope, {bound[name]: given[name] for name in row.cells})
    return _returned(row, [each.state for each in cells if each.state is not None])


def note_run(build: Evaluation, node: ast.Call, api: str, scope: str, given: Mapping[ast.expr, Value]) -> None:
    """Put on record that a call runs these cells: it makes their variables if it is the first one, and sets what
    feeds their dropout."""
    cells = tuple(given.values())
    for expression, cell in given.items():
        hoist(build, expression, cell)
        for definition in cell.fed:
            fed_name = next(key for key, each in build.environment.definitions.items() if each.id == definition)
            build.record.uses[Use(fed_name, definition)] = None
        if cell.site is not None and cell.site not in build.scopes.cells:
            build.scopes.cells[cell.site] = scope
            build.all_variables.append(Made(scope, cell.site, True, CELLS))
    if build.scopes.calls.setdefault(node, scope) != scope:
        build.note("recurrent-cell", node, ast.unparse(node.func), "it makes variables in several scopes")
    fed = tuple(dict.fromkeys(each for cell in cells for each in cell.fed))
    build.record.cell_runs.append(CellRun(node, api, scope, cells, fed, bool(build.functions)))


def lateness_of_one(value: Value) -> Kind | None:
    """The kind of a value that is no container; None for one."""
    return value.kind if value.items is None and value.element is None else None


def _scope(build: Evaluation, node: ast.Call, row: RecurrentRow, given: ast.expr | None) -> str | None:
    """The full name of the scope that holds the variables of the cells."""
    none = given is None or (isinstance(given, ast.Constant) and given.value is None)
    literal = row.name if none else text_of(given)
    if literal is None:
        build.note("variable-scope-dynamic", node, row.api)
        return None
    if build.scopes.reuse:
        build.note("variable-reuse-dynamic", node, row.api)
        return None
    return build.scopes.named(literal)


def _returned(row: RecurrentRow, states: list[Value]) -> Value:
    """The results as the row describes them."""
    known = dict(zip("sb" if len(states) == 1 else "fb", states, strict=False))

    def value_of(node: ast.expr) -> Value:
        match node:
            case ast.Tuple(elts=elts):
                return container([value_of(each) for each in elts], "tuple")
            case ast.List():
                return Value(Kind.PYTHON, element=values.TENSOR, sequence="list")
            case ast.Name(id=name):
                return known.get(name, values.TENSOR)
            case _:
                raise ValueError(row.returns)

    return value_of(ast.parse(row.returns, mode="eval").body)


def cell_method(build: Evaluation, node: ast.Call, owner: Value, method: str) -> Value:
    """A method of a cell: `zero_state` is a constant unless the batch size comes from a tensor."""
    given = [evaluate(build, each) for each in (*node.args, *(keyword.value for keyword in node.keywords))]
    if method not in _METHODS or owner.state is None:
        return build.note("recurrent-cell", node, ast.unparse(node.func)[:60])
    late = values.computed(given).kind in values.PER_RUN
    return owner.state if late else constant(owner.state)


def constant(state: Value) -> Value:
    """A state that is known before any run."""
    if state.items is not None:
        return replace(state, items=tuple(constant(each) for each in state.items))
    if state.element is not None:
        return replace(state, element=constant(state.element))
    return values.CONSTANT
