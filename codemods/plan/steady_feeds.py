"""Arrays that a loop feeds again and again and that nothing changes meanwhile: made tensors once, before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.graph.program import Definition, Feed, GraphProgram, Input, Node, RunSite, Stage
from codemods.plan.callees import binding_counts
from codemods.plan.names import fresh
from codemods.plan.plan import SteadyFeed, Step
from codemods.plan.sharing import sharing
from codemods.source.module import Module
from codemods.source.tree import parents
from codemods.source.walk import walk

_LOOPS = (ast.For, ast.While)
_SIMPLE = (ast.Call, ast.Subscript, ast.BinOp, ast.Attribute, ast.List, ast.ListComp)


@dataclass(frozen=True)
class _Candidate:
    feed: Feed
    given: Input
    loop: int
    certain: bool


def steady_feeds(
    program: GraphProgram, module: Module, names: Names, steps: Sequence[Step], taken: set[str]
) -> dict[ast.expr, SteadyFeed]:
    """What is fed, where it is steady -> the tensor to be fed in its place."""
    found = [each for step in steps for part in step.slices for each in _candidates(program, names, step, part.site)]
    certain = {_key(each) for each in found if each.certain}
    made: dict[tuple[str, str], list[SteadyFeed]] = {}
    planned: dict[ast.expr, SteadyFeed] = {}
    for each in sorted(found, key=lambda each: each.loop):
        name, dtype, loop = _key(each)
        if (name, dtype, loop) in certain:
            before = made.setdefault((name, dtype), [])
            tensor = before[0].tensor if before else fresh(f"{name}_tensor", taken)
            new = SteadyFeed(tensor, name, loop, each.given)
            planned[each.feed.value] = next((old for old in before if _still_holds(program, module, old, loop)), new)
            before.append(planned[each.feed.value])
    return planned


def _still_holds(program: GraphProgram, module: Module, made: SteadyFeed, loop: int) -> bool:
    """Whether the tensor that is made before an earlier loop has been made whenever this one begins."""
    first = program.nodes[made.loop].statement
    below: ast.AST = program.nodes[loop].statement
    while below in (above := parents(module)) and above[below] is not above[first]:
        below = above[below]
    return any(first in body and below in body for body in _bodies(above.get(below)))


def _bodies(statement: ast.AST | None) -> Iterator[list[ast.AST]]:
    """The lists of statements of a compound statement or a module."""
    fields = statement.__dict__ if statement is not None else {}
    yield from (
        fields[each] for each in ("body", "orelse", "finalbody", "handlers") if isinstance(fields.get(each), list)
    )


def _key(candidate: _Candidate) -> tuple[str, str, int]:
    dtype = candidate.given.dtype
    name = candidate.feed.value
    assert isinstance(name, ast.Name)
    return name.id, "" if dtype is None else ast.unparse(dtype), candidate.loop


def _candidates(program: GraphProgram, names: Names, step: Step, site: RunSite) -> Iterator[_Candidate]:
    node = program.nodes[site.node]
    for feed in site.feeds:
        given = placeholder(program, feed.definition)
        if given is None or feed.definition not in step.inputs or not isinstance(feed.value, ast.Name):
            continue
        definition = _only_definition(program, names, feed.value.id)
        loop = _outermost(program, node, definition) if definition is not None else None
        if definition is None or loop is None or not sharing(program, names).stays(definition.name):
            continue
        inside = node.block[node.block.index(loop.statement) :]
        certain = all(isinstance(each, ast.For | ast.While | ast.With) for each in inside)
        yield _Candidate(feed, given, loop.id, certain and _is_whole(node.statement, site))


def placeholder(program: GraphProgram, definition: int) -> Input | None:
    """The placeholder of that definition, if it is one that takes an array."""
    inputs = program.nodes[program.definitions[definition].node].inputs
    given = next((each for each in inputs if each.definition == definition), None)
    if given is None or given.default is not None or given.iterator is not None:
        return None
    match given.shape:
        case ast.List(elts=[]) | ast.Tuple(elts=[]):
            return None
        case _:
            return given


def _is_whole(statement: ast.stmt, site: RunSite) -> bool:
    """Whether the run happens whenever its statement does: it is no part of a comprehension or a condition."""
    kinds = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.IfExp, ast.BoolOp, ast.Lambda)
    return not any(isinstance(each, kinds) and site.call in walk(each) for each in walk(statement))


def _only_definition(program: GraphProgram, names: Names, name: str) -> Definition | None:
    """The one statement that binds the name, in the whole module, to what may be an array."""
    found = [each for each in program.definitions.values() if each.name == name]
    if len(found) != 1 or binding_counts(names)[name] != 1:
        return None
    node = program.nodes[found[0].node]
    stays = node.stage in (Stage.PYTHON, Stage.RUN)
    return found[0] if stays and isinstance(_bound_value(node.statement, name), _SIMPLE) else None


def _bound_value(statement: ast.stmt, name: str) -> ast.expr | None:
    """What the name is bound to, or what it is taken from."""
    match statement:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
            pairs = zip(targets, values, strict=False)
            return next((v for t, v in pairs if isinstance(t, ast.Name) and t.id == name), None)
        case ast.Assign(value=value):
            return value
        case _:
            return None


def _outermost(program: GraphProgram, node: Node, definition: Definition) -> Node | None:
    """The outermost loop around the run that the definition stands before, in the same block."""
    made = program.nodes[definition.node]
    for number, block in enumerate(node.block):
        if isinstance(block, _LOOPS) and block not in made.block:
            loop = next((each for each in program.nodes if each.statement is block), None)
            same = loop is not None and made.block == node.block[: len(made.block)] == loop.block[: len(made.block)]
            plain = all(not isinstance(each, ast.FunctionDef) for each in node.block[:number])
            return loop if same and plain and loop is not None and made.id < loop.id else None
    return None
