"""Lists of assignments that are filled step by step: `updates = []` and `updates.append(v.assign(w))` are
`updates = [v.assign(w)]`, and a loop that only appends is `[v.assign(w) for v, w in pairs]`: the same operations.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.feed_steady import block_of
from codemods.feed_uses import scope_around
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements, replace_statement, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_METHODS = frozenset({"assign", "assign_add", "assign_sub", "minimize", "apply_gradients", "value", "read_value"})
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class _Filled:
    """The statement that makes the list, those that fill it, and what they put in."""

    name: str
    made: ast.Assign
    filling: Sequence[ast.stmt]
    elements: Sequence[ast.expr]


def with_updates_listed(module: Module, places: Collection[Place]) -> Module:
    """The module with displays in place of the lists that are filled at these places."""
    calls = [each for each in walk(module.tree) if isinstance(each, ast.Call) and module.place(each) in places]
    for name in dict.fromkeys(each.id for call in calls for each in _list_of(call)):
        found = _filled(module, name)
        if found is not None:
            return rewritten(module, apply_edits(module.text, _edits(module, found)))
    return module


def _list_of(call: ast.Call) -> Iterator[ast.Name]:
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name() as name, attr="append"), args=[given], keywords=[]):
            if not isinstance(given, ast.Starred):
                yield name
        case _:
            pass


def _filled(module: Module, name: str) -> _Filled | None:
    """None if not everything that happens to the list before it is full is understood."""
    places = [each for each in names_in(module) if each.id == name]
    stored = [each for each in places if not isinstance(each.ctx, ast.Load)]
    made = parents(module).get(stored[0]) if len(stored) == 1 else None
    if not isinstance(made, ast.Assign) or not _is_empty_list(made) or not stands_alone(module, made):
        return None
    block = block_of(module, made)
    filling, elements = _filling(module, name, block[block.index(made) + 1 :] if made in block else ())
    if not filling or not isinstance(scope_around(module, made), ast.Module | ast.FunctionDef):
        return None
    last = filling[-1].end_lineno or 0
    early = [each for each in places if each is not stored[0] and not any(_is_within(each, one) for one in filling)]
    if any(each.lineno <= last or _method(module, each) == "append" for each in early):
        return None
    found = _Filled(name, made, filling, elements)
    return found if all(stands_alone(module, each) for each in filling) and _means_the_same(module, found) else None


def _is_empty_list(made: ast.Assign) -> bool:
    match made:
        case ast.Assign(targets=[ast.Name()], value=ast.List(elts=[])):
            return True
        case ast.Assign(targets=[ast.Name()], value=ast.Call(func=ast.Name(id="list"), args=[], keywords=[])):
            return True
        case _:
            return False


def _filling(
    module: Module, name: str, statements: Sequence[ast.stmt]
) -> tuple[Sequence[ast.stmt], Sequence[ast.expr]]:
    """The statements that append, and what; a loop that appends is the only one."""
    found: list[ast.stmt] = []
    elements: list[ast.expr] = []
    for each in statements:
        match each:
            case ast.Expr(value=ast.Call() as call) if any(part.id == name for part in _list_of(call)):
                found.append(each)
                elements.append(call.args[0])
            case ast.For(body=[ast.Expr(value=ast.Call() as call)], orelse=[], type_comment=None) if not found and any(
                part.id == name for part in _list_of(call)
            ):
                return [each], [call.args[0]]
            case _:
                pass
    return found, elements


def _is_within(place: ast.AST, statement: ast.stmt) -> bool:
    return any(each is place for each in walk(statement))


def _method(module: Module, place: ast.Name) -> str:
    above = parents(module).get(place)
    return above.attr if isinstance(above, ast.Attribute) else ""


def _means_the_same(module: Module, found: _Filled) -> bool:
    """Whether the elements are the same where the last of them is put in."""
    loop = found.filling[0]
    if isinstance(loop, ast.For):
        return _is_only_of(module, loop)
    block = block_of(module, found.made)
    between = block[block.index(found.filling[0]) : block.index(found.filling[-1])]
    others = [each for each in between if each not in found.filling]
    calls = [call for each in found.elements for call in walk(each) if isinstance(call, ast.Call)]
    quiet = all(map(_only_binds, others)) and all(_only_builds(module, each) for each in calls)
    return not others or (quiet and not any(_is_bound_behind(found, each) for each in others))


def _only_binds(statement: ast.stmt) -> bool:
    """Whether a statement binds names, and changes nothing that an element above it may hold."""
    if not isinstance(statement, ast.Assign):
        return False
    stored = (each for target in statement.targets for each in walk(target))
    return not any(isinstance(each, ast.Subscript | ast.Attribute) for each in stored)


def _is_bound_behind(found: _Filled, statement: ast.stmt) -> bool:
    """Whether the statement binds a name that an element above it reads."""
    above = [part for each, part in zip(found.filling, found.elements, strict=True) if each.lineno < statement.lineno]
    names = [each for part in above for each in walk(part) if isinstance(each, ast.Name)]
    bound = {each.id for each in walk(statement) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    return any(each.id in bound for each in names)


def _only_builds(module: Module, call: ast.Call) -> bool:
    own = isinstance(call.func, ast.Attribute) and call.func.attr in _METHODS
    return own or Names.of(module).api_of(call.func) is not None


def _is_only_of(module: Module, loop: ast.For) -> bool:
    """Whether nothing else reads what the loop binds, and a function that the list captures would not see it."""
    bound = {each.id for each in walk(loop.target) if isinstance(each, ast.Name)}
    if any(isinstance(each, ast.Lambda | ast.NamedExpr | ast.Yield | ast.Await) for each in walk(loop)):
        return False
    others = [each for each in names_in(module) if each.id in bound and not _is_within(each, loop)]
    plain = all(isinstance(each, ast.Name | ast.Tuple | ast.Store) for each in walk(loop.target))
    return plain and all(_is_bound_there(module, each) for each in others if isinstance(each.ctx, ast.Load))


def _is_bound_there(module: Module, place: ast.Name) -> bool:
    """Whether a loop or comprehension around it binds the name."""
    above = parents(module).get(place)
    while above is not None:
        targets: list[ast.expr] = (
            [each.target for each in above.generators] if isinstance(above, _COMPREHENSIONS) else []
        )
        targets += [above.target] if isinstance(above, ast.For) and not _is_in(place, above.iter) else []
        if any(isinstance(each, ast.Name) and each.id == place.id for target in targets for each in walk(target)):
            return True
        above = parents(module).get(above)
    return False


def _is_in(place: ast.AST, expression: ast.expr) -> bool:
    return any(each is place for each in walk(expression))


def _edits(module: Module, found: _Filled) -> list[Edit]:
    loop = found.filling[0]
    if isinstance(loop, ast.For):
        target, source = module.source(loop.target), module.source(loop.iter)
        text = f"{found.name} = [{module.source(found.elements[0])} for {target} in {source}]"
        return [*remove_statements(module, [found.made]), replace_statement(module, loop, [text])]
    elements = [module.source(each) for each in found.elements]
    text = f"{found.name} = [{', '.join(elements)}]"
    if module.column(found.made) + len(text) > 100 and len(elements) > 1:
        inner = f",{module.newline}{' ' * (module.column(found.made) + 4)}"
        text = f"{found.name} = [{inner[1:]}{inner.join(elements)},{module.newline}{' ' * module.column(found.made)}]"
    gone = [found.made, *found.filling[:-1]]
    return [*remove_statements(module, gone), replace_statement(module, found.filling[-1], [text])]
