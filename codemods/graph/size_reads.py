"""Sizes that the program reads from tensors while it builds: `x.get_shape()[1]`, `int(x.shape[1])`, `.as_list()`.

What is known of the shape takes the place of the tensor, wherever no tensor is: in a statement that stays."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from codemods.analysis.names import Names
from codemods.api import table
from codemods.graph import literals, values
from codemods.graph.changed_containers import changed_names
from codemods.graph.program import LayerUse, SizeRead, Stage, Use
from codemods.graph.record import Record
from codemods.graph.size import MISSING, Shape, Size
from codemods.graph.sizes import here
from codemods.graph.values import STATIC, Kind, Value, container
from codemods.source.module import Module
from codemods.source.walk import walk

if TYPE_CHECKING:
    from codemods.graph.evaluate import Evaluation

_LISTS = ("trainable_variables(", "get_collection(", "global_variables(")  # the layers may have to be built for these
_READS = ("get_shape", ".shape", "UPDATE_OPS", *_LISTS)
_PLACEHOLDERS = frozenset({"tf.placeholder", "tf.placeholder_with_default"})
_READABLE = frozenset({Kind.INPUT, Kind.TENSOR, Kind.RANDOM, Kind.CONSTANT, Kind.VARIABLE})


def reads_sizes(module: Module) -> bool:
    """Whether the module may read shapes, or need them: for layers, and to normalize batches otherwise."""
    return any(each in module.text for each in _READS) or ("layers" in module.text and _feeds_amid_graph(module))


def _feeds_amid_graph(module: Module) -> bool:
    """Whether a tensor may be fed that is no placeholder: a layer that reads it must know its size."""
    keys = (key for each in walk(module.tree) if isinstance(each, ast.Dict) for key in each.keys)
    fed = {key.id for key in keys if isinstance(key, ast.Name)}
    names = Names.of(module)
    return bool(fed) and bool(fed - {name for each in walk(module.tree) for name in _placeholders(names, each)})


def _placeholders(names: Names, node: ast.AST) -> list[str]:
    match node:
        case ast.Assign(targets=targets, value=ast.Call(func=function)) if names.api_of(function) in _PLACEHOLDERS:
            return [each.id for each in targets if isinstance(each, ast.Name)]
        case _:
            return []


def static_shape(build: Evaluation, owner: Value, value: Value) -> Value:
    """`x.shape` or `x.get_shape()`: the value that it has anyway, with what is known of the shape."""
    known = build.sized and not build.functions and owner.shape is not None and owner.kind in _READABLE
    return replace(value, api=STATIC, shape=owner.shape) if known and value.kind in values.PER_RUN else value


def shape_below(build: Evaluation, node: ast.Subscript) -> ast.expr:
    """What is indexed; of `x.shape.as_list()[1]` it is the shape, where one is known."""
    match node.value:
        case ast.Call(func=ast.Attribute(attr="as_list", value=shape), args=[], keywords=[]) if build.sized:
            owner = build.environment.look_up(_tensor(shape))[0]
            return shape if owner is not None and owner.shape is not None and not build.functions else node.value
        case _:
            return node.value


def _tensor(shape: ast.expr) -> str:
    match shape:
        case ast.Attribute(value=ast.Name(id=name), attr="shape"):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get_shape"), args=[], keywords=[]):
            return name
        case _:
            return ""


def one_size(build: Evaluation, node: ast.Subscript, owner: Value, index: Value, before: Mapping[Use, None]) -> Value:
    """`x.shape[1]`; `before`: what the statement had read up to there."""
    position = literals.known(index)
    shape = owner.shape or ()
    if type(position) is not int or not -len(shape) <= position < len(shape):
        return values.computed([owner])
    size = readable(build, shape[position])
    if not size.is_known:
        return values.computed([owner])
    _note(build, node, (size,), position % len(shape), before)
    return _plain(size)


def note_element(
    build: Evaluation, node: ast.Subscript, owner: Value, index: Value, before: Mapping[Use, None]
) -> None:
    """`shape[-1]` of a list of sizes in a builder: its other elements may be parameters that only calls read."""
    position = literals.known(index)
    items = owner.items or ()
    if type(position) is not int or not -len(items) <= position < len(items) or build.functions:
        return
    size = items[position].size
    others = {name for each in items if each.size is not None for name in each.size.names}
    plain = isinstance(node.value, ast.Name) and node.value.id not in changed_names(build.module)
    if size is None or size.expression is None or size.owner != build.builders or others <= set(size.names):
        return
    if plain and here(build, size) is size:
        _note(build, node, (size,), position % len(items), before)


def all_sizes(build: Evaluation, node: ast.expr, owner: Value, before: Mapping[Use, None]) -> Value:
    """`x.get_shape().as_list()`."""
    sizes = tuple(readable(build, each) for each in owner.shape or ())
    if not all(each.is_known or each.free for each in sizes):
        return values.computed([owner])
    _note(build, node, sizes, None, before)
    return container((_plain(each) for each in sizes), "list")


def same_size(build: Evaluation, node: ast.expr, inner: ast.expr, size: Value) -> Value | None:
    """`.value` or `int(...)` around a size that was just read: the number itself."""
    reads = build.record.sizes
    if size.size is None or not reads or reads[-1].expression is not inner:
        return None
    if isinstance(node, ast.Attribute) or size.size.number is not None:
        reads[-1] = replace(reads[-1], expression=node)
    return size


def readable(build: Evaluation, size: Size) -> Size:
    """The size as the statement at hand may say it."""
    if size.owner == build.builders or size.free:
        return here(build, size)
    return size if build.builders and size.is_known else MISSING


def shape_here(build: Evaluation, value: Value) -> Shape | None:
    """The static shape of a tensor as the statement at hand may say it."""
    known = build.sized and not build.builders and not build.functions and value.shape is not None
    return tuple(here(build, each) for each in value.shape or ()) if known else None


def _plain(size: Size) -> Value:
    if size.free:
        return literals.value_of(None)
    plain = values.PYTHON if size.number is None else literals.value_of(size.number)
    return replace(plain, size=size)


def _note(
    build: Evaluation, node: ast.expr, sizes: tuple[Size, ...], index: int | None, before: Mapping[Use, None]
) -> None:
    hidden = tuple(use for use in build.record.uses if use not in before)
    foreign = any(each.owner != build.builders and not each.free for each in sizes)
    build.record.uses = dict(before)
    build.record.sizes.append(SizeRead(node, sizes, index, hidden, foreign))


def settle_sizes(record: Record, stage: Stage) -> None:
    """A statement that moves reads its tensors itself, except for what is made of it outside: layers, optimizers."""
    if not record.sizes:
        return
    moves = stage in (Stage.TENSOR, Stage.UPDATE)
    made = {id(part) for each in _made_outside(record) for part in walk(each)} if moves else set()
    for read in record.sizes:
        stays = not moves or id(read.expression) in made or read.given is not None
        if not stays:
            record.uses |= dict.fromkeys(read.hidden)
        elif not read.foreign:
            record.uses |= {Use(name, it): None for size in read.sizes for name, it in size.names}
    record.sizes = [each for each in record.sizes if not moves or id(each.expression) in made or each.given is not None]


def _made_outside(record: Record) -> list[ast.expr]:
    found: list[ast.expr] = [*(each.call for each in record.optimizers), *record.cells]
    for layer in record.layers:
        found += _constructor(layer)
    return found


def _constructor(layer: LayerUse) -> list[ast.expr]:
    if layer.builder is not None:
        return [*layer.call.args, *(each.value for each in layer.call.keywords)]
    row = table.layer(layer.api)
    called = row.call if row is not None else ()
    return [it for name, it in layer.arguments.items() if name not in called]
