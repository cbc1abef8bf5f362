"""Variables that functions make under the scopes of their callers: the caller gives such a function the whole name."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from codemods.graph.evaluate import Evaluation
from codemods.graph.passed import Passed, default_of_parameter, passed
from codemods.graph.program import Creation
from codemods.graph.values import Kind, Value
from codemods.graph.variable_names import Made
from codemods.source.tree import parents
from codemods.source.walk import walk

GIVEN = "a function of the program"  # the API of such a variable: its call is that of the function
_KIND = "foreign-builder"
_DEPENDS = "the name of the variable depends on the caller"
_STRAIGHT = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return, ast.With, ast.withitem, ast.keyword)


def create_given(build: Evaluation, made: Creation, written: ast.expr | None) -> Value:
    """The variable of `tf.get_variable` in a followed function under a scope, or None if its name cannot be given."""
    call = build.called[0]
    found = passed(build, written) if written is not None else None
    known = made.name is not None and (made.initializer is not None or _is_there(build, made))
    if found is None or not known or not _is_given(build, found) or not _is_certain(build, made.call):
        return build.note(_KIND, made.call, made.api, _DEPENDS)
    if any(each.call is call for each in build.record.creations):
        return build.note(_KIND, made.call, made.api, "one call of a function makes several variables")
    if _may_differ(call, made) or not (_is_there(build, made) or _is_made_alike(build, made)):
        return build.note(_KIND, made.call, made.api, _DEPENDS)
    function, name = found.parameters[-1]
    given = found.expression or default_of_parameter(function, name)
    return _made(build, replace(made, given=given, parameter="" if found.expression is not None else name), call)


def _is_there(build: Evaluation, made: Creation) -> bool:
    """Whether the call only finds the variable, whatever it would begin with."""
    return build.scopes.reuse and build.scopes.full(made.name or "") in build.scopes.made


def _is_made_alike(build: Evaluation, made: Creation) -> bool:
    """Whether the function makes its variables in one way, so that it can be written."""
    before = build.in_functions.setdefault(made.call, made)
    return (before.initializer, before.shared) == (made.initializer, made.shared)


def _made(build: Evaluation, made: Creation, call: ast.Call) -> Value:
    full = build.scopes.full(made.name or "")
    reuses = build.scopes.claim(full, call, build.scopes.reuse)
    missing = build.scopes.reuse and reuses is None and not build.scopes.creates
    foreign = build.scopes.reuse and (full in build.owners or reuses in build.in_functions)
    if missing or foreign:
        return build.note("variable-reuse-dynamic", made.call, made.api)
    trainable = next((each.trainable for each in build.all_variables if each.site is reuses), made.trainable)
    build.record.state_in_function = True
    build.record.creations.append(
        replace(made, call=call, api=GIVEN, name=full, scoped=True, reuses=reuses, trainable=trainable)
    )
    serial = build.serials[reuses] if reuses is not None else build.serial
    build.serials[call] = serial
    if reuses is None:
        build.op_names.loose.add(full.lower()) if build.looped else build.op_names.take_variable(full)
        build.all_variables.append(Made(full, call, trainable, made.api, "" if build.looped else full, serial))
    return Value(Kind.VARIABLE, site=reuses or call, serial=serial, trainable=trainable)


def _may_differ(call: ast.Call, made: Creation) -> bool:
    """Whether the call says that the variable is not trained, and the function does not look at that."""
    return made.trainable and any(each.arg == "trainable" for each in call.keywords)


def _is_given(build: Evaluation, found: Passed) -> bool:
    """Whether the outermost call gives the name, and it is used for the name alone."""
    if found.depth or not found.parameters:
        return False
    function, name = found.parameters[-1]
    given = found.expression is not None or isinstance(default_of_parameter(function, name), ast.Constant)
    return given and all(_names_only(build, *each, build.called[1:]) for each in found.parameters)


def _names_only(build: Evaluation, function: ast.FunctionDef, name: str, inner: Sequence[ast.Call]) -> bool:
    read = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == name]
    return all(_is_name(build, each, inner) for each in read)


def _is_name(build: Evaluation, read: ast.Name, inner: Sequence[ast.Call]) -> bool:
    """Whether a name is read for what a variable or an operation is called, or is given on as it is."""
    above = parents(build.module)
    part: ast.AST = read
    while isinstance(part, ast.expr):
        around = above.get(part)
        if isinstance(around, ast.keyword):
            call = above.get(around)
            api = build.names.api_of(call.func) if isinstance(call, ast.Call) else None
            named = around.arg == "name" and api is not None and not api.startswith("tf.summary.")
            return named or (part is read and call in inner)
        if isinstance(around, ast.Call):
            names_it = build.names.api_of(around.func) in ("tf.get_variable", "tf.name_scope")
            first = bool(around.args) and around.args[0] is read
            return (names_it and first) or (around in inner and part is read)
        part = around if around is not None else ast.Pass()
    return False


def _is_certain(build: Evaluation, made: ast.Call) -> bool:
    """Whether each function makes the variable whenever it is called, once."""
    calls = [*build.called[1:], made]
    return all(
        isinstance(function, ast.FunctionDef) and _is_straight(build, function, call)
        for function, call in zip(build.functions, calls, strict=True)
    )


def _is_straight(build: Evaluation, function: ast.FunctionDef, call: ast.Call) -> bool:
    above = parents(build.module)
    part: ast.AST | None = above.get(call)
    while part is not function:
        if part is None or not isinstance(part, (*_STRAIGHT, ast.Call, ast.Tuple, ast.List)):
            return False
        part = above.get(part)
    returns = [each for each in walk(function) if isinstance(each, ast.Return)]
    return all(each.lineno >= call.lineno for each in returns) and not function.decorator_list


def check_given(build: Evaluation, node: ast.Call, result: Value) -> Value:
    """A call that only finds a variable is replaced by it: it must return that, and do nothing else."""
    if build.functions:
        return result
    for each in build.record.creations:
        if each.call is node and each.api == GIVEN and each.reuses is not None:
            plain = result.kind == Kind.VARIABLE and result.items is None and result.element is None
            if not plain or result.site is not each.reuses or build.record.effects:
                return build.note("variable-reuse-dynamic", node, each.name or "?", "the function does more")
    return result
