"""What the user says of the names in a checkpoint, and how the paths of objects are spelled in one."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from codemods import CheckpointMap, KnownVariable
from migrate.problems import UserError

Place = tuple[str, ...]

# What a tf.train.Checkpoint has itself, or takes by name: no object can hang from it under these.
OWN_NAMES = frozenset({"self", "root", "save", "restore", "read", "write", "sync", "save_counter"})


def given_names(path: Path) -> Mapping[str, Place]:
    """Names and paths of objects that the user gives: a JSON object like {"dense/kernel": "layer/_kernel"}."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read as JSON: {error}") from error
    if not isinstance(given, dict) or not all(isinstance(each, str) and each for each in given.values()):
        raise UserError(f'{path} has to be a JSON object like {{"dense/kernel": "layer/_kernel"}}')
    objects = [*given.values()]
    twice = next((each for each in objects if objects.count(each) > 1), None)
    if twice is not None:
        raise UserError(f"{path} gives {twice} more than one name; an object is one tensor of the checkpoint")
    return {name: tuple(where.split("/")) for name, where in given.items()}


def with_names(own: CheckpointMap, given: Mapping[str, Place]) -> CheckpointMap:
    """The map of a program, with what the user says: an object has the name that is given to it, and no other. What is
    known of its shape stays, and optimizers that train it ask for the slots of that name. An object whose own name
    goes to another one has none (it is empty)."""
    names = {path: name for name, path in given.items()}
    known = {each.path for each in own.variables if each.path}
    changed = [(each, _named(each, given, names, known)) for each in own.variables]
    renamed = {old.name: new.name for old, new in changed}
    added = [KnownVariable(name, path) for name, path in given.items()
             if not any(new.name == name and new.path == path for _, new in changed)]  # fmt: skip
    optimizers = (
        replace(each, trained=each.trained and tuple(renamed.get(name, name) for name in each.trained))
        for each in own.optimizers
    )
    variables = (new for _, new in changed if new.name or new.path)
    return replace(own, variables=(*variables, *added), optimizers=tuple(optimizers))


def _named(
    variable: KnownVariable, given: Mapping[str, Place], names: Mapping[Place, str], known: Collection[Place]
) -> KnownVariable:
    if variable.path in names:
        return replace(variable, name=names[variable.path], optional=False)
    elsewhere = given.get(variable.name)
    if elsewhere is None:
        return variable
    if elsewhere in known:
        return replace(variable, name="")
    return replace(variable, path=elsewhere, optional=False)


def spelled(path: Place, plain: Collection[Place]) -> Place:
    """A path as it is in a checkpoint. `plain`: the paths of objects that a tf.train.Checkpoint stands for."""
    return tuple(key_name(part) if not place or path[:place] in plain else part for place, part in enumerate(path))


def key_name(name: str) -> str:
    """The name under which something hangs from a tf.train.Checkpoint: another where that has one like it itself."""
    reserved = name.startswith("_") or name.rstrip("_") in OWN_NAMES
    return f"{name}_" if reserved else name
