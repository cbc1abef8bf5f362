"""Layer functions of `tf.contrib` that do several things at once: a normalizer or an activation is a call of its own,
and `dropout` with the share that stays is one with the share that goes."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api import table
from codemods.carried_values import Carried, carried
from codemods.emit.writer import tensorflow_alias
from codemods.rule import Edit
from codemods.source.comments import comments_within
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before, remove_statements, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

BATCH_NORM = "tf.contrib.layers.batch_norm"
DROPOUT = "tf.contrib.layers.dropout"
_DROPOUT = ("inputs", "keep_prob", "noise_shape", "is_training", "outputs_collections", "scope", "seed")
_NORMALIZED = frozenset({"normalizer_fn", "normalizer_params", "activation_fn", "biases_initializer",
                         "biases_regularizer"})  # fmt: skip


def parameters_of(api: str) -> tuple[str, ...] | None:
    """The parameters of a layer function of contrib."""
    row = table.layer(api)
    return _DROPOUT if api == DROPOUT else None if row is None else row.parameters


def with_parts_called(module: Module) -> Module:
    """The module with one call for each part; a layer inside of another one has its turn in the next round."""
    calls = [each for each in walk(module.tree) if isinstance(each, ast.Call)]
    edits: list[Edit] = []
    for call in reversed(calls):
        text = _text(module, call)
        start, end = module.span(call)
        if text is not None and not any(start <= each.start and each.end <= end for each in edits):
            edits += [Edit(start, end, text), *_lifted(module, call)]
    if not edits:
        return module
    return _without_unread(module, rewritten(module, apply_edits(module.text, edits)))


def _text(module: Module, call: ast.Call) -> str | None:
    api = table.canonical(Names.of(module).api_of(call.func) or "")
    parameters = parameters_of(api) if api.startswith("tf.contrib.layers.") else None
    bound = bind(call, parameters) if parameters is not None else None
    if bound is None or not _is_liftable(module, call):
        return None
    if api == DROPOUT:
        return _dropout(module, bound)
    if _is_given(bound, "normalizer_fn"):
        return _normalized(module, call, bound)
    if api == BATCH_NORM and _is_given(bound, "activation_fn"):
        return _activated(module, bound["activation_fn"], _without(module, call, bound, {"activation_fn"}, {}))
    return None


def _comments(module: Module, call: ast.Call) -> list[str]:
    start, end = module.span(call)
    inside = comments_within(module, call.lineno, call.end_lineno or call.lineno)
    return [each.text for each in inside if start <= module.line_starts[each.line - 1] + each.column < end]


def _is_liftable(module: Module, call: ast.Call) -> bool:
    """Whether the comments inside of a call can stand above its statement."""
    return not _comments(module, call) or stands_alone(module, _statement(module, call))


def _lifted(module: Module, call: ast.Call) -> list[Edit]:
    texts = _comments(module, call)
    return [insert_before(module, _statement(module, call), texts)] if texts else []


def _statement(module: Module, call: ast.Call) -> ast.stmt:
    above: ast.AST = call
    while not isinstance(above, ast.stmt):
        above = parents(module)[above]
    return above


def _is_given(bound: Mapping[str, ast.expr], name: str) -> bool:
    return name in bound and not (isinstance(bound[name], ast.Constant) and _value(bound[name]) is None)


def _value(expression: ast.expr) -> object:
    return expression.value if isinstance(expression, ast.Constant) else ...


def _dropout(module: Module, bound: Mapping[str, ast.expr]) -> str | None:
    """`tf.nn.dropout`, or a layer where it may be off."""
    if set(bound) & {"outputs_collections"} or "inputs" not in bound:
        return None
    keep = module.source(bound["keep_prob"]) if "keep_prob" in bound else "0.5"
    inputs, tf = module.source(bound["inputs"]), tensorflow_alias(Names.of(module))
    rest = [(name, module.source(bound[name])) for name in ("noise_shape", "seed") if name in bound]
    if "is_training" not in bound or _value(bound["is_training"]) is True:
        return _call(f"{tf}.nn.dropout", [inputs], [("keep_prob", keep), *rest])
    if isinstance(bound.get("keep_prob"), ast.IfExp | ast.Lambda | ast.BinOp | ast.BoolOp | ast.Compare):
        keep = f"({keep})"
    training = ("training", module.source(bound["is_training"]))
    return _call(f"{tf}.layers.dropout", [inputs], [("rate", f"1 - {keep}"), *rest, training])


def _call(function: str, positional: list[str], keywords: list[tuple[str, str]]) -> str:
    return f"{function}({', '.join([*positional, *(f'{name}={text}' for name, text in keywords)])})"


def _normalized(module: Module, call: ast.Call, bound: Mapping[str, ast.expr]) -> str | None:
    """The activation of the normalized result of the layer, which has no bias then."""
    normalizer, scope = bound["normalizer_fn"], bound.get("scope")
    params = _params(module, bound)
    if table.canonical(Names.of(module).api_of(normalizer) or "") != BATCH_NORM or params is None:
        return None
    if not isinstance(_value(scope) if scope is not None else None, str) or {"scope", "reuse"} & set(params):
        return None  # the names of its variables begin with that of the layer
    own = {name: each.text for name, each in params.items()}
    assert scope is not None
    quoted = module.source(scope)
    own["scope"] = f"{quoted[:-1]}/BatchNorm{quoted[-1]}"
    if "reuse" in bound:
        own["reuse"] = module.source(bound["reuse"])
    layer = _without(module, call, bound, _NORMALIZED, {"activation_fn": "None", "biases_initializer": "None"})
    whole = _call(module.source(normalizer), [layer], list(own.items()))
    if "activation_fn" in bound and not _is_given(bound, "activation_fn"):
        return whole
    tf = tensorflow_alias(Names.of(module))
    return _activated(module, bound.get("activation_fn"), whole, f"{tf}.nn.relu")


def _params(module: Module, bound: Mapping[str, ast.expr]) -> Mapping[str, Carried] | None:
    """What the normalizer is called with; None if that is not known here."""
    if not _is_given(bound, "normalizer_params"):
        return {}
    found = carried(module, bound["normalizer_params"], {})
    given = walk(bound["inputs"]) if "inputs" in bound else ()
    root = next((each for each in given if isinstance(each, ast.Name)), None)
    if found is None or found.entries is None or root is None:
        return None
    scope = Names.of(module).scopes.scope_of[root]
    return found.entries if all(each.is_visible(scope) for each in found.entries.values()) else None


def _activated(module: Module, function: ast.expr | None, text: str, default: str = "") -> str | None:
    if function is None:
        return f"{default}({text})"
    return f"{module.source(function)}({text})" if isinstance(function, ast.Name | ast.Attribute) else None


def _without(
    module: Module,
    call: ast.Call,
    bound: Mapping[str, ast.expr],
    gone: frozenset[str] | set[str],
    added: dict[str, str],
) -> str:
    """The call without some of its arguments, and with others; what stood behind one that goes has its name then."""
    positional: list[str] = []
    keywords: list[tuple[str, str]] = []
    for name, each in bound.items():
        if name in gone:
            continue
        behind = any(it in call.args and call.args.index(it) < call.args.index(each)
                     for other, it in bound.items() if other in gone) if each in call.args else True  # fmt: skip
        if behind:
            keywords.append((name, module.source(each)))
        else:
            positional.append(module.source(each))
    return _call(module.source(call.func), positional, [*keywords, *added.items()])


def _without_unread(before: Module, after: Module) -> Module:
    """Dictionaries of arguments that only such calls read go with them."""
    read = {each.id for each in names_in(after) if isinstance(each.ctx, ast.Load)}
    known = {each.id for each in names_in(before) if isinstance(each.ctx, ast.Load)}
    gone = [each for each in walk(after.tree) if _holds_arguments(after, each, known - read)]
    edits = remove_statements(after, [each for each in gone if isinstance(each, ast.stmt)])
    return rewritten(after, apply_edits(after.text, edits)) if edits else after


def _holds_arguments(module: Module, node: ast.AST, names: set[str]) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict()):
            return name in names and not isinstance(parents(module).get(node), ast.ClassDef)
        case _:
            return False
