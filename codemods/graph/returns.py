"""How a function that is lowered for one call ends: with a `return`, or with an `if` that chooses one by parameters."""

from __future__ import annotations

import ast

from codemods.graph.bodies import asks_for_parameters
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.literals import truth
from codemods.graph.program import GraphProgram, Node
from codemods.graph.values import PYTHON, TENSOR, Kind, Value, parts
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


def ends(function: ast.FunctionDef, statement: ast.stmt) -> bool:
    """Whether nothing comes after the statement, whichever way it goes, and it does nothing but return."""
    match statement:
        case ast.Return():
            return True
        case ast.If(test=test, body=[body], orelse=[orelse]) if asks_for_parameters(function, test):
            return ends(function, body) and ends(function, orelse)
        case _:
            return False


def returned(build: Evaluation, statement: ast.stmt) -> Value:
    """What the `return` that this call takes gives."""
    match statement:
        case ast.Return(value=value) if value is not None:
            return evaluate(build, value)
        case ast.If(test=test, body=[body], orelse=[orelse]):
            decided = truth(evaluate(build, test))
            if decided is not None:
                return returned(build, body if decided else orelse)
            return build.note("foreign-builder", test, ast.unparse(test)[:60], "what it returns depends on this")
        case _:
            return PYTHON


def result_of(body: GraphProgram) -> Node | None:
    """The statement that ends the body, if there is no other `return`."""
    last = body.nodes[-1]
    within = {id(each) for each in walk(last.statement)}
    others = [
        each
        for node in body.nodes
        for each in walk(node.statement)
        if isinstance(each, ast.Return) and not isinstance(node.statement, ast.With) and id(each) not in within
    ]
    assert isinstance(body.body, ast.FunctionDef)
    return last if ends(body.body, last.statement) and not others and not last.block else None


def variables_unread(build: Evaluation, call: ast.Call, value: Value) -> bool:
    """Whether the call unpacks the variables that it is given beside tensors to names that nothing reads."""
    match parents(build.module).get(call):
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=given) if given is call and value.keys is None:
            pairs = list(zip(targets, value.items or (), strict=False))
        case _:
            return False
    made = [target for target, item in pairs if any(part.kind == Kind.VARIABLE for part in parts(item))]
    read = {each.id for each in names_in(build.module) if not isinstance(each.ctx, ast.Store)}
    plain = all(isinstance(each, ast.Name) and each.id not in read for each in made)
    return plain and len(targets) == len(value.items or ())


def without_variables(value: Value) -> Value:
    """The value with tensors in place of variables that nothing reads."""
    if value.items is not None:
        items = tuple(without_variables(each) for each in value.items)
        return Value(value.kind, items=items, keys=value.keys, sequence=value.sequence)
    return TENSOR if value.kind == Kind.VARIABLE else value
