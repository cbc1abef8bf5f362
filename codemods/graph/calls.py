"""The value of a call: of a TensorFlow symbol, of a method, of a function of the program, or of anything else."""

from __future__ import annotations

import ast

from codemods.graph import values
from codemods.graph.api_calls import call_api
from codemods.graph.builders import build_object
from codemods.graph.cell_calls import call_cell
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.follow import follow
from codemods.graph.literals import format_call
from codemods.graph.methods import call_method
from codemods.graph.regularizers import REGULARIZERS, call_regularizer
from codemods.graph.size_reads import all_sizes, same_size
from codemods.graph.values import Kind, Value, computed, container, elements, lateness

_LISTS = frozenset({"list", "tuple", "sorted", "reversed", "set", "iter"})
_PURE = frozenset({"sorted", "map", "filter", "pow", "divmod", "slice", "tuple", "list", "frozenset", "getattr", "any",
                   "all", "ord", "chr", "complex", "bytes", "callable"})  # fmt: skip
PURE_METHODS = frozenset({
    "get", "format", "split", "strip", "join", "astype", "reshape", "copy", "items", "keys", "values", "lower", "upper",
    "sum", "mean", "max", "min", "tolist", "flatten", "transpose", "dot", "std", "argmax", "argmin", "ravel", "index",
    "count", "replace", "as_list", "num_elements", "is_fully_defined", "with_rank", "concatenate",
    "isdigit", "startswith", "endswith", "_replace", "_asdict",
})  # fmt: skip
_EFFECTS = frozenset({"print", "input", "open", "exec", "setattr", "delattr", "next"})


def call(build: Evaluation, node: ast.Call) -> Value:
    """The value of a call; the evaluator's `call`."""
    api = build.names.api_of(node.func)
    if api is not None:
        return call_api(build, node, api)
    if isinstance(node.func, ast.Attribute):
        before = dict(build.record.uses)
        owner = evaluate(build, node.func.value)
        if owner.api == values.STATIC and node.func.attr == "as_list" and not node.args and not node.keywords:
            return all_sizes(build, node, owner, before)
        if node.func.attr in ("eval", "run") and owner.kind != Kind.SESSION:
            build.record.uses = before  # what is fetched belongs to the run, not to the statement
        if node.func.attr == "format" and owner.literal is not None:
            return format_call(node, owner, arguments(build, node)) or computed(arguments(build, node))
        method = call_method(build, node, owner, node.func.attr)
        return method if method is not None else _foreign(build, node, [owner])
    function = evaluate(build, node.func)
    if function.kind == Kind.API and function.api is not None:
        return call_api(build, node, function.api)
    if function.function in build.scope_functions | build.drivers:
        given = arguments(build, node)
        escaping = any(lateness(value) >= Kind.OPTIMIZER for value in given)
        return build.note("graph-across-functions", node, _called(node)) if escaping else values.PYTHON
    if function.kind == Kind.FUNCTION and function.function is not None:
        built = build_object(build, node, function.function)
        return built if built is not None else follow(build, node, function.function)
    if function.kind == Kind.PYTHON and function.api in REGULARIZERS:
        return call_regularizer(build, node, function)
    if function.state is not None:
        return call_cell(build, node, function)
    if isinstance(node.func, ast.Name) and values.unknown(function) == values.PYTHON:
        return _builtin(build, node, node.func.id)
    return _foreign(build, node, [function])


def arguments(build: Evaluation, node: ast.Call) -> list[Value]:
    """The values of all arguments, positional first."""
    positional = [evaluate(build, arg.value if isinstance(arg, ast.Starred) else arg) for arg in node.args]
    return positional + [evaluate(build, keyword.value) for keyword in node.keywords]


def _builtin(build: Evaluation, node: ast.Call, name: str) -> Value:
    given = arguments(build, node)
    if name in _EFFECTS:
        build.record.effects = True
    if name in ("exec", "globals"):
        return build.note("unsupported-statement", node, name, "names may be bound behind the source's back")
    if name in _LISTS and len(given) == 1:
        if given[0].items is not None and given[0].keys is None and name in ("list", "tuple"):
            return container(given[0].items, name)
        once = values.ITERATOR if name in ("iter", "reversed") else None
        return Value(Kind.PYTHON, element=elements(given[0]), sequence="list", api=once)
    if name == "zip":
        each = container([elements(value) for value in given], "tuple")
        return Value(Kind.PYTHON, element=each, sequence="list", api=values.ITERATOR)
    if name == "enumerate" and given:
        pair = container([values.PYTHON, elements(given[0])], "tuple")
        return Value(Kind.PYTHON, element=pair, sequence="list", api=values.ITERATOR)
    if name == "len" and given and (given[0].items is not None or given[0].element is not None):
        return values.PYTHON
    if name in ("len", "range", "isinstance", "type", "id", "hasattr"):
        return values.PYTHON if all(lateness(value) not in values.PER_RUN for value in given) else computed(given)
    if name in ("map", "filter") and all(lateness(value) <= Kind.FUNCTION for value in given):
        return Value(Kind.PYTHON, api=values.ITERATOR)
    if name == "int" and len(node.args) == 1 and given[0].size is not None:
        return same_size(build, node, node.args[0], given[0]) or computed(given)
    if name in ("dict", "sum", "max", "min", "int", "float", "bool", "str", "abs", "round", "repr", "format", "print"):
        return computed(given)
    return _foreign(build, node, [], given)


def _foreign(build: Evaluation, node: ast.Call, owners: list[Value], given: list[Value] | None = None) -> Value:
    """A call of something outside of the program, NumPy say: with a tensor among its arguments it is not understood."""
    found = owners + (given if given is not None else arguments(build, node))
    latest = max((lateness(value) for value in found), default=Kind.PYTHON)
    if latest == Kind.SESSION:
        return build.note("session-escapes", node, _called(node))
    if latest in values.PER_RUN or latest in (Kind.OPTIMIZER, Kind.INIT):
        if (build.names.dotted_of(node.func) or "").startswith("numpy."):
            return computed(found)
        return build.note("foreign-builder", node, _called(node))
    if latest == Kind.VARIABLE:
        return build.note("foreign-builder", node, _called(node))
    build.record.effects |= not _is_pure(build, node)
    return values.PYTHON


def _is_pure(build: Evaluation, node: ast.Call) -> bool:
    """Whether calling something outside of the program, with plain arguments, is known to do nothing but compute."""
    dotted = build.names.dotted_of(node.func) or ""
    if dotted.startswith(("numpy.random.", "numpy.load", "numpy.save", "numpy.put", "numpy.copyto")):
        return False
    if dotted.startswith(("numpy.", "math.", "os.path.join", "collections.namedtuple")):
        return True
    if isinstance(node.func, ast.Name):
        return node.func.id in _PURE
    return isinstance(node.func, ast.Attribute) and node.func.attr in PURE_METHODS


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func)
