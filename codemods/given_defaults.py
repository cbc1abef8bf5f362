"""Defaults of placeholders that are computed: `tf.placeholder_with_default(np.ones(3), [3])` makes a tensor of its
default once, and so does `x_default = tf.convert_to_tensor(np.ones(3))`, which has a name."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.emit.writer import tensorflow_alias
from codemods.global_steps import names_taken
from codemods.plan.names import fresh
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before, stands_alone
from codemods.source.tree import names_in, parents

_TENSOR = "tf.convert_to_tensor"
GIVEN = "tf.placeholder_with_default"


def with_defaults_named(module: Module, places: Collection[Place]) -> Module:
    """The module with names for the defaults of the placeholders at these places."""
    edits = list(_edits(module, places))
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module, places: Collection[Place]) -> Iterator[Edit]:
    taken = names_taken(module)
    for node, api in Names.of(module).apis():
        call = parents(module).get(node)
        if api != GIVEN or not isinstance(call, ast.Call) or call.func is not node or module.place(call) not in places:
            continue
        given = (bind(call, ("input", "shape", "name")) or {}).get("input")
        match parents(module).get(call):
            case ast.Assign(targets=[ast.Name(id=name)]) as statement if stands_alone(module, statement):
                if given is None or _has_name(module, given):
                    continue
                written = fresh(f"{name}_default", taken)
                made = f"{written} = {tensorflow_alias(Names.of(module))}.convert_to_tensor({module.source(given)})"
                yield insert_before(module, statement, [made])
                yield Edit(*module.span(given), written)
            case _:
                continue


def _has_name(module: Module, given: ast.expr) -> bool:
    """Whether it was given a name already."""
    names = [each for each in names_in(module) if isinstance(given, ast.Name) and each.id == given.id]
    above = (parents(module).get(each) for each in names if not isinstance(each.ctx, ast.Load))
    calls = [each.value for each in above if isinstance(each, ast.Assign) and isinstance(each.value, ast.Call)]
    return any(Names.of(module).api_of(each.func) == _TENSOR for each in calls)
