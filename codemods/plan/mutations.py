"""Places where a value is changed in place: who reads it once, in a function, would see another value than before."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.graph.program import GraphProgram, Node
from codemods.plan.changes import changes, deeply_changed, plain_values, put_into, same_values
from codemods.plan.changing_functions import ChangingFunctions, changing_functions, rebound_outside
from codemods.plan.handed import handed
from codemods.plan.imported_values import beside_called, import_bindings, library_names, read_as_values
from codemods.source.module import Module
from codemods.source.walk import statements, walk


@dataclass(frozen=True)
class Mutation:
    """`node` is the statement of the scope that does it; None: a function, which may be called at any time. `hidden`:
    the name is not written there; it denotes a part of what is, or is held by it. `perhaps`: code that is not followed
    may do it."""

    name: str
    node: int | None
    line: int
    hidden: bool = False
    perhaps: bool = False


@lru_cache(maxsize=8)
def mutations(program: GraphProgram, names: Names) -> tuple[Mutation, ...]:
    """Every change in place of a named value, also through another name for it."""
    near, classes = _aliases(program, plain_values), _aliases(program, same_values)
    imported = _imported(names) - _attributes_set(program)
    found = [each for each in _changes(program, names, classes) if each.name not in imported]
    spread = [replace(each, name=name) for each in found for name in near.get(each.name, {each.name})]
    spread += [replace(each, name=name, hidden=True) for each in found for name in classes.get(each.name, ())]
    return tuple(dict.fromkeys(sorted(spread, key=lambda each: each.hidden)))


def _changes(program: GraphProgram, names: Names, classes: Mapping[str, set[str]]) -> Iterator[Mutation]:
    """What each statement changes, by the names that it says or what these hold."""
    tree = names.module.tree
    instances, makers = _made_by(program, _own_classes(tree)), _made_by(program, _own_makers(program, names))
    called, places = instances | _own_modules(names), _places(program)
    for node in program.nodes:
        place = None if isinstance(node.statement, ast.FunctionDef | ast.ClassDef) else node.id
        for nodes in _pieces(program, node):
            parts = _parts(nodes)
            for name, line in (*changes(parts), *_changing(names.module).changed(nodes), *_called(parts, called)):
                yield Mutation(name, place, line)
            for name, line in beside_called(names, parts) if place is not None else ():
                yield Mutation(name, place, line, hidden=True, perhaps=True)
            for name in deeply_changed(parts):
                held = (each for one in classes.get(name, {name}) for each in places.get(one, ()))
                yield from (Mutation(each, place, node.statement.lineno, hidden=True) for each in held)
            for name, line in _called(parts, makers - instances) if place is not None else ():
                yield Mutation(name, place, line, hidden=True)
            for name, line in handed(names, parts) if place is not None else ():
                yield Mutation(name, place, line, hidden=True, perhaps=True)
    for function in _functions(program):
        yield from (Mutation(name, None, function.lineno) for name in sorted(rebound_outside(function)))


@lru_cache(maxsize=8)
def _changing(module: Module) -> ChangingFunctions:
    return changing_functions(module.tree)


@lru_cache(maxsize=4)
def _all_pieces(program: GraphProgram) -> Sequence[Sequence[Sequence[ast.AST]]]:
    """The pieces of every statement."""
    return [_taken_apart(program, node) for node in program.nodes]


def _pieces(program: GraphProgram, node: Node) -> Sequence[Sequence[ast.AST]]:
    return _all_pieces(program)[node.id]


def _taken_apart(program: GraphProgram, node: Node) -> list[Sequence[ast.AST]]:
    """The statement, piece by piece: the body of one that is opened is made of nodes of its own."""
    if not hasattr(node.statement, "body"):
        return [walk(node.statement)]
    in_function = isinstance(node.statement, ast.FunctionDef | ast.ClassDef)
    if id(node.statement) in _opened(program) and not in_function:
        return [_header(node.statement)]
    return [_header(each) for each in statements(node.statement)]


@lru_cache(maxsize=8)
def _opened(program: GraphProgram) -> frozenset[int]:
    return frozenset(id(block) for node in program.nodes for block in node.block)


def _places(program: GraphProgram) -> dict[str, set[str]]:
    """Name -> the names of what was put into it, if that can change."""
    literal = {each.name for each in program.definitions.values() if _is_literal(program.nodes[each.node].statement)}
    found: dict[str, set[str]] = {}
    for node in program.nodes:
        for nodes in _pieces(program, node):
            for name, place in put_into(nodes):
                found.setdefault(place, set()).update({name} - literal)
    return found


def _is_literal(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)


def _header(statement: ast.stmt) -> Sequence[ast.AST]:
    """What a compound statement does beside its bodies: its test, what it goes through, what it catches."""
    if not hasattr(statement, "body") and not isinstance(statement, ast.Match):
        return walk(statement)
    found: list[ast.AST] = [statement]
    for node in found:
        found += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.stmt)]
    return found


def _parts(nodes: Iterable[ast.AST]) -> list[ast.AST]:
    """Those that may change something."""
    kinds = (ast.Call, ast.Subscript, ast.Attribute, ast.AugAssign)
    return [node for node in nodes if isinstance(node, kinds)]


def _attributes_set(program: GraphProgram) -> set[str]:
    """The names of which an attribute is bound: `math.pi = 3` changes the module."""
    parts = (each for node in program.nodes for each in _parts(walk(node.statement)))
    stored = (each for each in parts if isinstance(each, ast.Attribute))
    return {each.value.id for each in stored if isinstance(each.ctx, ast.Store) and isinstance(each.value, ast.Name)}


def _imported(names: Names) -> set[str]:
    """The names of modules, or of what may be one: calling a function of a module does not change the module."""
    taken = {name for name, each, _ in import_bindings(names) if isinstance(each, ast.ImportFrom)}
    return library_names(names) | (taken - read_as_values(names) if taken else set())


def _own_modules(names: Names) -> set[str]:
    """The names of imported modules that may belong to the repository: their functions may change what they hold."""
    return {name for name, each, _ in import_bindings(names) if isinstance(each, ast.Import)} - _imported(names)


def _own_classes(tree: ast.AST) -> set[str]:
    return {each.name for each in statements(tree) if isinstance(each, ast.ClassDef)}


def _own_makers(program: GraphProgram, names: Names) -> set[str]:
    """The functions of the program, and what it imports from elsewhere than well-known libraries."""
    imported = {name for name, each, _ in import_bindings(names) if isinstance(each, ast.ImportFrom)} - library_names(
        names
    )
    functions = (each for each in statements(names.module.tree) if isinstance(each, ast.FunctionDef))
    return imported | {each.name for each in functions if each is not program.body}


def _made_by(program: GraphProgram, kinds: set[str]) -> set[str]:
    """The names of what these classes and functions return."""
    made = set()
    for node in program.nodes:
        match node.statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=kind))) if kind in kinds:
                made.add(name)
    return made


def _called(nodes: list[ast.AST], instances: set[str]) -> Iterator[tuple[str, int]]:
    """Calling a method of such an object may change it."""
    for node in nodes if instances else ():
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name))) if name in instances:
                yield name, node.lineno


def _functions(program: GraphProgram) -> list[ast.FunctionDef]:
    found = (each for each in statements(program.body) if isinstance(each, ast.FunctionDef))
    return [each for each in found if each is not program.body]


def _aliases(
    program: GraphProgram, bound: Callable[[Iterable[ast.AST]], Iterator[tuple[str, str]]]
) -> dict[str, set[str]]:
    """Name -> every name that may denote the same object or a part of it."""
    classes: dict[str, set[str]] = {}
    for node in program.nodes:
        pairs = (pair for nodes in _pieces(program, node) for pair in bound(nodes))
        for first, second in pairs if not isinstance(node.statement, ast.FunctionDef | ast.ClassDef) else ():
            merged = classes.get(first, {first}) | classes.get(second, {second})
            classes |= dict.fromkeys(merged, merged)
    return classes
