"""The global step that the graph keeps by its name: a variable of the program, which later questions for it denote.

`tf.train.get_or_create_global_step()` is `tf.Variable(0, trainable=False, name="global_step", dtype=tf.int64)` where
it is called first, and the name of that variable behind it.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.emit.writer import tensorflow_alias
from codemods.feed_uses import scope_around
from codemods.plan.names import bound_names, fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_NAME = "global_step"
_MAKES = frozenset({f"{home}.{name}" for home in ("tf.train", "tf.contrib.framework", "tf.contrib.slim")
                    for name in ("create_global_step", "get_or_create_global_step")})  # fmt: skip
_GETS = frozenset({"tf.train.get_global_step", "tf.contrib.framework.get_global_step",
                   "tf.contrib.slim.get_global_step"})  # fmt: skip
GLOBAL_STEPS = _MAKES | _GETS


def with_global_step_named(module: Module) -> Module:
    """The module with a variable for its global step, where all that asks for it is known to mean this one."""
    calls = _calls(module)
    if not calls or not _is_one(module, calls):
        return module
    edits = _named(module, [call for call, _ in calls])
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _calls(module: Module) -> list[tuple[ast.Call, str]] | None:
    """Every call that asks the graph for its global step, in reading order; None if something else does."""
    found: list[tuple[ast.Call, str]] = []
    for node, api in Names.of(module).apis():
        call = parents(module).get(node)
        if api == "tf.GraphKeys.GLOBAL_STEP":
            return None
        if api in GLOBAL_STEPS:
            if not isinstance(call, ast.Call) or call.func is not node or call.args or call.keywords:
                return None
            found.append((call, api))
    return sorted(found, key=lambda pair: (pair[0].lineno, pair[0].col_offset))


def _is_one(module: Module, asked: Sequence[tuple[ast.Call, str]]) -> bool:
    """Whether the first call makes the variable, once and under its plain name, and all others mean it."""
    first = asked[0][0]
    apis = [api for _, api in asked]
    scope = scope_around(module, first)
    same = all(scope_around(module, call) is scope for call, _ in asked)
    if apis[0] not in _MAKES or any(api.endswith(".create_global_step") for api in apis[1:]) or not same:
        return False
    named = (each for each in walk(module.tree) if isinstance(each, ast.Constant) and each.value == _NAME)
    if not isinstance(scope, ast.Module | ast.FunctionDef) or any(named):
        return False
    return _is_made_once(module, first, scope) and not _has_other_graphs(module, first)


def _is_made_once(module: Module, call: ast.Call, scope: ast.AST) -> bool:
    above = parents(module).get(_statement(module, call))
    while above is not scope:
        if not isinstance(above, ast.With) and not (isinstance(above, ast.If) and is_main(above)):
            return False
        if isinstance(above, ast.With) and any(_is_naming(module, item.context_expr) for item in above.items):
            return False
        above = parents(module).get(above)
    return True


def _is_naming(module: Module, expression: ast.expr) -> bool:
    function = expression.func if isinstance(expression, ast.Call) else expression
    api = Names.of(module).api_of(function)
    return has_trait("naming_scopes", api) or (isinstance(function, ast.Attribute) and function.attr == "name_scope")


def _has_other_graphs(module: Module, first: ast.Call) -> bool:
    """Whether there may be a graph that has no global step, or one of its own."""
    graphs = [api for _, api in Names.of(module).apis() if api == "tf.Graph"]
    resets = [node for node, api in Names.of(module).apis() if api == "tf.reset_default_graph"]
    return len(graphs) > 1 or any(each.lineno > first.lineno for each in resets)


def _statement(module: Module, node: ast.AST) -> ast.stmt:
    above: ast.AST = node
    while not isinstance(above, ast.stmt):
        above = parents(module)[above]
    return above


def _named(module: Module, calls: Sequence[ast.Call]) -> list[Edit]:
    """The variable where the first call stands, and its name in place of the others."""
    tf, quote = tensorflow_alias(Names.of(module)), "'" if module.text.count("'") > module.text.count('"') else '"'
    made = f"{tf}.Variable(0, trainable=False, name={quote}{_NAME}{quote}, dtype={tf}.int64)"
    statement = _statement(module, calls[0])
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is calls[0]:
            stored = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
            if len(calls) > 1 and len(stored) > 1:
                return []
            first = [Edit(*module.span(calls[0]), made)]
        case ast.Assign() | ast.Expr() if stands_alone(module, statement):
            name = fresh(_NAME, names_taken(module))
            first = [insert_before(module, statement, [f"{name} = {made}"]), Edit(*module.span(calls[0]), name)]
        case _:
            return []
    return [*first, *(Edit(*module.span(each), name) for each in calls[1:])]


def names_taken(module: Module) -> set[str]:
    """Every name that the module reads or binds."""
    return bound_names(walk(module.tree)) | {each.id for each in names_in(module)}
