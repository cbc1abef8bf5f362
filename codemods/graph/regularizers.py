"""Regularizers of variables: what is known of them, and the penalties that they put into a collection of the graph.

`l2_regularizer(0.0)` makes no penalty where the Keras object makes one that is zero: their sums are the same.
"""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Entry, Term, Use
from codemods.graph.scopes import Default
from codemods.graph.values import Kind, Value, lateness
from codemods.source.tree import parents
from codemods.source.walk import walk

REGULARIZERS = frozenset({"tf.contrib.layers.l2_regularizer", "tf.contrib.layers.l1_regularizer"})
NONE = "tf.no_regularizer"
PENALTIES = "regularization_losses"
IN_OBJECT = "a function that makes layers fills it"
_WHOLE = (ast.Module, ast.FunctionDef, ast.With)


def make_regularizer(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """A regularizer with a plain number as its scale; None if the call makes something else."""
    if api not in REGULARIZERS:
        return None
    bound = bind(node, ("scale", "scope"))
    found = {name: evaluate(build, expression) for name, expression in (bound or {}).items()}
    if "scale" not in found or lateness(found["scale"]) > Kind.PYTHON:
        return build.note("no-native-equivalent", node, api, "its scale is not a plain number")
    return Value(Kind.PYTHON, api=api, site=node)


def call_regularizer(build: Evaluation, node: ast.Call, regularizer: Value) -> Value:
    """The penalty of one variable."""
    given = [evaluate(build, each) for each in node.args]
    if len(given) != 1 or node.keywords or not _is_fixed(build, node.func, regularizer):
        return build.note("collection-query", node, ast.unparse(node.func)[:60], "it may not make a penalty")
    return values.computed([values.TENSOR, *given])


def is_regularizer(value: Value) -> bool:
    """Whether the value is a regularizer that is understood, or says that there is none."""
    return (value.kind == Kind.PYTHON and value.api in REGULARIZERS) or is_none(value)


def is_none(value: Value) -> bool:
    """Whether there is no regularizer."""
    return value.literal == "None" or value.api == NONE


def default_of(build: Evaluation, expression: ast.expr, value: Value) -> Default:
    """A default that a scope gives, with the names that it reads."""
    return Default(expression, value, tuple(reads(build, expression)), len(build.builders))


def reads(build: Evaluation, expression: ast.expr) -> list[Use]:
    """The names that an expression reads, as they are bound now."""
    names = [each.id for each in walk(expression) if isinstance(each, ast.Name)]
    return [build.environment.look_up(name)[1] for name in dict.fromkeys(names)]


def is_still(build: Evaluation, default: Default) -> bool:
    """Whether the expression of a default means here what it meant where the scope was opened."""
    same = all(build.environment.look_up(use.name)[1] == use for use in default.uses)
    return same and default.depth == len(build.builders) and not build.functions


def add_penalty(build: Evaluation, variable: ast.Call, expression: ast.expr, value: Value) -> None:
    """A new variable with a regularizer has a penalty."""
    term = Term(regularizer=expression, variable=variable, uses=tuple(reads(build, expression)))
    _add(build, term, 1, "" if _is_fixed(build, expression, value) else "its regularizer may be another one, or none")


def add_layer_penalties(build: Evaluation, layer: ast.Call, given: dict[str, Value], problem: str) -> None:
    """A new layer has a penalty for each variable with a regularizer."""
    count = sum(not is_none(each) for each in given.values())
    if count or problem:
        _add(build, Term(layer=layer), count, problem)


def _add(build: Evaluation, term: Term, count: int, problem: str) -> None:
    if build.functions or build.looped or (build.builders and term.layer is None):
        problem = "it is filled in a function, a loop or a branch"
    elif build.builders and not problem:
        problem = IN_OBJECT
    build.collections.entries.setdefault(PENALTIES, []).append(Entry(term, (values.TENSOR,) * count, problem))


def penalties_so_far(build: Evaluation) -> int:
    """How many penalties the graph has collected."""
    return len(build.collections.entries.get(PENALTIES, ()))


def hand_on_penalties(build: Evaluation, node: ast.Call, known: int) -> None:
    """The penalties of the layers that a call of a function made are those of its object; `known`: those before."""
    entries = build.collections.entries.get(PENALTIES, [])
    new = entries[known:]
    if new and all(each.problem == IN_OBJECT for each in new):
        del entries[known:]
        _add(build, Term(layer=node), sum(len(each.values) for each in new), "")


def _is_fixed(build: Evaluation, expression: ast.expr, value: Value) -> bool:
    """Whether the expression is the one regularizer that it seems to be, whatever the program did before."""
    site = value.site
    if site is None or site is expression:
        return site is expression
    above = parents(build.module).get(site)
    if not isinstance(expression, ast.Name) or not isinstance(above, ast.Assign):
        return False
    match above.targets:
        case [ast.Name(id=name)] if name == expression.id:
            around = parents(build.module).get(above)
            while isinstance(around, ast.With):
                around = parents(build.module).get(around)
            return isinstance(around, _WHOLE)
        case _:
            return False
