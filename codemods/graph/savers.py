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
_VARIABLES = frozenset({"tf.Variable", "tf.get_variable"})
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
    names = _names(build)
    whole = is_none(given) or (isinstance(given, ast.Call) and build.names.api_of(given.func) in _ALL
                               and not given.args and not given.keywords)  # fmt: skip
    entries = names if whole or given is None else _chosen(names, evaluate(build, given))
    if not names or not entries:
        return build.note("saver", node, api, "its variables and their names cannot be listed from the source")
    build.record.around.append(SaverUse(node, tuple((name, site) for site, name in entries.items()), whole, keep))
    return Value(Kind.PYTHON, api=SAVER)


def _names(build: Evaluation) -> dict[ast.expr, str]:
    """The variables made so far, with their names in TensorFlow 1; nothing if one of them is not known."""
    found: dict[ast.expr, str] = {}
    for made, names in zip(build.all_variables, variable_names(build.all_variables, build.op_names), strict=True):
        if names is None or made.api not in _VARIABLES or made.site in found:
            return {}
        found[made.site] = names[0]
    return found


def _chosen(names: dict[ast.expr, str], value: Value) -> dict[ast.expr, str]:
    """The variables of a list, or those of a dictionary under its names; nothing if they cannot be told apart."""
    items = value.items or ()
    found: dict[ast.expr, str] = {}
    for number, item in enumerate(items):
        if item.kind != Kind.VARIABLE or item.site not in names or item.site in found or item.items is not None:
            return {}
        found[item.site] = names[item.site] if value.keys is None else value.keys[number]
    return found


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
