"""Programs whose functions stand in other modules: which modules of a component are made native together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.imported import Targets
from codemods.linked import Linked, NotLinked, is_library, link
from codemods.native import NativeModule
from codemods.obstacles import obstacle
from codemods.program_map import Closure, local_imports, uses_graph
from codemods.rule import Obstacle, Options, Place, Tier
from codemods.rules.data.tutorial_mnist_loader import RULE
from codemods.rules.kept import tutorial_notes
from codemods.source.module import Module
from codemods.together import make_native_together

_KIND = "foreign-builder"


@dataclass(frozen=True)
class _Tried:
    """`made`: path -> what becomes of each part; `linked`: as what they were read, None for an entry by itself."""

    made: Mapping[str, NativeModule]
    linked: Linked | None = None


@dataclass(frozen=True)
class Surveyed:
    """What is known of a component. `used`: modules that files outside of its programs use; `alone`: what becomes of
    an entry by itself."""

    component: Sequence[Closure]
    modules: Mapping[str, Module]
    options: Options
    targets: Mapping[str, Targets]
    used: Collection[str]
    alone: Callable[[str], NativeModule]


def linked_parts(found: Surveyed) -> dict[str, NativeModule]:
    """Path -> what becomes of each module that is not to be looked at by itself."""
    paths = {path for closure in found.component for path in closure.modules}
    entries = {closure.entry for closure in found.component}
    if paths == entries or any(found.options.for_path(path).tier != Tier.NATIVE for path in paths):
        return {}
    made: dict[str, Mapping[str, NativeModule]] = {}
    for closure in found.component:
        libraries = frozenset(closure.modules) - entries
        needed = _needed(found.modules, libraries)
        try:
            made[closure.entry] = _first(found, closure, needed, libraries).made
        except NotLinked as refusal:
            at = refusal.path if refusal.path in needed else min(needed)
            reason = refusal.reason if at == refusal.path else f"{refusal.path}: {refusal.reason}"
            return {at: NativeModule(obstacles=(library_obstacle(at, reason),))}
    return _agreed(found, made)


def linked_programs(found: Surveyed) -> dict[str, Linked]:
    """Entry -> the text as which its modules are made native together, for programs that can be read so."""
    entries = {closure.entry for closure in found.component}
    linked: dict[str, Linked] = {}
    for closure in found.component:
        libraries = frozenset(closure.modules) - entries
        try:
            tried = _first(found, closure, _needed(found.modules, libraries), libraries)
        except NotLinked:
            continue
        if tried.linked is not None:
            linked[closure.entry] = tried.linked
    return linked


def _needed(modules: Mapping[str, Module], libraries: frozenset[str]) -> frozenset[str]:
    """The modules that build graph, and those that import them."""
    needed = {each for each in libraries if uses_graph(modules[each])}
    while more := {each for each in libraries - needed if local_imports(modules[each], needed)}:
        needed |= more
    return frozenset(needed)


def library_obstacle(path: str, reason: str = "") -> Obstacle:
    """For a module that builds graph for the programs that import it."""
    detail = "another module of the program builds graph"
    return obstacle(_KIND, Place(path, 1, 0), path, f"{detail}, and {reason}" if reason else detail)


def _first(found: Surveyed, closure: Closure, needed: frozenset[str], libraries: frozenset[str]) -> _Tried:
    """The entry with the modules that need it; with all others too if it calls functions of one of these."""
    if needed:
        tried = _together(found, closure, needed)
    elif libraries:
        tried = _Tried({closure.entry: found.alone(closure.entry)})
    else:
        return _Tried({})
    more = frozenset(each for each in libraries if each not in found.used and is_library(found.modules[each]))
    calls = any(each.id == _KIND for each in tried.made[closure.entry].obstacles)
    if calls and more - needed:
        try:
            second = _together(found, closure, needed | more)
        except NotLinked:
            second = tried
        tried = tried if second.made[closure.entry].obstacles else second
    return tried if needed or len(tried.made) > 1 else _Tried({})


def _forms(found: Surveyed, made: Mapping[str, Mapping[str, NativeModule]], path: str) -> Iterator[Mapping[str, bytes]]:
    """What each program that uses a module needs of it; one that does not read it as its own takes it as it is."""
    for closure in found.component:
        if path in made[closure.entry]:
            yield made[closure.entry][path].texts
        elif path in closure.modules:
            yield found.alone(path).texts


def _together(found: Surveyed, closure: Closure, wanted: frozenset[str]) -> _Tried:
    options = found.options.for_path(closure.entry)
    for path in sorted(wanted):
        if path in found.used:
            raise NotLinked(path, "files that belong to no program use it")
        if found.options.for_path(path) != options:
            raise NotLinked(path, "it has options of its own")
    linked = link(closure, found.modules, found.targets.get(closure.entry, {}), wanted)
    notes = [each for part in linked.parts.values() for each in tutorial_notes(part)] if options.wants(RULE) else []
    made = {closure.entry: NativeModule(obstacles=tuple(notes))} if notes else make_native_together(linked, options)
    return _Tried({**{path: NativeModule() for path in linked.parts}, **made}, linked)


def _agreed(found: Surveyed, made: Mapping[str, Mapping[str, NativeModule]]) -> dict[str, NativeModule]:
    """What becomes of each module, if all programs that use it say the same."""
    agreed: dict[str, NativeModule] = {}
    for path in dict.fromkeys(path for parts in made.values() for path in parts):
        users = [entry for entry, parts in made.items() if path in parts]
        kept = [entry for entry in users if made[entry][entry].obstacles]
        agreed[path] = made[users[0]][path]
        if 0 < len(kept) < len(users):
            agreed[path] = NativeModule(obstacles=(library_obstacle(path, f"{kept[0]} uses it too, and is kept"),))
        elif not kept and any(each != agreed[path].texts for each in _forms(found, made, path)):
            detail = "the programs that use it need it in different forms"
            agreed[path] = NativeModule(obstacles=(library_obstacle(path, detail),))
    return agreed
