"""The step before everything else: an old file as a file that the current Python and its libraries understand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from codemods.api.libraries import PYTHON_2, libraries
from codemods.notebooks import place_of
from codemods.obstacles import obstacle
from codemods.rule import Finding, Obstacle, Options, Place
from codemods.rules.old import (
    numpy_pickles,
    one_element_array,
    python2_meaning,
    python2_names,
    python2_syntax,
    removed_names,
)
from codemods.skips import allowed, is_skipped, skips_in, skips_of
from codemods.source.edits import apply_edits, settle_groups
from codemods.source.module import FileProblem, Module, parse_module, rewritten, text_of, with_new_text
from codemods.source.python2 import Conversion, hunks, prints_into_file, results_as_lists, to_python3
from codemods.source.script import CellsMixedUp

_PASSES = 10
_OLD_SIGN = re.compile(rb"print|except|exec|raise|<>|`|0[0-7]|\d[lL]|[uU][rR]['\"]|lambda|def|\t")
Check = Callable[[Module], Iterator[Finding]]


@dataclass
class Modern:
    """A file afterwards: `parsed` is what the rest works on, `texts` the bytes after each rule group that changed it.

    `obstacles` are what a person has to do before the file runs; `assumptions` what was taken for granted.
    """

    parsed: Module | FileProblem
    texts: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)

    @property
    def data(self) -> bytes | None:
        """The bytes after the last group; None if nothing changed."""
        return tuple(self.texts.values())[-1] if self.texts else None


def modernise(path: str, data: bytes, options: Options, defined: Collection[str] = ()) -> Modern:
    """Convert one file; never raises for bad input. `defined`: methods of the tree named as Python 2 names a dict's."""
    parsed = parse_module(path, data)
    try:
        return _modernise(Modern(parsed), path, data, options.for_path(path), defined)
    except CellsMixedUp as error:
        found = Modern(parsed)
        found.obstacles.append(obstacle("cell-border", Place(path, 1, 0), path, str(error)))
        return found
    except Exception as error:  # one bad file never stops a run
        found = Modern(parsed)
        found.obstacles.append(obstacle("internal-failure", Place(path, 1, 0), type(error).__name__, str(error)[:200]))
        return found


def _modernise(found: Modern, path: str, data: bytes, options: Options, defined: Collection[str]) -> Modern:
    was_python_2 = _is_python_2(found.parsed)
    was_python_2 = was_python_2 and _convert_syntax(found, path, data, options)
    if isinstance(found.parsed, FileProblem):
        return found
    concerned = removed_names.may_concern(found.parsed) or python2_names.may_concern(found.parsed)
    if not was_python_2 and not concerned:
        return found
    named = _meets(found, PYTHON_2) or python2_names.may_concern(found.parsed)
    if options.wants(python2_names.RULE) and (was_python_2 or named):
        if was_python_2:
            _convert_results(found, found.parsed)
        before = len(found.findings)
        _settle(found, python2_names.RULE, _python_2_names(defined, was_python_2))
        was_python_2 = was_python_2 or any(each.edits for each in found.findings[before:])
    for library in libraries():
        if library != PYTHON_2 and _meets(found, library) and options.wants(removed_names.RULE):
            _settle(found, f"{removed_names.RULE}-{library}", _of_library(library))
    if options.wants(numpy_pickles.RULE):
        _settle(found, numpy_pickles.RULE, numpy_pickles.check)
    if options.wants(one_element_array.RULE):
        _settle(found, one_element_array.RULE, one_element_array.check)
    if was_python_2 and options.wants(python2_meaning.RULE):
        converted = python2_syntax.RULE in found.texts
        _settle(found, python2_meaning.RULE, lambda module: python2_meaning.check(module, converted))
    assert isinstance(found.parsed, Module)
    found.obstacles += removed_names.left(found.parsed)
    return found


def _meets(found: Modern, library: str) -> bool:
    return isinstance(found.parsed, Module) and library in removed_names.libraries_met(found.parsed)


def _is_python_2(parsed: Module | FileProblem) -> bool:
    """By syntax; whatever cannot be parsed is taken for it until it has been tried."""
    return isinstance(parsed, FileProblem) or (">>" in parsed.text and prints_into_file(parsed.tree))


def _python_2_names(defined: Collection[str], only_2: bool) -> Check:
    return lambda module: python2_names.check(module, defined, only_2)


def _of_library(library: str) -> Check:
    return lambda module: removed_names.check(module, library)


def _convert_syntax(found: Modern, path: str, data: bytes, options: Options) -> bool:
    """Make a file of Python 2 parse; or say in `found` why not, and leave it."""
    problem = found.parsed
    if b"\0" in data or not options.wants(python2_syntax.RULE) or not _OLD_SIGN.search(data):
        return False
    try:
        text = text_of(path, data)
    except (SyntaxError, ValueError, LookupError):
        return False
    conversion = to_python3(text)
    if conversion.problem is not None:
        found.obstacles.append(_unconverted(problem, place_of(path, data, conversion.line), conversion))
        return False
    if conversion.text == text:
        return False
    skips = skips_in(text)
    for lines, _ in hunks(text, conversion.text):
        if is_skipped(skips, python2_syntax.RULE, lines.start, lines.stop - 1):
            found.obstacles.append(obstacle("left-alone", place_of(path, data, lines.start), "# tfmigrate: skip"))
            return False
    new = with_new_text(path, data, conversion.text)
    parsed = parse_module(path, new)
    if isinstance(parsed, FileProblem):
        return False
    found.parsed = parsed
    found.texts[python2_syntax.RULE] = new
    found.findings += python2_syntax.findings(parsed, python2_syntax.RULE, text, conversion)
    return True


def _unconverted(problem: Module | FileProblem, place: Place, conversion: Conversion) -> Obstacle:
    assert isinstance(problem, FileProblem)
    if problem.python_2:
        return obstacle("python-2-syntax", place, place.file, f"In {place.inside}: {conversion.problem}.")
    return obstacle("unreadable-module", replace(place, line=problem.line), place.file, f"{problem.reason}.")


def _convert_results(found: Modern, module: Module) -> None:
    """Lists where Python 2 had lists, in a file that was Python 2 by its syntax."""
    conversion = results_as_lists(module.text, python2_names.own_names(module))
    lines = {lines.start: lines for lines, _ in hunks(module.text, conversion.text)}
    skips = skips_of(module)
    if conversion.problem is not None or conversion.text == module.text:
        return
    if any(is_skipped(skips, python2_names.RULE, each.start, each.stop - 1) for each in lines.values()):
        return
    new = module.encode(conversion.text)
    parsed = parse_module(module.path, new)
    if isinstance(parsed, Module):
        found.parsed = parsed
        found.texts[python2_names.RULE] = new
        found.findings += python2_syntax.findings(parsed, python2_names.RULE, module.text, conversion)


def _settle(found: Modern, group: str, check: Check) -> None:
    """Apply the edits of a rule until it has no more; then keep its notes."""
    module = found.parsed
    assert isinstance(module, Module)
    for _ in range(_PASSES):
        proposed = list(check(module))
        edits = allowed(module, skips_of(module), [each for each in proposed if each.edits])
        fits = settle_groups([finding.edits for finding in edits])
        edits = [finding for finding, fit in zip(edits, fits, strict=True) if fit]
        text = apply_edits(module.text, [edit for finding in edits for edit in finding.edits])
        if text == module.text:
            break
        found.findings += sorted(edits, key=lambda each: each.place)
        found.parsed = module = rewritten(module, text)
        found.texts[group] = module.data
    notes = sorted((each for each in proposed if not each.edits), key=lambda each: each.place)
    found.findings += notes
    if group == python2_meaning.RULE:
        found.assumptions += [f"{each.place.file}:{each.place.line}: {each.message}" for each in notes]


@cache
def modern_groups() -> tuple[str, ...]:
    """The rule groups of this step, in their order."""
    tables = (f"{removed_names.RULE}-{library}" for library in libraries() if library != PYTHON_2)
    return (
        python2_syntax.RULE,
        python2_names.RULE,
        *tables,
        numpy_pickles.RULE,
        one_element_array.RULE,
        python2_meaning.RULE,
    )
