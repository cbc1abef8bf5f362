"""Where the variables of TensorFlow 1 are in a migrated program: what a converter of checkpoints has to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from codemods.engine import migrate_sources
from codemods.native import read_scopes, written_scopes
from codemods.plan.known_optimizers import KnownOptimizer, known_optimizers
from codemods.plan.known_variables import KnownVariable, Path, known_scope
from codemods.rule import Options, Tier
from codemods.survey import read_as, survey


@dataclass(frozen=True)
class CheckpointMap:
    """`plain`: the paths of objects that are no trackable ones; `refusal`: why there is no map."""

    variables: tuple[KnownVariable, ...] = ()
    optimizers: tuple[KnownOptimizer, ...] = ()
    plain: tuple[Path, ...] = ()
    refusal: str | None = None


def checkpoint_map(sources: Mapping[str, bytes], path: str, options: Options) -> CheckpointMap:
    """The map of the program that a file is part of. `sources` as for `migrate_sources`."""
    changes = migrate_sources(sources, options)
    program = next((each for each in changes.programs if each.entry == path), None)
    program = program or next((each for each in changes.programs if path in each.modules), None)
    if program is None:
        return CheckpointMap(refusal=f"{path} runs nothing of TensorFlow 1; name the program as it was before")
    if program.tier != Tier.NATIVE:
        said = "stays in graph mode, and its saver reads these checkpoints as they are"
        return CheckpointMap(refusal=f"{path} {said if program.tier == Tier.KEPT else 'cannot be migrated'}")
    module = read_as(survey(sources, options), program.entry, options)
    scopes = [known_scope(each.program, each.plan) for each in written_scopes(*read_scopes(module, options), options)]
    return CheckpointMap(
        tuple(each for scope in scopes for each in scope.found),
        tuple(each for scope in scopes for each in known_optimizers(scope)),
        tuple(each for scope in scopes for each in scope.plain),
    )
