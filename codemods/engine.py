"""The one path from sources to changes: parse, find the programs, make each native or keep it, collect the edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import Executor

from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.table import Fate
from codemods.components import KEPT, Component, Outcome, Surroundings, migrate_chunk, migrate_components
from codemods.modernise import modern_groups
from codemods.native import RESTRUCTURE, TRANSLATE, changeable_lines
from codemods.notebooks import stale_outputs, with_own_words
from codemods.output_check import check_output
from codemods.results import ChangeSet, FileReport, RuleGroup
from codemods.rule import Edit, Finding, Options, Place, Safety
from codemods.rules.data import tutorial_mnist_loader
from codemods.rules.kept import contrib
from codemods.skips import skips_of, unused
from codemods.source.module import FileProblem, Module
from codemods.survey import survey

_CHUNK = 25  # components a task: enough to be worth the way to another process


def migrate_sources(
    sources: Mapping[str, bytes], options: Options, executor: Executor | None = None, others: Collection[str] = ()
) -> ChangeSet:
    """Plan and rewrite a whole tree.

    `sources`: path relative to the root (with forward slashes) -> bytes of each `.py` or `.ipynb` file. `executor`:
    where chunks of programs are migrated; here, if there is none. `others`: paths that no new file may take. Never
    raises for bad input: a file that cannot be parsed or decoded becomes a `FileReport` with status `failed`.
    """
    tree = survey(sources, options, others)
    prepared, supplied, modules = tree.prepared, tree.supplied, tree.modules
    if executor is not None:
        texts = {**prepared.sources, **supplied.texts}
        outcome = _in_chunks(tree.components, texts, options, tree.around, executor)
    else:
        outcome = migrate_components(tree.components, modules, options, tree.around)
    if supplied.texts:
        outcome.texts[tutorial_mnist_loader.RULE] = dict(supplied.texts)
    for path, findings in supplied.findings.items():
        outcome.findings.setdefault(path, []).extend(findings)
    migrated = _groups(outcome.texts)
    check_output(modules, {path: data for group in migrated for path, data in group.files.items()}, outcome)
    prepared.add_to(outcome)
    _add_ported(tree.ported.files(outcome.ported), outcome)
    for path, module in modules.items():
        outcome.findings.setdefault(path, []).extend(_unused_skips(module, outcome))
        if module.script is not None and any(path in files for files in outcome.texts.values()):
            outcome.findings[path].append(stale_outputs(module))
    groups = _groups(outcome.texts)
    own = (with_own_words(each, modules) for each in sorted(outcome.programs, key=lambda each: each.entry))
    programs = tuple(prepared.told(each) for each in own)
    programs = tuple(sorted((*programs, *prepared.unreadable(programs)), key=lambda each: each.entry))
    return ChangeSet(programs, _reports(sources, prepared.failed, outcome), groups, _constructs(modules))


def _in_chunks(
    components: Sequence[Component],
    sources: Mapping[str, bytes],
    options: Options,
    around: Surroundings,
    executor: Executor,
) -> Outcome:
    outcome = Outcome()
    tasks = []
    for start in range(0, len(components), _CHUNK):
        chunk = components[start : start + _CHUNK]
        paths = sorted({path for component in chunk for closure in component for path in closure.modules})
        tasks.append(executor.submit(migrate_chunk, chunk, {path: sources[path] for path in paths}, options, around))
    for task in tasks:
        outcome.take(task.result())
    return outcome


def _add_ported(files: Mapping[str, bytes], outcome: Outcome) -> None:
    for path, data in files.items():
        outcome.texts.setdefault(KEPT, {})[path] = data
        message = "Functions of tf.contrib that the program uses and that are in no package any more."
        outcome.findings[path] = [Finding(contrib.RULE, Place(path, 1, 0), message, Safety.SAFE, (Edit(0, 0, ""),))]


def _unused_skips(module: Module, outcome: Outcome) -> list[Finding]:
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


_ORDER = (*modern_groups(), tutorial_mnist_loader.RULE, RESTRUCTURE, TRANSLATE, KEPT)


def _groups(texts: Mapping[str, Mapping[str, bytes]]) -> tuple[RuleGroup, ...]:
    names = [name for name in _ORDER if name in texts] + sorted(set(texts) - set(_ORDER))
    return tuple(RuleGroup(name, dict(sorted(texts[name].items())), name in modern_groups()) for name in names)


def _reports(
    sources: Mapping[str, bytes], failed: Mapping[str, FileProblem], outcome: Outcome
) -> tuple[FileReport, ...]:
    changed = {path for files in outcome.texts.values() for path, data in files.items() if data != sources.get(path)}
    return tuple(
        _report(path, failed, changed, outcome.findings.get(path, ())) for path in sorted({*sources, *changed})
    )


def _report(
    path: str, failed: Mapping[str, FileProblem], changed: Iterable[str], findings: Iterable[Finding]
) -> FileReport:
    if path in failed:
        return FileReport(path, "failed", failed[path].reason)
    return FileReport(path, "changed" if path in set(changed) else "unchanged", None, tuple(findings))
