"""The one path from sources to changes: parse, find the programs, make each native or keep it, collect the edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.table import Fate
from codemods.native import RESTRUCTURE, TRANSLATE, NativeModule, changeable_lines, make_native
from codemods.obstacles import obstacle
from codemods.program_map import Closure, closures, uses_graph
from codemods.results import ChangeSet, FileReport, Program, RuleGroup
from codemods.rule import Finding, Obstacle, Options, Place, Tier
from codemods.rules.kept import KeptResult, kept_edits, merge_kept
from codemods.skips import allowed, skips_of, unused
from codemods.source.edits import apply_edits
from codemods.source.module import FileProblem, Module, parse_module

KEPT = "kept-in-graph-mode"
_MARK = b"tensorflow"


@dataclass
class _Outcome:
    programs: list[Program] = field(default_factory=list)
    kept: list[KeptResult] = field(default_factory=list)
    texts: dict[str, dict[str, bytes]] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)


def migrate_sources(sources: Mapping[str, bytes], options: Options) -> ChangeSet:
    """Plan and rewrite a whole tree.

    `sources`: path relative to the root (with forward slashes) -> bytes of each `.py` file. Never raises for bad input:
    a file that cannot be parsed or decoded becomes a `FileReport` with status `failed`.
    """
    modules, failed = _parse(sources)
    outcome = _Outcome()
    cache: dict[str, NativeModule] = {}
    for component in _components(closures(modules)):
        _migrate(component, modules, options, outcome, cache)
    _write_kept(modules, outcome)
    for path, module in modules.items():
        outcome.findings.setdefault(path, []).extend(_unused_skips(module, outcome))
    groups = _groups(outcome.texts)
    return ChangeSet(tuple(sorted(outcome.programs, key=lambda each: each.entry)),
                     _reports(sources, failed, outcome), groups, _constructs(modules))  # fmt: skip


def _parse(sources: Mapping[str, bytes]) -> tuple[dict[str, Module], dict[str, FileProblem]]:
    """The modules that name TensorFlow; nothing else is parsed."""
    modules: dict[str, Module] = {}
    failed: dict[str, FileProblem] = {}
    for path in sorted(sources):
        if path.endswith(".py") and _MARK in sources[path]:
            found = parse_module(path, sources[path])
            if isinstance(found, FileProblem):
                failed[path] = found
            else:
                modules[path] = found
    return modules, failed


def _unused_skips(module: Module, outcome: _Outcome) -> list[Finding]:
    skips = skips_of(module)
    if not skips:
        return []
    left = [each.place for program in outcome.programs for each in program.obstacles if each.id == "left-alone"]
    used = {place.line for place in left if place.file == module.path}
    return unused(module, skips, used | changeable_lines(module))


def _constructs(modules: Mapping[str, Module]) -> dict[str, int]:
    """How often each TensorFlow name is used that TensorFlow 2 does not have with the same meaning."""
    counts: dict[str, int] = {}
    for module in modules.values():
        for _, api in Names.of(module).apis():
            name = table.canonical(api)
            known = table.symbol(name)
            if known is not None and known.fate != Fate.SAME:
                counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _components(found: Sequence[Closure]) -> list[list[Closure]]:
    """Programs that share a module have one tier."""
    components: list[list[Closure]] = []
    for closure in found:
        touching = [each for each in components if any(set(other.modules) & set(closure.modules) for other in each)]
        components = [each for each in components if each not in touching]
        components.append([closure, *(other for each in touching for other in each)])
    return [sorted(each, key=lambda closure: closure.entry) for each in components]


def _migrate(
    component: Sequence[Closure],
    modules: Mapping[str, Module],
    options: Options,
    outcome: _Outcome,
    cache: dict[str, NativeModule],
) -> None:
    paths = sorted({path for closure in component for path in closure.modules})
    made = {path: _native(path, modules, component, options, cache) for path in paths}
    allowed_tier = all(options.for_path(path).tier == Tier.NATIVE for path in paths)
    native = allowed_tier and not any(each.obstacles for each in made.values())
    if native:
        for path in paths:
            _take_native(outcome, modules[path], made[path])
        for closure in component:
            steps = tuple(step for path in closure.modules for step in made[path].steps)
            assumed = tuple(each for path in closure.modules for each in made[path].assumptions)
            outcome.programs.append(Program(closure.entry, closure.modules, Tier.NATIVE, steps, (), assumed))
        return
    for closure in component:
        obstacles = tuple(each for path in closure.modules for each in made[path].obstacles)
        _keep(closure, modules, outcome, obstacles)


def _native(
    path: str,
    modules: Mapping[str, Module],
    component: Sequence[Closure],
    options: Options,
    cache: dict[str, NativeModule],
) -> NativeModule:
    if options.for_path(path).tier != Tier.NATIVE:
        return NativeModule()
    is_entry = any(closure.entry == path for closure in component)
    if not is_entry and uses_graph(modules[path]):
        return NativeModule(obstacles=(_library(modules[path]),))
    if path not in cache:
        cache[path] = make_native(modules[path], options.for_path(path))
    return cache[path]


def _library(module: Module) -> Obstacle:
    return obstacle(
        "foreign-builder", Place(module.path, 1, 0), module.path, "another module of the program builds graph"
    )


def _take_native(outcome: _Outcome, module: Module, made: NativeModule) -> None:
    for group, text in made.texts.items():
        outcome.texts.setdefault(group, {})[module.path] = module.encode(text)
    outcome.findings.setdefault(module.path, []).extend(made.findings)


def _keep(closure: Closure, modules: Mapping[str, Module], outcome: _Outcome, obstacles: tuple[Obstacle, ...]) -> None:
    entry = modules[closure.entry]
    kept = kept_edits(entry, [modules[path] for path in closure.modules])
    tier = Tier.BLOCKED if kept.blocked else Tier.KEPT
    outcome.programs.append(
        Program(
            closure.entry, closure.modules, tier, (), tuple(dict.fromkeys((*obstacles, *kept.obstacles, *kept.notes)))
        )
    )
    if not kept.blocked:
        outcome.kept.append(kept)


def _write_kept(modules: Mapping[str, Module], outcome: _Outcome) -> None:
    """The edits of all kept programs together: a module may be the entry of one and imported by another."""
    for path, findings in merge_kept(outcome.kept).items():
        found = allowed(modules[path], skips_of(modules[path]), findings)
        text = apply_edits(modules[path].text, [edit for finding in found for edit in finding.edits])
        if text != modules[path].text:
            outcome.texts.setdefault(KEPT, {})[path] = modules[path].encode(text)
            outcome.findings.setdefault(path, []).extend(found)


_ORDER = (RESTRUCTURE, TRANSLATE, KEPT)


def _groups(texts: Mapping[str, Mapping[str, bytes]]) -> tuple[RuleGroup, ...]:
    names = [name for name in _ORDER if name in texts] + sorted(set(texts) - set(_ORDER))
    return tuple(RuleGroup(name, dict(sorted(texts[name].items()))) for name in names)


def _reports(
    sources: Mapping[str, bytes], failed: Mapping[str, FileProblem], outcome: _Outcome
) -> tuple[FileReport, ...]:
    changed = {path for files in outcome.texts.values() for path, data in files.items() if data != sources[path]}
    return tuple(_report(path, failed, changed, outcome.findings.get(path, ())) for path in sorted(sources))


def _report(
    path: str, failed: Mapping[str, FileProblem], changed: Iterable[str], findings: Iterable[Finding]
) -> FileReport:
    if path in failed:
        return FileReport(path, "failed", failed[path].reason)
    return FileReport(path, "changed" if path in set(changed) else "unchanged", None, tuple(findings))
