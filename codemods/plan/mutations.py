"""Places where a value is changed in place: who reads it once, in a function, would see another value than before."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from codemods.graph.changed_containers import CHANGING_METHODS
from codemods.graph.program import GraphProgram
from codemods.source.walk import statements, walk

_METHODS = CHANGING_METHODS | {
    "add", "discard", "fill", "shuffle", "resize", "itemset", "put", "partition", "appendleft", "popleft",
}  # fmt: skip


_LIBRARIES = frozenset({
    "numpy", "scipy", "matplotlib", "pandas", "sklearn", "tensorflow", "keras", "gym", "PIL", "cv2", "tqdm", "h5py",
    "seaborn", "six", "skimage", "networkx", "nltk", "requests", "yaml", "imageio", "mpl_toolkits", "pylab", "joblib",
})  # fmt: skip
_CHANGERS = frozenset({"copyto", "put", "place", "putmask", "fill_diagonal", "shuffle", "heapify", "heappush"})


@dataclass(frozen=True)
class Mutation:
    """`node` is the statement of the scope that does it; None: a function, which may be called at any time."""

    name: str
    node: int | None
    line: int


@lru_cache(maxsize=8)
def mutations(program: GraphProgram) -> tuple[Mutation, ...]:
    """Every change in place of a named value, also through another name for it."""
    functions = _functions(program)
    changing = ((each.name, _mutated_parameters(each)) for each in functions)
    mutating = {name: positions for name, positions in changing if positions}
    instances = _instances(program)
    modules = _own_modules(program)
    found: list[Mutation] = []
    opened = {id(block) for node in program.nodes for block in node.block}
    for node in program.nodes:
        in_function = isinstance(node.statement, ast.FunctionDef | ast.ClassDef)
        # the body of an opened statement is made of nodes of its own
        whole = in_function or id(node.statement) not in opened
        parts = _parts(walk(node.statement) if whole else _header(node.statement))
        own = _methods_called(parts, instances | modules)
        for name, line in (*_changes(parts), *_changes_by_call(parts, mutating), *own):
            found.append(Mutation(name, None if in_function else node.id, line))
    for function in functions:
        found += [Mutation(name, None, function.lineno) for name in _shared_names(function)]
    imported = _imported(program) - _attributes_set(program)
    found = [each for each in found if each.name not in imported]
    classes = _aliases(program)
    spread = [Mutation(name, each.node, each.line) for each in found for name in classes.get(each.name, {each.name})]
    return tuple(dict.fromkeys(spread))


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


def _instances(program: GraphProgram) -> set[str]:
    """The names of objects of the program's own classes."""
    classes = {each.name for each in statements(program.body) if isinstance(each, ast.ClassDef)}
    made = set()
    for node in program.nodes:
        match node.statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=kind))) if kind in classes:
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


def _aliases(program: GraphProgram) -> dict[str, set[str]]:
    """Name -> every name that may denote the same object or a part of it."""
    classes: dict[str, set[str]] = {}
    for node in program.nodes:
        for first, second in _same(node.statement):
            merged = classes.get(first, {first}) | classes.get(second, {second})
            classes |= dict.fromkeys(merged, merged)
    return classes


def _same(statement: ast.stmt) -> Iterator[tuple[str, str]]:
    match statement:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from _paired(target, value)
        case ast.For(target=target, iter=value):
            yield from _paired(target, value)
        case _:
            return


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    """The names that are bound, each with the one whose value it shares: `a, b = c, d[0]` binds them one by one."""
    match target, value:
        case ast.Tuple(elts=targets) | ast.List(elts=targets), ast.Tuple(elts=values) | ast.List(elts=values):
            starred = any(isinstance(each, ast.Starred) for each in (*targets, *values))
            every = [(one, each) for one in targets for each in values]
            for one, each in every if starred else zip(targets, values, strict=False):
                yield from _paired(one, each)
        case _, ast.Starred(value=starred):
            yield from _paired(target, starred)
        case _, ast.Name() | ast.Subscript() | ast.Attribute():
            root = root_name(value)
            names = (each.id for each in walk(target) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store))
            yield from ((name, root) for name in names if root is not None)
        case _:
            return


def _mutated_parameters(function: ast.FunctionDef) -> set[int]:
    """The positions of parameters that the function changes in place."""
    names = [each.arg for each in function.args.args]
    changed = {name for statement in function.body for name, _ in _changes(_parts(walk(statement)))}
    return {number for number, name in enumerate(names) if name in changed}


def _changes_by_call(nodes: list[ast.AST], mutating: Mapping[str, set[int]]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        given = [keyword.value for keyword in node.keywords if keyword.arg == "out"]
        if isinstance(node.func, ast.Name):
            given += [each for number, each in enumerate(node.args) if number in mutating.get(node.func.id, set())]
        yield from ((root, node.lineno) for root in map(root_name, given) if root is not None)


def _shared_names(function: ast.FunctionDef) -> set[str]:
    """The names of the scope around that the function binds anew."""
    shared = {name for each in walk(function) if isinstance(each, ast.Global | ast.Nonlocal) for name in each.names}
    stored = {each.id for each in walk(function) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    return shared & stored


def _changes(nodes: list[ast.AST]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        match node:
            case ast.Subscript(ctx=ast.Store() | ast.Del()) | ast.Attribute(ctx=ast.Store() | ast.Del()):
                root = root_name(node)
            case ast.AugAssign(target=target):
                root = root_name(target)
            case ast.Call(func=ast.Attribute(attr=attribute)) if attribute in _CHANGERS:
                yield from _changed_arguments(node)
                continue
            case ast.Call(func=ast.Attribute(value=owner, attr=attribute), args=arguments) if attribute in _METHODS:
                root = root_name(owner)
                yield from (
                    (each.id, node.lineno)
                    for each in arguments[:1]
                    if attribute == "shuffle" and isinstance(each, ast.Name)
                )
            case _:
                continue
        if root is not None:
            yield root, node.lineno


def _changed_arguments(call: ast.Call) -> Iterator[tuple[str, int]]:
    """`np.copyto(a, b)` and its like change their first argument."""
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr in _CHANGERS and call.args:
        root = root_name(call.args[0])
        if root is not None:
            yield root, call.lineno


def root_name(node: ast.expr) -> str | None:
    """The name that an attribute or item is taken from, however deep."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
