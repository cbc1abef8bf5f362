"""Rows of reserved.toml: names that have a meaning of their own."""

from __future__ import annotations

from functools import cache

from codemods.api.files import texts, toml


def is_member_of_flags(name: str) -> bool:
    """Whether an attribute of the object that holds all flags is no flag."""
    return name in _listed("flags")


def is_collection(key: str) -> bool:
    """Whether TensorFlow fills the collection itself, or reads it."""
    return key in _listed("collections")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(texts(toml("reserved.toml")[key]))
