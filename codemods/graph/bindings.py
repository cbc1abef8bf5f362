"""The names that a simple statement binds, each with its value: an assignment, or one more element of a list."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.filled import appended, put_into
from codemods.graph.program import Definition
from codemods.graph.shape_statements import settled_check, settled_shape
from codemods.graph.static_shapes import elementwise
from codemods.graph.stores import store
from codemods.graph.targets import unpack
from codemods.graph.values import Value, elements
from codemods.source.walk import walk

Bound = tuple[list[tuple[str, Value]], Value]


def bindings(build: Evaluation, definitions: dict[int, Definition], statement: ast.stmt) -> Bound:
    """The names that the statement binds, and the value that says how late it is."""
    match statement:
        case ast.Assign(targets=targets, value=expression):
            value = evaluate(build, expression)
            for target in targets:
                store(build, definitions, target, value)
            return [pair for target in targets for pair in unpack(target, value)], value
        case ast.AnnAssign(target=target, value=expression) if expression is not None:
            value = evaluate(build, expression)
            return unpack(target, value), value
        case ast.AugAssign(target=ast.Name(id=name) as target, value=expression):
            left = evaluate(build, ast.copy_location(ast.Name(name, ast.Load()), target))
            right = evaluate(build, expression)
            value = elementwise(values.computed([left, right]), left, right)
            return [(name, value)], value
        case ast.Expr(value=ast.Call() as call) if (place := appended(build, call)) is not None:
            return put_into(build, call, place)
        case ast.Expr(value=expression):
            return settled_shape(build, statement) or ([], evaluate(build, expression))
        case ast.Assert():
            return settled_check(build, statement) or ([], _whole(build, statement))
        case _:
            return [], _whole(build, statement)


def of_header(build: Evaluation, statement: ast.stmt) -> Bound:
    """The names that the header of a compound statement binds, and its value."""
    match statement:
        case ast.If(test=test) | ast.While(test=test):
            return [], evaluate(build, test)
        case ast.For(target=target, iter=iterable):
            value = evaluate(build, iterable)
            return unpack(target, elements(value)), value
        case ast.Try(handlers=handlers):
            return [(each.name, values.PYTHON) for each in handlers if each.name], values.PYTHON
        case ast.With(items=items):
            bound: list[tuple[str, Value]] = []
            value = values.PYTHON
            for item in items:
                value = evaluate(build, item.context_expr)
                bound += unpack(item.optional_vars, value) if item.optional_vars is not None else []
            return bound, value
        case _:
            return [], values.PYTHON


def _whole(build: Evaluation, statement: ast.stmt) -> Value:
    """The value of everything in a statement that binds nothing."""
    tops = [each for each in ast.iter_child_nodes(statement) if isinstance(each, ast.expr)]
    if isinstance(statement, ast.Raise | ast.Assert):
        build.record.effects = True
        build = replace(build, sized=False)  # to assert what the source says would say nothing
        return values.computed([evaluate(build, each) for each in tops])
    children = [each for each in walk(statement) if isinstance(each, ast.expr)]
    return values.computed([evaluate(build, each) for each in tops] if children else [])
