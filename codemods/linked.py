"""A program whose functions are spread over modules, as one text; or what forbids to read it like that."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codemods.analysis.bindings import Imported
from codemods.analysis.main_guard import asks_for_main
from codemods.analysis.names import Import, Names, canonical
from codemods.emit.writer import indentation
from codemods.imported import Targets, spelled, submodule
from codemods.plan.names import bound_names
from codemods.program_map import Closure, candidates, runs
from codemods.qualified import without_module
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.joined import borders_of, has_marks, import_mark, join
from codemods.source.module import FileProblem, Module, parse_module
from codemods.source.tree import parents
from codemods.source.walk import walk

_CONSTANTS = (ast.Constant, ast.Name, ast.Attribute, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.UnaryOp, ast.BinOp,
              ast.unaryop, ast.operator, ast.expr_context)  # fmt: skip


class NotLinked(Exception):
    """Why modules of a program cannot be read as one; `path`: the module that is the reason."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Link:
    """`from module import names` of one part, which means another one; `local`: what the module itself is called where
    the import brings that."""

    path: str
    statement: ast.Import | ast.ImportFrom
    target: str
    local: str = ""

    @property
    def is_star(self) -> bool:
        """Whether it takes everything."""
        return self.statement.names[0].name == "*"


@dataclass(frozen=True)
class Linked:
    """`module`: the text of all parts; `parts`: in the order in which Python runs them, the entry last."""

    module: Module
    parts: Mapping[str, Module]
    links: tuple[Link, ...]
    texts: Mapping[str, str]  # of the parts, with marks for the imports


def link(closure: Closure, modules: Mapping[str, Module], targets: Targets, wanted: frozenset[str]) -> Linked:
    """The entry with these modules of its program. Raises `NotLinked`."""
    entry = modules[closure.entry]
    for path in sorted(wanted):
        _check_library(modules[path])
    links = tuple(each for path in closure.modules for each in _links(path, modules, targets, wanted, closure.entry))
    order = [*_order(wanted, links), closure.entry]
    parts = {path: modules[path] for path in order}
    for path, module in parts.items():
        _check_text(module, entry)
        _check_free(module, links, parts)
        for other in (each for each in parts.values() if each is not module):
            _check_builtins(module, other)
            if path != entry.path:
                _check_names(module, other, links)
    _check_stars(entry, [each for each in links if each.path == closure.entry], targets, modules, parts)
    return _joined(entry, parts, links)


def is_library(module: Module) -> bool:
    """Whether a module only defines functions and constants."""
    try:
        _check_library(module)
    except NotLinked:
        return False
    return True


def _check_library(module: Module) -> None:
    """A module that only defines: nothing of it depends on when it runs."""
    names = Names.of(module)
    reason = ""
    if runs(module) or asks_for_main(module):
        reason = "it runs the graph itself"
    elif names.stars:
        reason = "what it imports by `*` is not known"
    elif "__all__" in names.scopes.top.bindings or any(isinstance(each, ast.Global) for each in parents(module)):
        reason = "it says which of its names are handed on, or changes them"
    elif not all(_only_defines(each) for each in module.tree.body):
        reason = "it does more than define functions and constants"
    elif _unknown(names):
        reason = f"it does not say where `{_unknown(names)[0]}` comes from"
    if reason:
        raise NotLinked(module.path, reason)


def _only_defines(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.FunctionDef(decorator_list=[]):
            return True
        case ast.Assign(targets=[ast.Name()], value=value):
            return all(isinstance(each, _CONSTANTS) for each in walk(value))
        case _:
            return False


def _unknown(names: Names) -> list[str]:
    found = {each.id for each, scope in names.scopes.scope_of.items() if scope.owner(each.id) is None}
    return sorted(each for each in found if not hasattr(builtins, each) and each != "__file__")


def _links(
    path: str, modules: Mapping[str, Module], targets: Targets, wanted: frozenset[str], entry: str
) -> Iterator[Link]:
    """The imports of a module that mean one of those that are wanted."""
    module = modules[path]
    for statement in Names.of(module).import_statements:
        meant = {each for part in _meant(statement) for each in candidates(path, part)} & wanted
        if not meant or meant == {path}:
            continue
        if path not in wanted and path != entry:
            raise NotLinked(path, "it imports a module that builds graph, and does so by itself")
        if statement not in module.tree.body:
            raise NotLinked(path, "it imports a module that builds graph inside of a block")
        found = _link(path, statement, targets)
        if found is None or found.target not in wanted:
            raise NotLinked(path, "it imports a module that builds graph in another way than by its name alone")
        defined = Names.of(modules[found.target]).scopes.top.bindings
        if not found.local and any(each.name not in (*defined, "*") for each in statement.names):
            raise NotLinked(path, "it imports something that the other module does not define")
        yield found


def _link(path: str, statement: ast.Import | ast.ImportFrom, targets: Targets) -> Link | None:
    """Functions of a module by their own names, or one module."""
    alias = statement.names[0]
    if isinstance(statement, ast.ImportFrom):
        target = targets.get((path, spelled(statement)))
        if target is not None and not target.endswith("__init__.py"):
            return None if any(each.asname for each in statement.names) else Link(path, statement, target)
        name = submodule(statement, alias)
    else:
        name = alias.name if alias.asname or "." not in alias.name else ""
    target = targets.get((path, name)) if len(statement.names) == 1 else None
    return None if target is None else Link(path, statement, target, alias.asname or alias.name)


def _meant(statement: ast.Import | ast.ImportFrom) -> list[Import]:
    names = tuple(each.name for each in statement.names)
    if isinstance(statement, ast.ImportFrom):
        return [Import(statement.level, statement.module or "", names)]
    return [Import(0, each, ()) for each in names]


def _order(wanted: frozenset[str], links: Sequence[Link]) -> list[str]:
    """Each module behind those that it imports."""
    found: list[str] = []
    rest = sorted(wanted)
    while rest:
        ready = [path for path in rest if all(each.target in found for each in links if each.path == path)]
        if not ready:
            raise NotLinked(rest[0], "modules that build graph import one another")
        found += ready
        rest = [path for path in rest if path not in ready]
    return found


def _check_text(module: Module, entry: Module) -> None:
    indented = any(isinstance(each, ast.FunctionDef) for each in module.tree.body)
    if module.script is not None:
        raise NotLinked(module.path, "a notebook takes functions of a module that builds graph")
    if has_marks(module.text):
        raise NotLinked(module.path, "it has text that stands for something else here")
    if "\r" in module.text or "\f" in module.text:
        raise NotLinked(module.path, "its line ends are not those of the other modules")
    if indented and indentation(module) != indentation(entry):
        raise NotLinked(module.path, "it is indented otherwise than the program that imports it")


def _check_names(module: Module, other: Module, links: Sequence[Link]) -> None:
    """No name that a module defines for its functions may mean something else in another one."""
    top, theirs = Names.of(module).scopes.top.bindings, Names.of(other).scopes.top.bindings
    linked = {id(alias) for each in links for alias in each.statement.names}
    taken = {alias.name for each in links if each.path == module.path for alias in each.statement.names}
    bound = bound_names(each for each in parents(other) if id(each) not in linked)
    for name in sorted(top.keys() - taken):
        own = _imported(top[name])
        if name in bound and (own is None or own != _imported(theirs.get(name, ()))):
            raise NotLinked(module.path, f"`{name}` is another name in {other.path}")


def _check_free(module: Module, links: Sequence[Link], parts: Mapping[str, Module]) -> None:
    """A name that comes from somewhere else may not be one of another part that does not bring it."""
    own = [each for each in links if each.path == module.path and not each.local]
    brought = {name.name for each in own for name in each.statement.names}
    brought |= {name for each in own if each.is_star for name in Names.of(parts[each.target]).scopes.top.bindings}
    others = {
        name for each in parts.values() if each is not module for name in Names.of(each).scopes.top.bindings
    }  # fmt: skip
    unclear = sorted((set(_unknown(Names.of(module))) & others) - brought)
    if unclear:
        raise NotLinked(module.path, f"it does not say where `{unclear[0]}` comes from")


def _check_builtins(module: Module, other: Module) -> None:
    theirs = Names.of(other).scopes
    for name in Names.of(module).scopes.top.bindings:
        if hasattr(builtins, name) and name in theirs.words and name not in theirs.top.bindings:
            raise NotLinked(module.path, f"it redefines `{name}`")


def _imported(bindings: Sequence[object]) -> str | None:
    """What a name is if imports alone bind it."""
    found = {(canonical(each.dotted) or each.dotted) if isinstance(each, Imported) else None for each in bindings}
    return found.pop() if len(found) == 1 else None


def _check_stars(
    entry: Module, links: Sequence[Link], targets: Targets, modules: Mapping[str, Module], parts: Mapping[str, Module]
) -> None:
    """A later `from x import *` may not bring names of the modules again."""
    own = [each.statement for each in links]
    names = {name for path, part in parts.items() if path != entry.path for name in _defined(part)}
    for star in Names.of(entry).stars:
        if star in own or not own or star.lineno < min(each.lineno for each in own):
            continue
        target = targets.get((entry.path, spelled(star)))
        if target is None or Names.of(modules[target]).stars or names & set(_defined(modules[target])):
            raise NotLinked(entry.path, f"`from {spelled(star)} import *` may bring other functions of the same names")


def _defined(module: Module) -> list[str]:
    return [name for name, bound in Names.of(module).scopes.top.bindings.items() if _imported(bound) is None]


def _joined(entry: Module, parts: Mapping[str, Module], links: Sequence[Link]) -> Linked:
    texts = {path: part.text for path, part in parts.items()}
    for path, part in parts.items():
        edits = [
            Edit(*part.span(each.statement), import_mark(number, _lines(each.statement)))
            for number, each in enumerate(links)
            if each.path == path
        ]
        for each in (found for found in links if found.path == path and found.local):
            bare = without_module(part, each.local, Names.of(parts[each.target]).scopes.top.bindings)
            if bare is None or sum(found.target == each.target for found in links if found.path == path) > 1:
                raise NotLinked(path, f"it uses `{each.local}` in another way than to call its functions")
            edits += bare
        texts[path] = apply_edits(part.text, edits)
    handed_on = {name: dotted for part in parts.values() for name, dotted in part.reexports.items()}
    if any(part.reexports.get(name, dotted) != dotted for part in parts.values() for name, dotted in handed_on.items()):
        raise NotLinked(entry.path, "its modules hand on different names of TensorFlow")
    text = join(texts)
    module = parse_module(entry.path, text.encode())
    if isinstance(module, FileProblem):
        raise NotLinked(entry.path, module.reason)
    return Linked(replace(module, reexports=handed_on, borders=borders_of(text)), parts, tuple(links), texts)


def _lines(statement: ast.stmt) -> int:
    return (statement.end_lineno or statement.lineno) - statement.lineno + 1
