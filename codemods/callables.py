"""`step = sess.make_callable([train, loss], [x, y])` is a run with a name: `step(rows, marks)` is written as
`sess.run([train, loss], {x: rows, y: marks})`, which is what TensorFlow 1 makes of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements, stands_alone
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

METHOD = "make_callable"


@dataclass(frozen=True)
class _Callable:
    """The statement that makes it, what it runs, and the placeholders in the order of its arguments."""

    statement: ast.Assign
    session: ast.Name
    fetches: ast.expr
    feeds: Sequence[ast.expr]
    calls: Sequence[ast.Call]


def with_callables_written(module: Module) -> Module:
    """The module with runs in place of callables, where every use of each is a call."""
    for node in walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr == METHOD:
            found = _callable(module, node)
            if found is not None:
                changed = rewritten(module, apply_edits(module.text, [*_edits(module, found)]))
                return with_callables_written(changed)
    return module


def _callable(module: Module, method: ast.Attribute) -> _Callable | None:
    call = parents(module).get(method)
    statement = parents(module).get(call) if isinstance(call, ast.Call) and call.func is method else None
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as made) if made is call:
            bound = bind(made, ("fetches", "feed_list"))
        case _:
            return None
    session = method.value
    if bound is None or "fetches" not in bound or not isinstance(session, ast.Name):
        return None
    given = bound.get("feed_list")
    if not isinstance(given, ast.List | ast.Tuple | None) or not stands_alone(module, statement):
        return None
    feeds = given.elts if given is not None else []
    calls = _calls(module, statement, name, len(feeds))
    read = {each.id for part in (session, bound["fetches"], *feeds) for each in _names(part)}
    if not calls or not _is_plain(bound["fetches"]) or not all(isinstance(each, ast.Name) for each in feeds):
        return None
    if not all(_is_bound_once(module, each, statement) for each in (name, *sorted(read))):
        return None
    return _Callable(statement, session, bound["fetches"], feeds, calls)


def _names(node: ast.expr) -> Iterator[ast.Name]:
    return (each for each in walk(node) if isinstance(each, ast.Name))


def _is_plain(node: ast.expr) -> bool:
    """Whether it says the same wherever it stands: names and literals of names."""
    return all(
        isinstance(each, ast.Name | ast.List | ast.Tuple | ast.Dict | ast.Constant) for each in walk(node)
    )  # fmt: skip


def _is_bound_once(module: Module, name: str, before: ast.Assign) -> bool:
    """Whether a name means the same everywhere, and is bound by the end of this statement."""
    stores = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
    others = [each for each in walk(module.tree) if _also_binds(each, name)]
    return len(stores) == 1 and not others and stores[0].lineno <= before.lineno


def _also_binds(node: ast.AST, name: str) -> bool:
    match node:
        case ast.arg(arg=other) | ast.FunctionDef(name=other) | ast.ClassDef(name=other):
            return other == name
        case ast.alias(name=other, asname=given):
            return (given or other.split(".")[0]) == name
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return name in names
        case ast.ExceptHandler(name=other):
            return other == name
        case _:
            return False


def _calls(module: Module, statement: ast.Assign, name: str, count: int) -> list[ast.Call]:
    """The calls of it, if there is nothing else, all of them below and with an argument for each placeholder."""
    found: list[ast.Call] = []
    for read in (each for each in names_in(module) if each.id == name and isinstance(each.ctx, ast.Load)):
        call = parents(module).get(read)
        if not isinstance(call, ast.Call) or call.func is not read or call.keywords or len(call.args) != count:
            return []
        if any(isinstance(each, ast.Starred) for each in call.args) or read.lineno <= statement.lineno:
            return []
        found.append(call)
    inner = [each for each in found for other in found if each is not other and each in walk(other)]
    return [] if inner else found


def _edits(module: Module, found: _Callable) -> Iterator[Edit]:
    fetches = module.source(found.fetches)
    for call in found.calls:
        pairs = [f"{module.source(key)}: {module.source(each)}"
                 for key, each in zip(found.feeds, call.args, strict=True)]  # fmt: skip
        fed = f", {{{', '.join(pairs)}}}" if pairs else ""
        yield Edit(*module.span(call), f"{found.session.id}.run({fetches}{fed})")
    yield from remove_statements(module, [found.statement])
