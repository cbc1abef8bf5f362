"""Places where a value is changed in place: who reads it once, in a function, would see another value than before."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from codemods.graph.program import GraphProgram, Node
from codemods.plan.changes import changes, deeply_changed, plain_values, put_into, same_values
from codemods.plan.changing_functions import changing_functions
from codemods.source.walk import statements, walk

_LIBRARIES = frozenset({
    "numpy", "scipy", "matplotlib", "pandas", "sklearn", "tensorflow", "keras", "gym", "PIL", "cv2", "tqdm", "h5py",
    "seaborn", "six", "skimage", "networkx", "nltk", "requests", "yaml", "imageio", "mpl_toolkits", "pylab", "joblib",
})  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """`node` is the statement of the scope that does it; None: a function, which may be called at any time. `hidden`:
    the name is not written there; it denotes a part of what is, or is held by it."""

    name: str
    node: int | None
    line: int
    hidden: bool = False


@lru_cache(maxsize=8)
def mutations(program: GraphProgram) -> tuple[Mutation, ...]:
    """Every change in place of a named value, also through another name for it."""
    functions = _functions(program)
    changing = changing_functions(program.body)
    instances, perhaps = _made_by(program, _own_classes(program)), _made_by(program, _own_makers(program))
    modules = _own_modules(program)
    found: list[Mutation] = []
    near, classes, places = _aliases(program, plain_values), _aliases(program, same_values), _places(program)
    for node in program.nodes:
        in_function = isinstance(node.statement, ast.FunctionDef | ast.ClassDef)
        for nodes in _pieces(program, node):
            parts = _parts(nodes)
            own = _methods_called(parts, instances | modules)
            for name, line in (*changes(parts), *changing.changed(nodes), *own):
                found.append(Mutation(name, None if in_function else node.id, line))
            for name in deeply_changed(parts):
                held = (each for one in classes.get(name, {name}) for each in places.get(one, ()))
                place = None if in_function else node.id
                found += [Mutation(each, place, node.statement.lineno, hidden=True) for each in held]
            for name, line in _methods_called(parts, perhaps - instances):
                if not in_function:
                    found.append(Mutation(name, node.id, line, hidden=True))
    for function in functions:
        found += [Mutation(name, None, function.lineno) for name in _shared_names(function)]
    imported = _imported(program) - _attributes_set(program)
    found = [each for each in found if each.name not in imported]
    spread = [replace(each, name=name) for each in found for name in near.get(each.name, {each.name})]
    spread += [replace(each, name=name, hidden=True) for each in found for name in classes.get(each.name, ())]
    return tuple(dict.fromkeys(sorted(spread, key=lambda each: each.hidden)))


def _pieces(program: GraphProgram, node: Node) -> list[Sequence[ast.AST]]:
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


def _header(statement: ast.stmt) -> list[ast.AST]:
    """What a compound statement does beside its bodies: its test, what it goes through, what it catches."""
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


def _imported(program: GraphProgram) -> set[str]:
    """The names of modules: calling a function of a module does not change the module."""
    parts = (node for node in program.nodes if isinstance(node.statement, ast.ImportFrom))
    return library_names(program) | {each.name for node in parts for each in node.defines}


def library_names(program: GraphProgram) -> set[str]:
    """The names of well-known libraries and of what is imported from them."""
    found = set()
    for node in program.nodes:
        match node.statement:
            case ast.ImportFrom(module=str(name), level=0) if _is_library(name):
                found |= {each.name for each in node.defines}
            case ast.Import(names=aliases):
                known = {each.asname or each.name.split(".")[0] for each in aliases if _is_library(each.name)}
                found |= {each.name for each in node.defines if each.name in known}
    return found


def _is_library(name: str) -> bool:
    root = name.split(".")[0]
    return root in sys.stdlib_module_names or root in _LIBRARIES


def _own_modules(program: GraphProgram) -> set[str]:
    """The names of imported modules that may belong to the repository: their functions may change what they hold."""
    imports = (node for node in program.nodes if isinstance(node.statement, ast.Import))
    return {each.name for node in imports for each in node.defines} - _imported(program)


def _own_classes(program: GraphProgram) -> set[str]:
    return {each.name for each in statements(program.body) if isinstance(each, ast.ClassDef)}


def _own_makers(program: GraphProgram) -> set[str]:
    """The functions of the program, and what it imports from elsewhere than well-known libraries."""
    imports = (node for node in program.nodes if isinstance(node.statement, ast.ImportFrom))
    imported = {each.name for node in imports for each in node.defines} - library_names(program)
    return imported | {each.name for each in _functions(program)}


def _made_by(program: GraphProgram, kinds: set[str]) -> set[str]:
    """The names of what these classes and functions return."""
    made = set()
    for node in program.nodes:
        match node.statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=kind))) if kind in kinds:
                made.add(name)
    return made


def _methods_called(nodes: list[ast.AST], instances: set[str]) -> Iterator[tuple[str, int]]:
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


def _shared_names(function: ast.FunctionDef) -> set[str]:
    """The names of the scope around that the function binds anew."""
    shared = {name for each in walk(function) if isinstance(each, ast.Global | ast.Nonlocal) for name in each.names}
    stored = {each.id for each in walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    return shared & stored
