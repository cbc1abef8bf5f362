"""What a loop goes through: whether it can be gone through again, and how together with lists as long as it."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Set

from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_THROUGH = frozenset({"enumerate", "zip", "reversed", "sorted"})
_LISTS = frozenset({"list", "tuple", "sorted", "range", "dict"})


def is_repeatable(module: Module, node: ast.expr, loop: ast.For) -> bool:
    """Whether going through it twice gives the same elements twice."""
    match node:
        case ast.Call(func=ast.Name(id="range"), args=arguments, keywords=[]):
            return not any(isinstance(each, ast.Starred) for each in arguments) and all(map(_is_plain, arguments))
        case ast.Call(func=ast.Name(id=name), args=[*arguments], keywords=[]) if name in _THROUGH:
            return bool(arguments) and all(is_repeatable(module, each, loop) for each in arguments[: _sources(name)])
        case ast.Call(func=ast.Attribute(value=ast.Name() as held, attr="items" | "keys" | "values"), args=[]):
            return is_repeatable(module, held, loop)
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return all(map(_is_plain, elts))
        case ast.Subscript(value=ast.Name() as held, slice=ast.Slice() as part):
            return is_repeatable(module, held, loop) and _is_plain(part)
        case ast.Name():
            return _is_list(module, node, loop)
        case _:
            return False


def _sources(name: str) -> int | None:
    return 1 if name == "enumerate" else None


def _is_plain(node: ast.expr) -> bool:
    """Whether evaluating it does nothing and gives the same again."""
    calls = (each for each in walk(node) if isinstance(each, ast.Call))
    other = (ast.Lambda, ast.NamedExpr, ast.Await, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
    return all(isinstance(each.func, ast.Name) and each.func.id in ("len", "int") for each in calls) and not any(
        isinstance(each, other) for each in walk(node)
    )


def _is_list(module: Module, node: ast.Name, loop: ast.For) -> bool:
    """Whether the name is bound once, to something that is no iterator."""
    bound = [each for each in names_in(module) if each.id == node.id and not isinstance(each.ctx, ast.Load)]
    if len(bound) != 1 or not _is_seen(module, bound[0], loop):
        return False
    statement = parents(module).get(bound[0])
    if isinstance(statement, ast.Tuple):
        return _is_list_of_pair(module, statement, bound[0])
    return isinstance(statement, ast.Assign) and statement.targets == [bound[0]] and _is_collection(statement.value)


def _is_seen(module: Module, name: ast.Name, loop: ast.For) -> bool:
    """Whether the loop reads the name that is bound there, and no parameter or function of the same name."""
    functions = _functions_around(module, loop)
    around = _functions_around(module, name)
    if not all(isinstance(each, ast.FunctionDef) and each in functions for each in around):
        return False
    inner = functions[: len(functions) - len(around)]
    given = {each.arg for function in inner for each in walk(function) if isinstance(each, ast.arg)}
    made = {each.name for each in walk(module.tree) if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    imported = {(each.asname or each.name) for each in walk(module.tree) if isinstance(each, ast.alias)}
    return name.id not in given | made | imported


def _functions_around(module: Module, node: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    above: ast.AST | None = parents(module).get(node)
    while above is not None:
        found += [above] if isinstance(above, ast.FunctionDef | ast.Lambda | ast.ClassDef) else []
        above = parents(module).get(above)
    return found


def _is_list_of_pair(module: Module, target: ast.Tuple, name: ast.Name) -> bool:
    match parents(module).get(target):
        case ast.Assign(targets=[first], value=ast.Tuple(elts=elts)) if first is target:
            return len(elts) == len(target.elts) and _is_collection(elts[target.elts.index(name)])
        case _:
            return False


def _is_collection(value: ast.expr) -> bool:
    match value:
        case ast.List() | ast.Tuple() | ast.Dict() | ast.ListComp() | ast.DictComp() | ast.Constant(value=str()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in _LISTS
        case ast.BinOp(left=left, right=right, op=ast.Add()):
            return _is_collection(left) or _is_collection(right)
        case ast.BinOp(left=left, right=right, op=ast.Mult()):
            return isinstance(left, ast.List | ast.Tuple) or isinstance(right, ast.List | ast.Tuple)
        case ast.Call(func=ast.Attribute(attr="split" | "copy" | "tolist")):
            return True
        case _:
            return False


def zipped_header(module: Module, loop: ast.For, lists: Mapping[str, str], read: Set[str]) -> str:
    """`target in iterable` for a loop that goes through these lists too; what it does not read is left out."""
    names, target = ", ".join(lists), module.source(loop.target)
    through = ", ".join(lists.values())
    together = f"zip({through})" if len(lists) > 1 else through
    if not _names(loop.target) & read:
        return f"{names} in {together}"
    match loop.target, loop.iter:
        case ast.Tuple(elts=[ast.Name(id=number), element]), ast.Call(func=ast.Name(id="enumerate"), args=[one]):
            inner, source = module.source(element), module.source(one)
            grouped = f"({inner})" if isinstance(element, ast.Tuple) and not inner.startswith("(") else inner
            if number not in read:
                return f"{grouped}, {names} in zip({source}, {through})"
            if not _names(element) & read:
                return f"{number}, {f'({names})' if len(lists) > 1 else names} in enumerate({together})"
            return f"{number}, ({grouped}, {names}) in enumerate(zip({source}, {through}))"
        case ast.Tuple(elts=elts), ast.Call(func=ast.Name(id="zip"), args=given) if len(elts) == len(given):
            sources = ", ".join(map(module.source, given))
            inner = ", ".join(_grouped(module, each) for each in elts)
            return f"{inner}, {names} in zip({sources}, {through})"
        case ast.Name(), ast.Call(func=ast.Name(id="range"), args=[_]):
            return f"{target}, {f'({names})' if len(lists) > 1 else names} in enumerate({together})"
        case _:
            return f"{_grouped(module, loop.target)}, {names} in zip({module.source(loop.iter)}, {through})"


def _grouped(module: Module, target: ast.expr) -> str:
    text = module.source(target)
    return f"({text})" if isinstance(target, ast.Tuple) and not text.startswith("(") else text


def _names(target: ast.expr) -> set[str]:
    return {each.id for each in walk(target) if isinstance(each, ast.Name)}
