"""The operation of a tensor, where it stands for that: `sess.run(update.op)` runs what `sess.run(update)` runs, and
`tf.group(update.op)` waits for what `tf.group(update)` waits for. `w.op.name` is the name of `w` without its number.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import parents
from codemods.source.walk import walk

ATTRIBUTE = "op"
_WAITING = frozenset({"tf.group", "tf.control_dependencies"})
_LISTS = (ast.List, ast.Tuple)


def with_operations_as_tensors(module: Module, places: Collection[Place]) -> Module:
    """The module without `.op` at these places, where nobody sees the difference."""
    read = (each for each in walk(module.tree) if isinstance(each, ast.Attribute) and each.attr == ATTRIBUTE)
    found = [each for each in read if module.place(each) in places and _stands_for_tensor(module, each)]
    edits = [Edit(module.span(each.value)[1], module.span(each)[1], "") for each in found]
    edits += _names(module, places)
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def with_shapes_as_attributes(module: Module, places: Collection[Place]) -> Module:
    """The module with `v.shape` in place of `v.get_shape()` at these places: in TensorFlow 1 that is the same."""
    calls = [each for each in walk(module.tree) if isinstance(each, ast.Call) and module.place(each) in places]
    edits = [Edit(module.span(each.func.value)[1], module.span(each)[1], ".shape") for each in calls
             if isinstance(each.func, ast.Attribute) and each.func.attr == "get_shape" and not each.args]  # fmt: skip
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _names(module: Module, places: Collection[Place]) -> Iterator[Edit]:
    """`w.op.name` is the name of the tensor without its number."""
    for each in walk(module.tree):
        match each:
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id=owner), attr="op") as operation, attr="name"):
                if module.place(operation) in places and module.source(each) == f"{owner}.op.name":
                    quote = "'" if module.text.count("'") > module.text.count('"') else '"'
                    yield Edit(*module.span(each), f"{owner}.name.split({quote}:{quote})[0]")
            case _:
                pass


def _stands_for_tensor(module: Module, operation: ast.Attribute) -> bool:
    around, above = _around(module, operation)
    match above:
        case ast.Attribute(attr="run"):
            call = parents(module).get(above)
            return around is operation and isinstance(call, ast.Call) and call.func is above and _is_alone(module, call)
        case ast.Call(func=ast.Attribute(attr="run"), args=[first, *_]) if first is around:
            return _is_alone(module, above)
        case ast.Call(func=function) if around in above.args:
            return Names.of(module).api_of(function) in _WAITING
        case _:
            return False


def _around(module: Module, operation: ast.Attribute) -> tuple[ast.AST, ast.AST | None]:
    """The list or tuple that it is part of, or itself; and what has that."""
    around: ast.AST = operation
    above = parents(module).get(around)
    while isinstance(above, _LISTS):
        around, above = above, parents(module).get(above)
    return around, above


def _is_alone(module: Module, call: ast.Call) -> bool:
    """Whether nothing is done with what the call gives."""
    statement = parents(module).get(call)
    return isinstance(statement, ast.Expr) and statement not in module.shown
