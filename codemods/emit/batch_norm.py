"""Batch normalization of images: the kernel of TensorFlow 1 gives the unbiased variance of a batch to the averages."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from codemods.api import table
from codemods.emit.class_place import last_import
from codemods.emit.writer import FUNCTION, Unwritable, Writer
from codemods.graph.program import LayerUse
from codemods.obstacles import obstacle
from codemods.plan.batch_norm import CONTRIB, IMAGES
from codemods.rule import Edit
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

FUSED = "ImageBatchNormalization"
_OF_IMAGES, _OF_BOTH = "variance of images, as", "variance of a batch, as"
_TEST = f" and inputs.shape.rank == {IMAGES}"


def is_fused(writer: Writer, layer: LayerUse) -> bool:
    """Whether the inputs of a batch normalization that follows its batches may be images."""
    ranks = (None, 2, IMAGES) if table.canonical(layer.api) == CONTRIB else (None, IMAGES)
    return layer.call in writer.plan.updated and any(rank in ranks for rank in _ranks(writer, layer))


def _ranks(writer: Writer, layer: LayerUse) -> list[int | None]:
    layers = [each for node in writer.program.nodes for each in node.layers]
    return [each.rank for each in layers if layer.call in (each.call, each.reuses)]


def batch_norm_class(writer: Writer) -> list[Edit]:
    """The class, below the imports that open the module, where a layer is made of it."""
    made = [each for node in writer.program.nodes for each in node.layers if is_fused(writer, each)]
    if not made or _has_class(writer.module):
        return []
    if any(name.id == FUSED for name in names_in(writer.module)):
        place = writer.module.place(made[0].call)
        raise Unwritable(obstacle("batch-norm-state", place, made[0].api, f"the name {FUSED} is taken"))
    text = re.sub(r"\btf\.", f"{writer.tf}.", _text().rstrip("\n"))
    contrib = [table.canonical(each.api) == CONTRIB for each in made]
    if any(contrib):
        if not all(contrib):
            place = writer.module.place(made[0].call)
            raise Unwritable(obstacle("batch-norm-state", place, made[0].api, "others average the variance otherwise"))
        text = text.replace(f"== {IMAGES}", f"in (2, {IMAGES})").replace(_OF_IMAGES, _OF_BOTH)
    elif all(rank == IMAGES for each in made for rank in _ranks(writer, each)):
        text = text.replace(_TEST, "")
    last = last_import(writer.module)
    start = writer.module.line_starts[last] if last < len(writer.module.line_starts) else len(writer.module.text)
    return [Edit(start, start, f"{FUNCTION}{text}{FUNCTION}\n")]


def _has_class(module: Module) -> bool:
    """Whether another function of the module needed the class before this one."""
    found = [each for each in walk(module.tree) if isinstance(each, ast.ClassDef) and each.name == FUSED]
    return any(ast.get_docstring(each) == ast.get_docstring(_parsed()) for each in found)


@cache
def _parsed() -> ast.ClassDef:
    found = ast.parse(_text()).body[0]
    assert isinstance(found, ast.ClassDef)
    return found


@cache
def _text() -> str:
    return (Path(__file__).parents[1] / "added" / "batch_norm.py.txt").read_text(encoding="utf-8")
