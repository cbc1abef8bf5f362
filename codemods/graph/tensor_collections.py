"""Collections of tensors: what the program puts into them, and what they hold where it asks for that."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

from codemods.analysis.arguments import bind
from codemods.api import reserved, table
from codemods.graph import values
from codemods.graph.batch_norm import UPDATE_KEY, updates_of
from codemods.graph.creations import is_none, known_text
from codemods.graph.deferred import fill_in_function, is_read_once
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Collected, Definition, Entry, Node, Term, Use
from codemods.graph.regularizers import PENALTIES, REGULARIZERS, reads
from codemods.graph.values import Kind, Value, container, holder, parts
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_KIND = "collection-query"
_LOSSES = "losses"
_KEYS = {"tf.GraphKeys.REGULARIZATION_LOSSES": PENALTIES, "tf.GraphKeys.LOSSES": _LOSSES}
_SUMS = {"tf.losses.get_regularization_loss": (PENALTIES,), "tf.losses.get_total_loss": (_LOSSES, PENALTIES)}
_LISTS = {"tf.losses.get_regularization_losses": (PENALTIES,), "tf.losses.get_losses": (_LOSSES,)}
_FILLED = frozenset({"tf.add_to_collection", "tf.losses.add_loss"})
_SUMMED = frozenset({"tf.add_n", "tf.reduce_sum", "sum"})


def call_collection(build: Evaluation, node: ast.Call, api: str) -> Value | None:
    """The value of a call that fills or reads a collection of tensors; None if it is something else."""
    if api in _FILLED:
        return _fill(build, node, api)
    if api in _SUMS or api in _LISTS:
        bound = bind(node, ("add_regularization_losses", "name", "scope") if "total" in api else ("scope", "name"))
        if bound is None or set(bound) - {"name"}:
            return build.note(_KIND, node, api, "with these arguments")
        return _collected(build, node, api, (_SUMS.get(api) or _LISTS[api]), api in _SUMS)
    if api == "tf.get_collection":
        bound = bind(node, ("key", "scope"))
        if bound is not None and build.names.api_of(bound.get("key", node)) == UPDATE_KEY:
            return updates_of(build, node, bound)
        key = _key(build, (bound or {}).get("key"))
        if key is not None and is_none((bound or {}).get("scope")):
            return _collected(build, node, api, (key,), False)
    return None


def _key(build: Evaluation, expression: ast.expr | None) -> str | None:
    """The key of a collection that only the program fills, or that of losses."""
    if expression is None:
        return None
    key = _KEYS.get(build.names.api_of(expression) or "") or known_text(build, expression)
    return None if key is not None and reserved.is_collection(key) else key


def _fill(build: Evaluation, node: ast.Call, api: str) -> Value:
    bound = bind(node, ("name", "value") if api == "tf.add_to_collection" else ("value", "loss_collection"))
    key = _LOSSES if api != "tf.add_to_collection" else _key(build, (bound or {}).get("name"))
    if bound is None or "value" not in bound or key is None or "loss_collection" in bound:
        return build.note(_KIND, node, api)
    before = dict(build.record.uses)
    value = evaluate(build, bound["value"])
    build.record.uses = before  # it is read where the collection is
    kinds = {part.kind for part in parts(value)}
    single = value.items is None and value.element is None
    if not single or not kinds <= {Kind.CONSTANT, Kind.VARIABLE, Kind.TENSOR, Kind.INPUT, Kind.RANDOM}:
        return build.note(_KIND, node, api, "what is put into it is not one tensor")
    if build.functions and fill_in_function(build, node, key, bound["value"], value):
        return values.PYTHON
    term = Term(expression=bound["value"], uses=tuple(reads(build, bound["value"])))
    inside = build.functions or build.builders or build.looped
    problem = "it is filled in a function, a loop or a branch" if inside else ""
    build.collections.entries.setdefault(key, []).append(Entry(term, (value,), problem))
    build.record.fills = True
    build.collections.unread.setdefault(key, node)
    return values.PYTHON


def note_loss(build: Evaluation, node: ast.Call, value: Value) -> None:
    """Functions of `tf.losses` put what they return into a collection."""
    term = Term(expression=node)
    problem = (
        "it holds a loss without a name of its own" if not build.functions else "a function of the program fills it"
    )
    build.collections.entries.setdefault(_LOSSES, []).append(Entry(term, (value,), problem))


def name_losses(build: Evaluation, statement: ast.stmt, made: Sequence[Definition]) -> None:
    """Once a statement has been read, the losses that it gave a name to can be read by that."""
    if not isinstance(statement, ast.Assign) or len(made) != 1 or build.looped or build.builders:
        return
    entries = build.collections.entries.get(_LOSSES, [])
    for number, each in enumerate(entries):
        if each.term.expression is statement.value:
            own = ast.copy_location(ast.Name(made[0].name, ast.Load()), statement.targets[0])
            term = Term(expression=own, uses=(Use(made[0].name, made[0].id),))
            entries[number] = Entry(term, each.values)


def _collected(build: Evaluation, node: ast.Call, api: str, keys: Sequence[str], total: bool) -> Value:
    entries = [each for key in keys for each in build.collections.entries.get(key, ())]
    for key in keys:
        build.collections.unread.pop(key, None)
        build.collections.read.add(key)
    driven = any(node in walk(each) for each in build.drivers)
    within = build.functions[-1] if build.functions and is_read_once(build, node) else None
    if (build.functions and within is None) or build.builders or driven or build.looped:
        return build.note(_KIND, node, api, "it is read in a function, a loop or a branch")
    problem = next((each.problem for each in entries if each.problem), None)
    if any(each.home is not within and each.term.deferred is None for each in entries):
        problem = problem or "a function of the program fills it"
    terms = [_resolved(build, each) for each in entries]
    if problem is None and None in terms:
        problem = "what it holds has no name here"
    if problem is None and not total and _may_lack(build, entries) and not _is_summed(build, node):
        problem = "a regularizer with a scale of zero would add nothing to it"
    if problem is not None or not entries:
        return build.note(_KIND, node, api, problem or "nothing was put into it so far")
    found = tuple(each for each in terms if each is not None)
    build.record.uses |= dict.fromkeys(use for each in found for use in each.uses)
    build.record.collected.append(Collected(node, found, total, tuple(use for each in found for use in each.uses)))
    if total:
        return values.TENSOR
    if any(each.layer is not None or each.deferred is not None for each in found):
        return Value(Kind.PYTHON, element=values.TENSOR, sequence="list")
    return container([_read(value) for each in entries for value in each.values], "list")


def _read(value: Value) -> Value:
    return value if value.kind == Kind.VARIABLE else replace(values.TENSOR, shape=value.shape)


def _resolved(build: Evaluation, entry: Entry) -> Term | None:
    """The term as it can be written here; None if its names mean something else by now."""
    term = entry.term
    if any(build.environment.look_up(use.name)[1] != use for use in term.uses):
        return None
    if term.variable is None:
        return term
    for found in build.environment.definitions.values():
        held = holder(found.name, found.value, term.variable)
        if held is not None:
            return replace(term, holder=held, uses=(*term.uses, Use(found.name, found.id)))
    return None


def _may_lack(build: Evaluation, entries: Sequence[Entry]) -> bool:
    """Whether a penalty may be missing because its scale is zero."""
    return any(each.term.variable is not None or each.term.layer is not None for each in entries) and not all(
        _is_not_zero(each) for name, each in _scales(build)
    )


def _scales(build: Evaluation) -> Iterator[tuple[str, ast.expr]]:
    for call, api in build.names.apis():
        above = parents(build.module).get(call)
        if isinstance(above, ast.Call) and table.canonical(api) in REGULARIZERS:
            given = {each.arg: each.value for each in above.keywords}
            scale = above.args[0] if above.args else given.get("scale")
            yield api, scale if scale is not None else above


def _is_not_zero(scale: ast.expr) -> bool:
    return isinstance(scale, ast.Constant) and scale.value != 0


def _is_summed(build: Evaluation, node: ast.expr) -> bool:
    """Whether only the sum of what was asked for is used."""
    above = parents(build.module).get(node)
    match above:
        case ast.Call(func=function, args=[first]) if first is node:
            plain = function.id if isinstance(function, ast.Name) else ""
            return (build.names.api_of(function) or plain) in _SUMMED
        case ast.Assign(targets=[ast.Name(id=name)]):
            same = [each for each in names_in(build.module) if each.id == name and isinstance(each.ctx, ast.Load)]
            return all(_is_summed(build, each) for each in same)
        case _:
            return False


def unread(build: Evaluation) -> Iterator[Obstacle]:
    """What is collected and never asked for may be meant for another program, which reads it from a file."""
    for key, node in build.collections.unread.items():
        detail = f"nothing here reads the collection {key!r}"
        yield obstacle(_KIND, build.module.place(node), ast.unparse(node.func), detail)


def settled_collections(nodes: Sequence[Node]) -> list[Node]:
    """Statements that read the penalties of layers come after the statements that call these for the first time; those
    that run the updates of layers need the statements that call them."""
    makers = {layer.call: node for node in nodes for layer in node.layers if node.defines}
    return [_settled(node, makers) if node.collected or node.averages else node for node in nodes]


def _settled(node: Node, makers: dict[ast.Call, Node]) -> Node:
    found: dict[Use, None] = {}
    updated = [makers[call] for call in node.averages if call in makers]
    needed = {Use(one.defines[0].name, one.defines[0].id): None for one in updated if one.id != node.id}
    for each in node.collected:
        made = [makers[term.layer] for term in each.terms if term.layer is not None and term.layer in makers]
        found |= {Use(one.defines[0].name, one.defines[0].id): None for one in made if one.id != node.id}
    collected = tuple(replace(each, uses=tuple({**dict.fromkeys(each.uses), **found})) for each in node.collected)
    return replace(node, after=tuple({**dict.fromkeys(node.after), **found, **needed}), collected=collected)
