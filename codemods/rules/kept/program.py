"""The whole `kept` tier of one program: every module still importing TensorFlow 1, together, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from codemods.analysis.names import Names
from codemods.obstacles import obstacle
from codemods.rule import Edit, Finding, Obstacle
from codemods.rules.kept.compat_imports import import_changes, names_tensorflow
from codemods.rules.kept.contrib import contrib_changes
from codemods.rules.kept.dynamic_names import dynamic_names
from codemods.rules.kept.entry_imports import acts_at_import
from codemods.rules.kept.gaps import is_certain
from codemods.rules.kept.graph_mode import graph_mode_findings, switches_itself
from codemods.rules.kept.homes import PORTED, needs_legacy_keras, only_in_v1
from codemods.rules.kept.legacy_keras import legacy_keras_findings
from codemods.rules.kept.needed_imports import needed_finding
from codemods.rules.kept.renamed import renamed_changes
from codemods.rules.kept.slim_batch_norm import slim_batch_norm_findings
from codemods.rules.kept.standalone_keras import imports_keras, keras_changes
from codemods.source.module import Module


@dataclass(frozen=True)
class KeptResult:
    """Findings by path of module; `blocked`: the program cannot even be kept, and nothing is proposed.

    `obstacles`: what blocks it; `notes`: what its runs need beside TensorFlow, without blocking it; `ported`: the
    functions of tf.contrib that modules need in a file of the tree.
    """

    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    obstacles: tuple[Obstacle, ...] = ()
    notes: tuple[Obstacle, ...] = ()
    ported: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def blocked(self) -> bool:
        return bool(self.obstacles)

    def edits(self, path: str) -> tuple[Edit, ...]:
        """All edits of one module, to be made together."""
        return tuple(edit for finding in self.findings.get(path, ()) for edit in finding.edits)


@dataclass
class _Draft:
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    obstacles: list[Obstacle] = field(default_factory=list)
    notes: list[Obstacle] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    ported: dict[str, frozenset[str]] = field(default_factory=dict)


def kept_edits(
    entry: Module, modules: Sequence[Module], ported: Mapping[str, str | None] = MappingProxyType({})
) -> KeptResult:
    """What makes a program run in graph mode on the current TensorFlow. `modules`: its modules, with the entry or not.

    `ported`: under which name a module imports the file with functions of tf.contrib, if not as `tf_contrib`.

    A module that names `tf.compat.v1` itself is left as it is; if all do, so is the program.
    """
    everything = (entry, *(module for module in modules if module is not entry))
    old = [module for module in everything if still_tf1(module)]
    if not old:
        return KeptResult()
    draft = _Draft()
    packages = frozenset(name.split(".")[0] for name in _dotted_names(everything))
    for module in old:
        _change(draft, module, packages, ported.get(module.path, PORTED))
    for module in everything:
        draft.findings.setdefault(module.path, [])
    first, last = _entry_findings(draft, entry, everything)
    draft.findings[entry.path] = [*first, *draft.findings[entry.path], *last]
    return _result(draft)


def merge_kept(results: Iterable[KeptResult]) -> Mapping[str, tuple[Finding, ...]]:
    """The findings of several programs that share modules: a module may be the entry of one and imported by another."""
    merged: dict[str, tuple[Finding, ...]] = {}
    kept = [result for result in results if not result.blocked]
    for path in sorted({path for result in kept for path in result.findings}):
        fullest_first = sorted((result.findings.get(path, ()) for result in kept), key=len, reverse=True)
        merged[path] = tuple(dict.fromkeys(finding for findings in fullest_first for finding in findings))
    return merged


def still_tf1(module: Module) -> bool:
    """Does a module import TensorFlow as TensorFlow 1 did, itself or through another module?"""
    names = Names.of(module)
    if any(imports_keras(statement) for statement in names.import_statements):
        return True
    if not any(names_tensorflow(statement) for statement in names.import_statements):
        return any(".compat.v" not in (names.dotted_of(node) or "") for node, _ in names.apis())
    if "compat.v1" not in module.text and "compat.v2" not in module.text:
        return True
    chains = ((names.dotted_of(node) or "", api) for node, api in names.apis())
    return any(only_in_v1(api) and ".compat.v" not in dotted for dotted, api in chains)


def _entry_findings(
    draft: _Draft, entry: Module, everything: Sequence[Module]
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """What the entry needs above its imports, and below them."""
    names, own = [Names.of(module) for module in everything], _dotted_names(everything)
    targets = draft.targets | {api for each in names for _, api in each.apis()}
    above: list[Finding] = []
    if any(needs_legacy_keras(target) for target in targets):
        above += legacy_keras_findings(entry, own)
    if any(_needs_repair(target) for target in draft.targets):
        above += slim_batch_norm_findings(entry, own)
    if any(switches_itself(each) for each in names):
        return above, ()
    acts = any(acts_at_import(module) for module in everything[1:])
    return above, tuple(graph_mode_findings(entry, own, acts))


def _change(draft: _Draft, module: Module, own: frozenset[str], ported: str | None) -> None:
    names = Names.of(module)
    contrib = contrib_changes(module, names)
    imports = import_changes(module, names, contrib.bound, own, ported)
    findings, gaps = renamed_changes(module, names)
    gaps = {**gaps, **contrib.gaps}
    needed = needed_finding(module, names, contrib.needed, ported)
    others = (*keras_changes(module, names, own), *dynamic_names(module, names))
    draft.findings[module.path] = [*needed, *imports.findings, *contrib.findings, *findings, *others]
    certain = is_certain(module.tree, gaps)
    draft.obstacles += (*imports.obstacles, *contrib.obstacles, *(gaps.values() if certain else ()))
    draft.notes += (*imports.notes, *(() if certain else map(_in_a_branch, gaps.values())))
    targets = contrib.targets | imports.targets
    draft.targets |= targets
    functions = frozenset(each.split(".")[1] for each in targets if each.startswith(f"{PORTED}."))
    if functions:
        draft.ported[module.path] = functions
        if ported is None:
            draft.obstacles.append(obstacle("contrib-gone", module.at(1), ", ".join(sorted(functions))))


def _in_a_branch(gap: Obstacle) -> Obstacle:
    return replace(gap, reason=f"{gap.reason} The program runs as long as it does not come to this branch.")


def _needs_repair(target: str) -> bool:
    return target.startswith("tf_slim.") and (target.endswith(".batch_norm") or target.startswith("tf_slim.nets"))


def _dotted_names(modules: Sequence[Module]) -> frozenset[str]:
    """Every name under which the modules may import one another, from any folder of the repository."""
    found: set[str] = set()
    for module in modules:
        parts = module.path.removesuffix(".py").removesuffix("/__init__").split("/")
        found |= {".".join(parts[start:]) for start in range(len(parts))}
    return frozenset(found)


def _result(draft: _Draft) -> KeptResult:
    obstacles = tuple(sorted(draft.obstacles, key=lambda each: (each.place, each.id, each.symbol)))
    notes = tuple(sorted(draft.notes, key=lambda each: (each.place, each.id, each.symbol)))
    if obstacles:
        return KeptResult(obstacles=obstacles, notes=notes)
    findings = {path: tuple(found) for path, found in sorted(draft.findings.items()) if found}
    return KeptResult(MappingProxyType(findings), (), notes, draft.ported)
