"""Tensors that are built in the call that runs them, by functions whose variables are all there: a name before that.

`sess.run(generator(z, reuse=True), {z: noise})` in a loop builds the same network again in every round. It is built
once, before the session.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from codemods.feed_uses import owner, scopes_that_bind
from codemods.graph.program import Fetch, GraphProgram
from codemods.graph.values import PER_RUN, lateness
from codemods.plan.names import fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import insert_before, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

Place = tuple[int, int]


def with_calls_named(module: Module, programs: Sequence[GraphProgram]) -> Module:
    """The module with a name, bound before the session, for every such call that means the same there."""
    taken = {each.id for each in names_in(module)}
    edits = [edit for program in programs for edit in _edits(module, program, taken)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module, program: GraphProgram, taken: set[str]) -> Iterator[Edit]:
    named: dict[str, str] = {}
    for statement, call in _calls(program):
        if not stands_alone(module, statement) or not _means_the_same(module, program, call, statement):
            continue
        text = module.source(call)
        if text not in named:
            named[text] = fresh(f"{ast.unparse(call.func)}_output", taken)
            yield insert_before(module, statement, [f"{named[text]} = {text}"])
        yield Edit(*module.span(call), named[text])


def _calls(program: GraphProgram) -> Iterator[tuple[ast.stmt, ast.Call]]:
    """What is built in a run, each with the statement of the scope that the run stands in."""
    within = {each: statement for statement in program.body.body for each in walk(statement)}
    for run in program.all_runs:
        for call in map(_built, run.fetches):
            if call is not None and call in within:
                yield within[call], call


def _built(fetch: Fetch) -> ast.Call | None:
    match fetch:
        case Fetch(expression=ast.Call(func=ast.Name()) as call, again=True):
            return call
        case _:
            return None


def _means_the_same(module: Module, program: GraphProgram, call: ast.Call, statement: ast.stmt) -> bool:
    """Whether every name in the call denotes before the statement what it denotes in it, and holds the same."""
    given = [*call.args, *(each.value for each in call.keywords)]
    if not all(isinstance(each, ast.Name | ast.Constant) for each in given):
        return False
    fixed = _fixed(program)
    names = [each for each in given if isinstance(each, ast.Name)]
    if any(fixed.get(each.id) != 1 for each in names):
        return False
    settled = all(_is_settled(module, each, statement) for each in walk(call) if isinstance(each, ast.Name))
    return settled and not _reads_rebound(module)


def _fixed(program: GraphProgram) -> Mapping[str, int]:
    """How often each name of the scope is bound, of those that only hold tensors and plain values."""
    found: dict[str, int] = {}
    for each in program.definitions.values():
        tensor = each.value.items is None and each.value.element is None and lateness(each.value) in PER_RUN
        if tensor or each.value.literal is not None:
            found[each.name] = found.get(each.name, 0) + 1
    return found


def _is_settled(module: Module, place: ast.Name, statement: ast.stmt) -> bool:
    """Whether the name is bound once, before the statement, in its scope or by the module."""
    scopes = scopes_that_bind(module, place.id)
    places = [each for each in names_in(module) if each.id == place.id and not isinstance(each.ctx, ast.Load)]
    if not places:  # a function of the module
        return any(isinstance(each, ast.FunctionDef) and each.name == place.id for each in module.tree.body)
    once = len(places) == 1 and len(scopes) == 1 and owner(module, place) in (scopes[0], None)
    return once and _start(_outermost(module, places[0], statement)) < _start(statement)


def _outermost(module: Module, place: ast.AST, statement: ast.stmt) -> ast.stmt:
    """The statement beside `statement` (or at the top of the module) that binds the name."""
    found: ast.AST = place
    beside = parents(module).get(statement)
    while (above := parents(module).get(found)) is not None and above is not beside and above is not module.tree:
        found = above
    return found if isinstance(found, ast.stmt) else statement


def _reads_rebound(module: Module) -> bool:
    """Whether a function of the module reads a name that the module binds more than once."""
    stores = [each for each in names_in(module) if isinstance(each.ctx, ast.Store)]
    bound = Counter(each.id for each in stores if owner(module, each) is module.tree)
    functions = (each for each in walk(module.tree) if isinstance(each, ast.FunctionDef))
    read = {
        each.id for one in functions for each in walk(one) if isinstance(each, ast.Name) and owner(module, each) is None
    }
    return any(bound[name] > 1 for name in read)


def _start(statement: ast.stmt) -> Place:
    return statement.lineno, statement.col_offset
