"""Savers of checkpoints: which variables they hold, under which names of TensorFlow 1."""

from __future__ import annotations

import ast

from codemods.analysis.arguments import bind
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.creations import is_false, is_none
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Node
from codemods.graph.values import PYTHON, Kind, Value, lateness
from codemods.graph.variable_names import variable_names

SAVER = "saver"  # marks a tf.train.Saver
_ALL = frozenset({"tf.global_variables", "tf.all_variables"})
_SAVER = ("var_list", "reshape", "sharded", "max_to_keep")
_SAVE = ("sess", "save_path", "global_step", "latest_filename", "meta_graph_suffix", "write_meta_graph")
_METHODS = {"save": _SAVE, "restore": ("sess", "save_path")}
_WRITTEN = frozenset({"sess", "save_path", "global_step", "write_meta_graph"})


def call_saver(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """The value of `tf.train.Saver(...)`; None for anything else."""
    if api != "tf.train.Saver":
        return None
    bound = bind(node, _SAVER)
    if bound is None or set(bound) - {"var_list", "max_to_keep"} or build.functions or build.looped:
        return build.note("saver", node, api, "with these arguments, or made more than once")
    keep, given = bound.get("max_to_keep"), bound.get("var_list")
    if keep is not None and lateness(evaluate(build, keep)) != Kind.PYTHON:
        return build.note("saver", node, api, "with these arguments")
    whole = is_none(given) or (isinstance(given, ast.Call) and build.names.api_of(given.func) in _ALL
                               and not given.args and not given.keywords)  # fmt: skip
    chosen = None if whole or given is None else _chosen(evaluate(build, given))
    known = None not in variable_names(build.all_variables, build.op_names)
    if not build.all_variables or not known or chosen == ():
        return build.note("saver", node, api, "its variables and their names cannot be listed from the source")
    build.record.around.append(SaverUse(node, len(build.all_variables), chosen, keep))
    return Value(Kind.PYTHON, api=SAVER)


def _chosen(value: Value) -> tuple[tuple[str | None, Value], ...]:
    """The variables of a list, or those of a dictionary with its keys; nothing if they cannot be told apart."""
    items = value.items or ()
    if any(item.kind != Kind.VARIABLE or item.items is not None or item.state is not None for item in items):
        return ()
    return tuple((None if value.keys is None else value.keys[number], item) for number, item in enumerate(items))


def saves(node: Node) -> bool:
    """Whether the statement saves or restores variables."""
    return any(isinstance(each, SaverCall) for each in node.around)


def call_saver_method(build: Evaluation, node: ast.Call, method: str) -> Value:
    """`saver.save(session, path)` and `saver.restore(session, path)`."""
    assert isinstance(node.func, ast.Attribute)
    bound = bind(node, _METHODS.get(method, ())) or {}
    late = {name: lateness(evaluate(build, each)) for name, each in bound.items()}
    build.record.effects = True
    allowed = {"save_path": {Kind.PYTHON}, "sess": {Kind.SESSION}, "global_step": {Kind.PYTHON, Kind.VARIABLE}}
    wrong = {"sess", "save_path"} - set(bound) or set(bound) - _WRITTEN or build.functions or method not in _METHODS
    if wrong or any(late[name] not in kinds for name, kinds in allowed.items() if name in late):
        return build.note("saver", node, ast.unparse(node.func)[:60])
    step = None if is_none(bound.get("global_step")) else bound.get("global_step")
    graph = method == "save" and not is_false(bound.get("write_meta_graph"))
    build.record.around.append(SaverCall(node, node.func.value, method, bound["save_path"], step, graph))
    return PYTHON
