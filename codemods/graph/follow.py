"""Follow a call into a function of the program: what it returns for these arguments, and what it reads and makes."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.graph import values
from codemods.graph.aliases import note_alias
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.given_names import check_given
from codemods.graph.static_shapes import elementwise
from codemods.graph.targets import bind_target
from codemods.graph.values import Kind, Value, elements, join, lateness
from codemods.source.walk import walk as nodes

_DEPTH = 12


def follow(build: Evaluation, node: ast.Call, function: ast.FunctionDef | ast.Lambda) -> Value:
    """The value of calling a function of the program. Its local names are bound to the argument values."""
    frame = _bind(build, node, function)
    if frame is None:
        return _unbound(build, node)
    if function in build.functions or len(build.functions) >= _DEPTH:
        return build.note("foreign-builder", node, ast.unparse(node.func), "the function calls itself")
    environment = build.environment
    hidden = environment.frames
    environment.frames = [*hidden, frame] if isinstance(function, ast.Lambda) else [frame]
    build.functions.append(function)
    build.called.append(node)
    build.followed[function] += 1
    try:
        result = evaluate(build, function.body) if isinstance(function, ast.Lambda) else _body(build, function)
    finally:
        build.functions.pop()
        build.called.pop()
        environment.frames = hidden
    return check_given(build, node, result)


def _unbound(build: Evaluation, node: ast.Call) -> Value:
    given = [evaluate(build, each.value if isinstance(each, ast.Starred) else each) for each in node.args]
    given += [evaluate(build, keyword.value) for keyword in node.keywords]
    if all(lateness(value) <= Kind.FUNCTION for value in given):
        return values.PYTHON
    return build.note("foreign-builder", node, ast.unparse(node.func), "its arguments cannot be told apart")


def _bind(build: Evaluation, node: ast.Call, function: ast.FunctionDef | ast.Lambda) -> dict[str, Value] | None:
    spec = function.args
    names = [each.arg for each in (*spec.posonlyargs, *spec.args)]
    keyword_only = {each.arg for each in spec.kwonlyargs}
    if spec.vararg or spec.kwarg or len(node.args) > len(names):
        return None
    frame = dict.fromkeys((*names, *keyword_only), values.PYTHON)
    defaults = zip(reversed(names), reversed(spec.defaults), strict=False)
    frame |= {name: evaluate(build, default) for name, default in defaults}
    for name, argument in zip(names, node.args, strict=False):
        if isinstance(argument, ast.Starred):
            return None
        frame[name] = evaluate(build, argument)
    for keyword in node.keywords:
        if keyword.arg not in frame:
            return None
        frame[keyword.arg] = evaluate(build, keyword.value)
    return frame


def _body(build: Evaluation, function: ast.FunctionDef) -> Value:
    returned: list[Value] = []
    walk(build, function.body, returned)
    if not returned:
        return values.PYTHON
    result = returned[0]
    for value in returned[1:]:
        result = join(result, value)
    return result


def walk(build: Evaluation, statements: Sequence[ast.stmt], returned: list[Value]) -> None:
    """Go through the statements of a function body in order, both branches of every `if`, loops once."""
    for statement in statements:
        _statement(build, statement, returned)


def _statement(build: Evaluation, statement: ast.stmt, returned: list[Value]) -> None:
    match statement:
        case ast.Return(value=value):
            returned.append(evaluate(build, value) if value is not None else values.PYTHON)
        case ast.Assign(targets=targets, value=value):
            found = evaluate(build, value)
            if found.kind is Kind.API:
                note_alias(build, statement)
            for target in targets:
                _assign(build, target, found)
        case ast.AugAssign(target=target, value=value):
            left, right = evaluate(build, _loaded(target)), evaluate(build, value)
            _assign(build, target, elementwise(values.computed([left, right]), left, right))
        case ast.AnnAssign(target=target, value=value) if value is not None:
            _assign(build, target, evaluate(build, value))
        case ast.Expr(value=value):
            evaluate(build, value)
        case ast.FunctionDef(name=name):
            build.environment.bind_local(name, Value(Kind.FUNCTION, function=statement))
        case ast.Global() | ast.Nonlocal():
            build.record.effects = True
        case (
            ast.Pass()
            | ast.Assert()
            | ast.Raise()
            | ast.Delete()
            | ast.Import()
            | ast.ImportFrom()
            | ast.Break()
            | ast.Continue()
        ):
            pass
        case _:
            _compound(build, statement, returned)


def _compound(build: Evaluation, statement: ast.stmt, returned: list[Value]) -> None:
    match statement:
        case ast.If(test=test, body=body, orelse=orelse) | ast.While(test=test, body=body, orelse=orelse):
            evaluate(build, test)
            before = dict(build.environment.frames[-1])
            walk(build, body, returned)
            after_body = build.environment.frames[-1]
            build.environment.frames[-1] = dict(before)
            walk(build, orelse, returned)
            merge = build.environment.frames[-1]
            for name, value in after_body.items():
                merge[name] = join(merge[name], value) if name in merge else value
        case ast.For(target=target, iter=iterable, body=body, orelse=orelse):
            bind_target(build, target, elements(evaluate(build, iterable)))
            _forget(build, [*body, *orelse])
            walk(build, [*body, *body, *orelse], returned)
            _forget(build, [*body, *orelse])
        case ast.With(items=items, body=body):
            for item in items:
                bound = _entered(build, item)
                if item.optional_vars is not None:
                    bind_target(build, item.optional_vars, bound)
            walk(build, body, returned)
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=final):
            walk(build, body, returned)
            for handler in handlers:
                walk(build, handler.body, returned)
            walk(build, [*orelse, *final], returned)
        case _:
            build.note("unsupported-statement", statement, type(statement).__name__.lower())


def _forget(build: Evaluation, statements: Sequence[ast.stmt]) -> None:
    """What a loop binds is not a known plain value any more."""
    frame = build.environment.frames[-1]
    for statement in statements:
        for each in nodes(statement):
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.id in frame:
                frame[each.id] = values.unknown(frame[each.id])


def _entered(build: Evaluation, item: ast.withitem) -> Value:
    call = item.context_expr
    api = build.names.api_of(call.func) if isinstance(call, ast.Call) else None
    if api == "tf.name_scope" and isinstance(call, ast.Call) and call.args:
        build.op_names.take(ast.unparse(call.args[0]).strip("\"'"))
    if api in ("tf.name_scope", "tf.device"):
        return values.PYTHON
    if api == "tf.variable_scope":
        return build.note("foreign-builder", call, api, "a variable scope inside of a function")
    return evaluate(build, call)


def _assign(build: Evaluation, target: ast.expr, value: Value) -> None:
    if isinstance(target, ast.Subscript | ast.Attribute):
        evaluate(build, target.value)
        if isinstance(target.value, ast.Name) and not build.environment.is_local(target.value.id):
            build.record.effects = True
        elif isinstance(target.value, ast.Name):
            build.environment.bind_local(target.value.id, Value(Kind.PYTHON, element=value, sequence="list"))
        return
    bind_target(build, target, value)


def _loaded(target: ast.expr) -> ast.expr:
    if isinstance(target, ast.Name):
        return ast.copy_location(ast.Name(target.id, ast.Load()), target)
    return target
