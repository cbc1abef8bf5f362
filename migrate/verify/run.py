"""Verifies one program: runs both sides, compares, times."""

from __future__ import annotations

from dataclasses import replace

from migrate.verify.cases import VerifyRequest
from migrate.verify.judge import Sides, judge
from migrate.verify.observe import Observation
from migrate.verify.states import map_variables
from migrate.verify.subjects import new_subject, noise_subject, old_subject, run_subject
from migrate.verify.timing import measure
from migrate.verify.verdict import ProgramVerdict, Verdict


def verify_program(request: VerifyRequest) -> ProgramVerdict:
    """Run old, old again and new; compare; then time both."""
    old = run_subject(request, old_subject(request))
    if not old.events and not old.outcome.complete:
        return judge(request, Sides(old, Observation(old.outcome), None))
    new = run_new(request, old)
    noise = run_subject(request, noise_subject(request))
    verdict = judge(request, Sides(old, new, noise))
    if not request.time_runs or verdict.verdict is Verdict.NOT_COMPARABLE:
        return verdict
    return replace(verdict, runtime=measure(request, old, new))


def run_new(request: VerifyRequest, old: Observation) -> Observation:
    """Run the new side; once more with the final pairing of variables if the one made on the way was another."""
    subject = new_subject(request, old)
    new = run_subject(request, subject)
    positions = map_variables(old, new).positions
    if wrongly_paired(old, new, positions):
        return run_subject(request, replace(subject, pairs=positions))
    return new


def wrongly_paired(old: Observation, new: Observation, positions: tuple[int | None, ...]) -> bool:
    """Was a variable given the first value of another one than its partner?"""
    names = [variable.name for variable in old.variables if not variable.local]
    variables = [variable for variable in new.variables if not variable.local]
    return any(
        variable.partner is not None and variable.partner != (names[position] if position is not None else None)
        for variable, position in zip(variables, positions, strict=True)
    )
