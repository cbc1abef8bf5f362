"""The rows of the API tables as types: what a layer, an optimizer or an initializer of TensorFlow 1 becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Stage(Enum):
    """When a TensorFlow name takes effect."""

    PYTHON = "python"
    TENSOR = "tensor"
    RANDOM = "random"
    INPUT = "input"
    STATE = "state"
    UPDATE = "update"
    QUERY = "query"
    DRIVER = "driver"
    SCOPE = "scope"
    CONTROL = "control"
    EFFECT = "effect"
    OTHER = "other"


class Fate(Enum):
    """What becomes of a name in native code.

    SAME (write it as it is), RENAMED (write `target`), ARGUMENTS (a row of arguments.toml says how), RULE (an engine
    or a rule deals with it), V1_ONLY (only tf.compat.v1 still has it), GONE (nothing has it).
    """

    SAME = "same"
    RENAMED = "renamed"
    ARGUMENTS = "arguments"
    RULE = "rule"
    V1_ONLY = "v1-only"
    GONE = "gone"


@dataclass(frozen=True)
class Symbol:
    """One public name of TensorFlow 1.15. `parameters` is their order by position; None: not known, or no call."""

    name: str
    stage: Stage
    parameters: tuple[str, ...] | None
    fate: Fate
    target: str | None
    note: str = ""


@dataclass(frozen=True)
class LayerRow:
    """`arguments`: TensorFlow 1 parameter -> Keras constructor parameter, None if it is dropped; see layers.toml.
    `tracked`: the weights as `tf.train.Checkpoint` names them."""

    api: str
    keras: str
    parameters: tuple[str, ...]
    call: tuple[str, ...]
    arguments: Mapping[str, str | None]
    fixed: Mapping[str, str]
    weights: tuple[str, ...]
    tracked: tuple[str, ...]
    scope: str
    stateful: bool
    once: bool
    function: str | None
    declines: Mapping[str, str]
    switch: str = "training"  # the parameter that says whether the layer is trained
    trains: bool = False  # what it means where it is absent
    none: Mapping[str, str] = field(default_factory=dict)  # TensorFlow 1 parameter -> text written for None
    keywords: bool = False  # no argument is written by position

    @property
    def kind(self) -> str:
        """What an object of the layer is called."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", self.scope).lower()


@dataclass(frozen=True)
class OptimizerRow:
    """`keras` is a class of tf.keras.optimizers, or None; the `exact_*` claims are tests. `slots`: what is kept for a
    variable, in the order in which TensorFlow 1 numbers it -> how the variables of Keras end. See optimizers.toml."""

    api: str
    keras: str | None
    v1: str
    parameters: tuple[str, ...]
    arguments: Mapping[str, str | None]
    fixed: Mapping[str, str]
    exact_dense: bool
    exact_changing_rate: bool
    exact_sparse: bool
    note: str
    slots: Mapping[str, str]
    fed: tuple[str, ...] = ()  # parameters that may be a variable, beside the rate
    setup: str | None = None


@dataclass(frozen=True)
class InitializerRow:
    """`keras` is the full name of the class, `shorthand` a function of a shape that does the same."""

    api: str
    keras: str
    parameters: tuple[str, ...]
    arguments: Mapping[str, str | None]
    fixed: Mapping[str, str]
    shorthand: str | None
    declines: Mapping[str, str]
