"""Results of runs that take the name of a tensor, `W, b = sess.run([W, b])`, get a name of their own.

The tensors are needed by functions that are called later; in a session only the graph knew them. What a name means may
only depend on where it stands: the run is no part of a loop or branch, and no function reads the name.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.main_guard import is_main
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_UNSEEN = frozenset({"globals", "locals", "vars", "exec", "eval", "execfile", "dir"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def with_own_names(module: Module, names: Collection[str]) -> Module:
    """The module with other names for the results that are called like one of these tensors, where that is safe."""
    if not names or module.script is not None or any(each.id in _UNSEEN for each in names_in(module)):
        return module
    bound = _bound_without_names(module)
    taken = bound | {each.id for each in names_in(module)}
    taken |= {each.arg for each in walk(module.tree) if isinstance(each, ast.arg)}
    edits: list[Edit] = []
    for name in sorted(set(names) - bound):
        found = [each for each in names_in(module) if each.id == name and isinstance(each.ctx, ast.Store)]
        results = [each for each in found if _run_of(module, each) is not None]
        places = _meaning(module, results[-1]) if len(results) == 1 else None
        if places is not None:
            written = fresh(f"{name}_value", taken)
            edits += [Edit(*module.span(each), written) for each in places]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _bound_without_names(module: Module) -> set[str]:
    """What imports, definitions, handlers and patterns bind, and what is bound from elsewhere."""
    found: set[str] = set()
    for each in walk(module.tree):
        match each:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found.add(other or name.split(".")[0])
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                found.add(name)
            case ast.MatchMapping(rest=str(name)):
                found.add(name)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                found.update(names)
            case _:
                pass
    return found


def _run_of(module: Module, target: ast.Name) -> ast.Assign | None:
    """The assignment that binds the name to a result of a run."""
    above: ast.AST | None = parents(module).get(target)
    if isinstance(above, ast.Tuple | ast.List):
        above = parents(module).get(above)
    match above:
        case ast.Assign(targets=[_], value=ast.Call(func=ast.Attribute(attr="run" | "eval"))):
            return above
        case _:
            return None


def _meaning(module: Module, target: ast.Name) -> list[ast.Name] | None:
    """The target and everything that reads it; None if that is not certain."""
    statement = _run_of(module, target)
    around = _around(module, statement) if statement is not None else []
    if statement is None or not around or _is_read_by_functions(around[-1], target.id):
        return None
    same = [each for each in walk(around[-1]) if isinstance(each, ast.Name) and each.id == target.id]
    later = [each for each in same if _begin(each) >= _end(statement)]
    beside = (each for part in around[:-1] if isinstance(part, ast.If) for each in later if _begin(each) >= _end(part))
    if any(beside) or any(not isinstance(each.ctx, ast.Load) or _in_text(module, each) for each in later):
        return None
    return [target, *later]


def _begin(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _end(node: ast.stmt) -> tuple[int, int]:
    return node.end_lineno or node.lineno, node.end_col_offset or 0


def _around(module: Module, statement: ast.stmt) -> list[ast.AST]:
    """What stands around a statement that is executed once, after everything above it and before everything below it;
    its scope is the last. Empty if that is not certain."""
    found: list[ast.AST] = []
    above: ast.AST | None = parents(module).get(statement)
    while above is not None and (isinstance(above, ast.With) or is_main(above)):
        found.append(above)
        above = parents(module).get(above)
    return [*found, above] if isinstance(above, ast.Module | ast.FunctionDef) else []


def _is_read_by_functions(scope: ast.AST, name: str) -> bool:
    """Whether a function or class inside of the scope mentions the name, other than as its own parameter."""
    inner = [each for each in walk(scope) if isinstance(each, (*_FUNCTIONS, ast.ClassDef)) and each is not scope]
    return any(name in _mentioned(each) for each in inner)


def _mentioned(function: ast.AST) -> Iterator[str]:
    own = set()
    if isinstance(function, _FUNCTIONS):
        spec = function.args
        own = {each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)}
    for each in walk(function):
        if isinstance(each, ast.Name) and each.id not in own:
            yield each.id
        elif isinstance(each, ast.Global | ast.Nonlocal):
            yield from each.names


def _in_text(module: Module, name: ast.Name) -> bool:
    """Whether the name stands in a formatted string, where Python does not say at which place."""
    above: ast.AST | None = parents(module).get(name)
    while isinstance(above, ast.expr):
        if isinstance(above, ast.JoinedStr):
            return True
        above = parents(module).get(above)
    return False
