"""Programs made native or kept, component by component: programs that share a module share a tier."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from codemods.analysis.names import Names
from codemods.flag_parsing import with_parsed_flags
from codemods.imported import Targets
from codemods.linked import Linked
from codemods.native import NativeModule, make_native
from codemods.obstacles import obstacle
from codemods.parts import Surveyed, library_obstacle, linked_parts, linked_programs
from codemods.program_map import Closure, uses_graph
from codemods.reexports import with_reexports
from codemods.results import Program
from codemods.rule import Finding, Obstacle, Options, Place, Tier
from codemods.rules.data.tutorial_mnist_loader import RULE
from codemods.rules.kept import KeptResult, kept_edits, merge_kept, tutorial_notes
from codemods.skips import allowed, skips_of
from codemods.source.edits import apply_edits
from codemods.source.module import FileProblem, Module, parse_module
from codemods.source.script import CellsMixedUp
from codemods.source.walk import walk

KEPT = "kept-in-graph-mode"
TUTORIAL = "tutorial-data"
Component = Sequence[Closure]
Borrowed = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Surroundings:
    """What the rest of the tree has to do with modules, by path.

    `borrowed`: the names that other files take of it. `ported`: the name under which it imports functions of tf.contrib
    that are added to the tree; None: it cannot. `targets`: entry -> what the imports of its modules mean; `outside`:
    modules that files import which belong to no program.
    """

    borrowed: Borrowed = field(default_factory=dict)
    ported: Mapping[str, str | None] = field(default_factory=dict)
    targets: Mapping[str, Targets] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()


@dataclass
class Outcome:
    """What came of some components. `texts`: rule group -> path -> bytes after that group; `ported`: path -> the
    functions of tf.contrib that this module needs to find in the tree."""

    programs: list[Program] = field(default_factory=list)
    kept: list[KeptResult] = field(default_factory=list)
    texts: dict[str, dict[str, bytes]] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    ported: dict[str, set[str]] = field(default_factory=dict)

    def take(self, other: Outcome) -> None:
        """Add what came of components that share no module with these."""
        self.programs += other.programs
        for group, files in other.texts.items():
            self.texts.setdefault(group, {}).update(files)
        for path, findings in other.findings.items():
            self.findings.setdefault(path, []).extend(findings)
        self.ported |= other.ported


def migrate_components(
    components: Sequence[Component], modules: Mapping[str, Module], options: Options, around: Surroundings
) -> Outcome:
    """Make every program of these components native, or keep it."""
    outcome = Outcome()
    cache: dict[str, NativeModule] = {}
    for component in components:
        _migrate(component, modules, options, outcome, cache, around)
    _write_kept(modules, outcome)
    return outcome


def migrate_chunk(
    components: Sequence[Component], sources: Mapping[str, bytes], options: Options, around: Surroundings
) -> Outcome:
    """The same from sources that parse: what a process of a pool is given."""
    parsed = {path: parse_module(path, data) for path, data in sources.items()}
    modules = {path: each for path, each in parsed.items() if not isinstance(each, FileProblem)}
    return migrate_components(components, with_reexports(modules), options, around)


def components_of(found: Sequence[Closure]) -> list[list[Closure]]:
    """Programs that share a module have one tier."""
    components: list[list[Closure]] = []
    for closure in found:
        touching = [each for each in components if any(set(other.modules) & set(closure.modules) for other in each)]
        components = [each for each in components if each not in touching]
        components.append([closure, *(other for each in touching for other in each)])
    return [sorted(each, key=lambda closure: closure.entry) for each in components]


def _migrate(
    component: Component,
    modules: Mapping[str, Module],
    options: Options,
    outcome: Outcome,
    cache: dict[str, NativeModule],
    around: Surroundings,
) -> None:
    paths = sorted({path for closure in component for path in closure.modules})

    found = _surveyed(component, modules, options, cache, around)
    together = linked_parts(found)
    made = {path: together[path] if path in together else found.alone(path) for path in paths}
    made |= {
        path: _lent(modules[path], each, around.borrowed.get(path))
        for path, each in made.items()
        if path in around.borrowed
    }
    made = with_parsed_flags(component, modules, made)
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
        _keep(closure, modules, options, outcome, obstacles, around)


def _surveyed(
    component: Component,
    modules: Mapping[str, Module],
    options: Options,
    cache: dict[str, NativeModule],
    around: Surroundings,
) -> Surveyed:
    def alone(path: str) -> NativeModule:
        return _native(path, modules, component, options, cache)

    return Surveyed(component, modules, options, around.targets, {*around.outside, *around.borrowed}, alone)


def linked_component(
    component: Component, modules: Mapping[str, Module], options: Options, around: Surroundings
) -> dict[str, Linked]:
    """Entry -> the text as which its modules are made native together."""
    return linked_programs(_surveyed(component, modules, options, {}, around))


def _native(
    path: str,
    modules: Mapping[str, Module],
    component: Component,
    options: Options,
    cache: dict[str, NativeModule],
) -> NativeModule:
    if options.for_path(path).tier != Tier.NATIVE:
        return NativeModule()
    is_entry = any(closure.entry == path for closure in component)
    if not is_entry and uses_graph(modules[path]):
        return NativeModule(obstacles=(library_obstacle(path),))
    left = tutorial_notes(modules[path]) if options.for_path(path).wants(RULE) else ()
    if left:
        return NativeModule(obstacles=left)
    if path not in cache:
        cache[path] = make_native(modules[path], options.for_path(path))
    return cache[path]


def _lent(module: Module, made: NativeModule, names: frozenset[str] | None) -> NativeModule:
    """A module whose names other files of the tree take must not lose these names."""
    if made.obstacles or not made.texts or not names:
        return made
    after = parse_module(module.path, tuple(made.texts.values())[-1])
    if isinstance(after, FileProblem):
        return made
    before, now = _top_level(module), _top_level(after)
    gone = sorted(name for name in names if name == "*" or (name in before and before[name] != now.get(name)))
    if not gone:
        return made
    return NativeModule(obstacles=(obstacle("graph-across-functions", Place(module.path, 1, 0), ", ".join(gone)),))


def _top_level(module: Module) -> dict[str, tuple[str, ...] | None]:
    """The names of a module, each with what it returns if it is a function: a dictionary, something named, other."""
    functions = {each.name: _returned(each) for each in module.tree.body if isinstance(each, ast.FunctionDef)}
    return {name: functions.get(name) for name in Names.of(module).scopes.top.bindings}


def _returned(function: ast.FunctionDef) -> tuple[str, ...]:
    values = (each.value for each in walk(function) if isinstance(each, ast.Return))
    return tuple(type(each).__name__ if isinstance(each, ast.Dict | ast.Name) else "" for each in values)


def _take_native(outcome: Outcome, module: Module, made: NativeModule) -> None:
    for group, data in made.texts.items():
        outcome.texts.setdefault(group, {})[module.path] = data
    outcome.findings.setdefault(module.path, []).extend(made.findings)


def _keep(
    closure: Closure,
    modules: Mapping[str, Module],
    options: Options,
    outcome: Outcome,
    obstacles: tuple[Obstacle, ...],
    around: Surroundings,
) -> None:
    entry = modules[closure.entry]
    kept = _kept(entry, [modules[path] for path in closure.modules], around)
    lacking = any(each.id == TUTORIAL and options.for_path(each.place.file).wants(RULE) for each in kept.notes)
    tier = Tier.BLOCKED if kept.blocked or lacking else Tier.KEPT
    outcome.programs.append(
        Program(
            closure.entry, closure.modules, tier, (), tuple(dict.fromkeys((*obstacles, *kept.obstacles, *kept.notes)))
        )
    )
    if tier is Tier.KEPT:
        outcome.kept.append(kept)
        for path, names in kept.ported.items():
            outcome.ported.setdefault(path, set()).update(names)


def _kept(entry: Module, modules: Sequence[Module], around: Surroundings) -> KeptResult:
    try:
        kept = kept_edits(entry, modules, around.ported)
        if entry.script is not None:
            entry.encode(apply_edits(entry.text, kept.edits(entry.path)))
        return kept
    except CellsMixedUp as refusal:
        place = Place(entry.path, 1, 0)
        return KeptResult(obstacles=(obstacle("cell-border", place, entry.path, str(refusal)),))
    except Exception as error:  # one bad file never stops a run
        place = Place(entry.path, 1, 0)
        return KeptResult(obstacles=(obstacle("internal-failure", place, type(error).__name__, str(error)[:200]),))


def _write_kept(modules: Mapping[str, Module], outcome: Outcome) -> None:
    """The edits of all kept programs together: a module may be the entry of one and imported by another."""
    for path, findings in merge_kept(outcome.kept).items():
        found = allowed(modules[path], skips_of(modules[path]), findings)
        text = apply_edits(modules[path].text, [edit for finding in found for edit in finding.edits])
        if text != modules[path].text:
            outcome.texts.setdefault(KEPT, {})[path] = modules[path].encode(text)
            outcome.findings.setdefault(path, []).extend(found)
