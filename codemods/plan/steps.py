"""Runs with the same fetches and feeds share one step; runs that only train share the step that also returns values."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from codemods.graph.program import Fetch, GraphProgram
from codemods.plan.plan import Slice, Step

FetchKey = tuple[object, ...]


def fetch_key(fetch: Fetch) -> FetchKey:
    """What makes two fetches the same: the definition named, or the expression and the definitions that it reads."""
    if isinstance(fetch.expression, ast.Name) and len(fetch.uses) == 1:
        return (fetch.uses[0].definition or fetch.uses[0].name,)
    return (ast.unparse(fetch.expression), *(use.definition for use in fetch.uses))


def steps_of(program: GraphProgram, slices: Sequence[Slice]) -> tuple[Step, ...]:
    """The steps, in the order of their first run."""
    by_key: dict[object, list[Slice]] = {}
    for each in slices:
        by_key.setdefault(_key(each), []).append(each)
    merged = _merge_bare_updates(by_key.values())
    return tuple(_step(number, group) for number, group in enumerate(merged))


def _key(each: Slice) -> object:
    fetched = tuple(dict.fromkeys(fetch_key(fetch) for fetch in each.fetched))
    return (fetched, each.updates, each.inputs, tuple(sorted(each.switches.items())))


def _merge_bare_updates(groups: Iterable[list[Slice]]) -> list[list[Slice]]:
    """A run of nothing but updates uses the step that makes the same updates and returns values beside them."""
    merged: list[list[Slice]] = []
    for group in groups:
        partner = next((other for other in merged if _same_update(other[0], group[0])), None)
        if partner is None:
            merged.append(list(group))
        elif group[0].fetched and not partner[0].fetched:
            partner[:0] = group
        else:
            partner += group
    return merged


def _same_update(first: Slice, second: Slice) -> bool:
    bare = not first.fetched or not second.fetched
    same = first.inputs == second.inputs and first.switches == second.switches
    return bool(first.updates) and bare and same and first.updates == second.updates


def _step(number: int, group: Sequence[Slice]) -> Step:
    first = group[0]
    fetched = tuple({fetch_key(fetch): fetch for fetch in reversed(first.fetched)}[key]
                    for key in dict.fromkeys(fetch_key(fetch) for fetch in first.fetched))  # fmt: skip
    nodes = tuple(sorted(set().union(*(each.nodes for each in group))))
    sites = tuple(sorted(group, key=lambda each: each.site.node))
    return Step(number, sites, fetched, first.updates, first.inputs, first.switches, nodes, ())


def is_nested(structure: ast.expr) -> bool:
    """Whether a fetch structure is more than a flat list or tuple: a dictionary, or lists within lists."""
    match structure:
        case ast.Dict(keys=keys):
            return len(keys) > 1 and all(isinstance(key, ast.Constant) for key in keys)
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return any(isinstance(each, ast.List | ast.Tuple | ast.Dict) for each in elts)
        case _:
            return False
