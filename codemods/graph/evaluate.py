"""The value of an expression while the graph is being built, except for calls (see `calls`)."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.recurrent import recurrent
from codemods.graph import literals, values
from codemods.graph.bodies import asks_for_parameters
from codemods.graph.changed_containers import changed_names, without_known
from codemods.graph.choices import Choices
from codemods.graph.environment import Environment
from codemods.graph.initial_reads import initial_read
from codemods.graph.items import item
from codemods.graph.kept_names import read_dtype_of, read_name_of
from codemods.graph.name_filters import chosen_by_name
from codemods.graph.op_names import OpNames
from codemods.graph.program import BuilderUse, Creation, GraphProgram, Use
from codemods.graph.properties import property_names
from codemods.graph.record import Collections, Record
from codemods.graph.scope_names import name_of_scope
from codemods.graph.scopes import VariableScopes
from codemods.graph.size_reads import note_element, one_size, same_size, shape_below, static_shape
from codemods.graph.static_shapes import elementwise, sized
from codemods.graph.targets import bind_target
from codemods.graph.values import Kind, Value, computed, container, elements, lateness
from codemods.graph.variable_names import Made
from codemods.obstacles import obstacle
from codemods.source.module import Module

LowerBody = Callable[["Evaluation", ast.FunctionDef, Mapping[str, Value]], GraphProgram]
GRADIENTS = "gradients"  # marks what compute_gradients returns


@dataclass
class Evaluation:
    """The state of one build: names, scopes, what was recorded for the statement at hand.

    `call` evaluates calls; it is set by `calls`, which needs this file and is needed by it at run time only.
    """

    module: Module
    names: Names
    environment: Environment
    scopes: VariableScopes
    call: Callable[[Evaluation, ast.Call], Value]
    record: Record = field(default_factory=Record)
    functions: list[ast.FunctionDef | ast.Lambda] = field(default_factory=list)
    called: list[ast.Call] = field(default_factory=list)  # the calls of `functions`
    followed: Counter[ast.FunctionDef | ast.Lambda] = field(default_factory=Counter)
    captured: dict[ast.AST, dict[Use, None]] = field(default_factory=dict)
    all_variables: list[Made] = field(default_factory=list)
    serial: int = 0
    sessions: int = 0
    optimizers: bool = False  # whether one was made: it has variables too
    serials: dict[ast.expr, int] = field(default_factory=dict)
    scope_functions: frozenset[ast.FunctionDef] = frozenset()  # graph scopes of their own
    drivers: frozenset[ast.FunctionDef] = frozenset()  # functions of the scope that run the graph
    iterators: list[ast.Call] = field(default_factory=list)  # where iterators of datasets are made
    seeded: bool = False  # whether the graph has a seed
    shuffled: set[bool] = field(default_factory=set)  # for each shuffle so far: whether it has a seed of its own
    reordered: bool = False  # whether a dataset is shuffled from a seed and then repeated
    op_names: OpNames = field(default_factory=OpNames)
    summaries: int = 0  # how many were made so far
    named_summaries: list[Use] = field(default_factory=list)
    made_names: set[str] = field(default_factory=set)  # names given to what the program left unnamed
    looped: bool = False  # whether the statement stands in a loop or branch
    lower: LowerBody | None = None  # lowers the body of a function for one call; set by `lower`
    builders: tuple[ast.FunctionDef, ...] = ()  # the functions whose bodies are being lowered, outermost first
    owners: dict[str, ast.Call] = field(default_factory=dict)  # full variable name -> the builder call that made it
    objects: dict[ast.Call, BuilderUse] = field(default_factory=dict)  # the builder calls that made variables
    in_functions: dict[ast.Call, Creation] = field(default_factory=dict)  # by functions that stay
    sized: bool = False  # whether the program reads shapes
    initial: dict[ast.expr, None] | None = None  # within an initial value: what it reads of other variables
    defined: int = 0
    choices: Choices = field(default_factory=Choices)
    dependencies: list[dict[Use, None]] = field(default_factory=list)  # of the open tf.control_dependencies
    collections: Collections = field(default_factory=Collections)

    def note(self, kind: str, node: ast.expr | ast.stmt, symbol: str, detail: str = "") -> Value:
        """Record an obstacle; the value is unknown from here on."""
        self.record.obstacles.append(obstacle(kind, self.module.place(node), symbol, detail))
        return values.UNKNOWN

    def layer_sites(self) -> set[int]:
        """The identities of the calls that make layers: their variables do not exist before the first call."""
        return {id(each.site) for each in self.all_variables if self._late(each.site)}

    def _late(self, call: ast.expr) -> bool:
        api = self.names.api_of(call.func) if isinstance(call, ast.Call) else None
        known = api is not None and (table.layer(api) is not None or recurrent(api) is not None)
        return known or call in self.objects

    def environment_has_tensors(self) -> bool:
        """Whether any tensor of a graph is known by name."""
        return any(lateness(each.value) in values.PER_RUN for each in self.environment.definitions.values())


def evaluate(build: Evaluation, node: ast.expr) -> Value:
    """The value of an expression; the names it reads and the state it makes go to the record."""
    handler = _HANDLERS.get(type(node))
    if handler is None:
        children = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
        return operated(build, node, [evaluate(build, child) for child in children])
    return handler(build, node)


def _constant(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Constant)
    return literals.value_of(node.value)


def read_name(build: Evaluation, node: ast.Name) -> Value:
    """Read a name: its value now; what is read from outside of a followed function is captured by that function."""
    found, use = build.environment.look_up(node.id)
    if found is None:
        api = build.names.api_of(node)
        return Value(Kind.API, api=api) if api is not None else values.PYTHON
    if build.sized and found.items is not None and node.id in changed_names(build.module):
        found = without_known(found)
    if use.definition is None and not build.environment.is_local(node.id) and lateness(found) >= Kind.OPTIMIZER:
        build.note("graph-across-functions", node, node.id)
    if build.environment.is_local(node.id):
        return found
    build.record.uses[use] = None
    if use.definition is not None and lateness(found) in values.PER_RUN:
        for function in build.functions:
            build.captured.setdefault(function, {})[use] = None
    return found


def _name(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Name)
    return read_name(build, node)


def _attribute(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Attribute)
    api = build.names.api_of(node)
    if api is not None:
        return Value(Kind.API, api=api)
    before = dict(build.record.uses) if node.attr == "name" else {}
    owner = evaluate(build, node.value)
    if (name := name_of_scope(build, node, owner)) is not None:
        build.record.uses = before
        return name
    if owner.api in (values.DATASET_ITERATOR, values.DATASET):
        return _of_iterator(build, node, owner)
    if owner.api == "saver":
        return build.note("saver", node, ast.unparse(node)[:60])
    if owner.kind in (Kind.SESSION, Kind.INIT, Kind.OPTIMIZER):
        return Value(owner.kind)
    if node.attr in ("name", "op", "graph") and owner.kind in values.PER_RUN | {Kind.VARIABLE}:
        return read_name_of(build, node, owner)
    if owner.state is not None:
        return _of_cell(build, node, owner)
    if owner.kind == Kind.VARIABLE and owner.items is None and owner.element is None:
        return _of_variable(build, node, owner)
    if owner.kind == Kind.CONSTANT:
        return values.PYTHON if node.attr in ("shape", "dtype") else owner
    if owner.kind == Kind.PYTHON and node.attr in property_names(build.module):
        build.record.effects = True
    if node.attr == "shape":
        return static_shape(build, owner, computed([owner]))
    return (same_size(build, node, node.value, owner) if node.attr == "value" else None) or computed([owner])


def _of_cell(build: Evaluation, node: ast.Attribute, owner: Value) -> Value:
    if node.attr in ("state_size", "output_size"):
        return values.PYTHON
    return build.note("recurrent-cell", node, ast.unparse(node)[:60])


def _of_iterator(build: Evaluation, node: ast.Attribute, owner: Value) -> Value:
    if node.attr == "initializer" and isinstance(node.value, ast.Name) and owner.api == values.DATASET_ITERATOR:
        return Value(Kind.INIT, api=values.INITIALIZER, site=owner.site)
    return build.note("dataset-iterator", node, ast.unparse(node)[:60])


def _of_variable(build: Evaluation, node: ast.Attribute, owner: Value) -> Value:
    if node.attr in ("shape", "dtype"):
        return values.PYTHON if node.attr == "shape" else read_dtype_of(build, node, owner)
    if node.attr == "initializer":
        return values.INIT
    return initial_read(build, node, owner)


def _sequence(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Tuple | ast.List | ast.Set)
    found = _container(build, node.elts, "list")
    if isinstance(node, ast.Set) and lateness(found) >= Kind.CONSTANT:
        return build.note("unsupported-statement", node, ast.unparse(node)[:60], "tensors in a set")
    if isinstance(node, ast.Set):
        return found
    return replace(found, sequence="tuple" if isinstance(node, ast.Tuple) else "list")


def _container(build: Evaluation, elts: Sequence[ast.expr], sequence: str) -> Value:
    found: list[Value] = []
    counted = True
    for element in elts:
        value = evaluate(build, element.value if isinstance(element, ast.Starred) else element)
        if isinstance(element, ast.Starred):
            counted = counted and value.items is not None
            found.extend([elements(value)] if value.items is None else value.items)
            continue
        found.append(sized(build, element, value) if build.sized and value.kind == Kind.PYTHON else value)
    whole = container(found, sequence)
    return whole if counted else Value(Kind.PYTHON, element=elements(whole), sequence=sequence)


def _dictionary(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Dict)
    keys = [key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None for key in node.keys]
    late = [lateness(evaluate(build, key)) for key in node.keys if key is not None]
    if Kind.VARIABLE in late:
        return build.note("unsupported-statement", node, ast.unparse(node)[:60], "variables are keys of a dictionary")
    if any(kind in values.PER_RUN for kind in late):
        return _feed_dictionary(build, node)
    found = [evaluate(build, value) for value in node.values]
    if all(key is not None for key in keys):
        return container(found, "dict", tuple(key for key in keys if key is not None))
    merged = values.PYTHON
    for value in found:
        merged = values.join(merged, value)
    return Value(Kind.PYTHON, element=merged, sequence="dict")


def _feed_dictionary(build: Evaluation, node: ast.Dict) -> Value:
    for value in node.values:
        if lateness(evaluate(build, value)) in values.PER_RUN:
            return build.note("tensor-escapes", value, ast.unparse(value)[:60], "a tensor is fed")
    return Value(Kind.PYTHON, feed=node)


def _subscript(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Subscript)
    before = dict(build.record.uses) if build.sized else {}
    owner, index = evaluate(build, shape_below(build, node)), evaluate(build, node.slice)
    if owner.api == values.STATIC:
        return one_size(build, node, owner, index, before)
    if build.sized and build.builders and owner.items is not None:
        note_element(build, node, owner, index, before)
    if owner.api == GRADIENTS:
        return build.note("collection-query", node, ast.unparse(node)[:60], "the order of the gradients matters")
    if owner.items is not None and lateness(index) == Kind.PYTHON:
        return item(owner, node.slice)
    if owner.element is not None and lateness(index) == Kind.PYTHON:
        return owner if isinstance(node.slice, ast.Slice) else owner.element
    return computed([owner, index])


def _comprehension(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp)
    if (chosen := chosen_by_name(build, node, evaluate)) is not None:
        return chosen
    build.environment.frames.append({})
    before, known = _made(build), len(build.all_variables)
    try:
        for generator in node.generators:
            bind_target(build, generator.target, elements(evaluate(build, generator.iter)))
            for test in generator.ifs:
                evaluate(build, test)
        if isinstance(node, ast.DictComp):
            evaluate(build, node.key)
            return Value(Kind.PYTHON, element=values.repeated(evaluate(build, node.value)), sequence="dict")
        once = values.ITERATOR if isinstance(node, ast.GeneratorExp) else None
        return Value(Kind.PYTHON, element=values.repeated(evaluate(build, node.elt)), sequence="list", api=once)
    finally:
        build.environment.frames.pop()
        build.all_variables[known:] = [Made("", each.site, each.trainable) for each in build.all_variables[known:]]
        if _made(build) != before:
            build.note("state-in-dynamic-loop", node, ast.unparse(node)[:60])


def _made(build: Evaluation) -> int:
    """How much was made that has to be written otherwise: one such thing in a comprehension is many."""
    record = build.record
    written = [each for each in record.creations if each.api == "tf.get_variable" or each.scoped]
    kinds = (record.layers, record.optimizers, record.minimizes, record.gradients, record.inputs)
    return len(written) + sum(len(each) for each in kinds)


def _lambda(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Lambda)
    return Value(Kind.FUNCTION, function=node)


def _binary(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.BinOp)
    left, right = evaluate(build, node.left), evaluate(build, node.right)
    if isinstance(node.op, ast.Add) and _is_list(left) and _is_list(right):
        if left.items is not None and right.items is not None:
            return container((*left.items, *right.items), left.sequence or "list")
        return Value(Kind.PYTHON, element=values.join(elements(left), elements(right)), sequence="list")
    listed = (_is_list(left) and right.kind == Kind.PYTHON) or (_is_list(right) and left.kind == Kind.PYTHON)
    if isinstance(node.op, ast.Mult) and listed:
        return Value(Kind.PYTHON, element=elements(left if _is_list(left) else right), sequence="list")
    found = literals.binary(node.op, left, right) or operated(build, node, [left, right])
    return elementwise(found, left, right) if build.sized else found


def _boolean(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.BoolOp)
    found = [evaluate(build, each) for each in node.values]
    return literals.either(node.op, found) or operated(build, node, found)


def _unary(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.UnaryOp)
    found = evaluate(build, node.operand)
    return literals.unary(node.op, found) or operated(build, node, [found])


def _formatted(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.JoinedStr)
    found = [evaluate(build, each.value if isinstance(each, ast.FormattedValue) else each) for each in node.values]
    return literals.formatted(node, found) or operated(build, node, found)


def operated(build: Evaluation, node: ast.expr, found: Sequence[Value]) -> Value:
    """The result of an operation; one on the result of an update is not understood."""
    if any(part.kind == Kind.UPDATE for value in found for part in values.parts(value)):
        return build.note("control-flow-in-graph", node, ast.unparse(node)[:60], "the result of an update is used")
    return computed(found)


def _is_list(value: Value) -> bool:
    return value.items is not None or value.element is not None


def _comparison(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Compare)
    found = [evaluate(build, each) for each in (node.left, *node.comparators)]
    decided = literals.compared(node, found)
    if decided is not None:
        return decided
    identity = any(isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.NotIn) for op in node.ops)
    if identity and any(lateness(value) >= Kind.CONSTANT for value in found):
        detail = "TensorFlow 1 compares by identity, TensorFlow 2 by value"
        return build.note("unsupported-statement", node, ast.unparse(node)[:60], detail)
    return operated(build, node, found)


def _conditional(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.IfExp)
    test = evaluate(build, node.test)
    called = build.functions[-1:] or build.builders[-1:]
    if called and asks_for_parameters(called[0], node.test) and (decided := literals.truth(test)) is not None:
        return evaluate(build, node.body if decided else node.orelse)
    either = evaluate(build, node.body), evaluate(build, node.orelse)
    chosen, sites = values.join(*either), [each.site for each in either if each.kind == Kind.OPTIMIZER]
    build.choices.join([each for each in sites if isinstance(each, ast.Call)])
    return chosen if lateness(test) <= Kind.API else computed([test, chosen])


def _walrus(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.NamedExpr)
    value = evaluate(build, node.value)
    if lateness(value) > Kind.PYTHON:
        return build.note("unsupported-statement", node, node.target.id, "a tensor is named inside of an expression")
    return value


def _call(build: Evaluation, node: ast.expr) -> Value:
    assert isinstance(node, ast.Call)
    return build.call(build, node)


_HANDLERS: dict[type[ast.expr], Callable[[Evaluation, ast.expr], Value]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Tuple: _sequence,
    ast.List: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dictionary,
    ast.Subscript: _subscript,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.JoinedStr: _formatted,
    ast.Compare: _comparison,
    ast.Lambda: _lambda,
    ast.IfExp: _conditional,
    ast.NamedExpr: _walrus,
    ast.Call: _call,
}
