"""Finds the checkpoint that a path means, and puts a written one in its place whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from migrate.problems import UserError

STATE = "checkpoint"
_PART = re.compile(r"\.(index|meta|data-\d{5}-of-\d{5})$")
_NEWEST = re.compile(r'^\s*model_checkpoint_path:\s*"((?:[^"\\]|\\.)*)"', re.MULTILINE)


def find_checkpoint(path: Path) -> Path:
    """The prefix of the checkpoint: of one of its files, or of the newest in a folder."""
    return _prefix_of(_newest(path) if path.is_dir() else path)


def _prefix_of(path: Path) -> Path:
    prefix = path.with_name(_PART.sub("", path.name))
    if prefix.with_name(f"{prefix.name}.index").is_file():
        return prefix
    if path.is_file() and prefix == path:
        return path  # before version 2 a checkpoint was one file
    near = ", ".join(_prefixes(path.parent))
    hint = f"there are {near}" if near else "name the path that tf.train.Saver.save returned"
    raise UserError(f"{path}: no such checkpoint (there is no {prefix.name}.index); {hint}")


def _newest(folder: Path) -> Path:
    """The checkpoint that the file `checkpoint` of a folder names, or the only one, or the one of a SavedModel."""
    try:
        found = _NEWEST.search((folder / STATE).read_text(encoding="utf-8", errors="replace"))
    except OSError:
        found = None
    named = Path("")
    if found is not None:
        named = Path(found[1].replace("\\\\", "\\").replace('\\"', '"'))
    if named.name:  # an empty one names no checkpoint
        own = folder / named
        moved = folder / named.name  # written with an absolute path, and moved since
        return own if own.with_name(f"{own.name}.index").is_file() else moved
    if (folder / "variables" / "variables.index").is_file():
        return folder / "variables" / "variables"
    prefixes = _prefixes(folder)
    if len(prefixes) == 1:
        return folder / prefixes[0]
    there = f"name one of {', '.join(prefixes)}" if prefixes else "there is no checkpoint in it"
    raise UserError(f"{folder} has no file `{STATE}` that names the newest one; {there}")


def _prefixes(folder: Path) -> list[str]:
    try:
        return sorted(each.name.removesuffix(".index") for each in folder.glob("*.index"))[:10]
    except OSError:
        return []


def check_target(target: Path, force: bool) -> None:
    """Refuse what could not be written, or would replace something."""
    there = [each.name for each in files_of(target)]
    if target.is_dir():
        raise UserError(f"{target} is a folder; name the checkpoint in it, {target / 'model'} say")
    if there and not force:
        raise UserError(f"{target} exists ({', '.join(there)}); choose another path, or --force to replace it")
    above = next((each for each in target.absolute().parents if each.exists()), None)
    if above is None or not above.is_dir() or not os.access(above, os.W_OK):
        raise UserError(f"{target} cannot be written: {above} is not a folder that this user may write to")


def files_of(prefix: Path) -> Iterator[Path]:
    """The files of the checkpoint with this prefix."""
    if prefix.parent.is_dir():
        own = (each for each in sorted(prefix.parent.iterdir()) if _PART.search(each.name))
        yield from (each for each in own if _PART.sub("", each.name) == prefix.name)


def move_checkpoint(source: Path, target: Path) -> None:
    """Put the files of a checkpoint under another prefix. All is beside it before what stands there goes, and the index
    comes last: without it there is no checkpoint."""
    waiting: dict[Path, Path] = {}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for each in sorted(files_of(source), key=_is_index):
            name = target.name + each.name.removeprefix(source.name)
            beside = target.with_name(f".{name}.{os.getpid()}")
            waiting[beside] = target.with_name(name)
            beside.write_bytes(each.read_bytes())
        for old in sorted(files_of(target), key=_is_index, reverse=True):
            old.unlink()
        for beside, place in waiting.items():
            os.replace(beside, place)
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror or error})") from error
    finally:
        for beside in waiting:
            beside.unlink(missing_ok=True)


def _is_index(path: Path) -> bool:
    return path.suffix == ".index"
