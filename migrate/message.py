"""The commits of a migration with their messages. Trailers say how the branch was made, for `verify` to redo it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace

from codemods.results import ChangeSet
from migrate.branch import Change
from migrate.checkout import Repository, read_object
from migrate.origin import Origin
from migrate.settings import Settings

PREFIX = "Tfmigrate-"
LISTED = 30


def commit_changes(origin: Origin, old: Mapping[str, bytes], changes: ChangeSet) -> list[tuple[str, Change]]:
    """One commit per rule group that changes something, with the group's name."""
    current = dict(old)
    planned: list[tuple[str, Change]] = []
    for group in changes.groups:
        fresh = {path: new for path, new in sorted(group.files.items()) if current.get(path) != new}
        current |= fresh
        if fresh:
            files = {posixpath.join(origin.prefix, path): new for path, new in fresh.items()}
            planned.append((group.name, Change(_message(group.name, origin, tuple(files)), files)))
    return planned


def _message(name: str, origin: Origin, paths: tuple[str, ...]) -> str:
    count = f"{len(paths)} file{'' if len(paths) == 1 else 's'}"
    listed = [f"- {_one_line(path)}" for path in paths[:LISTED]]
    if len(paths) > LISTED:
        listed.append(f"- and {len(paths) - LISTED} more")
    return "\n".join([f"tfmigrate: {name} ({count})", "", *listed, "", *_trailers(origin)])


def _trailers(origin: Origin) -> list[str]:
    settings = origin.settings
    facts = [("Tier", settings.tier), ("Optimizers", settings.optimizers), ("Base", str(origin.base))]
    facts += [("Path", origin.repository.inside)] if origin.repository and origin.repository.inside else []
    facts += [("Select", rule) for rule in settings.select] + [("Skip", rule) for rule in settings.skip]
    return [f"{PREFIX}{key}: {_one_line(value)}" for key, value in facts]


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)


def read_trailers(repository: Repository, commit: str) -> dict[str, tuple[str, ...]]:
    """The trailers of the newest commit, from `commit` back, that this tool wrote; empty if there is none."""
    for key in str(repository.git.rev_list("--first-parent", "--max-count=200", commit, "--")).split():
        _, _, message = read_object(repository, key).partition(b"\n\n")
        found: dict[str, tuple[str, ...]] = {}
        for line in message.decode("utf-8", "replace").splitlines():
            name, separator, value = line.partition(": ")
            if separator and name.startswith(PREFIX):
                found[name[len(PREFIX) :]] = (*found.get(name[len(PREFIX) :], ()), value)
        if "Base" in found:
            return found
    return {}


def settings_of_branch(settings: Settings, trailers: Mapping[str, tuple[str, ...]]) -> Settings:
    """The settings with which the branch was written."""
    return replace(
        settings,
        tier=trailers.get("Tier", (settings.tier,))[0],
        optimizers=trailers.get("Optimizers", (settings.optimizers,))[0],
        select=trailers.get("Select", () if trailers else settings.select),
        skip=trailers.get("Skip", () if trailers else settings.skip),
    )
