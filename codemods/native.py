"""One module made native: its graph scopes become functions, then names and arguments are translated."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from codemods.analysis.names import Names
from codemods.assumptions import assumptions_of, stated_by
from codemods.callables import METHOD, with_callables_written
from codemods.clearer_constructs import with_constructs_clear
from codemods.dead_references import dead_in_native
from codemods.emit.scope import write_scope
from codemods.emit.writer import Unwritable
from codemods.fed_datasets import with_fed_arrays
from codemods.feed_copies import with_copies_written
from codemods.feed_dictionaries import built_up, with_entries_named
from codemods.feed_functions import with_values_returned
from codemods.fetch_lists import with_fetches_written
from codemods.fetched_calls import with_calls_named
from codemods.graph.program import GraphProgram, Stage
from codemods.module_scopes import lower_again, lower_scopes
from codemods.named_tensors import with_tensors_named
from codemods.obstacles import obstacle
from codemods.pair_variables import with_variables_of_pairs
from codemods.plan.plan import ScopePlan
from codemods.plan.scope import plan_scope
from codemods.program_map import is_tensorflow
from codemods.queue_datasets import refused_queue, with_queues_as_datasets
from codemods.rebound_variables import with_variables_named
from codemods.residue import dangling, residue
from codemods.result_names import with_own_names
from codemods.results import Step
from codemods.rule import Edit, Finding, Obstacle, Options, Place, Safety
from codemods.rules.data import tutorial_mnist_loader
from codemods.rules.kept import kept_edits
from codemods.rules.kept.compat_imports import TUTORIALS
from codemods.rules.names import (
    absl_flags,
    changed_arguments,
    dimension_value,
    native_import,
    recurrent_cells,
    renamed_symbol,
)
from codemods.skips import allowed, is_skipped, skips_of
from codemods.source.edits import apply_edits, settle_groups
from codemods.source.lines import lines_before
from codemods.source.module import Module, rewritten
from codemods.source.python2 import hunks
from codemods.source.script import CellsMixedUp
from codemods.split_loops import with_loops_split
from codemods.split_results import with_results_split
from codemods.step_pairs import step_pairs
from codemods.unread_imports import without_unread_imports

RESTRUCTURE = "session-to-function"
TRANSLATE = "names-and-arguments"
Check = Callable[[Module], Iterator[Finding]]
_TRANSLATE: tuple[tuple[str, Check], ...] = (
    (native_import.RULE, native_import.check),
    (recurrent_cells.RULE, recurrent_cells.check),
    (absl_flags.RULE, absl_flags.check),
    (dimension_value.RULE, dimension_value.check),
    (changed_arguments.RULE, changed_arguments.check),
    (renamed_symbol.RULE, renamed_symbol.check),
)
_PASSES = 10
_BY_NAME = frozenset({"string-tensor-name", "dynamic-feed", "collection-query", "several-graphs"})


@dataclass(frozen=True)
class NativeModule:
    """`texts`: rule group -> the file after it, in order; with obstacles there is nothing else to use."""

    texts: Mapping[str, bytes] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restructured:
    """`module`: with functions in place of its graph scopes; with obstacles there is nothing to use."""

    module: Module
    findings: tuple[Finding, ...] = ()
    steps: tuple[Step, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    assumptions: tuple[str, ...] = ()


def make_native(module: Module, options: Options) -> NativeModule:
    """Rewrite a module completely, or say what stands in the way. A failure of our own is an obstacle too."""
    try:
        return _make_native(module, options)
    except Exception as error:  # one bad file never stops a run
        return NativeModule(obstacles=(refusal(module.path, error),))


def refusal(path: str, error: Exception) -> Obstacle:
    """The obstacle that came to light as an exception."""
    if isinstance(error, Unwritable):
        return error.obstacle
    where = Place(path, 1, 0)
    if isinstance(error, CellsMixedUp):
        return obstacle("cell-border", where, path, str(error))
    return obstacle("internal-failure", where, type(error).__name__, str(error)[:200])


def _make_native(module: Module, options: Options) -> NativeModule:
    done = restructure(module, options)
    if done.obstacles:
        return NativeModule(obstacles=done.obstacles)
    made = translate(module, done.module, options)
    if made.obstacles:
        return made
    findings = (*done.findings, *made.findings)
    assumptions = (*done.assumptions, *stated_by(made.findings))
    return replace(made, findings=findings, steps=done.steps, assumptions=assumptions)


def restructure(module: Module, options: Options) -> Restructured:
    """A module whose graph scopes have become functions."""
    stars = [star for star in Names.of(module).stars if is_tensorflow(star)]
    if stars:
        unknown = obstacle("unresolved-star", module.place(stars[0]), f"from {stars[0].module} import *")
        return Restructured(module, obstacles=(unknown,))
    read, programs, plans = read_scopes(module, options)
    obstacles = tuple(each for plan in plans for each in plan.obstacles)
    if obstacles:
        return Restructured(module, obstacles=tuple(_explained(module, obstacles)))
    clearer = _changed_lines(module, read)
    originals = programs if read is module else tuple(lower_scopes(module))
    skipped = tuple(_skipped(module, originals, clearer, options))
    if skipped:
        return Restructured(module, obstacles=skipped)
    current, findings, pairs = _restructure(module, read, originals, programs, plans, options)
    told = {finding.place for finding in findings}
    findings += [each for each in (_finding(module, line, RESTRUCTURE) for line in clearer) if each.place not in told]
    return Restructured(current, tuple(findings), pairs, assumptions=assumptions_of(module, read, programs))


def _explained(module: Module, obstacles: Sequence[Obstacle]) -> Iterator[Obstacle]:
    """The obstacles, and where a queue stands in the way, why it does not become a dataset."""
    yield from obstacles
    refused = refused_queue(module) if any(each.id == "queue-runner" for each in obstacles) else None
    if refused is not None:
        yield obstacle("queue-runner", module.place(refused.node), ast.unparse(refused.node)[:60], refused.detail)


def read_scopes(module: Module, options: Options) -> tuple[Module, tuple[GraphProgram, ...], tuple[ScopePlan, ...]]:
    """The module as its scopes are read, the scopes, and what is planned for each. What can be said more clearly in
    TensorFlow 1 is, where nothing else stands in the way."""
    read, first = module, planned_scopes(module, options)
    found = first
    for _ in range(_PASSES):
        stuck = [each for plan in found[1] for each in plan.obstacles]
        if not stuck:
            return read, *found
        clearer = _clearer(read, found[0], stuck)
        if clearer is read:
            break
        read, found = clearer, planned_scopes(clearer, options)
    return module, *first


def _clearer(module: Module, programs: Sequence[GraphProgram], stuck: Sequence[Obstacle]) -> Module:
    """The module with datasets of arrays for what fed them or queued them; with loops that make variables and compute
    as two loops; with runs for callables; with the entries of feed dictionaries as names; with names of their own for
    results, and lists of variables where pairs were gone through."""
    kinds = {each.id for each in stuck}
    given = with_fed_arrays(module, programs) if "dataset-iterator" in kinds else module
    given = with_queues_as_datasets(given) if "queue-runner" in kinds else given
    given = with_loops_split(given) if "state-in-dynamic-loop" in kinds else given
    given = with_calls_named(given, programs) if "graph-in-loop" in kinds and given is module else given
    given = with_callables_written(given) if any(each.symbol.endswith(METHOD) for each in stuck) else given
    if given is module and kinds & _BY_NAME:
        given = with_tensors_named(module)
    given = with_constructs_clear(given, stuck) if given is module else given
    if given is not module:
        return given
    fed = with_copies_written(module) if "dynamic-feed" in kinds else module
    fed = with_values_returned(fed)
    fed = with_entries_named(fed, {each.symbol for each in stuck if each.id == "dynamic-feed"} | built_up(module))
    fed = with_fetches_written(fed, {each.symbol for each in stuck if each.id == "dynamic-fetch"})
    fed = with_results_split(fed, {each.symbol for each in stuck if each.id == "sibling-not-fed"})
    if fed is not module:
        return fed
    if not kinds - {"rebound-tensor", "sibling-not-fed"}:
        names = {each.symbol for each in stuck if each.id == "rebound-tensor"}
        own = with_own_names(module if len(names) == len(stuck) else with_variables_of_pairs(module), names)
        if own is not module:
            return own
    return with_variables_named(module) if "rebound-tensor" in kinds else module


def _changed_lines(module: Module, read: Module) -> list[int]:
    """The lines that are said more clearly."""
    return sorted({line for lines, _ in hunks(module.text, read.text) for line in lines}) if read is not module else []


def planned_scopes(module: Module, options: Options) -> tuple[tuple[GraphProgram, ...], tuple[ScopePlan, ...]]:
    """The graph scopes of a module and what is planned for each."""
    programs = tuple(lower_scopes(module))
    return programs, tuple(plan_scope(program, module, Names.of(module), options) for program in programs)


def translate(module: Module, current: Module, options: Options) -> NativeModule:
    """The names and arguments of a module that was restructured, and the last look at it; `module`: as it was."""
    texts = {RESTRUCTURE: current.data} if current is not module else {}
    settled = _settle(current, [check for rule, check in _TRANSLATE if options.wants(rule)])
    final = without_unread_imports(rewritten(settled.module, settled.text))
    if settled.findings or final.text != settled.text:
        texts[TRANSLATE] = settled.module.encode(final.text)
    left = (
        *residue(settled.module, settled.last),
        *dangling(module, settled.module),
        *_left_alone(settled, options),
    )
    dead, notes = ((), ()) if left else dead_in_native(module, final, _supplied(options))
    if left or dead:
        return NativeModule(obstacles=left or dead)
    return NativeModule(texts, (), (*settled.findings, *notes))


def _supplied(options: Options) -> tuple[str, ...]:
    """Whoever declines the loader that tfmigrate adds has one under the old name."""
    return () if options.wants(tutorial_mnist_loader.RULE) else (TUTORIALS,)


def _left_alone(settled: _Settled, options: Options) -> Iterator[Obstacle]:
    """What a comment or an option keeps from being translated."""
    for finding in settled.declined:
        yield obstacle("left-alone", finding.place, "# tfmigrate: skip")
    for rule, check in _TRANSLATE:
        if not options.wants(rule):
            found = (finding for finding in check(settled.module) if finding.edits)
            yield from (obstacle("left-alone", finding.place, rule) for finding in found)


def _skipped(
    module: Module, programs: tuple[GraphProgram, ...], lines: Sequence[int], options: Options
) -> Iterator[Obstacle]:
    """A program of which the user wants a line left alone, or the whole rule, cannot become native as a whole."""
    skips = skips_of(module)
    for line in lines:
        if is_skipped(skips, RESTRUCTURE, line, line):
            yield obstacle("left-alone", module.at(line), "# tfmigrate: skip")
    for program in programs:
        for node in program.nodes:
            statement = node.statement
            if node.stage == Stage.PYTHON or isinstance(statement, ast.For | ast.While | ast.If | ast.FunctionDef):
                continue
            if is_skipped(skips, RESTRUCTURE, statement.lineno, statement.end_lineno or statement.lineno):
                yield obstacle("left-alone", module.place(statement), "# tfmigrate: skip")
            elif not options.wants(RESTRUCTURE):
                yield obstacle("left-alone", module.place(statement), RESTRUCTURE)
                return


def _restructure(
    module: Module,
    read: Module,
    originals: Sequence[GraphProgram],
    programs: Sequence[GraphProgram],
    plans: Sequence[ScopePlan],
    options: Options,
) -> tuple[Module, list[Finding], tuple[Step, ...]]:
    current = read
    findings: list[Finding] = []
    steps: list[Step] = []
    line_before = lines_before(module.text, read.text)
    runs = {id(program): original.all_runs for program, original in zip(programs, originals, strict=True)}
    for scope in written_scopes(read, programs, plans, options):
        findings += [_finding(module, line_before(line), rule) for line, rule in sorted(scope.rules.items())]
        steps += step_pairs(module, read, scope.program, runs[id(scope.original)], scope.plan)
        current = scope.module
    return current, findings, tuple(steps)


@dataclass(frozen=True)
class WrittenScope:
    """A graph scope as it was written. `original`: as it was read first; `module`: with the scope as functions."""

    original: GraphProgram
    program: GraphProgram
    plan: ScopePlan
    rules: Mapping[int, str]
    module: Module


def written_scopes(
    module: Module, programs: Sequence[GraphProgram], plans: Sequence[ScopePlan], options: Options
) -> Iterator[WrittenScope]:
    """The scopes, one after the other; each is read again from the text that the one before left."""
    current = module
    for original, first in zip(programs, plans, strict=True):
        if not _has_graph(original):
            continue
        program, plan = original, first
        if current is not module:
            program = lower_again(current, original.body)
            plan = plan_scope(program, current, Names.of(current), options)
        written = write_scope(current, Names.of(current), program, plan)
        current = rewritten(module, written.text)
        yield WrittenScope(original, program, plan, written.rules, current)


def _has_graph(program: GraphProgram) -> bool:
    return bool(program.runs or program.wrappers or any(node.stage != Stage.PYTHON for node in program.nodes))


def _finding(module: Module, line: int, rule: str) -> Finding:
    return Finding(rule, module.at(line), "", Safety.SAFE, (Edit(0, 0, ""),))


@dataclass(frozen=True)
class _Settled:
    """`text` is what `last`, the findings of the last pass, made of `module`."""

    module: Module
    last: tuple[Finding, ...]
    text: str
    findings: tuple[Finding, ...]
    declined: tuple[Finding, ...] = ()  # what a comment asked to leave alone


def _settle(module: Module, checks: Sequence[Check]) -> _Settled:
    """Apply the rules until they have nothing more to say; of edits that overlap, the earlier rule's come first."""
    made: list[Finding] = []
    declined: list[Finding] = []
    for _ in range(_PASSES):
        proposed = [finding for check in checks for finding in check(module) if finding.edits]
        found = allowed(module, skips_of(module), proposed)
        declined += [finding for finding in proposed if finding not in found]
        fits = settle_groups([finding.edits for finding in found])
        again = not all(fits)  # an edit that had to wait for another
        found = [finding for finding, fit in zip(found, fits, strict=True) if fit]
        text = apply_edits(module.text, [edit for finding in found for edit in finding.edits])
        if text == module.text:
            return _Settled(module, (), module.text, tuple(made), tuple(declined))
        made += found
        if not again:
            return _Settled(module, tuple(found), text, tuple(made), tuple(declined))
        module = rewritten(module, text)
    return _Settled(module, (), module.text, tuple(made), tuple(declined))


def changeable_lines(module: Module) -> set[int]:
    """The lines that a rule of the translate phase or the kept tier would touch."""
    found = [finding for _, check in _TRANSLATE for finding in check(module)]
    found += [finding for findings in kept_edits(module, ()).findings.values() for finding in findings]
    lines = {module.line_of(edit.start) for finding in found for edit in finding.edits}
    return lines | {loader.statement.lineno for loader in tutorial_mnist_loader.loaders(module)}
