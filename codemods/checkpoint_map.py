"""Where the variables of TensorFlow 1 are in a migrated program: what a converter of checkpoints has to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codemods.analysis.names import Names
from codemods.emit.scope import write_scope
from codemods.engine import migrate_sources
from codemods.graph.program import Stage
from codemods.module_scopes import lower_again, lower_scopes
from codemods.plan.known_optimizers import KnownOptimizer, known_optimizers
from codemods.plan.known_variables import KnownScope, KnownVariable, Path, known_scope
from codemods.plan.scope import plan_scope
from codemods.reexports import with_reexports
from codemods.rule import Options, Tier
from codemods.source.module import FileProblem, Module, parse_module


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
    converted = {**sources, **changes.converted_bytes()}
    parsed = {each: parse_module(each, converted[each]) for each in program.modules}
    modules = with_reexports({each: found for each, found in parsed.items() if not isinstance(found, FileProblem)})
    scopes = [scope for each in program.modules if each in modules for scope in _scopes(modules[each], options)]
    return CheckpointMap(
        tuple(each for scope in scopes for each in scope.found),
        tuple(each for scope in scopes for each in known_optimizers(scope)),
        tuple(each for scope in scopes for each in scope.plain),
    )


def _scopes(module: Module, options: Options) -> Iterator[KnownScope]:
    """The scopes of a module, each as it is written: from the text that the one before left."""
    current = module
    for original in lower_scopes(module):
        if not any(node.stage != Stage.PYTHON for node in original.nodes):
            continue
        program = original if current is module else lower_again(current, original.body)
        names = Names.of(current)
        plan = plan_scope(program, current, names, options.optimizers)
        yield known_scope(program, plan)
        text = write_scope(current, names, program, plan).text
        written = parse_module(module.path, module.encode(text))
        if isinstance(written, FileProblem):
            return
        current = replace(written, reexports=module.reexports)
