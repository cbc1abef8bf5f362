"""Arrays that a loop feeds again and again and that nothing changes meanwhile: made tensors once, before it."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.graph.program import Definition, Feed, GraphProgram, Input, Node, RunSite, Stage
from codemods.plan.mutations import library_names, mutations, root_name
from codemods.plan.names import fresh
from codemods.plan.plan import SteadyFeed, Step
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

_LOOPS = (ast.For, ast.While)
_FRESH = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKERS = frozenset({"zeros", "ones", "empty", "full", "zeros_like", "ones_like", "array", "arange", "linspace", "eye"})
_SIMPLE = (ast.Call, ast.Subscript, ast.BinOp, ast.Attribute, ast.List, ast.ListComp)


@dataclass(frozen=True)
class _Candidate:
    feed: Feed
    given: Input
    loop: int
    certain: bool


def steady_feeds(
    program: GraphProgram, module: Module, steps: Sequence[Step], taken: set[str]
) -> dict[ast.expr, SteadyFeed]:
    """What is fed, where it is steady -> the tensor to be fed in its place."""
    found = [each for step in steps for part in step.slices for each in _candidates(program, module, step, part.site)]
    certain = {_key(each) for each in found if each.certain}
    made: dict[tuple[str, str], list[SteadyFeed]] = {}
    planned: dict[ast.expr, SteadyFeed] = {}
    for each in sorted(found, key=lambda each: each.loop):
        name, dtype, loop = _key(each)
        if (name, dtype, loop) in certain:
            before = made.setdefault((name, dtype), [])
            tensor = before[0].tensor if before else fresh(f"{name}_tensor", taken)
            new = SteadyFeed(tensor, name, loop, each.given)
            planned[each.feed.value] = next((old for old in before if _still_holds(program, old, loop)), new)
            before.append(planned[each.feed.value])
    return planned


def _still_holds(program: GraphProgram, made: SteadyFeed, loop: int) -> bool:
    """Whether the tensor that was made before an earlier loop is the same array before this one."""
    first, second = program.nodes[made.loop].block, program.nodes[loop].block
    changed = {each.name for each in mutations(program)}
    unchanged = made.name not in changed and all(_is_of_its_own(program, each) for each in changed)
    return made.loop == loop or (first == second[: len(first)] and unchanged)


def _key(candidate: _Candidate) -> tuple[str, str, int]:
    dtype = candidate.given.dtype
    name = candidate.feed.value
    assert isinstance(name, ast.Name)
    return name.id, "" if dtype is None else ast.unparse(dtype), candidate.loop


def _candidates(program: GraphProgram, module: Module, step: Step, site: RunSite) -> Iterator[_Candidate]:
    node = program.nodes[site.node]
    for feed in site.feeds:
        given = placeholder(program, feed.definition)
        if given is None or feed.definition not in step.inputs or not isinstance(feed.value, ast.Name):
            continue
        definition = _only_definition(program, module, feed.value.id)
        loop = _outermost(program, node, definition) if definition is not None else None
        if definition is None or loop is None or not _is_steady(program, definition, loop):
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


def _only_definition(program: GraphProgram, module: Module, name: str) -> Definition | None:
    """The one statement that binds the name, in the whole module, to what may be an array."""
    found = [each for each in program.definitions.values() if each.name == name]
    if len(found) != 1 or sum(each.id == name and isinstance(each.ctx, ast.Store) for each in names_in(module)) != 1:
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


def _is_steady(program: GraphProgram, definition: Definition, loop: Node) -> bool:
    """Whether nothing in the loop may change the array: neither by its name nor by one that is not seen through."""
    inside = {each.id for each in program.nodes if loop.statement in each.block} | {loop.id}
    changed = {each.name for each in mutations(program) if each.node is None or each.node in inside}
    if definition.name in changed or not all(_is_of_its_own(program, each) for each in changed):
        return False
    value = _bound_value(program.nodes[definition.node].statement, definition.name)
    owner = root_name(value) if isinstance(value, ast.Attribute | ast.Subscript) else None
    calls = [part for number in inside for part in _calls(program.nodes[number])]
    return not any(_is_handed_over(program, call, definition.name) or _is_of(call, owner) for call in calls)


def _is_of(call: ast.Call, owner: str | None) -> bool:
    """Whether a method is called of the object, or of a part of it, that the array was taken from."""
    return owner is not None and isinstance(call.func, ast.Attribute) and root_name(call.func) == owner


def _calls(node: Node) -> Iterator[ast.Call]:
    if not isinstance(node.statement, ast.For | ast.While | ast.If | ast.With | ast.Try):
        yield from (each for each in walk(node.statement) if isinstance(each, ast.Call))


def _is_of_its_own(program: GraphProgram, name: str) -> bool:
    """Whether the name only ever held numbers, and lists and arrays that it was the first to hold."""
    found = [program.nodes[each.node].statement for each in program.definitions.values() if each.name == name]
    return bool(found) and all(isinstance(each, ast.AugAssign) or _is_fresh(_bound_value(each, name)) for each in found)


def _is_fresh(value: ast.expr | None) -> bool:
    match value:
        case ast.Call(func=ast.Attribute(attr=maker)):
            return maker in _MAKERS
        case _:
            return isinstance(value, _FRESH)


def _is_handed_over(program: GraphProgram, call: ast.Call, name: str) -> bool:
    """Whether the call gives the array to a function that may change it."""
    given = [*call.args, *(each.value for each in call.keywords)]
    if not any(isinstance(each, ast.Name) and each.id == name for each in given):
        return False
    root = root_name(call.func)
    return root is None or not (root in library_names(program) or hasattr(builtins, root))
