"""Pairs of `compute_gradients` of which an expression reads the variables only: it can read these from their own list.

`[(sums[i], pair[1]) for i, pair in enumerate(pairs)]` needs no gradients: with `compute_gradients(loss, trained)` it is
`[(sums[i], variable) for i, variable in enumerate(trained)]`, and no inputs are needed for them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.api import table
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_LISTS = frozenset({"tf.trainable_variables", "tf.get_collection", "tf.global_variables"})
_READERS = frozenset({"enumerate", "zip", "len", "print", "reversed"})
_SCOPES = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def with_variables_of_pairs(module: Module) -> Module:
    """The module with the list of the variables wherever pairs are gone through for nothing else."""
    if module.script is not None:
        return module
    taken = {each.id for each in names_in(module)}
    edits = [edit for pairs, listed in _pairs(module) for edit in _edits(module, pairs, listed, taken)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _pairs(module: Module) -> Iterator[tuple[ast.Name, ast.Name]]:
    """The names of pairs, each with the name of the list of their variables."""
    for target in names_in(module):
        match parents(module).get(target):
            case ast.Assign(targets=[ast.Name()], value=ast.Call() as call) if _computes_gradients(module, call):
                given = call.args[1] if len(call.args) > 1 else next(
                    (each.value for each in call.keywords if each.arg == "var_list"), None
                )  # fmt: skip
                if isinstance(given, ast.Name) and _is_bound_once(module, target) and _is_fixed_list(module, given):
                    yield target, given
            case _:
                pass


def _computes_gradients(module: Module, call: ast.Call) -> bool:
    """Whether this is `compute_gradients` of an optimizer that is known to be one of TensorFlow's."""
    match call.func:
        case ast.Attribute(value=ast.Name() as owner, attr="compute_gradients"):
            return _is_bound_once(module, owner) and _is_made_optimizer(module, owner)
        case ast.Attribute(value=ast.Call() as maker, attr="compute_gradients"):
            return _makes_optimizer(module, maker)
        case _:
            return False


def _is_made_optimizer(module: Module, owner: ast.Name) -> bool:
    stored = next(each for each in names_in(module) if each.id == owner.id and not isinstance(each.ctx, ast.Load))
    match parents(module).get(stored):
        case ast.Assign(targets=[ast.Name()], value=ast.Call() as maker):
            return _makes_optimizer(module, maker)
        case _:
            return False


def _makes_optimizer(module: Module, maker: ast.Call) -> bool:
    api = Names.of(module).api_of(maker.func)
    return api is not None and table.optimizer(api) is not None


def _is_bound_once(module: Module, name: ast.Name) -> bool:
    return sum(each.id == name.id and not isinstance(each.ctx, ast.Load) for each in names_in(module)) == 1


def _is_fixed_list(module: Module, name: ast.Name) -> bool:
    """Whether the name denotes a flat list of variables that the graph was asked for, and nothing changes that list."""
    same = [each for each in names_in(module) if each.id == name.id]
    bound = [each for each in same if not isinstance(each.ctx, ast.Load)]
    above = [parents(module).get(each) for each in same if isinstance(each.ctx, ast.Load)]
    if len(bound) != 1 or not all(_only_reads(module, each) for each in above):
        return False
    match parents(module).get(bound[0]):
        case ast.Assign(targets=[ast.Name()], value=ast.Call(func=function)):
            return Names.of(module).api_of(function) in _LISTS and _scope(module, bound[0]) is _scope(module, name)
        case _:
            return False


def _only_reads(module: Module, above: ast.AST | None) -> bool:
    """Whether a list stays as it is where it stands in this expression or statement."""
    match above:
        case ast.Call(func=ast.Name(id=name)):
            return name in _READERS
        case ast.Call(func=ast.Attribute(attr="compute_gradients" | "minimize") as function):
            return Names.of(module).api_of(function) is None
        case ast.Call(func=function):
            return Names.of(module).api_of(function) is not None
        case ast.keyword():
            return _only_reads(module, parents(module).get(above))
        case ast.For() | ast.comprehension():
            return True
        case _:
            return False


def _scope(module: Module, node: ast.AST) -> ast.AST | None:
    above = parents(module).get(node)
    while above is not None and not isinstance(above, _SCOPES):
        above = parents(module).get(above)
    return above


def _edits(module: Module, pairs: ast.Name, listed: ast.Name, taken: set[str]) -> Iterator[Edit]:
    for each in names_in(module):
        loaded = each.id == pairs.id and isinstance(each.ctx, ast.Load)
        found = _gone_through(module, each) if loaded and _scope(module, each) is _scope(module, pairs) else None
        if found is None:
            continue
        comprehension, target = found
        reads = _variable_reads(module, comprehension, target)
        if reads is not None:
            variable = fresh("variable", taken)
            yield Edit(*module.span(each), listed.id)
            yield from (Edit(*module.span(part), variable) for part in (target, *reads))


def _gone_through(module: Module, name: ast.Name) -> tuple[ast.ListComp, ast.Name] | None:
    """The list comprehension that goes through the pairs, and the name of one pair in it."""
    call = parents(module).get(name)
    source: ast.AST | None = name
    position = None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and not call.keywords:
        if call.func.id not in ("enumerate", "zip") or (call.func.id == "enumerate" and len(call.args) != 1):
            return None
        source, position = call, 1 if call.func.id == "enumerate" else call.args.index(name)
    generator = parents(module).get(source) if source is not None else None
    if not isinstance(generator, ast.comprehension) or generator.iter is not source:
        return None
    target: ast.expr = generator.target
    if position is not None:
        parts = target.elts if isinstance(target, ast.Tuple) else []
        if position >= len(parts):
            return None
        target = parts[position]
    match parents(module).get(generator):
        case ast.ListComp(generators=[_]) as comprehension if isinstance(target, ast.Name):
            return comprehension, target
        case _:
            return None


def _variable_reads(module: Module, comprehension: ast.ListComp, target: ast.Name) -> list[ast.expr] | None:
    """The places that read the variable of the pair; None if something else of the pair is read."""
    found: list[ast.expr] = []
    for each in walk(comprehension):
        if not isinstance(each, ast.Name) or each.id != target.id or each is target:
            continue
        match parents(module).get(each):
            case ast.Subscript(slice=ast.Constant(value=1), ctx=ast.Load()) as read if read.value is each:
                found.append(read)
            case _:
                return None
    return found
