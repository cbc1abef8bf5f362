"""Variables whose name goes on to tensors that are made of them, `h = tf.Variable(...)`, `h = tf.add(x, h)`, get a name
of their own: where functions compute the tensors, the name can only be theirs."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import has_trait
from codemods.api.table import Stage
from codemods.feed_uses import owner, scopes_that_bind
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_after, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_RUNS = frozenset({"run", "eval"})
_COMPUTING = frozenset({Stage.TENSOR, Stage.RANDOM})


def with_variables_named(module: Module) -> Module:
    """The module with names of their own for such variables, where only computations and runs read the name."""
    if module.script is not None or module.borders:
        return module
    taken = {each.id for each in names_in(module)}
    edits = [edit for made in _rebound(module) for edit in _edits(module, made, taken)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _rebound(module: Module) -> Iterator[ast.Assign]:
    """The statements that make such variables."""
    for statement in (each for each in walk(module.tree) if isinstance(each, ast.Assign)):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=function)):
                made = has_trait("variable_makers", Names.of(module).api_of(function))
                if made and _is_clear(module, statement, name):
                    yield statement
            case _:
                pass


def _is_clear(module: Module, statement: ast.Assign, name: str) -> bool:
    """Whether the statement binds the name first, surely and once, and all that may mean the variable by the name is
    content with a tensor of its value."""
    places = _places(module, name)
    stores = [each for each in places if isinstance(each.ctx, ast.Store)]
    first = stores[0] is statement.targets[0] and places[0] is stores[0]
    alone = len(scopes_that_bind(module, name)) == 1 and all(owner(module, each) is not None for each in places)
    plain = _is_certain(module, statement) and stands_alone(module, statement)
    if not (first and alone and plain and len(stores) > 1):
        return False
    again = _bound_next(module, statement, name)
    end = float("inf") if again is None else again.end_lineno or again.lineno
    reads = [each for each in places if not isinstance(each.ctx, ast.Store) and each.lineno <= end]
    return all(_only_computes(module, each) for each in reads)


def _places(module: Module, name: str) -> list[ast.Name]:
    return sorted((each for each in names_in(module) if each.id == name), key=lambda it: (it.lineno, it.col_offset))


def _is_certain(module: Module, statement: ast.stmt) -> bool:
    above: ast.AST | None = parents(module).get(statement)
    while isinstance(above, ast.With) or (isinstance(above, ast.stmt) and is_main(above)):
        above = parents(module).get(above)
    return isinstance(above, ast.Module | ast.FunctionDef)


def _only_computes(module: Module, place: ast.Name) -> bool:
    """Whether this computes with the value, or fetches it."""
    above = parents(module).get(place)
    match above:
        case ast.BinOp() | ast.UnaryOp(op=ast.USub()):
            return isinstance(place.ctx, ast.Load)
        case ast.Attribute(attr="eval"):
            return isinstance(parents(module).get(above), ast.Call)
        case ast.List() | ast.Tuple():
            return _is_run(parents(module).get(above), above)
        case ast.Call(func=function, args=args) if place in args:
            api = Names.of(module).api_of(function)
            return table.stage(api) in _COMPUTING if api is not None else _is_run(above, place)
        case _:
            return False


def _is_run(call: ast.AST | None, fetched: ast.expr) -> bool:
    match call:
        case ast.Call(func=ast.Attribute(attr=method), args=[first, *_]):
            return method in _RUNS and first is fetched
        case _:
            return False


def _edits(module: Module, statement: ast.Assign, taken: set[str]) -> Iterator[Edit]:
    target, root = statement.targets[0], _tensorflow(module, statement)
    again = _bound_next(module, statement, ast.unparse(target))
    if not isinstance(target, ast.Name) or (root is None and not isinstance(again, ast.Assign)):
        return
    written = fresh(_named(statement) or f"{target.id}_variable", taken)
    yield Edit(*module.span(target), written)
    if not isinstance(again, ast.Assign):
        yield insert_after(module, statement, [f"{target.id} = {root}.identity({written})"])
        return
    for each in _places(module, target.id):
        if isinstance(each.ctx, ast.Load) and each.lineno <= (again.end_lineno or again.lineno):
            yield Edit(*module.span(each), written)


def _named(statement: ast.Assign) -> str | None:
    """The name that the variable has in TensorFlow, if it can be one in Python."""
    assert isinstance(statement.value, ast.Call)
    given = next((each.value for each in statement.value.keywords if each.arg == "name"), None)
    text = given.value if isinstance(given, ast.Constant) else None
    return text if isinstance(text, str) and text.isidentifier() and text.isascii() else None


def _bound_next(module: Module, statement: ast.Assign, name: str) -> ast.Assign | ast.AugAssign | None:
    """The statement beside this one that binds the name again whatever happens, if nothing else does before."""
    second = [each for each in _places(module, name) if isinstance(each.ctx, ast.Store)][1]
    found = parents(module).get(second)
    found = parents(module).get(found) if isinstance(found, ast.Tuple) else found
    beside = parents(module).get(statement)
    match found:
        case ast.Assign(targets=[target]) | ast.AugAssign(target=target) if second in (target, *_parts(target)):
            sure = parents(module).get(found) is beside and stands_alone(module, found)
            return found if sure else None
        case _:
            return None


def _parts(target: ast.expr) -> list[ast.expr]:
    return target.elts if isinstance(target, ast.Tuple) else []


def _tensorflow(module: Module, statement: ast.Assign) -> str | None:
    """The name that TensorFlow has where the variable is made."""
    match statement.value:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name) as root)):
            return name if Names.of(module).dotted_of(root) in ("tensorflow", "tensorflow.compat.v1") else None
        case _:
            return None
