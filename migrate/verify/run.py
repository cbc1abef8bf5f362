"""Verifies one program: runs both sides, compares, times."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from migrate.verify.cases import VerifyRequest
from migrate.verify.judge import Sides, judge
from migrate.verify.observe import Observation, Outcome
from migrate.verify.states import map_variables
from migrate.verify.subjects import Subject, new_subject, noise_subject, old_subject, run_subject
from migrate.verify.timing import measure
from migrate.verify.verdict import ProgramVerdict, Verdict

TOO_LOOSE = 0.02


@dataclass(frozen=True)
class Reference:
    """Both runs of the old side. May serve for several new trees, if nothing else in the request changes."""

    old: Observation
    noise: Observation | None


def observe_reference(request: VerifyRequest) -> Reference:
    """Run the old side twice; once, if it does not run to its end."""
    old = run_subject(request, old_subject(request))
    if not old.outcome.complete:
        return Reference(old, None)
    return Reference(old, run_subject(request, noise_subject(request)))


def verify_program(request: VerifyRequest, reference: Reference | None = None) -> ProgramVerdict:
    """Run old, old again and new; compare; if rounding errors grow, compare run by run; then time both."""
    reference = reference or observe_reference(request)
    old = reference.old
    if reference.noise is None:
        return judge(request, Sides(old, Observation(old.outcome), None))
    new, subject = run_new(request, old, new_subject(request, old))
    if request.device == "gpu" and new.environment.get("device") != "gpu":
        return ProgramVerdict(request.entry, Verdict.NOT_COMPARABLE, "a GPU was asked for, but TensorFlow sees none")
    verdict = judge(request, Sides(old, new, reference.noise))
    if is_doubtful(verdict):
        verdict = judge_by_run(request, old, subject)
    if not request.time_runs or verdict.verdict is Verdict.NOT_COMPARABLE:
        return verdict
    return replace(verdict, runtime=measure(request, old, new))


def run_new(request: VerifyRequest, old: Observation, subject: Subject) -> tuple[Observation, Subject]:
    """Run the new side; once more with the final pairing of variables if the one made on the way was another."""
    new = run_subject(request, subject)
    positions = map_variables(old, new).positions
    if wrongly_paired(old, new, positions):
        subject = replace(subject, pairs=positions)
        new = run_subject(request, subject)
    return new, subject


def wrongly_paired(old: Observation, new: Observation, positions: tuple[int | None, ...]) -> bool:
    """Was a variable given the first value of another one than its partner?"""
    names = [variable.name for variable in old.variables if not variable.local]
    variables = [variable for variable in new.variables if not variable.local]
    return any(
        variable.partner is not None and variable.partner != (names[position] if position is not None else None)
        for variable, position in zip(variables, positions, strict=True)
    )


def is_doubtful(verdict: ProgramVerdict) -> bool:
    """Do the programs differ later than in their first run, or is the noise so large that agreement says little?"""
    if verdict.verdict is Verdict.NOT_COMPARABLE:
        return False
    if verdict.failures:
        grown = any(failure.kind != "printed" for failure in verdict.failures)
        return grown and not any(failure.certain for failure in verdict.failures)
    bounds = [bound.rtol for output in verdict.outputs for bound in (output.strict, output.later) if bound is not None]
    return max(bounds, default=0.0) > TOO_LOOSE


def judge_by_run(request: VerifyRequest, old: Observation, subject: Subject) -> ProgramVerdict:
    """Compare with every run starting from the old values. A difference that a second look, from values changed by
    one rounding error, does not confirm was a decision on a knife's edge: a maximum, a rectifier at zero."""
    sides = forced_sides(request, old, subject)
    verdict = judge(request, sides)
    if not verdict.failures or any(failure.certain for failure in verdict.failures):
        return verdict
    again = run_subject(request, replace(subject, forced=sides.old, jitter=True, limit=len(sides.old.events)))
    second = judge(request, replace(sides, new=again))
    return judge(request, sides, frozenset(failure.key for failure in second.failures))


def forced_sides(request: VerifyRequest, old: Observation, subject: Subject) -> Sides:
    """Run the new side and the old side again, every run starting from what the old side's variables were."""
    known = known_part(old)
    limit = len(known.events) if known is not old else subject.limit
    new = run_subject(request, replace(subject, forced=known, limit=limit))
    noise = run_subject(request, replace(noise_subject(request), forced=known, limit=limit))
    return Sides(known, new, noise, forced=True)


def known_part(old: Observation) -> Observation:
    """The runs before which all variables were read: large programs are not read to the end."""
    known = tuple(itertools.takewhile(lambda event: event.before is not None, old.events))
    if len(known) == len(old.events):
        return old
    return replace(old, events=known, final=(known[-1].state or {}) if known else {}, outcome=Outcome("limit"))
