"""The last look at all that a run leaves behind: whatever TensorFlow 2 cannot resolve in it is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from codemods.components import Outcome
from codemods.dead_references import as_note, as_obstacle, dead_references, in_old_lines
from codemods.reexports import with_reexports
from codemods.results import Program
from codemods.rule import Obstacle, Place, Tier
from codemods.source.module import FileProblem, Module, parse_module

_LEGACY = b"TF_USE_LEGACY_KERAS"


def check_output(modules: Mapping[str, Module], written: Mapping[str, bytes], outcome: Outcome) -> None:
    """Add what is dead after the migration: obstacles of programs that run, notes on all other files.

    `written`: the texts that the migration leaves behind. A native text was looked at before it was believed.
    """
    programs: dict[str, list[Program]] = {path: [] for path in modules}
    for program in outcome.programs:
        for path in program.modules:
            programs[path].append(program)
    checked = {path for path, found in programs.items() if found and all(each.tier is Tier.NATIVE for each in found)}
    final = _after({path: each for path, each in modules.items() if path not in checked}, written)
    found: dict[str, list[tuple[Obstacle, bool]]] = {path: [] for path in checked}
    for path, module in final.items():
        legacy = bool(programs[path]) and all(_LEGACY in final[each.entry].data for each in programs[path])
        dead = in_old_lines(modules[path], module, dead_references(module, legacy))
        running = any(each.tier is not Tier.BLOCKED for each in programs[path])
        found[path] = [(as_obstacle(each), each.certain) for each in dead if running and not each.guarded]
        notes = [as_note(each) for each in dead if not running or each.guarded]
        outcome.findings.setdefault(path, []).extend(notes)
    outcome.programs = [_with_dead(program, found) for program in outcome.programs]


def _after(modules: Mapping[str, Module], written: Mapping[str, bytes]) -> Mapping[str, Module]:
    """The modules as the migration leaves them."""
    final = dict(modules)
    for path in modules.keys() & written.keys():
        module = parse_module(path, written[path])
        if not isinstance(module, FileProblem):
            final[path] = module
    return with_reexports(final) if written else final


def _with_dead(program: Program, found: Mapping[str, Sequence[tuple[Obstacle, bool]]]) -> Program:
    """With certain failures a program cannot run; other dead references may never be reached."""
    if program.tier is Tier.BLOCKED:
        return program
    known = {_line(each.place) for each in program.obstacles}
    new = [each for path in program.modules for each in found[path] if _line(each[0].place) not in known]
    if not new:
        return program
    tier = Tier.BLOCKED if any(certain for _, certain in new) else program.tier
    return replace(program, tier=tier, obstacles=(*program.obstacles, *(each for each, _ in new)))


def _line(place: Place) -> tuple[str, int]:
    return place.file, place.line
