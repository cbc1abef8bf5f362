"""References that the installed TensorFlow cannot resolve, and calls that it refuses: none goes unreported."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from codemods.analysis.names import Names
from codemods.api import surface
from codemods.api.accepted import moved, refused
from codemods.api.advice import advice
from codemods.api.table import canonical
from codemods.obstacles import obstacle
from codemods.rule import Finding, Obstacle, Place, Safety
from codemods.rules.kept.homes import contrib_home
from codemods.rules.kept.places import in_full
from codemods.source.lines import lines_before
from codemods.source.module import Module

RULE = "dead-reference"
REFUSED = "refused-arguments"
_PORTED = "tf_contrib"  # the file that holds functions of tf.contrib in the repository
_PACKAGES = ("tensorflow", "tf_slim", "tf_keras")
_MARKS = (b"tensorflow", b"tf_slim", b"tf_keras")


@dataclass(frozen=True)
class DeadReference:
    """`name`: as TensorFlow 1 called it (`tf.contrib.crf`); `guarded`: the code around it expects that it may fail.

    `certain`: it is reached whenever the module is imported; `refused`: the name exists, but not with these arguments.
    """

    place: Place
    name: str
    advice: str
    guarded: bool
    certain: bool
    refused: str = ""


@dataclass(frozen=True)
class _Found:
    node: ast.expr | ast.stmt
    name: str
    refused: str = ""
    fails: bool = True


def dead_references(module: Module, legacy: bool) -> tuple[DeadReference, ...]:
    """Every reference of a module that fails under TensorFlow 2, in reading order; `legacy`: with legacy Keras.

    What a module of the repository hands on counts as TensorFlow; see `Module.reexports`.
    """
    if not module.reexports and not any(mark in module.data for mark in _MARKS):
        return ()
    names = Names.of(module)
    imported = list(_imports(names, legacy))
    found = [*imported, *_chains(names, legacy, {what_to_use(each.name) for each in imported})]
    if not found:
        return ()
    guarded, certain = guarded_lines(module.tree), _lines_of(each for each in module.tree.body if _is_plain(each))
    return tuple(
        DeadReference(
            place=module.place(each.node),
            name=each.name,
            advice="" if each.refused else what_to_use(each.name),
            guarded=each.node.lineno in guarded,
            certain=each.fails and each.node.lineno in certain,
            refused=each.refused,
        )
        for each in sorted(found, key=lambda each: (each.node.lineno, each.node.col_offset))
    )


def dead_in_native(
    old: Module, new: Module, supplied: tuple[str, ...] = ()
) -> tuple[tuple[Obstacle, ...], tuple[Finding, ...]]:
    """What is dead in the native text of a module, at the places of the old one: obstacles, and notes.

    `supplied`: beginnings of names that the user provides for; they are noted only.
    """
    dead = in_old_lines(old, new, dead_references(new, False))
    obstacles = tuple(as_obstacle(each) for each in dead if not each.guarded and not each.name.startswith(supplied))
    return obstacles, tuple(as_note(each) for each in dead if each.guarded or each.name.startswith(supplied))


def as_note(dead: DeadReference) -> Finding:
    """For a reference that no program reaches for certain, or whose failure is expected."""
    caught = " The code around it expects that it may fail, so another branch runs now." if dead.guarded else ""
    if dead.refused:
        message = f"{dead.name} of TensorFlow 2 does not take these arguments: {dead.refused}.{caught}"
        return Finding(REFUSED, dead.place, message, Safety.NOTE)
    message = f"{dead.name} does not exist in TensorFlow 2: {dead.advice}.{caught}"
    return Finding(RULE, dead.place, message, Safety.NOTE)


def as_obstacle(dead: DeadReference) -> Obstacle:
    """For a program that is to run."""
    if dead.refused:
        return obstacle(REFUSED, dead.place, dead.name, dead.refused)
    return replace(obstacle(RULE, dead.place, dead.name), unlock=f"{dead.advice[:1].upper()}{dead.advice[1:]}.")


def in_old_lines(old: Module, new: Module, dead: Sequence[DeadReference]) -> Sequence[DeadReference]:
    """The same at the places that the old text has them."""
    if not dead or old.text == new.text:
        return dead
    line_before = lines_before(old.text, new.text)
    return [replace(each, place=old.at(line_before(each.place.line), each.place.column)) for each in dead]


@cache
def what_to_use(name: str) -> str:
    """In place of a name of TensorFlow 1, in the words of the tables."""
    home = contrib_home(name, None) if name.startswith("tf.contrib.") else None
    row = surface.old(name)
    if home is not None and home.target.startswith(f"{_PORTED}."):
        return (
            f"tfmigrate adds {home.target.removeprefix(f'{_PORTED}.')} to the repository of a program that it can keep"
        )
    if home is not None:
        return f"{in_full(home.target)} is the same"
    if row is not None and row.same and not row.same.startswith("tf.contrib."):
        return f"{in_full(row.same)} is the same"
    if surface.current(f"{surface.V1}{name.removeprefix('tf')}") is not None:
        return f"{in_full(name)} has it"
    if canonical(name) != name and surface.old(canonical(name)) is not None:
        return f"{in_full(canonical(name))} is the same"
    return advice(name)


def guarded_lines(tree: ast.Module) -> frozenset[int]:
    """Lines in the body of a `try` with handlers, or under an `if` that asks for the version or for the name."""
    bodies: list[ast.stmt] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and node.handlers:
            bodies += node.body
        elif isinstance(node, ast.If) and _asks(node.test):
            bodies += (*node.body, *node.orelse)
    return _lines_of(bodies)


def _lines_of(statements: Iterable[ast.stmt]) -> frozenset[int]:
    return frozenset(line for each in statements for line in range(each.lineno, (each.end_lineno or each.lineno) + 1))


def _is_plain(statement: ast.stmt) -> bool:
    """Is all of a statement executed when its turn comes?"""
    return isinstance(statement, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.Expr | ast.AugAssign)


def _asks(test: ast.expr) -> bool:
    text = ast.dump(test).lower()
    return "version" in text or "hasattr" in text


def _imports(names: Names, legacy: bool) -> Iterator[_Found]:
    for statement in names.import_statements:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if _ours(alias.name) and surface.importable(_short(alias.name), legacy) is False:
                    yield _Found(statement, _old_name(alias.name))
        elif not statement.level and _ours(statement.module or ""):
            yield from (_Found(statement, name) for name in _taken(statement, legacy))


def _taken(statement: ast.ImportFrom, legacy: bool) -> Iterator[str]:
    package = statement.module or ""
    for alias in statement.names:
        works = (
            surface.importable(_short(package), legacy)
            if alias.name == "*"
            else surface.has(_short(package), alias.name, legacy)
        )
        if works is False:
            yield _old_name(package if alias.name == "*" else f"{package}.{alias.name}")


def _chains(names: Names, legacy: bool, said: Collection[str]) -> Iterator[_Found]:
    """Names and attributes; those that come by an import which fails only if there is more to say than there."""
    for node, dotted in names.chains().items():
        if dotted is None or not _ours(dotted) or not isinstance(node.ctx, ast.Load):
            continue
        root = names.root_of(node)
        base = None if root is None else names.dotted_of(root)
        if base is None:
            continue
        name = _missing(dotted, base.count(".") + 1, legacy)
        if name is None:
            call = names.scopes.calls.get(node)
            if call is not None:
                yield from _refusals(node, _short(dotted), call, legacy)
        elif _exists(base, legacy) or what_to_use(name) not in said:
            yield _Found(node, name)


def _refusals(node: ast.expr, name: str, call: ast.Call, legacy: bool) -> Iterator[_Found]:
    """Arguments that fail; and in calls written for TensorFlow 1, those that mean something else, which may fail."""
    refusal = refused(name, call, legacy)
    if refusal is not None:
        yield _Found(node, _old_name(name), refusal)
    elif call.args and name.startswith(f"{surface.V1}."):
        old = _old_name(name)
        other = moved(old, name, call, legacy)
        yield from () if other is None else (_Found(node, old, other, fails=False),)


@cache
def _missing(dotted: str, supplied: int, legacy: bool) -> str | None:
    """The TensorFlow 1 name of a reference that does not exist; None: it does, or nothing is known of it."""
    parts = dotted.split(".")
    root = ".".join(parts[:supplied])
    name = _short(dotted)
    if not _exists(root, legacy):
        return _old_name(dotted) if supplied < len(parts) else None  # a name alone is reported where it is imported
    return None if surface.missing(name, supplied, legacy) is None else _old_name(dotted)


@cache
def _exists(dotted: str, legacy: bool) -> bool:
    """Whether the name can be had, by import or by attributes."""
    package, _, last = _short(dotted).rpartition(".")
    if not package or surface.missing(_short(dotted), 1, legacy) is None:
        return True
    return surface.has(package, last, legacy) is not False


def _ours(dotted: str) -> bool:
    return dotted.partition(".")[0] in _PACKAGES


def _short(dotted: str) -> str:
    return "tf" + dotted.removeprefix("tensorflow") if dotted.partition(".")[0] == "tensorflow" else dotted


def _old_name(dotted: str) -> str:
    return _short(dotted).replace(f"{surface.V1}.", "tf.", 1)
