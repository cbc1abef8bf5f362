"""Generators that a dataset calls ahead of time: nobody sees when, if all that they do is to yield."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.graph.around import GeneratorUse
from codemods.graph.program import GraphProgram
from codemods.obstacles import obstacle
from codemods.plan.callees import Callees, binding_counts
from codemods.plan.mutations import mutations
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_FROM = "tf.data.Dataset.from_generator"
_OPEN = (ast.Global, ast.Nonlocal, ast.With, ast.AsyncWith, ast.AsyncFor, ast.Await, ast.Delete, ast.Import,
         ast.ImportFrom, ast.ClassDef)  # fmt: skip
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_TAKING = frozenset({"get"})  # of a queue
_GONE_THROUGH_ONCE = frozenset({"builtins.enumerate", "builtins.reversed", "builtins.zip"})
_DISPLAYS = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.BinOp,
             ast.UnaryOp)  # fmt: skip
_Function = ast.FunctionDef | ast.Lambda


def generator_obstacles(program: GraphProgram, module: Module) -> Iterator[Obstacle]:
    """Generators of which it can be seen, or is not known, when they run."""
    uses = [each for node in program.nodes for each in node.around if isinstance(each, GeneratorUse)]
    if not uses:
        return
    callees = Callees(program, Names.of(module))
    for use in uses:
        seen = next(_seen(callees, use), None)
        if seen is not None:
            detail = f"TensorFlow 2 calls the generator ahead of time, and {seen}"
            yield obstacle("dataset-iterator", module.place(use.call), _FROM, detail)


def _seen(callees: Callees, use: GeneratorUse) -> Iterator[str]:
    """What shows when a generator runs: what it reads may have changed, what it does may be noticed."""
    function, inside = use.function, list(_inside(use.function))
    own = {each.arg for each in walk(function) if isinstance(each, ast.arg)}
    own |= {each.id for each in inside if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    if isinstance(function, ast.FunctionDef) and function.decorator_list:
        yield f"`{function.name}` is decorated"
    for node in inside:
        if isinstance(node, (*_OPEN, *_NESTED)) or (isinstance(node, ast.Yield) and _is_answered(callees, node)):
            yield f"line {getattr(node, 'lineno', 0)} does more than to yield values"
        elif isinstance(node, ast.Call) and not _is_timeless(callees, node):
            yield f"it calls `{ast.unparse(node.func)[:40]}`"
        elif _is_changed(node) and not _is_fresh(callees, node, inside):
            yield f"line {getattr(node, 'lineno', 0)} changes something"
    yield from _unsteady(callees, use, inside, own)


def _inside(function: _Function) -> Iterator[ast.AST]:
    body = function.body if isinstance(function.body, list) else [function.body]
    return (each for statement in body for each in walk(statement))


def _is_answered(callees: Callees, node: ast.Yield) -> bool:
    """Whether the generator reads what it gets for what it yields."""
    return not isinstance(parents(callees.names.module)[node], ast.Expr)


def _is_timeless(callees: Callees, call: ast.Call) -> bool:
    """Whether the result of a call depends on its arguments alone, and it has no effect."""
    dotted = callees.dotted(call)
    if callees.reading(call) is not None and callees.names.api_of(call.func) is None and dotted is not None:
        return array_calls.is_timeless(dotted)
    if dotted is not None or not isinstance(call.func, ast.Attribute) or callees.method(call) is None:
        return False
    methods = (each.name for each in walk(callees.names.module.tree) if isinstance(each, ast.FunctionDef))
    return call.func.attr not in (*methods, *_TAKING)


def _is_changed(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript | ast.Attribute) and not isinstance(node.ctx, ast.Load)


def _is_fresh(callees: Callees, place: ast.AST, inside: Sequence[ast.AST]) -> bool:
    """Whether what is changed was made by the generator itself: `row[0] = 1` of a `row = np.zeros(3)`."""
    while isinstance(place, ast.Subscript):
        place = place.value
    above = parents(callees.names.module)
    stores = [each for each in inside if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
    makers = [_makes(callees, above[each]) for each in stores if isinstance(place, ast.Name) and each.id == place.id]
    return bool(makers) and all(makers)


def _makes(callees: Callees, binder: ast.AST) -> bool:
    """Whether a statement gives something new to a name."""
    if not isinstance(binder, ast.Assign) or not isinstance(binder.value, ast.Call):
        return False
    dotted = callees.dotted(binder.value)
    known = array_calls.function(dotted) if dotted is not None else None
    return known is not None and not known.shared


def _binder(callees: Callees, name: str) -> ast.AST | None:
    """The statement, or the parameter, that binds a name which is bound once."""
    above = parents(callees.names.module)
    for node in walk(callees.names.module.tree):
        match node:
            case ast.Name(id=other, ctx=ast.Store()) if other == name:
                around = above[node]
                return above[around] if isinstance(around, ast.Tuple) else around
            case ast.arg(arg=other) | ast.FunctionDef(name=other) if other == name:
                return node
            case _:
                pass
    return None


def _unsteady(callees: Callees, use: GeneratorUse, inside: Sequence[ast.AST], own: set[str]) -> Iterator[str]:
    """Names from outside that may hold another value when the generator runs."""
    changed = {each.name for each in mutations(callees.program, callees.names)}
    counts = binding_counts(callees.names)
    for node in inside:
        if not isinstance(node, ast.Name) or node.id in own or callees.is_library(node):
            continue
        if callees.names.function_of(node) == f"builtins.{node.id}":
            continue
        if node.id in changed or counts[node.id] > 1 or _is_looped(callees, node.id):
            yield f"`{node.id}`, which it reads, changes"
        elif counts[node.id] == 0 or not _is_early(callees, node.id, use):
            yield f"too little is known of `{node.id}`, which it reads"


def _is_looped(callees: Callees, name: str) -> bool:
    """Whether the statement that binds a name is a loop, or stands in one."""
    above = parents(callees.names.module)
    around: ast.AST | None = _binder(callees, name)
    while around is not None and not isinstance(around, ast.FunctionDef):
        if isinstance(around, ast.For | ast.While | ast.comprehension):
            return True
        around = above.get(around)
    return False


def _is_early(callees: Callees, name: str, use: GeneratorUse) -> bool:
    """Whether a name is bound above the dataset, to what does not change by being read."""
    binder = _binder(callees, name)
    if not isinstance(binder, ast.Assign | ast.FunctionDef) or binder.lineno >= use.call.lineno:
        return False
    if isinstance(binder, ast.FunctionDef) or isinstance(binder.value, _DISPLAYS):
        return True
    if not isinstance(binder.value, ast.Call) or not isinstance(binder.targets[0], ast.Name):
        return False
    dotted = callees.dotted(binder.value)
    if dotted is not None and array_calls.function(dotted) is not None:
        return dotted not in _GONE_THROUGH_ONCE
    function = binder.value.func
    return isinstance(function, ast.Attribute) and function.attr not in _TAKING and bool(callees.method(binder.value))
