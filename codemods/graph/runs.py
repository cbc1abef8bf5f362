"""What a `session.run` (or `.eval`, `.run`) fetches and feeds."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.graph import values
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Feed, Fetch, RunSite
from codemods.graph.record import Record
from codemods.graph.values import Kind, Value, lateness, parts


def run_site(build: Evaluation, node: ast.Call, fetches: ast.expr, feed: ast.expr | None) -> Value:
    """Record a run; what it returns is plain Python."""
    if build.functions:
        return build.note("session-escapes", node, ast.unparse(node.func), "a run inside of a function")
    if (unpacked := _unpacked(fetches)) is not None:
        build.note("dynamic-fetch", unpacked, ast.unparse(unpacked)[:60], "it is unpacked into the fetches")
    leaves = tuple(_fetch(build, leaf) for leaf in fetch_leaves(fetches))
    feeds = _feeds(build, node, feed)
    kinds = {lateness(leaf.value) for leaf in leaves}
    if Kind.INIT in kinds and kinds != {Kind.INIT}:
        build.record.runs.append(RunSite(node, -1, leaves, fetches, (), known=False))
        return build.note("dynamic-fetch", node, ast.unparse(fetches), "variables are initialised beside other work")
    if kinds & {Kind.SESSION, Kind.API, Kind.FUNCTION, Kind.OPTIMIZER} or (Kind.PYTHON in kinds and leaves):
        build.record.runs.append(RunSite(node, -1, leaves, fetches, (), known=False))
        return build.note("dynamic-fetch", node, ast.unparse(fetches))
    holder, initializer = _holder(build, feed), kinds == {Kind.INIT}
    site = RunSite(node, -1, leaves, fetches, feeds or (), initializer, holder, feeds is not None)
    build.record.runs.append(site)
    return values.PYTHON


def fetch_leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The leaves of a fetch structure, in the order in which TensorFlow flattens it."""
    match node:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            for element in elts:
                yield from fetch_leaves(element)
        case ast.Dict(values=items):
            for item in items:
                yield from fetch_leaves(item)
        case _:
            yield node


def _unpacked(node: ast.expr) -> ast.expr | None:
    """A container that stands with a star in a fetch structure."""
    match node:
        case ast.Starred(value=value):
            return value
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return next((found for each in elts if (found := _unpacked(each)) is not None), None)
        case ast.Dict(keys=keys, values=items):
            whole = (value for key, value in zip(keys, items, strict=True) if key is None)
            return next((found for each in items if (found := _unpacked(each)) is not None), next(whole, None))
        case _:
            return None


def _fetch(build: Evaluation, leaf: ast.expr) -> Fetch:
    outer, build.record = build.record, Record()
    try:
        value = evaluate(build, leaf)
        record = build.record
    finally:
        build.record = outer
    outer.obstacles += record.obstacles
    again = bool(record.layers) and all(each.reuses is not None for each in record.layers)
    made = record.creations or record.minimizes or record.runs or record.inputs
    if record.layers or made:
        build.note("graph-in-loop", leaf, ast.unparse(leaf)[:60], "state is made inside of the run")
    if record.queries:
        build.note("collection-query", leaf, ast.unparse(leaf)[:60], "variables are listed inside of a run")
    if record.around:
        build.note("summary", leaf, ast.unparse(leaf)[:60], "it is made inside of the run")
    if record.effects:
        build.note("python-effect-in-graph-code", leaf, ast.unparse(leaf)[:60])
    if value.kind == Kind.PYTHON and isinstance(leaf, ast.Constant):
        build.note("string-tensor-name", leaf, str(leaf.value))
    if value.items is not None or value.element is not None:
        kinds = {part.kind for part in parts(value)}
        if kinds & {Kind.UPDATE, Kind.INIT, Kind.UNKNOWN} and len(kinds) > 1:
            build.note("dynamic-fetch", leaf, ast.unparse(leaf)[:60], "the list holds operations")
    return Fetch(leaf, value, tuple(record.uses), again=again and not made)


def _feeds(build: Evaluation, node: ast.Call, feed: ast.expr | None) -> tuple[Feed, ...] | None:
    if feed is None or (isinstance(feed, ast.Constant) and feed.value is None):
        return ()
    literal = feed if isinstance(feed, ast.Dict) else _held_feed(build, feed)
    if literal is None:
        build.note("dynamic-feed", feed, ast.unparse(feed)[:60])
        return None
    found = []
    for key, value in zip(literal.keys, literal.values, strict=True):
        use = build.environment.look_up(key.id)[1] if isinstance(key, ast.Name) else None
        if not isinstance(key, ast.Name) or use is None or use.definition is None:
            build.note("dynamic-feed", feed, ast.unparse(key or value)[:60], "the key is not the name of a tensor")
            return None
        if isinstance(feed, ast.Dict) and lateness(evaluate(build, value)) in values.PER_RUN:
            build.note("tensor-escapes", value, ast.unparse(value)[:60], "a tensor is fed")
            return None
        found.append(Feed(use.definition, key.id, value))
    return tuple(found)


def _held_feed(build: Evaluation, feed: ast.expr) -> ast.Dict | None:
    """The dictionary that a name stands for, where it was written out and bound once."""
    if not isinstance(feed, ast.Name):
        return None
    found = build.environment.look_up(feed.id)[0]
    return found.feed if found is not None else None


def _holder(build: Evaluation, feed: ast.expr | None) -> int | None:
    return build.environment.look_up(feed.id)[1].definition if isinstance(feed, ast.Name) else None
