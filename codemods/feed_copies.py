"""Copies of feed dictionaries: `feed.copy()`, `dict(feed)`, `{**feed, rate: 0.1}` and `other.update(feed)` say the
entries that the dictionary has there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.feed_dictionaries import looks_names_up, without_dictionary
from codemods.feed_steady import block_of
from codemods.feed_uses import held_feed, is_fed, scopes_that_bind
from codemods.plan.names import bound_names
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk


def with_copies_written(module: Module) -> Module:
    """The module whose copies of feed dictionaries are literals, where all that happens to the copied one is known."""
    if "dict" in bound_names(walk(module.tree)) or any(looks_names_up(module, each) for each in names_in(module)):
        return module
    for name in sorted({each.id for each in names_in(module) if _is_copied(module, each)}):
        position = 0
        while position < len(scopes := scopes_that_bind(module, name)):
            held = held_feed(module, name, scopes[position], fed=_is_fed_or_copied)
            copied = held is not None and any(_is_copied(module, each) for each in held.runs)
            done = without_dictionary(module, held, True) if held is not None and copied else module
            position += done is module
            module = done
    return _simplified(module)


def _is_fed_or_copied(module: Module, place: ast.expr) -> bool:
    return is_fed(module, place) or (isinstance(place, ast.Name) and _is_copied(module, place))


def _is_copied(module: Module, place: ast.Name) -> bool:
    """Whether this is the dictionary whose entries another gets: one with a name, or one that a run is fed with."""
    copy = _copy(module, place)
    if copy is None or not isinstance(place.ctx, ast.Load):
        return False
    above = parents(module).get(copy)
    match above:
        case ast.Expr():
            return _is_update(copy)
        case ast.Assign(targets=[ast.Name()]):
            return not _is_update(copy)
        case _:
            return is_fed(module, copy)


def _is_update(copy: ast.expr) -> bool:
    return isinstance(copy, ast.Call) and isinstance(copy.func, ast.Attribute) and copy.func.attr == "update"


def _copy(module: Module, place: ast.expr) -> ast.expr | None:
    """The expression that copies what stands in this place."""
    above = parents(module).get(place)
    match above:
        case ast.Attribute(attr="copy"):
            call = parents(module).get(above)
            bare = isinstance(call, ast.Call) and call.func is above and not call.args and not call.keywords
            return call if bare and isinstance(call, ast.Call) else None
        case ast.Call(func=ast.Name(id="dict"), args=[given], keywords=[]) if given is place:
            return above
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="update"), args=[given], keywords=[]):
            return above if given is place else None
        case ast.Dict(keys=keys, values=values) if None in keys and place in values:
            return above if keys[values.index(place)] is None else None
        case _:
            return None


def _simplified(module: Module) -> Module:
    """The module with literals in place of copies of literals whose keys are names."""
    for each in walk(module.tree):
        if isinstance(each, ast.Dict) and each.keys and all(isinstance(key, ast.Name) for key in each.keys):
            copy = _copy(module, each)
            text = _text(module, each, copy) if copy is not None and not _is_update(copy) else None
            if copy is not None and text is not None:
                return _simplified(rewritten(module, apply_edits(module.text, [Edit(*module.span(copy), text)])))
    return module


def _text(module: Module, inner: ast.Dict, copy: ast.expr) -> str | None:
    """The literal that is the same; None where a value that nobody gets does something, or a comment would be lost."""
    if "#" in module.source(copy):
        return None
    entries: dict[str, ast.expr] = {}
    for key, value in _entries(inner, copy):
        if not isinstance(key, ast.Name) or (key.id in entries and not _is_quiet(entries[key.id])):
            return None
        entries[key.id] = value
    for name in _stored_next(module, copy):
        if name in entries and _is_quiet(entries[name]):
            del entries[name]
    return "{" + ", ".join(f"{key}: {module.source(value)}" for key, value in entries.items()) + "}"


def _stored_next(module: Module, copy: ast.expr) -> Iterator[str]:
    """The keys that the statements right behind store in the copy anew."""
    statement = parents(module).get(copy)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return
    name, block = statement.targets[0].id, block_of(module, statement)
    for each in block[block.index(statement) + 1 :] if statement in block else ():
        match each:
            case ast.Assign(
                targets=[ast.Subscript(value=ast.Name(id=stored), slice=ast.Name(id=key))], value=value
            ) if stored == name and not any(isinstance(part, ast.Name) and part.id == name for part in walk(value)):
                yield key
            case _:
                return


def _entries(inner: ast.Dict, copy: ast.expr) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    if not isinstance(copy, ast.Dict):
        yield from zip(inner.keys, inner.values, strict=True)
        return
    for key, value in zip(copy.keys, copy.values, strict=True):
        if key is None and value is inner:
            yield from zip(inner.keys, inner.values, strict=True)
        else:
            yield key, value


def _is_quiet(value: ast.expr) -> bool:
    return isinstance(value, ast.Name | ast.Constant)
