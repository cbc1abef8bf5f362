"""What the program reads of variables themselves: `w.name` stays where TensorFlow 2 gives the variable the same name;
variables of Keras layers have a shape, but no `get_shape()`, and another kind of dtype."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from codemods.api import table
from codemods.graph import values
from codemods.graph.values import Kind, Value
from codemods.graph.variable_names import CELLS, VARIABLE, Made, is_numbered, variable_names
from codemods.source.tree import names_in, parents

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation

_WRITTEN = frozenset({VARIABLE, "tf.get_variable"})  # written with the whole name that they have in TensorFlow 1
_DETAIL = "the name of a variable or tensor is read"
_OF_LAYER = "variables of Keras layers do not have it, or say it otherwise"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def read_name_of(build: Evaluation, node: ast.Attribute, owner: Value) -> Value:
    """The name of a variable, which is plain Python; or the obstacle that it may be another one, or none at all."""
    single = owner.kind == Kind.VARIABLE and owner.items is None and owner.element is None and owner.state is None
    if node.attr == "name" and single and _is_kept(build, node, owner):
        return values.PYTHON
    return build.note("collection-query", node, ast.unparse(node), _DETAIL)


SHAPE = "get_shape"


def read_shape_of(build: Evaluation, node: ast.Call, owner: Value) -> Value:
    """The static shape of a variable by its method."""
    assert isinstance(node.func, ast.Attribute)
    if not _may_be_of_layer(build, node.func.value, owner):
        return values.PYTHON
    return build.note("collection-query", node, f"{ast.unparse(node.func.value)}.{SHAPE}", _OF_LAYER)


def read_dtype_of(build: Evaluation, node: ast.Attribute, owner: Value) -> Value:
    """The dtype of a variable."""
    if not _may_be_of_layer(build, node.value, owner):
        return values.PYTHON
    return build.note("collection-query", node, ast.unparse(node), _OF_LAYER)


def _may_be_of_layer(build: Evaluation, place: ast.expr, owner: Value) -> bool:
    layered = any(each.api == CELLS or table.layer(each.api) is not None for each in build.all_variables)
    return layered and not _is_made_as(build, place, owner.site)


def _is_kept(build: Evaluation, node: ast.Attribute, owner: Value) -> bool:
    """Whether each variable that may be meant is called the same in TensorFlow 2."""
    meant = owner.site if _is_made_as(build, node.value, owner.site) else None
    named = zip(build.all_variables, variable_names(build.all_variables, build.op_names), strict=True)
    asked = [(made, names) for made, names in named if meant is None or made.site is meant]
    return bool(asked) and all(names == (made.name,) and _is_written(build, node, made) for made, names in asked)


def _is_written(build: Evaluation, node: ast.expr, made: Made) -> bool:
    """Whether the variable is written with its name, by the scope itself."""
    around, holder = set(), _holder(build, node)
    while holder is not None:
        around.add(holder)
        holder = _holder(build, holder)
    home = _holder(build, made.site)
    api = build.names.api_of(made.site.func) if isinstance(made.site, ast.Call) else None
    own = api in _WRITTEN and (api != VARIABLE or _has_whole_name(build, made))
    return own and not is_numbered(made.name) and (home is None or home in around)


def _has_whole_name(build: Evaluation, made: Made) -> bool:
    """Whether the name of a `tf.Variable` is written with its scopes: below a variable scope, or where it has none."""
    given = next((each.value for each in getattr(made.site, "keywords", ()) if each.arg == "name"), None)
    if isinstance(given, ast.Constant) and given.value == made.name:
        return True
    above = parents(build.module).get(made.site)
    while above is not None and not isinstance(above, _FUNCTIONS):
        if isinstance(above, ast.With) and any(_is_named_scope(build, each) for each in above.items):
            return True
        above = parents(build.module).get(above)
    return False


def _is_named_scope(build: Evaluation, item: ast.withitem) -> bool:
    match item.context_expr:
        case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if name:
            return build.names.api_of(function) == "tf.variable_scope"
        case _:
            return False


def _holder(build: Evaluation, node: ast.AST) -> ast.AST | None:
    """The innermost function around a node."""
    above = parents(build.module).get(node)
    while above is not None and not isinstance(above, _FUNCTIONS):
        above = parents(build.module).get(above)
    return above


def _is_made_as(build: Evaluation, place: ast.expr, site: ast.expr | None) -> bool:
    """Whether the name that stands there is bound once, to the variable that this call makes."""
    match parents(build.module).get(site) if site is not None and isinstance(place, ast.Name) else None:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is site and name == place.id:  # type: ignore[attr-defined]
            stored = [each for each in names_in(build.module) if each.id == name and not isinstance(each.ctx, ast.Load)]
            return len(stored) == 1
        case _:
            return False
