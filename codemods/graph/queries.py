"""Questions to the graph about its variables, answered from what has been created so far."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.api import table
from codemods.graph.creations import is_none, text_of
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.name_filters import asked_for, whole
from codemods.graph.program import RunSite
from codemods.graph.runs import run_site
from codemods.graph.tensor_collections import call_collection
from codemods.graph.values import Kind, Value, container, lateness
from codemods.graph.variable_names import Made, possible_names, scope_of

_TRAINABLE = frozenset({"tf.GraphKeys.TRAINABLE_VARIABLES"})
STEP_READ = "tf.train.global_step"
_ALL = frozenset({"tf.GraphKeys.GLOBAL_VARIABLES", "tf.GraphKeys.VARIABLES"})


def query(build: Evaluation, node: ast.Call, api: str) -> Value:
    """The list of variables that the call returns, each with the call that made it as its site."""
    if api == STEP_READ:
        return _step_read(build, node)
    collected = call_collection(build, node, api)
    if collected is not None:
        return collected
    trainable, scope = _meaning(build, node, api)
    slots = trainable is False and build.optimizers
    if trainable is None or build.functions or slots:
        return build.note("collection-query", node, api)
    prefix = text_of(scope) if scope is not None else ""
    if prefix is None or any(not each.name or "?" in each.name for each in build.all_variables):
        return build.note("collection-query", node, api)
    named = possible_names(build.all_variables, build.op_names)
    asked = [
        (each, names) for each, names in zip(build.all_variables, named, strict=True) if each.trainable >= trainable
    ]
    chosen = [_begins(each, names, prefix) for each, names in asked]
    found = [
        Value(Kind.VARIABLE, site=each.site, full_names=names, trainable=trainable or _is_trainable(each))
        for (each, names), wanted in zip(asked, chosen, strict=True)
        if wanted
    ]
    if not found or None in chosen or not all(character.isalnum() or character in "_/-" for character in prefix):
        return build.note("collection-query", node, api)
    if not whole(build, found):
        return build.note("collection-query", node, api, "these are some of the variables that one function makes")
    build.record.queries.append(asked_for(node, found))
    return container(found, "list")


def _step_read(build: Evaluation, node: ast.Call) -> Value:
    """`tf.train.global_step(sess, step)` runs the session and makes a plain number of what it gives."""
    bound = bind(node, ("sess", "global_step_tensor")) or {}
    session, step = bound.get("sess"), bound.get("global_step_tensor")
    if session is None or step is None or lateness(evaluate(build, session)) != Kind.SESSION:
        return build.note("collection-query", node, STEP_READ)
    value = evaluate(build, step)
    if value.kind != Kind.VARIABLE or value.items is not None or value.element is not None:
        build.record.runs.append(RunSite(node, -1, (), step, (), known=False))
        return build.note("collection-query", node, STEP_READ)
    return run_site(build, node, step, None)


def _is_trainable(made: Made) -> bool:
    """Whether all its variables are known to be trainable."""
    row = table.layer(made.api)
    return made.trainable and made.settled and not (row is not None and row.stateful)


def _begins(made: Made, names: tuple[str, ...], prefix: str) -> bool | None:
    """Whether all names of what was made begin so; None where that is not known, or only some do."""
    if not prefix:
        return True
    scope = scope_of(made)
    if not names and scope:
        return True if scope.startswith(prefix) else None if prefix.startswith(scope) else False
    found = {name.startswith(prefix) for name in names}
    return found.pop() if len(found) == 1 else None


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
