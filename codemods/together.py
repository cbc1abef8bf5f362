"""Modules of one program made native together: a function changes where it stands, its imports with it."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import replace

from codemods.analysis.names import Names
from codemods.linked import Link, Linked
from codemods.native import RESTRUCTURE, NativeModule, Restructured, refusal, restructure, translate
from codemods.obstacles import obstacle
from codemods.qualified import with_module
from codemods.rule import Edit, Obstacle, Options, Place
from codemods.source.edits import apply_edits
from codemods.source.joined import FilesMixedUp, split, with_imports
from codemods.source.module import Module, rewritten, text_of
from codemods.source.walk import walk

_KIND = "foreign-builder"
_DEFINED = (ast.FunctionDef, ast.ClassDef)


def make_native_together(linked: Linked, options: Options) -> dict[str, NativeModule]:
    """Path -> what becomes of each part; where the last one, the entry, has obstacles, none is to be used."""
    entry = list(linked.parts)[-1]
    try:
        return _make(linked, entry, options)
    except FilesMixedUp as error:
        found = obstacle(_KIND, Place(entry, 1, 0), entry, str(error))
    except Exception as error:  # one bad file never stops a run
        found = refusal(entry, error)
    return {entry: NativeModule(obstacles=(found,))}


def _make(linked: Linked, entry: str, options: Options) -> dict[str, NativeModule]:
    done = restructure(linked.module, options)
    if done.obstacles:
        return {entry: NativeModule(obstacles=done.obstacles)}
    after = _parts_after(linked, split(done.module.text, linked.texts))
    strays = tuple(each for path in after for each in _strays(linked, path, after))
    if strays:
        return {entry: NativeModule(obstacles=strays)}
    made = {path: translate(old, after[path], options) for path, old in linked.parts.items()}
    made = {path: _with_findings(each, path, done) for path, each in made.items()}
    made[entry] = replace(made[entry], steps=done.steps, assumptions=done.assumptions)
    found = tuple(each for part in made.values() for each in part.obstacles) or tuple(_mismatched(linked, made))
    return {entry: NativeModule(obstacles=found)} if found else made


def _parts_after(linked: Linked, texts: Mapping[str, str]) -> dict[str, Module]:
    """The parts as they are written, their imports with the new names."""
    after: dict[str, Module] = {}
    for path, text in texts.items():
        statements = {
            number: _statement(linked, each, after) for number, each in enumerate(linked.links) if each.path == path
        }
        after[path] = rewritten(linked.parts[path], with_imports(_qualified(linked, path, text, after), statements))
    return after


def _qualified(linked: Linked, path: str, text: str, after: Mapping[str, Module]) -> str:
    """The text with the modules before the names that it takes through them."""
    links = [each for each in linked.links if each.path == path and each.local]
    if not links:
        return text
    locals_of: dict[str, str] = {}
    for each in links:
        for name in _top(after[each.target]):
            other = locals_of.setdefault(name, each.local)
            if other != each.local:
                locals_of[name] = ""
    marked = rewritten(linked.parts[path], text)
    if any(not locals_of.get(name, "-") for name in _free(marked)):
        raise FilesMixedUp("two of its modules have the same name for something")
    try:
        return apply_edits(text, list(with_module(marked, locals_of)))
    except ValueError as error:
        raise FilesMixedUp(str(error)) from error


def _statement(linked: Linked, link: Link, after: Mapping[str, Module]) -> str:
    """The import statement with the classes in place of the functions that they were."""
    module = linked.parts[link.path]
    renamed = {name: new for path, each in after.items() for name, new in _renamed(linked.parts[path], each).items()}
    start, end = module.span(link.statement)
    edits = [
        Edit(offset - start, offset - start + len(each.name), renamed[each.name])
        for each in link.statement.names
        if each.name in renamed
        for offset in (module.offset(each.lineno, each.col_offset),)
    ]
    return apply_edits(module.text[start:end], edits)


def _renamed(old: Module, new: Module) -> dict[str, str]:
    """The functions that became classes; nothing else of a module may have other names."""
    before = [each.name for each in old.tree.body if isinstance(each, _DEFINED)]
    now = [each.name for each in new.tree.body if isinstance(each, _DEFINED)]
    if len(before) != len(now) or len(old.tree.body) != len(new.tree.body):
        raise FilesMixedUp("code would go from one module to another")
    return {name: other for name, other in zip(before, now, strict=True) if name != other}


def _strays(linked: Linked, path: str, after: Mapping[str, Module]) -> Iterator[Obstacle]:
    """Names that a part reads although nothing binds them there, or binds them any more."""
    old, new = linked.parts[path], after[path]
    if new is old and not any(each.path == path for each in linked.links):
        return
    before, brought = _free(old), set[str]()
    lost = set[str]()
    for each in linked.links:
        if each.path == path and each.is_star:
            then, now = _top(linked.parts[each.target]), _top(after[each.target])
            brought |= {name for name in now if not name.startswith("_")}
            lost |= then - now
    for name in sorted((_free(new) - before - brought) | (_free(new) & lost)):
        detail = "it would be read in a module that does not have it"
        yield obstacle(_KIND, Place(path, 1, 0), name, detail)


def _free(module: Module) -> set[str]:
    found = Names.of(module).scopes.scope_of.items()
    return {name.id for name, scope in found if scope.owner(name.id) is None and not hasattr(builtins, name.id)}


def _top(module: Module) -> set[str]:
    return set(Names.of(module).scopes.top.bindings)


def _mismatched(linked: Linked, made: Mapping[str, NativeModule]) -> Iterator[Obstacle]:
    """What is written into a module beside its functions must not come over others by `from module import *`, and all
    that others take of a module is still there."""
    final = {path: _final(linked.parts[path], made[path]) for path in linked.parts}
    for each in linked.links:
        then, now = _top(linked.parts[each.target]), _top(final[each.target])
        place = Place(each.path, each.statement.lineno, 0)
        if each.is_star:
            new = {name for name in now - then if not name.startswith("_")}
            for name in sorted(new & _top(final[each.path])):
                yield obstacle(_KIND, place, name, "both modules would define it")
        for name in sorted(_taken(final[each.path], each, then) - now):
            yield obstacle(_KIND, place, name, "the other module does not have it any more")


def _taken(module: Module, link: Link, then: set[str]) -> set[str]:
    """The names that a part takes by one of its imports; by a star those that the other module had."""
    if link.is_star:
        return _free(module) & then
    if link.local:
        nodes = (each for each in walk(module.tree) if isinstance(each, ast.Attribute))
        return {each.attr for each in nodes if isinstance(each.value, ast.Name) and each.value.id == link.local}
    statements = (each for each in module.tree.body if isinstance(each, ast.ImportFrom))
    same = (each for each in statements if isinstance(link.statement, ast.ImportFrom) and _means(each, link.statement))
    return {alias.name for each in same for alias in each.names}


def _means(statement: ast.ImportFrom, other: ast.ImportFrom) -> bool:
    return (statement.level, statement.module) == (other.level, other.module) and statement.names[0].name != "*"


def _final(old: Module, made: NativeModule) -> Module:
    return rewritten(old, text_of(old.path, tuple(made.texts.values())[-1])) if made.texts else old


def _with_findings(made: NativeModule, path: str, done: Restructured) -> NativeModule:
    if made.obstacles or RESTRUCTURE not in made.texts:
        return made
    own = tuple(each for each in done.findings if each.place.file == path)
    return replace(made, findings=(*own, *made.findings))
