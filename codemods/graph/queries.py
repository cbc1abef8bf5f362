"""Questions to the graph about its variables, answered from what has been created so far."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph.creations import is_none, text_of
from codemods.graph.evaluate import Evaluation
from codemods.graph.name_filters import whole
from codemods.graph.program import Query
from codemods.graph.values import Kind, Value, container

_TRAINABLE = frozenset({"tf.GraphKeys.TRAINABLE_VARIABLES"})
_ALL = frozenset({"tf.GraphKeys.GLOBAL_VARIABLES", "tf.GraphKeys.VARIABLES"})


def query(build: Evaluation, node: ast.Call, api: str) -> Value:
    """The list of variables that the call returns, each with the call that made it as its site."""
    trainable, scope = _meaning(build, node, api)
    slots = trainable is False and build.optimizers
    if trainable is None or build.functions or slots:
        return build.note("collection-query", node, api)
    prefix = text_of(scope) if scope is not None else ""
    if prefix is None or any(not each.name or "?" in each.name for each in build.all_variables):
        return build.note("collection-query", node, api)
    found = [
        Value(Kind.VARIABLE, site=each.site, full_name=each.name)
        for each in build.all_variables
        if each.name.startswith(prefix) and (each.trainable or not trainable)
    ]
    if not found or not all(character.isalnum() or character in "_/-" for character in prefix):
        return build.note("collection-query", node, api)
    if not whole(build, [each.site for each in found]):
        return build.note("collection-query", node, api, "these are some of the variables that one function makes")
    build.record.queries.append(Query(node, tuple(each.site for each in found if each.site is not None)))
    return container(found, "list")


def _meaning(build: Evaluation, node: ast.Call, api: str) -> tuple[bool | None, ast.expr | None]:
    """Whether only trainable variables are meant (None: something else), and the scope."""
    if api in ("tf.trainable_variables", "tf.global_variables", "tf.all_variables"):
        bound = bind(node, ("scope",))
        scope = None if bound is None or is_none(bound.get("scope")) else bound["scope"]
        return (None if bound is None else api == "tf.trainable_variables"), scope
    bound = bind(node, ("key", "scope"))
    if api != "tf.get_collection" or bound is None or "key" not in bound:
        return None, None
    key = build.names.api_of(bound["key"]) or {"trainable_variables": "tf.GraphKeys.TRAINABLE_VARIABLES",
                                              "variables": "tf.GraphKeys.GLOBAL_VARIABLES"}.get(
        text_of(bound["key"]) or "", "")  # fmt: skip
    scope = None if is_none(bound.get("scope")) else bound["scope"]
    return (True if key in _TRAINABLE else False if key in _ALL else None), scope
