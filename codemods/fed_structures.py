"""Structures of placeholders that are fed as one: `{state: (c, h)}` is `{c_in: c, h_in: h}`, where
`state = tf.nn.rnn_cell.LSTMStateTuple(c_in, h_in)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.feed_uses import is_fed, placeholder, scope_around
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_PAIRS = frozenset({"tf.nn.rnn_cell.LSTMStateTuple", "tf.contrib.rnn.LSTMStateTuple"})


def with_parts_fed(module: Module) -> Module:
    """The module with feeds of the placeholders in place of the structures that hold them."""
    fed = [each for each in walk(module.tree) if isinstance(each, ast.Dict) and _is_fed(module, each)]
    edits = [edit for each in fed for edit in _edits(module, each)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _is_fed(module: Module, fed: ast.Dict) -> bool:
    """Whether the dictionary is fed where it stands, or by its name."""
    match parents(module).get(fed):
        case ast.Assign(targets=[ast.Name(id=name)]):
            return any(each.id == name and is_fed(module, each) for each in names_in(module))
        case _:
            return is_fed(module, fed)


def _edits(module: Module, fed: ast.Dict) -> Iterator[Edit]:
    for key, value in zip(fed.keys, fed.values, strict=True):
        held = _parts(module, key) if isinstance(key, ast.Name) else None
        given = _given(module, value, len(held)) if held is not None else None
        if key is not None and held is not None and given is not None:
            pairs = (f"{name}: {text}" for name, text in zip(held, given, strict=True))
            yield Edit(module.span(key)[0], module.span(value)[1], ", ".join(pairs))


def _parts(module: Module, key: ast.Name) -> Sequence[str] | None:
    """The placeholders that the name holds; None if it is no structure of these, or may be another one."""
    bound = [each for each in names_in(module) if each.id == key.id and not isinstance(each.ctx, ast.Load)]
    made = parents(module).get(bound[0]) if len(bound) == 1 else None
    if not isinstance(made, ast.Assign) or len(made.targets) != 1:
        return None
    scope = scope_around(module, made)
    parts = _elements(module, made.value)
    if not isinstance(scope, ast.Module | ast.FunctionDef) or not parts:
        return None
    names = [each.id for each in parts if isinstance(each, ast.Name)]
    known = len(set(names)) == len(parts) and all(placeholder(module, name, scope) is not None for name in names)
    return names if known and scope_around(module, key) is scope else None


def _elements(module: Module, value: ast.expr) -> Sequence[ast.expr]:
    match value:
        case ast.Tuple(elts=elts):
            return elts
        case ast.Call(func=function, args=args, keywords=[]) if Names.of(module).api_of(function) in _PAIRS:
            return args
        case ast.Call(func=function, args=[], keywords=keywords) if Names.of(module).api_of(function) in _PAIRS:
            return [each.value for each in keywords] if [each.arg for each in keywords] == ["c", "h"] else []
        case _:
            return []


def _given(module: Module, value: ast.expr, length: int) -> list[str] | None:
    """What is fed for each part."""
    match value:
        case ast.Tuple(elts=elts) | ast.List(elts=elts) if len(elts) == length:
            starred = any(isinstance(each, ast.Starred) for each in elts)
            return None if starred else [module.source(each) for each in elts]
        case ast.Name(id=name):
            return [f"{name}[{number}]" for number in range(length)]
        case _:
            return None
