"""The plan of one graph scope: which functions are written, what they hold, and what each run becomes."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.graph.program import Fetch, GraphProgram, Input, Minimize, Node, OptimizerUse, RunSite
from codemods.graph.size import Shape
from codemods.rule import Obstacle


@dataclass(frozen=True)
class Parameter:
    """A parameter of a planned function: the definition that it stands for. `spec` names its `tf.TensorSpec`."""

    definition: int
    name: str
    spec: str | None


@dataclass(frozen=True)
class Slice:
    """What one run needs: statements, placeholders fed and reached, switches with their literal value."""

    site: RunSite
    nodes: frozenset[int]
    updates: tuple[int, ...]
    inputs: tuple[int, ...]
    switches: Mapping[int, bool]
    fetched: tuple[Fetch, ...]


@dataclass(frozen=True)
class Group:
    """Statements that the same set of steps needs, as one plain function; `outputs` are definitions used outside."""

    id: int
    steps: frozenset[int]
    nodes: tuple[int, ...]
    inputs: tuple[int, ...]
    switches: tuple[int, ...]
    passed: tuple[int, ...]
    outputs: tuple[int, ...]
    calls: tuple[int, ...]
    name: str = ""
    step: int | None = None  # the step that is just this group


@dataclass(frozen=True)
class Step:
    """A `tf.function` for every run with the same fetches and feeds. `nodes` are its own statements."""

    id: int
    slices: tuple[Slice, ...]
    fetched: tuple[Fetch, ...]
    updates: tuple[int, ...]
    inputs: tuple[int, ...]
    switches: Mapping[int, bool]
    nodes: tuple[int, ...]
    groups: tuple[int, ...]
    name: str = ""


@dataclass(frozen=True)
class OptimizerPlan:
    """How an optimizer is written. `rate`: what sets its learning rate in each step, a placeholder or a decaying
    number."""

    use: OptimizerUse
    name: str
    keras: bool
    named_by_user: bool
    node: int
    rate: int | None
    rate_variable: str | None
    fed: Mapping[str, str] = field(default_factory=dict)  # parameter -> the variable that each step sets


@dataclass(frozen=True)
class Training:
    """One `minimize`: its node, the tape's slice, and the expression of the trained variables."""

    node: int
    minimize: Minimize
    forward: frozenset[int]
    variables: str
    simple: bool  # `variables` is a name of the program
    layered: bool  # some of the variables belong to Keras layers


@dataclass(frozen=True, eq=False)
class BuilderPlan:
    """A function that becomes a class. `init` and `call`: the statements of its two methods; `kept`: the parameters of
    the constructor that calls read too; `state`: definition -> attribute; `layers`: layer call -> `self.attribute`."""

    function: ast.FunctionDef
    class_name: str
    program: GraphProgram
    constructor: tuple[str, ...]
    called: tuple[str, ...]
    kept: tuple[str, ...]
    init: tuple[int, ...]
    call: tuple[int, ...]
    state: Mapping[int, str]
    layers: Mapping[ast.Call, str]
    named: bool  # every object has variables of the same names
    written: Mapping[ast.Call, tuple[ast.expr, ...]]  # what the name of a variable is written from


@dataclass(frozen=True)
class SteadyFeed:
    """`tensor = tf.constant(name, dtype)`, written before the loop; `given`: the placeholder that it is fed to."""

    tensor: str
    name: str
    loop: int
    given: Input


@dataclass(frozen=True)
class ScopePlan:
    """Everything that the back end needs to write one scope."""

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...] = ()
    groups: tuple[Group, ...] = ()
    layers: Mapping[ast.Call, str] = field(default_factory=dict)
    elements: Mapping[ast.Call, str] = field(default_factory=dict)  # of the layers that a loop makes: one of the list
    metrics: Mapping[ast.Call, str] = field(default_factory=dict)
    optimizers: Mapping[ast.Call, OptimizerPlan] = field(default_factory=dict)
    trainings: Mapping[int, tuple[Training, ...]] = field(default_factory=dict)
    specs: Mapping[int, str] = field(default_factory=dict)
    hoisted: Mapping[ast.expr, str] = field(default_factory=dict)  # where a recurrent cell is made -> its name
    cell_feeds: Mapping[int, str] = field(default_factory=dict)  # placeholder -> the variable that cells read
    cuts: Mapping[int, str] = field(default_factory=dict)
    switches: frozenset[int] = frozenset()
    feeds_inlined: frozenset[int] = frozenset()
    steady: Mapping[ast.expr, SteadyFeed] = field(default_factory=dict)  # what is fed -> the tensor made of it once
    fed_tensors: bool = False  # whether every array that a loop feeds is made a tensor in the call
    dead: frozenset[int] = frozenset()
    obstacles: tuple[Obstacle, ...] = ()
    assumptions: tuple[str, ...] = ()
    builders: Mapping[ast.FunctionDef, BuilderPlan] = field(default_factory=dict)
    updated: frozenset[ast.Call] = frozenset()  # the batch normalizations that follow their batches
    early: Mapping[ast.Call, Mapping[str, Shape]] = field(default_factory=dict)  # layers built where they are made
