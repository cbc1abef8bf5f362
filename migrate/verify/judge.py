"""From three observations (old, old again, new) to a verdict. Pure: no process is started here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from codemods.rule import Tier
from migrate.verify.align import Alignment, align
from migrate.verify.cases import VerifyRequest
from migrate.verify.compare import STRICT_UPDATES
from migrate.verify.failures import Failure, first_of
from migrate.verify.initial import compare_initial
from migrate.verify.observe import Observation, SeenVariable
from migrate.verify.outputs import OutputResult, compare_outputs
from migrate.verify.printed import compare_printed
from migrate.verify.states import VariableMap, map_variables, plain
from migrate.verify.tolerances import Tolerances, tolerances_for
from migrate.verify.training import VariableResult, compare_final, compare_gradients, compare_updates
from migrate.verify.verdict import NoiseFloor, ProgramVerdict, Verdict

METHOD = "the old program again, with other kernels, one thread and first values changed by one rounding error"
FORCED = "rounding errors grow in this program: every run was compared starting from the old program's variables"
UNSEEN = "gradients applied inside a loop or branch were not compared"


@dataclass(frozen=True)
class Sides:
    """The observations. `forced`: new and noise began every run from the old program's variables."""

    old: Observation
    new: Observation
    noise: Observation | None
    forced: bool = False


def judge(
    request: VerifyRequest, sides: Sides, confirmed: frozenset[tuple[int, str, str]] | None = None
) -> ProgramVerdict:
    """Compare everything and decide. Of the differences only those count that are `confirmed`, if that is given."""
    blank = ProgramVerdict(request.entry, Verdict.NOT_COMPARABLE, None, environment=environments(sides))
    if not sides.old.outcome.complete:
        return replace(blank, reason=sides.old.outcome.sentence("old"))
    alignment = align(request.program, sides.old, sides.new, sides.noise, sides.forced)
    variables = map_variables(sides.old, sides.new)
    compared = compare(request, sides, alignment, variables, tolerances_for(request), blank)
    if confirmed is not None:
        compared = replace(compared, failures=tuple(f for f in compared.failures if f.key in confirmed))
    return decide(request, sides, variables, compared)


def environments(sides: Sides) -> dict[str, dict[str, str | None]]:
    return {"old": dict(sides.old.environment), "new": dict(sides.new.environment)}


def compare(
    request: VerifyRequest,
    sides: Sides,
    alignment: Alignment,
    variables: VariableMap,
    tolerances: Tolerances,
    blank: ProgramVerdict,
) -> ProgramVerdict:
    """All comparisons; the verdict is not decided yet."""
    old, new, noise = sides.old, sides.new, sides.noise
    unseen = UNSEEN in new.notes
    ended = old.outcome.complete and new.outcome.complete
    outputs = compare_outputs(alignment.pairs, tolerances)
    gradients = compare_gradients(variables, alignment.pairs, tolerances, unseen)
    updates = compare_updates(variables, alignment.pairs, noise, tolerances, sides.forced)
    few = sides.forced or sum(bool(pair.old.gradients) for pair in alignment.pairs) < STRICT_UPDATES
    final = compare_final(variables, (old, new, noise), few, tolerances) if ended else []
    printed = compare_printed(old.printed, new.printed, noise.printed if noise else None, len(old.events))
    initial, unproved = compare_initial(variables)
    misfits = [Failure(m.number, m.step, "call", m.step, m.message, certain=True) for m in alignment.misfits]
    trained: list[VariableResult] = [*gradients, *updates, *final]
    failures = [*initial, *misfits, *(f for output in outputs for f in output.failures)]
    failures += [failure for result in trained for failure in result.failures]
    return replace(
        blank,
        runs_compared=len(alignment.pairs),
        noise_floor=noise_floor(outputs, final, noise),
        assumptions=tuple(assumptions(request, sides, alignment, variables, unproved, outputs_remarks(outputs))),
        outputs=tuple(outputs),
        gradients=tuple(gradients),
        updates=tuple(updates),
        variables=tuple(final),
        failures=(*failures, *(printed.failures if ended else ())),
        not_exercised=alignment.not_exercised,
        notes=tuple(notes(sides, variables)),
        skipped_runs=old.skipped_runs,
        printed=printed,
    )


def outputs_remarks(outputs: list[OutputResult]) -> list[str]:
    return [remark for output in outputs for remark in output.remarks]


def noise_floor(
    outputs: list[OutputResult], final: list[VariableResult], noise: Observation | None
) -> NoiseFloor | None:
    if noise is None or not noise.events:
        return None
    moved = [result.noise for result in final if result.noise is not None]
    return NoiseFloor(METHOD, max((output.noise for output in outputs), default=None), max(moved, default=None))


def assumptions(
    request: VerifyRequest,
    sides: Sides,
    alignment: Alignment,
    variables: VariableMap,
    unproved: list[str],
    remarks: list[str],
) -> list[str]:
    """What the verdict rests on beyond what was compared."""
    found = list(request.program.assumptions)
    found += [note for note in (*sides.old.notes, *sides.new.notes) if "left" in note or "not compared" in note]
    found += unproved + remarks
    if alignment.reordered and not alignment.misfits:
        found.append("the same calls happen in another order")
    for variable in variables.old_only:
        if not is_counter(variable):
            found.append(f"the old program's variable {plain(variable.name)} has no counterpart")
    for variable in variables.new_only:
        if variable.trainable:
            found.append(f"the new program's variable {plain(variable.name)} ({variable.place}) has no counterpart")
    return list(dict.fromkeys(found))


def is_counter(variable: SeenVariable) -> bool:
    """A step counter: Keras optimizers keep their own."""
    return variable.dtype.startswith("int") and variable.shape == ()


def notes(sides: Sides, variables: VariableMap) -> list[str]:
    found = list(dict.fromkeys((*sides.old.notes, *sides.new.notes)))
    if sides.forced:
        found.append(FORCED)
    for variable in variables.old_only:
        if is_counter(variable):
            found.append(f"the counter {plain(variable.name)} was not compared")
    for variable in variables.new_only:
        if not variable.trainable:
            found.append(f"only the new program has {plain(variable.name)} ({variable.place}), which is not trained")
    if sides.noise is None or not sides.noise.events:
        found.append("the noise floor could not be measured")
    return found


def decide(request: VerifyRequest, sides: Sides, variables: VariableMap, compared: ProgramVerdict) -> ProgramVerdict:
    """The verdict, with the reason where it is not plainly equivalent."""
    first = first_of(compared.failures)
    if first is not None:
        return different_or_not(variables, compared, first)
    for side, observation in (("old", sides.old), ("new", sides.new)):
        if not observation.outcome.complete:
            return incomplete(side, observation, compared)
    if not has_evidence(request, compared):
        return replace(compared, reason="nothing to compare: no run and no number is common to both programs")
    if compared.assumptions:
        return replace(compared, verdict=Verdict.UNDER_ASSUMPTIONS)
    return replace(compared, verdict=Verdict.EQUIVALENT)


def different_or_not(variables: VariableMap, compared: ProgramVerdict, first: Failure) -> ProgramVerdict:
    """A difference counts, unless first values could not be copied because the variables are laid out otherwise."""
    old = sum(size(v.shape) for v in variables.old_only if v.trainable)
    new = sum(size(v.shape) for v in variables.new_only if v.trainable)
    if old and old == new and first.kind not in ("call", "initial"):
        names = ", ".join(plain(v.name) for v in variables.old_only if v.trainable)
        return replace(compared, reason=f"first values could not be copied: {names} laid out otherwise")
    return replace(compared, verdict=Verdict.DIFFERENT, reason=first.message)


def size(shape: tuple[int, ...]) -> int:
    total = 1
    for length in shape:
        total *= length
    return total


def incomplete(side: str, observation: Observation, compared: ProgramVerdict) -> ProgramVerdict:
    """A side that did not end: the new one failing where the old one ran is a difference."""
    reason = observation.outcome.sentence(side)
    if side == "new" and observation.outcome.status in ("crashed", "lost"):
        failure = Failure(len(observation.events), None, "call", "program", reason, certain=True)
        return replace(compared, verdict=Verdict.DIFFERENT, reason=reason, failures=(*compared.failures, failure))
    return replace(compared, reason=reason)


def has_evidence(request: VerifyRequest, compared: ProgramVerdict) -> bool:
    """Was there anything whose agreement says something?"""
    if any(output.calls for output in compared.outputs) or compared.gradients or compared.updates:
        return True
    if request.program.steps or request.program.tier is not Tier.NATIVE:
        return False
    return bool(compared.variables) or bool(compared.printed and compared.printed.numbers)
