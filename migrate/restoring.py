"""The call of TensorFlow that loads a converted checkpoint into the objects of the migrated program."""

from __future__ import annotations

from pathlib import Path

from codemods import CheckpointMap
from migrate.checkpoint_names import key_name


def restoring_call(known: CheckpointMap, output: Path) -> str:
    """`tf.train.Checkpoint(w=w, optimizer=optimizer).restore("new/model")`."""
    paths = [each.path for each in known.variables if each.path] + [each.path for each in known.optimizers]
    return f'tf.train.Checkpoint({_arguments(known, paths, ())}).restore("{output.as_posix()}")'


def _arguments(known: CheckpointMap, paths: list[tuple[str, ...]], above: tuple[str, ...]) -> str:
    depth = len(above)
    names = dict.fromkeys(each[depth] for each in paths if each[:depth] == above and len(each) > depth)
    return ", ".join(f"{key_name(name)}={_value(known, paths, (*above, name))}" for name in names)


def _value(known: CheckpointMap, paths: list[tuple[str, ...]], path: tuple[str, ...]) -> str:
    """The object itself; what is no trackable one is opened."""
    if path not in known.plain:
        return ".".join(path)
    return f"tf.train.Checkpoint({_arguments(known, paths, path)})"
