"""The graph program: what the statements of one scope define, need and run. Every item knows its source."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from codemods.graph.around import Around
from codemods.graph.choices import Choices
from codemods.graph.op_names import OpNames
from codemods.graph.size import Shape
from codemods.graph.values import Value
from codemods.graph.variable_names import Made
from codemods.rule import Obstacle


class Stage(Enum):
    """When a statement has to happen, and so where it will live."""

    PYTHON = "python"
    INPUT = "input"
    STATE = "state"
    TENSOR = "tensor"
    UPDATE = "update"
    RUN = "run"
    DRIVER = "driver"


@dataclass(frozen=True)
class Definition:
    """One binding of a name by one statement."""

    id: int
    name: str
    node: int
    value: Value


@dataclass(frozen=True)
class Input:
    """A placeholder. `shape` and `dtype` are expressions of the source, None where they were left out."""

    definition: int
    call: ast.Call
    shape: ast.expr | None
    dtype: ast.expr | None
    default: ast.expr | None = None  # of a placeholder_with_default
    iterator: ast.Call | None = None  # the making of the iterator whose element it is


@dataclass(frozen=True)
class Creation:
    """A call of `tf.Variable` or `tf.get_variable`; `name` is its full TF1 name where that is known.
    `reuses` is the earlier creation that this one means."""

    call: ast.Call
    api: str
    name: str | None
    scoped: bool
    reuses: ast.Call | None = None
    initializer: str | None = "default"  # None: not known; of get_variable: "default", "object", "class" or "tensor"
    shared: bool = False  # other variables may get the same initializer object
    written: str | None = None  # the expression of its name, where that is more than the call's own argument
    reads: tuple[ast.expr, ...] = ()  # places in its initial value that read those of other variables
    defaults: Mapping[str, ast.expr] = field(default_factory=dict)  # arguments that the scope around it gives
    trainable: bool = True
    given: ast.expr | None = None  # what names it where a function of the program makes it: an argument of the call,
    parameter: str = ""  # or the default of this parameter


@dataclass(frozen=True, eq=False)
class BuilderUse:
    """A call of a function that makes variables or layers. `body`: the function, lowered for the arguments of this
    call; `made` and `reused`: the full TF1 names of the variables that it made, and of those that it found."""

    function: ast.FunctionDef
    arguments: Mapping[str, Argument]
    body: GraphProgram
    made: frozenset[str] = frozenset()
    reused: frozenset[str] = frozenset()
    sizes: Mapping[str, Shape] = field(default_factory=dict)  # parameters that its class has for sizes of tensors


@dataclass(frozen=True)
class SizeRead:
    """A static shape that is read from a tensor (`index`: one size of it), and what is known of it. `hidden`: what the
    expression itself would read; `foreign`: the sizes belong to the caller of the builder, whose class gets them as a
    `parameter` of its constructor; `given`: a call of another builder, and the parameter that gets the sizes there."""

    expression: ast.expr
    sizes: Shape
    index: int | None
    hidden: tuple[Use, ...]
    foreign: bool
    parameter: Definition | None = None
    given: tuple[ast.Call, str] | None = None


@dataclass(frozen=True)
class Argument:
    """What a parameter is at one call: its expression (None: the default that the function gives it)."""

    expression: ast.expr | None
    value: Value


@dataclass(frozen=True)
class LayerUse:
    """A call of a layer function such as `tf.layers.dense`: state (the layer) and tensor (its call) in one."""

    call: ast.Call
    api: str
    arguments: Mapping[str, ast.expr]
    name: str
    named: bool
    reuses: ast.Call | None = None
    shared: frozenset[str] = frozenset()  # the initializers that other variables may get too
    builder: BuilderUse | None = None  # the layer is a function of the program
    rank: int | None = None  # how many dimensions its input has, where that is known
    trainable: bool = True
    shapes: Mapping[str, Shape] = field(default_factory=dict)  # of its inputs, where they are known
    loop: ast.For | None = None  # every round of this loop makes one


@dataclass(frozen=True)
class CellFeed:
    """A placeholder (its definition) that a recurrent cell is made with: the dropout of a wrapper."""

    name: ast.Name
    definition: int


@dataclass(frozen=True)
class Hoist:
    """A recurrent cell that is made amid a computation: it has to be made once, outside. Either an expression that
    needs a name, or the assignments at the top of a function that is called once."""

    cell: ast.expr | None
    expression: ast.expr | None = None
    function: ast.FunctionDef | None = None
    statements: tuple[ast.Assign, ...] = ()
    arguments: Mapping[str, ast.expr] = field(default_factory=dict)  # parameters that the statements read, as called


@dataclass(frozen=True)
class CellRun:
    """A call such as `tf.nn.dynamic_rnn`; `scope` is the full name of the scope of the variables of its cells."""

    call: ast.Call
    api: str
    scope: str
    cells: tuple[Value, ...]
    fed: tuple[int, ...]
    in_function: bool


@dataclass(frozen=True)
class OptimizerUse:
    """A construction of a `tf.train` optimizer."""

    call: ast.Call
    api: str
    arguments: Mapping[str, ast.expr]
    rate: int | None = None  # the definition of the placeholder, or of the decaying number, that is its learning rate
    python_rate: bool = True  # the learning rate is a plain Python value, or fed
    fed: Mapping[str, int] = field(default_factory=dict)  # other parameters -> the placeholders that they are


@dataclass(frozen=True)
class OpenScopes:
    """The names before those of variables and of operations that are made here, without the last slash."""

    variables: str = ""
    operations: str = ""


@dataclass(frozen=True)
class Minimize:
    """`optimizer.minimize(loss, ...)`; `optimizer` is its construction, `scopes` what is open around it."""

    call: ast.Call
    optimizer: ast.Call
    loss: ast.expr
    variables: ast.expr | None
    global_step: ast.expr | None
    scopes: OpenScopes = OpenScopes()


@dataclass(frozen=True)
class Apply:
    """`optimizer.apply_gradients(pairs, ...)`; `optimizer` is its construction, `scopes` what is open around it."""

    call: ast.Call
    optimizer: ast.Call
    pairs: ast.expr
    global_step: ast.expr | None
    scopes: OpenScopes = OpenScopes()
    from_variables: bool = False  # some of the gradients are variables themselves


@dataclass(frozen=True)
class Assign:
    """`tf.assign(variable, value)` or `variable.assign(value)`, alone or inside of a list."""

    call: ast.Call


@dataclass(frozen=True)
class Query:
    """A question such as `tf.trainable_variables()`, or a choice among its answers by their names; `sites` are the
    calls that made the variables it returns, `frozen` those of which it returns variables that are not trainable."""

    call: ast.expr
    sites: tuple[ast.expr, ...]
    frozen: frozenset[ast.expr] = frozenset()


@dataclass(frozen=True)
class Use:
    """A name that a statement reads: `definition` is None for names from outside of the scope."""

    name: str
    definition: int | None


@dataclass(frozen=True)
class Term:
    """What a collection holds: an expression of the source, the penalty of a variable (the call that made it, and the
    `holder` that it is read by), the penalties of a layer, or all `deferred` ones. `uses`: the names that it reads."""

    expression: ast.expr | None = None
    regularizer: ast.expr | None = None
    variable: ast.Call | None = None
    layer: ast.Call | None = None
    holder: str = ""
    deferred: str | None = None  # what the functions for this collection give
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A term of a collection of the graph, and what it stands for; `problem`: why it cannot be written elsewhere."""

    term: Term
    values: tuple[Value, ...]
    problem: str = ""
    home: ast.FunctionDef | ast.Lambda | None = None  # the function of the program that alone can read it


@dataclass(frozen=True)
class Deferred:
    """What a function of the program adds to a collection for the variable that it makes. `named`: the assignment that
    is there for it alone."""

    key: str
    function: ast.FunctionDef
    statement: ast.Expr
    expression: ast.expr
    named: ast.Assign | None


@dataclass(frozen=True)
class ScopeName:
    """A place where the name of a variable scope is read, and what it is."""

    expression: ast.expr
    name: str


@dataclass(frozen=True)
class Collected:
    """A question for what a collection holds, or (`total`) for the sum of that."""

    call: ast.Call
    terms: tuple[Term, ...]
    total: bool
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True)
class Fetch:
    """One leaf of what a run fetches: the expression, its value, and the definitions that it reads; `again`: functions
    or layers build it there from variables that are there."""

    expression: ast.expr
    value: Value
    uses: tuple[Use, ...]
    variable: ast.expr | None = None  # what is read afterwards: an assignment is fetched for its value
    again: bool = False


@dataclass(frozen=True)
class Feed:
    """One entry of a feed dictionary: the name of what is fed (and its definition), and the expression fed."""

    definition: int
    name: str
    value: ast.expr


@dataclass(frozen=True)
class RunSite:
    """A `session.run(...)`, `tensor.eval(...)` or `operation.run(...)`."""

    call: ast.Call
    node: int
    fetches: tuple[Fetch, ...]
    structure: ast.expr
    feeds: tuple[Feed, ...]
    initializer: bool = False
    held: int | None = None  # the definition of the feed dictionary, where a name holds it
    known: bool = True  # what it is fed


@dataclass(frozen=True)
class Node:
    """One statement of the scope. `block`: the compound statements around it that stay, outermost first."""

    id: int
    statement: ast.stmt
    stage: Stage
    defines: tuple[Definition, ...]
    uses: tuple[Use, ...]
    value: Value
    block: tuple[ast.stmt, ...] = ()
    inputs: tuple[Input, ...] = ()
    creations: tuple[Creation, ...] = ()
    layers: tuple[LayerUse, ...] = ()
    optimizers: tuple[OptimizerUse, ...] = ()
    minimizes: tuple[Minimize, ...] = ()
    gradients: tuple[Minimize, ...] = ()  # compute_gradients: a minimize that only computes
    applies: tuple[Apply, ...] = ()
    assigns: tuple[Assign, ...] = ()
    queries: tuple[Query, ...] = ()
    cells: tuple[ast.Call, ...] = ()
    cell_feeds: tuple[CellFeed, ...] = ()
    cell_runs: tuple[CellRun, ...] = ()
    hoists: tuple[Hoist, ...] = ()
    random: bool = False
    effects: bool = False  # it does something in Python beside computing
    sparse: bool = False  # its gradient with respect to a variable is sparse
    around: tuple[Around, ...] = ()
    sizes: tuple[SizeRead, ...] = ()
    after: tuple[Use, ...] = ()  # what it has to wait for (tf.control_dependencies)
    collected: tuple[Collected, ...] = ()
    scope_names: tuple[ScopeName, ...] = ()
    defers: tuple[str, ...] = ()  # the collections that get penalties of the variables that it makes
    averages: tuple[ast.Call, ...] = ()  # the batch normalizations whose updates it runs
    filled: tuple[str, ...] = ()  # the lists that it puts tensors or variables into
    happens: tuple[ast.Call, ...] = ()  # its operations that do something beside computing
    going: tuple[ast.stmt, ...] = ()  # requests for reuse, and scopes: it is written without them


@dataclass(frozen=True)
class Wrapper:
    """A `with` statement whose header disappears (a session, a scope, a graph): its body moves out."""

    statement: ast.With


@dataclass(frozen=True, eq=False)
class GraphProgram:
    """One graph scope, lowered. `body`: the module or function whose statements build it; `runs`: those of which it is
    known what they are fed."""

    body: ast.Module | ast.FunctionDef
    nodes: tuple[Node, ...]
    runs: tuple[RunSite, ...]
    wrappers: tuple[Wrapper, ...]
    obstacles: tuple[Obstacle, ...]
    definitions: Mapping[int, Definition] = field(default_factory=dict)
    sessions: int = 0
    in_functions: tuple[Creation, ...] = ()  # variables of functions that stay
    variables: tuple[Made, ...] = ()  # in the order in which they are made
    op_names: OpNames = field(default_factory=OpNames)
    all_runs: tuple[RunSite, ...] = ()
    choices: Choices = field(default_factory=Choices)
    deferred: tuple[Deferred, ...] = ()
    gone: tuple[ast.Call, ...] = ()  # what functions that stay put into collections: it is written where it is read
