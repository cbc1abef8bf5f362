"""What functions of the program put into collections of tensors: penalties of the variables that they make, and
tensors of their own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

from codemods.api import table
from codemods.api.context import collects
from codemods.graph import values
from codemods.graph.evaluate import Evaluation
from codemods.graph.passed import is_bound, parameters_of
from codemods.graph.program import Deferred, Entry, Node, Term, Use
from codemods.graph.record import Record
from codemods.graph.values import Kind, Value
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_KIND = "collection-query"
_ONCE = (ast.FunctionDef, ast.If, ast.With)
_STRAIGHT = (ast.FunctionDef, ast.With, ast.withitem, ast.Assign, ast.AnnAssign, ast.Expr, ast.Return, ast.keyword)


def fill_in_function(build: Evaluation, node: ast.Call, key: str, expression: ast.expr, value: Value) -> bool:
    """Note what a followed function puts into a collection; False if it cannot be read elsewhere."""
    entries = build.collections.entries.setdefault(key, [])
    found = _deferred(build, node, key, expression)
    if found is not None:
        if any(each.term.deferred is None for each in entries) or key in build.collections.read or build.looped:
            return False
        if not entries:
            entries.append(Entry(Term(deferred=key), (values.TENSOR,)))
        build.collections.deferred[found.statement] = found
        build.record.defers[key] = None
    elif _is_own(build, node, expression):
        entries.append(Entry(Term(expression=expression), (value,), home=build.functions[-1]))
        build.collections.gone[node] = None
    else:
        return False
    build.collections.unread.setdefault(key, node)
    return True


def _deferred(build: Evaluation, node: ast.Call, key: str, expression: ast.expr) -> Deferred | None:
    """A penalty that can be computed later from what the function has made, and from its parameters."""
    function, statement = build.functions[-1], parents(build.module).get(node)
    if not isinstance(function, ast.FunctionDef) or not isinstance(statement, ast.Expr) or build.scopes.reuse:
        return None
    named = _assigned(function, expression)
    whole = named.value if named is not None else expression
    lasting = all(_is_lasting(build, function, each) for each in walk(whole))
    places = [statement, named] if named is not None else [statement]
    once = all(_is_in(build.module, each, function, _ONCE) and _is_alone(build.module, each) for each in places)
    if not lasting or not once or not _is_visible(build, function):
        return None
    return Deferred(key, function, statement, whole, named)


def _assigned(function: ast.FunctionDef, expression: ast.expr) -> ast.Assign | None:
    """The assignment to a name that is read here and nowhere else."""
    if not isinstance(expression, ast.Name):
        return None
    same = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == expression.id]
    for each in walk(function):
        match each:
            case ast.Assign(targets=[ast.Name() as target]) if target in same and len(same) == 2:
                return each
            case _:
                pass
    return None


def _is_lasting(build: Evaluation, function: ast.FunctionDef, part: ast.AST) -> bool:
    """Whether a part of the expression means the same whenever it is computed."""
    match part:
        case ast.Call(func=function_called):
            symbol = table.symbol(build.names.api_of(function_called) or "")
            return symbol is not None and symbol.stage == table.Stage.TENSOR and not collects(symbol.name)
        case ast.Attribute():
            return build.names.api_of(part) is not None
        case ast.Name(id=name):
            return build.names.api_of(part) is not None or _is_bound_once(build, function, name)
        case ast.Constant() | ast.BinOp() | ast.UnaryOp() | ast.keyword() | ast.operator() | ast.unaryop() | ast.Load():
            return True
        case _:
            return False


def _is_bound_once(build: Evaluation, function: ast.FunctionDef, name: str) -> bool:
    """Whether the name is a plain parameter of the function, or a variable that it makes under this name."""
    value = build.environment.frames[-1].get(name)
    if value is None:
        return False
    if name in parameters_of(function):
        return value.kind == Kind.PYTHON and value.items is None and not is_bound(function, name)
    stores = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == name]
    bound = [each for each in stores if not isinstance(each.ctx, ast.Load)]
    made = value.kind == Kind.VARIABLE and value.items is None and value.element is None
    return made and len(bound) == 1 and _is_in(build.module, bound[0], function, _STRAIGHT)


def _is_own(build: Evaluation, node: ast.Call, expression: ast.expr) -> bool:
    """Whether it is a tensor of a function that is called once, under a name that means nothing else."""
    function, statement = build.functions[-1], parents(build.module).get(node)
    if not isinstance(expression, ast.Name) or not isinstance(statement, ast.Expr):
        return False
    bound = [each for each in walk(function) if isinstance(each, ast.Name) and each.id == expression.id
             and not isinstance(each.ctx, ast.Load)]  # fmt: skip
    return len(bound) == 1 and is_read_once(build, node) and _is_alone(build.module, statement)


def is_read_once(build: Evaluation, node: ast.Call) -> bool:
    """Whether a call stands in a function of the program that is called in one place, and does it there once."""
    if len(build.functions) != 1 or build.builders or build.looped:
        return False
    function = build.functions[0]
    if not isinstance(function, ast.FunctionDef) or not _is_visible(build, function):
        return False
    read = [each for each in names_in(build.module) if each.id == function.name]
    return len(read) == 1 and _is_in(build.module, node, function, (*_STRAIGHT, ast.Call, ast.List, ast.BinOp))


def _is_in(module: Module, node: ast.AST, function: ast.FunctionDef, allowed: tuple[type[ast.AST], ...]) -> bool:
    """Whether nothing but such nodes is between this one and the function."""
    above = parents(module).get(node)
    while above is not function:
        if above is None or not isinstance(above, allowed):
            return False
        above = parents(module).get(above)
    return True


def _is_alone(module: Module, statement: ast.stmt) -> bool:
    """Whether the lines of a statement hold nothing else but comments."""
    start, end = module.span(statement)
    lines = module.text[module.line_starts[statement.lineno - 1] : start]
    rest = module.text[end:].split("\n", 1)[0].strip()
    return not lines.strip() and (not rest or rest.startswith("#"))


def _is_visible(build: Evaluation, function: ast.FunctionDef) -> bool:
    """Whether the function stands in the file of the program, outside of other functions, once under its name."""
    functions = [each for each in walk(build.module.tree) if isinstance(each, ast.FunctionDef)]
    same = [each for each in functions if each.name == function.name]
    elsewhere = bool(build.module.borders) and function.lineno < build.module.borders[-1].line
    return function in build.module.tree.body and len(same) == 1 and not elsewhere and not function.decorator_list


def check_deferred(build: Evaluation, statement: ast.stmt, record: Record, named: bool) -> None:
    """A statement that gives variables penalties makes them, and has a name for them."""
    if record.defers and not (named and (record.creations or record.state_in_function or record.layers)):
        build.note(_KIND, statement, "tf.add_to_collection", "the variable that it belongs to has no name")


def unclear_deferred(build: Evaluation, runs_once: bool) -> Iterator[Obstacle]:
    """The functions of penalties are collected for the whole module: only one graph may fill them, and once."""
    for each in build.collections.deferred.values():
        if not runs_once:
            place = build.module.place(each.statement)
            yield obstacle(_KIND, place, "tf.add_to_collection", "the graph may be built more than once")


def settled_deferred(nodes: Sequence[Node]) -> list[Node]:
    """Statements that read the penalties of variables need what made these."""
    return [_settled(node, nodes) if node.collected else node for node in nodes]


def _settled(node: Node, nodes: Sequence[Node]) -> Node:
    makers = [each for each in nodes if deferred_keys(node).intersection(each.defers) and each.id < node.id]
    if not makers:
        return node
    needed = {Use(one.name, one.id): None for each in makers if not each.layers for one in each.defines}
    collected = tuple(replace(each, uses=tuple({**dict.fromkeys(each.uses), **needed})) for each in node.collected)
    return replace(node, uses=tuple({**dict.fromkeys(node.uses), **needed}), collected=collected)


def deferred_keys(node: Node) -> frozenset[str]:
    """The collections of which a statement reads the penalties of variables."""
    return frozenset(term.deferred for each in node.collected for term in each.terms if term.deferred is not None)
