"""Rows of static_shapes.toml: by which rule a function's result gets its static shape, and from which parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codemods.api.files import canonical_names, mapping, texts, toml


@dataclass(frozen=True)
class ShapeRow:
    """`rule`: a function of `codemods.graph.static_shapes`; `parameters`: what it asks for."""

    rule: str
    parameters: tuple[str, ...]


def shape_row(api: str) -> ShapeRow | None:
    """The row of a TensorFlow symbol under its canonical name."""
    return shape_rows().get(api)


@cache
def shape_rows() -> Mapping[str, ShapeRow]:
    """All rows."""
    return {
        canonical_names().get(api, api): ShapeRow(rule, (asked,) if isinstance(asked, str) else texts(asked))
        for rule, rows in toml("static_shapes.toml").items()
        for api, asked in mapping(rows).items()
    }
